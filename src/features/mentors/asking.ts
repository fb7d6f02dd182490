import { AlreadyExists } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import { morningAfter } from './context.ts';
import { bookOf, contextAt, type Desk, personParty, showCase, viewerOf } from './desk.ts';
import { bookRef, freePlaces, rhythm } from './mentoring.ts';
import { asked, checkAsker, checkMentor } from './new-mentoring.ts';
import { profileCollection } from './profile.ts';
import { askReply, longest } from './view/ask-view.ts';
import { fieldsText, placesText } from './view/words.ts';

/** What was filled in or typed. */
export type Wish = { readonly mentor: string; readonly question: string; readonly contact: string };

/** The form to ask a mentor. @throws {Refusal} when this mentor cannot be asked by this person now */
export async function openAsk(
  desk: Desk,
  turn: Turn,
  wish: Partial<Wish> & { readonly mentor: string },
  more: { readonly form?: string; readonly remark?: string } = {},
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const mentor = knownMentor(desk, wish.mentor);
  const [book, profile] = [await bookOf(desk), await desk.profiles.get(mentor.id)];
  checkAsker({ asker: viewer, mentor }, book);
  checkMentor(mentor, profile, book, contextAt(desk, turn.at));
  const { fields = [], capacity = 0 } = profile ?? {};
  const free = placesText(freePlaces(capacity, mentor.id, book), capacity)[turn.language];
  return askReply(
    {
      form: more.form ?? desk.newId(),
      mentor,
      about: `${fieldsText(fields, desk.fields(), turn.language)} · ${free}`,
      question: wish.question ?? '',
      contact: wish.contact ?? contactOf(desk, viewer.id),
      remark: more.remark,
    },
    turn.language,
  );
}

/** How the directory says that somebody is reached; most staff are not listed and write it themselves. */
export function contactOf(desk: Desk, party: string): string {
  const person = desk.directory.person(party);
  return [person?.email, person?.phone].filter(Boolean).join(' · ');
}

/**
 * Sends the question. The same form sent again shows what the first one became; what is missing brings the form back.
 * @param form id that the form was opened with
 */
export async function submitAsk(desk: Desk, turn: Turn, form: string, wish: Wish): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const question = wish.question.trim().slice(0, longest.question);
  const contact = wish.contact.trim().slice(0, longest.contact);
  const sent = await desk.forms.get(form);
  if (sent && sent.by !== viewer.id) throw formGone();
  if (sent?.submittedAs) return showCase(desk, turn, sent.submittedAs);
  if (!question || !contact) {
    const remark = missing[turn.language];
    return openAsk(desk, turn, { mentor: wish.mentor, question, contact }, { form, remark });
  }
  const mentor = knownMentor(desk, wish.mentor);
  await bookOf(desk);
  await opened(desk, form, viewer.id, turn.at);
  const context = contextAt(desk, turn.at);
  const asker = { id: viewer.id, name: viewer.name, ...(viewer.unit ? { unit: viewer.unit } : {}) };
  const { doc: settled } = await desk.forms.change(
    form,
    (doc, beside) =>
      asked(doc, { asker, mentor, question, contact, language: turn.language }, beside, context),
    [bookRef, { collection: profileCollection, id: mentor.id }],
  );
  return showCase(desk, turn, settled.submittedAs ?? '');
}

async function opened(desk: Desk, id: string, by: string, at: string): Promise<void> {
  try {
    await desk.forms.add({ id, by, dueAt: morningAfter(at, rhythm.keepForm) });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

function knownMentor(desk: Desk, id: string) {
  const party = personParty(desk, id);
  if (party) return party;
  throw new Refusal('unknown-mentor', {
    de: 'Diese Person gibt es im Verzeichnis nicht mehr. „Mentoren“ zeigt, wen Sie fragen können.',
    en: 'This person is no longer in the directory. “Mentors” shows whom you can ask.',
  });
}

const formGone = () =>
  new Refusal('form-gone', {
    de: 'Dieses Formular gehört jemand anderem. „Mentoren“ zeigt, wen Sie fragen können.',
    en: 'This form belongs to somebody else. “Mentors” shows whom you can ask.',
  });

const missing = {
  de: 'Bitte schreiben Sie Ihre Frage und wie man Sie erreicht. Beides wird gebraucht.',
  en: 'Please write your question and how you can be reached. Both are needed.',
};
