import type { CaseType } from '../../../case/case-type.ts';
import { firstWrite } from '../../../case/cases.ts';
import { type Decision, deciding, notified, recorded } from '../../../case/decision.ts';
import { today, type World } from '../../../case/world.ts';
import { caseId } from '../../../core/case-number.ts';
import type { Party } from '../../../core/party.ts';
import type { Also, Change } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Language } from '../../../core/text.ts';
import {
  type AskForm,
  Book,
  bookRef,
  freePlaces,
  type Mentoring,
  mentoringCollection,
  mostOpen,
} from '../model.ts';
import { Profile, pauseOf } from '../profiles/model.ts';

/** What is needed to ask: checked values. */
export type Question = {
  readonly asker: Party;
  readonly mentor: Party;
  readonly question: string;
  readonly contact: string;
  readonly language: Language;
};

/**
 * Asks: gives the number, takes the place, and owes the notice to the mentor, all in the write that settles the form.
 * @param beside the book of open mentorings and the profile, read in the same moment
 * @returns `undefined` when the form was sent before
 * @throws {Refusal} when the mentor has no place, is not asked at present, or the asker has too many open
 */
export function asked(
  type: CaseType<Mentoring, World>,
  form: AskForm,
  question: Question,
  [foundBook, foundProfile]: readonly unknown[],
  context: World,
): Change<AskForm> | undefined {
  if (form.submittedAs) return undefined;
  const book = Book.parse(foundBook);
  checkAsker(question, book);
  checkMentor(question.mentor, Profile.safeParse(foundProfile).data, book, context);
  const year = today(context).slice(0, 4);
  const last = book.year === year ? book.last + 1 : 1;
  const id = caseId('M', year, last);
  const { doc, also: owed = [] } = firstWrite(type, begun(id, question, context), context);
  const open = [...book.open, { id, asker: question.asker.id, mentor: question.mentor.id }];
  const also: Also[] = [
    { collection: bookRef.collection, doc: { ...book, year, last, open } },
    { collection: mentoringCollection, doc: { ...doc } },
    ...owed,
  ];
  return { doc: { ...form, submittedAs: id }, also };
}

function begun(
  id: string,
  { asker, mentor, question, contact, language }: Question,
  { now }: World,
): Decision<Mentoring> {
  const fresh: Mentoring = {
    id,
    version: 0,
    asker,
    mentor: { id: mentor.id, name: mentor.name },
    askedBy: asker.id,
    askedOf: mentor.id,
    question,
    contact,
    language,
    state: 'asked',
    reminded: false,
    feedbackGiven: false,
    history: [],
    createdAt: now,
    changedAt: now,
  };
  const entry = { by: asker.id, byName: asker.name, act: 'asked' };
  return notified(recorded(deciding(fresh), entry), [mentor.id], { name: 'asked' });
}

/** @throws {Refusal} when this person cannot ask this mentor */
export function checkAsker(
  { asker, mentor }: { readonly asker: Party; readonly mentor: Party },
  { open }: Book,
): void {
  if (asker.id === mentor.id)
    throw new Refusal('yourself', {
      de: 'Sich selbst können Sie nicht fragen. „Mentoren“ zeigt die anderen.',
      en: 'You cannot ask yourself. “Mentors” shows the others.',
    });
  const own = open.filter((one) => one.asker === asker.id);
  const same = own.find((one) => one.mentor === mentor.id);
  if (same)
    throw new Refusal('asked-already', {
      de: `${mentor.name} haben Sie schon gefragt: ${same.id}. Schreiben Sie mir diese Nummer, um den Stand zu sehen.`,
      en: `You have asked ${mentor.name} already: ${same.id}. Type this number to see where it stands.`,
    });
  if (own.length >= mostOpen)
    throw new Refusal('too-many-open', {
      de: `Sie haben schon ${mostOpen} offene Mentorings: ${own.map(({ id }) => id).join(', ')}. Schließen Sie eines ab oder ziehen Sie es zurück, dann können Sie wieder fragen.`,
      en: `You have ${mostOpen} open mentorings already: ${own.map(({ id }) => id).join(', ')}. Close or withdraw one of them, then you can ask again.`,
    });
}

/** @throws {Refusal} when nobody can ask this mentor at present */
export function checkMentor(
  { id, name }: Party,
  profile: Profile | undefined,
  book: Book,
  context: World,
): void {
  if (!profile || pauseOf(profile, context) !== undefined)
    throw new Refusal('not-available', {
      de: `${name} kann zurzeit nicht gefragt werden. „Mentoren“ zeigt, wer jetzt einen Platz frei hat.`,
      en: `${name} cannot be asked at present. “Mentors” shows who has a place free now.`,
    });
  if (freePlaces(profile.capacity, id, book) === 0)
    throw new Refusal('no-place', {
      de: `${name} hat gerade keinen Platz frei. „Mentoren“ zeigt, wer jetzt einen Platz frei hat.`,
      en: `${name} has no place free just now. “Mentors” shows who has one.`,
    });
}
