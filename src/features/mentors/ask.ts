import { z } from 'zod';
import type { Wrong } from '../../core/at-field.ts';
import type { Action, Intent } from '../../core/feature.ts';
import { AlreadyExists } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import { inPlace, type Reply } from '../../core/reply.ts';
import type { Language, Text } from '../../core/text.ts';
import type { ActionTurn, TextTurn, Turn } from '../../core/turn.ts';
import { asked, checkAsker, checkMentor } from './acts/ask.ts';
import { mentorNamed, showFound } from './find/show.ts';
import { fieldsText, placesText } from './labels.ts';
import { bookRef, freePlaces, hasWords } from './model.ts';
import { profileCollection } from './profiles/model.ts';
import { morningAfter, rhythm } from './rhythm.ts';
import { bookOf, personParty, type Service } from './service.ts';
import { type AskField, askReply, longest } from './views/ask.ts';

export const askIntent = (service: Service): Intent => ({
  id: 'mentors.ask',
  title: { de: 'Einen Mentor per Text fragen', en: 'Ask a mentor by typing' },
  examples: {
    de: ['Mentor fragen Handwerk: Wie?'],
    en: ['Ask mentor Handwerk: How?'],
  },
  acts: (text) => Boolean(readAsking(text)?.question),
  match: (text) => readAsking(text) !== undefined,
  handle: (turn) => typedAsking(service, turn),
});

const text = z.string().max(4000).catch('');
const Pressed = z.object({
  id: z.string().max(40).catch(''),
  form: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(''),
  mentor: z.string().max(80).catch(''),
  question: text,
  contact: text,
  text,
});

export const askActions = (service: Service): readonly Action[] => [
  {
    verb: 'mentors.ask-form',
    async handle(turn) {
      const { id, mentor, text: said } = Pressed.parse(turn.data);
      return openAsk(service, turn, { mentor, question: id ? await ownQuestion(service, turn, id) : said });
    },
  },
  {
    verb: 'mentors.ask',
    async handle(turn) {
      const { form, ...wish } = Pressed.parse(turn.data);
      return inPlace(await submitAsk(service, turn, form || service.newId(), wish));
    },
  },
];

/** "Mentor fragen Wissenschaft: Wie fangen wir an?" */
export function readAsking(
  typed: string,
): { readonly who: string; readonly question: string; readonly language: Language } | undefined {
  const found = asking.exec(typed)?.groups;
  if (!found) return undefined;
  const language = /^\s*ask/i.test(typed) ? 'en' : 'de';
  return { who: found.who ?? '', question: (found.text ?? '').trim(), language };
}

const asking =
  /^\s*(?:mentor(?:in)?\s+fragen|ask\s+(?:the\s+)?mentor)\s+(?<who>[^:]{1,80}?)\s*(?::\s*(?<text>.*))?$/is;

/** With everything that is needed the question is sent; else the form asks for the rest. */
async function typedAsking(service: Service, turn: TextTurn): Promise<Reply> {
  const read = readAsking(turn.text);
  if (!read) return showFound(service, turn, { text: turn.text });
  const inIts = { ...turn, language: read.language };
  const mentor = mentorNamed(service, read.who, turn.at);
  const contact = contactOf(service, service.mentorings.viewerOf(turn).id);
  if (!read.question || !contact) return openAsk(service, inIts, { mentor, question: read.question });
  // A repeated delivery carries the same id.
  const form = service.digest(`${turn.conversationId} ${turn.id} ${turn.text}`).slice(0, 40);
  return submitAsk(service, inIts, form, { mentor, question: read.question, contact });
}

/** What somebody asked before, to ask somebody else the same. */
async function ownQuestion({ mentorings }: Service, turn: ActionTurn, id: string): Promise<string> {
  const { id: party } = mentorings.viewerOf(turn);
  const mentoring = await mentorings.visible(id, party, turn.at);
  return mentoring.askedBy === party && hasWords(mentoring) ? (mentoring.question ?? '') : '';
}

/** What was filled in or typed. */
export type Wish = { readonly mentor: string; readonly question: string; readonly contact: string };

/** The form to ask a mentor. @throws {Refusal} when this mentor cannot be asked by this person now */
export async function openAsk(
  service: Service,
  turn: Turn,
  wish: Partial<Wish> & { readonly mentor: string },
  more: { readonly form?: string; readonly wrong?: readonly Wrong<AskField>[] } = {},
): Promise<Reply> {
  const viewer = service.mentorings.viewerOf(turn);
  const mentor = knownMentor(service, wish.mentor);
  const [book, profile] = [await bookOf(service), await service.profiles.collection.get(mentor.id)];
  checkAsker({ asker: viewer, mentor }, book);
  checkMentor(mentor, profile, book, service.mentorings.contextAt(turn.at));
  const { fields = [], capacity = 0 } = profile ?? {};
  const free = placesText(freePlaces(capacity, mentor.id, book), capacity)[turn.language];
  return askReply(
    {
      form: more.form ?? service.newId(),
      mentor,
      about: `${fieldsText(fields, service.fields(), turn.language)} · ${free}`,
      question: wish.question ?? '',
      contact: wish.contact ?? contactOf(service, viewer.id),
      wrong: more.wrong,
    },
    turn.language,
  );
}

/** How the directory says that somebody is reached; most staff are not listed and write it themselves. */
export function contactOf(service: Service, party: string): string {
  const person = service.directory.person(party);
  return [person?.email, person?.phone].filter(Boolean).join(' · ');
}

/**
 * Sends the question. The same form sent again shows what the first one became; what is missing brings the form back.
 * @param form id that the form was opened with
 */
export async function submitAsk(service: Service, turn: Turn, form: string, wish: Wish): Promise<Reply> {
  const viewer = service.mentorings.viewerOf(turn);
  const question = wish.question.trim().slice(0, longest.question);
  const contact = wish.contact.trim().slice(0, longest.contact);
  const sent = await service.forms.get(form);
  if (sent && sent.by !== viewer.id) throw formGone();
  if (sent?.submittedAs) return service.mentorings.show(turn, sent.submittedAs);
  if (!question || !contact) {
    const wrong: readonly Wrong<AskField>[] = [
      ...(question ? [] : [{ field: 'question' as const, text: questionMissing }]),
      ...(contact ? [] : [{ field: 'contact' as const, text: contactMissing }]),
    ];
    return openAsk(service, turn, { mentor: wish.mentor, question, contact }, { form, wrong });
  }
  const mentor = knownMentor(service, wish.mentor);
  await bookOf(service);
  await opened(service, form, viewer.id, turn.at);
  const context = service.mentorings.contextAt(turn.at);
  const asker = { id: viewer.id, name: viewer.name, ...(viewer.unit ? { unit: viewer.unit } : {}) };
  const { doc: settled } = await service.forms.change(
    form,
    (doc, beside) =>
      asked(
        service.mentorings.type,
        doc,
        { asker, mentor, question, contact, language: turn.language },
        beside,
        context,
      ),
    [bookRef, { collection: profileCollection, id: mentor.id }],
  );
  return service.mentorings.show(turn, settled.submittedAs ?? '');
}

async function opened(service: Service, id: string, by: string, at: string): Promise<void> {
  try {
    await service.forms.add({ id, by, dueAt: morningAfter(at, rhythm.keepForm) });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

function knownMentor(service: Service, id: string) {
  const party = personParty(service, id);
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

const questionMissing: Text = { de: 'Bitte schreiben Sie Ihre Frage.', en: 'Please write your question.' };
const contactMissing: Text = {
  de: 'Bitte schreiben Sie, wie man Sie erreicht, z. B. E-Mail oder Telefon.',
  en: 'Please write how you can be reached, e.g. email or phone.',
};
