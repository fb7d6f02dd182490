import type { Digest } from '../../core/history.ts';
import type { Addressee } from '../../core/notice.ts';
import { type Party, partyOf, partyOfPerson } from '../../core/party.ts';
import type { Links } from '../../core/ports/links.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { AlreadyExists, type Collection } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import type { Context } from './context.ts';
import type { Act } from './decide/act.ts';
import { decide } from './decide/decide.ts';
import type { Field } from './field.ts';
import { type Findings, propose, type Search } from './find/propose.ts';
import { type AskForm, type Book, bookRef, type Feedback, type Mentoring } from './mentoring.ts';
import type { Profile } from './profile.ts';
import { noSuchMentoring, standingOf } from './rights.ts';
import { caseReply, type Mention } from './view/case-view.ts';
import { lateWords } from './view/words.ts';

/** What everything that is said or pressed about mentors works with. */
export type Desk = {
  readonly mentorings: Collection<Mentoring>;
  readonly profiles: Collection<Profile>;
  readonly books: Collection<Book>;
  readonly forms: Collection<AskForm>;
  readonly feedback: Collection<Feedback>;
  readonly fields: () => readonly Field[];
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly links: Links;
  readonly digest: Digest;
  readonly newId: () => string;
};

export const contextAt = ({ directory, holidays, digest }: Desk, at: string): Context => ({
  now: at,
  directory,
  holidays,
  digest,
});

/** Who says or presses something, and how they read. */
export const viewerOf = (turn: Turn, { directory }: Desk): Party & Addressee => ({
  ...partyOf(turn.actor, directory),
  language: turn.language,
});

/** The book of open mentorings; there is one from the first question on. */
export async function bookOf({ books }: Desk): Promise<Book> {
  const known = await books.get(bookRef.id);
  if (known) return known;
  try {
    return await books.add({ id: bookRef.id, year: '', last: 0, open: [] });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return (await books.get(bookRef.id)) as Book;
  }
}

/** Mentors who can be asked now. */
export async function findMentors(desk: Desk, search: Search, at: string): Promise<Findings> {
  const [profiles, book] = [await desk.profiles.list(), await bookOf(desk)];
  return propose(search, profiles, desk.fields(), book, contextAt(desk, at));
}

/** @throws {Refusal} when there is no such mentoring or it does not concern this party */
export async function visibleMentoring(
  desk: Desk,
  id: string,
  party: string,
  at: string,
): Promise<Mentoring> {
  const mentoring = await desk.mentorings.get(id);
  if (!mentoring || !standingOf(mentoring, party, contextAt(desk, at))) throw noSuchMentoring(id);
  return mentoring;
}

/** The card of a mentoring as somebody may see it; after a no, with others who could be asked. */
export async function caseFor(
  desk: Desk,
  mentoring: Mentoring,
  viewer: Addressee,
  at: string,
  more: Mention = {},
): Promise<Reply> {
  const context = contextAt(desk, at);
  const { asker, mentor, question, state } = mentoring;
  const isOver = state === 'declined' || state === 'expired';
  const findings =
    isOver && viewer.id === asker.id && !mentoring.erasedAt
      ? await findMentors(desk, { text: question, without: [asker.id, mentor.id] }, at)
      : undefined;
  const profile = await desk.profiles.get(mentor.id);
  return caseReply(mentoring, viewer, { context, findings, profile, ...more });
}

/** @throws {Refusal} as {@link visibleMentoring} */
export async function showCase(desk: Desk, turn: Turn, id: string, more?: Mention): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  return caseFor(desk, await visibleMentoring(desk, id, viewer.id, turn.at), viewer, turn.at, more);
}

/** What an act came to. */
export type Acted = { readonly mentoring: Mentoring; readonly hasEffect: boolean };

/** Acts for a party, whichever way it came in: a card, a typed command or a page. @throws {Refusal} */
export async function actFor(desk: Desk, by: Party, id: string, act: Act, at: string): Promise<Acted> {
  await visibleMentoring(desk, id, by.id, at);
  const { doc, isChanged } = await desk.mentorings.change(
    id,
    (current, [book]) => decide(current, act, by, contextAt(desk, at), book),
    [bookRef],
  );
  return { mentoring: doc, hasEffect: isChanged };
}

/** Does something with a mentoring and shows what it is now; what cannot be done is said on that card. */
export async function actOn(desk: Desk, turn: Turn, id: string, act: Act): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  await visibleMentoring(desk, id, viewer.id, turn.at);
  try {
    const { mentoring, hasEffect } = await actFor(desk, viewer, id, act, turn.at);
    const remark = hasEffect ? undefined : lateWords(mentoring, act.kind)[turn.language];
    return showCase(desk, turn, id, { remark });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const typed = act.kind === 'feedback' ? act.text : act.note;
    return showCase(desk, turn, id, { remark: error.text[turn.language], note: typed });
  }
}

/** A person of the directory as a party. */
export function personParty(desk: Desk, id: string): Party | undefined {
  const person = desk.directory.person(id);
  return person && partyOfPerson(person);
}
