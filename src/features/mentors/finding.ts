import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import { bookOf, contextAt, type Desk, viewerOf } from './desk.ts';
import { propose } from './find/propose.ts';
import { isMentor, mentorsOf } from './profile.ts';
import { isOffice, officeOf } from './rights.ts';
import { foundReply } from './view/found-view.ts';

/** Mentors for what somebody wrote, or for a chosen field. */
export async function showFound(
  desk: Desk,
  turn: Turn,
  { text, field }: { readonly text: string; readonly field?: string | undefined },
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const context = contextAt(desk, turn.at);
  const [profiles, book] = [await desk.profiles.list(), await bookOf(desk)];
  const search = { text, field: field || undefined, without: [viewer.id] };
  const office = desk.directory.person(officeOf(context) ?? '');
  return foundReply(
    {
      findings: propose(search, profiles, desk.fields(), book, context),
      fields: desk.fields(),
      hasProfiles: profiles.length > 0,
      text,
      field,
      isOffice: isOffice(viewer.id, context),
      isMentor: isMentor(viewer.id, context),
      office: office && [office.name, office.email].filter(Boolean).join(', '),
    },
    turn.language,
  );
}

/** The mentor whom somebody typed: an id, a name, or enough of it. @throws {Refusal} naming who is meant by it */
export function mentorNamed(desk: Desk, typed: string, at: string, alsoIds: readonly string[] = []): string {
  const wanted = typed.trim().toLowerCase();
  const known = mentorsOf(contextAt(desk, at)).map(({ person }) => person);
  const people = [...known, ...alsoIds.flatMap((id) => desk.directory.person(id) ?? [])];
  const exact = people.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  const fitting = people.filter(({ name }) => wanted !== '' && name.toLowerCase().includes(wanted));
  const found = exact ?? (new Set(fitting.map(({ id }) => id)).size === 1 ? fitting[0] : undefined);
  if (found) return found.id;
  const list = [...new Set(people.map(({ name }) => name))].join(', ') || '–';
  throw new Refusal('which-mentor', {
    de: `Wen meinen Sie mit „${typed.trim()}“? Möglich sind: ${list}.`,
    en: `Whom do you mean by “${typed.trim()}”? Possible are: ${list}.`,
  });
}
