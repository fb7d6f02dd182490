import { dayIn } from '../../../core/day.ts';
import { Refusal } from '../../../core/refusal.ts';

/** What people may run into, with the next step. */

export const notAsked = () =>
  new Refusal('not-asked', {
    de: 'Diese Terminumfrage richtet sich an die Mitglieder des Digitalen Beirats. Fragen dazu beantwortet die Geschäftsführung, der Digitallotse Wirtschaft.',
    en: 'This date poll is for the members of the Digital Advisory Board. The board’s office, the Digitallotse Wirtschaft, will answer your questions about it.',
  });
export const pollOver = () =>
  new Refusal('poll-over', {
    de: 'Diese Terminumfrage ist beendet; Antworten ändern daran nichts mehr. Bitte wenden Sie sich an die Geschäftsführung.',
    en: 'This date poll is over; answers no longer change anything. Please turn to the board’s office.',
  });
export const choiceMissing = () =>
  new Refusal('choice-missing', {
    de: 'Bitte geben Sie mindestens zu einem Termin Ja, Zur Not oder Nein an.',
    en: 'Please say yes, if need be or no for one date at least.',
  });
export const noSuchDate = (count: number) =>
  new Refusal('no-such-date', {
    de: `Einen solchen Termin hat diese Umfrage nicht. Bitte nennen Sie eine Nummer von 1 bis ${count}.`,
    en: `This poll has no such date. Please give a number from 1 to ${count}.`,
  });
export const datePassed = () =>
  new Refusal('date-passed', {
    de: 'Dieser Termin ist heute oder schon vorbei. Bitte nehmen Sie einen anderen oder beginnen Sie eine neue Umfrage.',
    en: 'This date is today or over. Please take another one or start a new poll.',
  });
export const cannotProlong = (last: string) =>
  new Refusal('cannot-prolong', {
    de: `Die neue Antwortfrist muss nach der alten und spätestens am ${dayIn('de', last)} enden, dem Tag vor dem ersten Termin.`,
    en: `The new last day for answers must lie after the old one and not after ${dayIn('en', last)}, the day before the first date.`,
  });
