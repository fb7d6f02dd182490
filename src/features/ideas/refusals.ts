import { Refusal } from '../../core/refusal.ts';
import { type Language, type Text, wordsIn } from '../../core/text.ts';
import type { Entitled } from './policy.ts';

/** The expected no of a decision, each with what to do instead. */

const no = (code: string, de: string, en: string) => () => new Refusal(code, { de, en });

export const notYours = (who: readonly Entitled[]): Refusal => {
  const names = (language: Language) =>
    who
      .filter(({ isAbsent, onBehalfOf }) => !isAbsent && !onBehalfOf)
      .concat(who.filter(({ isAbsent }) => !isAbsent))
      .slice(0, 1)
      .map(({ person }) => person.name)
      .join(', ') || wordsIn(language)('zurzeit niemandem', 'nobody at present');
  return new Refusal('not-yours', {
    de: `Das liegt nicht bei Ihnen, sondern bei: ${names('de')}.`,
    en: `This is not with you but with: ${names('en')}.`,
  });
};

export const onlySubmitter = (name: string) =>
  new Refusal('only-submitter', {
    de: `Das kann nur, wer die Idee eingereicht hat: ${name}.`,
    en: `Only the person who submitted the idea can do this: ${name}.`,
  });

export const ownIdea = no(
  'own-idea',
  'Über die eigene Idee entscheidet immer jemand anderes. Die Vertretung oder die nächsthöhere Rolle ist gefragt.',
  'Somebody else always decides on your own idea. The deputy or the role above has been asked.',
);
export const ownSupport = no(
  'own-support',
  'Das ist Ihre eigene Idee; sie zählt schon. Zeigen Sie sie Kolleginnen und Kollegen.',
  'This is your own idea; you count already. Show it to your colleagues.',
);
export const reasonMissing = no(
  'reason-missing',
  'Bitte begründen Sie das kurz. Der Text wird bei der Idee gespeichert; wer sie hatte, kann ihn lesen.',
  'Please write a sentence; it is kept with the idea, and whoever had it reads it.',
);
export const wayMissing = no(
  'way-missing',
  'Bitte schreiben Sie, wie es weitergeht: Zu jedem Ergebnis gehört ein Lösungsweg, auch zu „nicht machbar“.',
  'Please write how it goes on: every result has a way forward, “not feasible” too.',
);
export const waitsForAnswer = no(
  'waits-for-answer',
  'Diese Idee wartet auf die Antwort auf eine Rückfrage. Ablehnen oder zusammenführen können Sie sie trotzdem.',
  'This idea is waiting for an answer to a question. You can decline or merge it all the same.',
);
export const noQuestion = no(
  'no-question',
  'Zu dieser Idee ist keine Rückfrage offen.',
  'There is no open question about this idea.',
);
export const withBeirat = no(
  'with-beirat',
  'Diese Idee liegt beim Digitalen Beirat. Solange sie auf keiner Tagesordnung steht, kann sie zurückgeholt werden.',
  'This idea is with the Digital Advisory Board. As long as it is on no agenda it can be taken back.',
);
export const onAgendaAlready = no(
  'on-agenda-already',
  'Zu der Sitzung mit dieser Idee ist schon eingeladen. Bitte wenden Sie sich an die Geschäftsführung des Beirats.',
  'The meeting with this idea has been invited to already. Please contact the board’s office.',
);
export const notWithBeirat = no(
  'not-with-beirat',
  'Diese Idee liegt nicht beim Digitalen Beirat. Die Schaltflächen auf ihrer Karte zeigen, was möglich ist.',
  'This idea is not with the Digital Advisory Board. The buttons on its card show what is possible.',
);
export const noPlaceYet = no(
  'no-place-yet',
  'Diese Idee steht noch auf keiner Tagesordnung, zu der eingeladen ist.',
  'This idea is not on an agenda yet that has been invited to.',
);
export const outcomeMissing = no(
  'outcome-missing',
  'Bitte wählen Sie ein Ergebnis.',
  'Please choose a result.',
);
export const marksMissing = no(
  'marks-missing',
  'Bitte wählen Sie zu jedem der vier Punkte eine Zahl von 1 bis 5.',
  'Please choose a number from 1 to 5 for each of the four points.',
);
export const nameOther = no(
  'other-missing',
  'Bitte wählen Sie die andere Idee, oder schreiben Sie ihre Nummer.',
  'Please choose the other idea, or write its number.',
);
export const votingStillOpen = no(
  'voting-open',
  'Ein Ergebnis des Beirats gibt es noch nicht: Es lässt sich eintragen, sobald alle bewertet haben oder die Sitzung gehalten und ihre Niederschrift eröffnet ist.',
  'There is no result of the board yet: it can be recorded once all have scored, or the meeting was held and its minutes opened.',
);
export const votingClosed = no(
  'voting-closed',
  'Bewertet wird vom Versand der Einladung bis zum Ende des Sitzungstags. Zurzeit ist die Bewertung nicht offen.',
  'Members score from the invitation until the end of the day of the meeting. Scoring is not open at present.',
);
export const notVoting = no(
  'not-voting',
  'Bewerten können die stimmberechtigten Mitglieder des Digitalen Beirats und ihre Vertretungen.',
  'The voting members of the Digital Advisory Board and their deputies can score.',
);
export const notEvaluated = no(
  'not-evaluated',
  'Diese Idee ist noch nicht bewertet. Erst danach wird ein Antrag daraus, oder sie wird abgeschlossen.',
  'This idea has not been evaluated yet. After that it becomes a request or is closed.',
);
export const tooLate = no(
  'too-late',
  'Dafür ist diese Idee schon zu weit. Ihre Karte zeigt, wo sie steht.',
  'This idea has come too far for that. Its card shows where it stands.',
);
export const badTarget = no(
  'bad-target',
  'Damit lässt sich diese Idee nicht zusammenführen: Nennen Sie eine andere Idee, die nicht abgelehnt, zurückgezogen oder selbst zusammengeführt ist.',
  'This idea cannot be merged with that one: name another idea that is not declined, withdrawn or merged itself.',
);

/** Nothing is merged before whoever does it has read what that means. */
export const mergeUnconfirmed = (what: Text) =>
  new Refusal('merge-unconfirmed', {
    de: `Noch ist nichts geschehen. ${what.de}`,
    en: `Nothing has happened yet. ${what.en}`,
  });
export const separateFirst = (id: string, into: string) =>
  new Refusal('separate-first', {
    de: `${id} ist inzwischen selbst in ${into} aufgegangen. Bitte trennen Sie zuerst diese beiden.`,
    en: `${id} has itself become part of ${into} meanwhile. Please separate these two first.`,
  });
export const notMerged = no(
  'not-merged',
  'Hier ist nichts zu trennen: Diese Idee ist mit keiner anderen zusammengeführt. Ihre Karte zeigt, wo sie steht.',
  'There is nothing to separate: this idea is merged with no other one. Its card shows where it stands.',
);
/** The same no whether there is no such idea or it was taken back. */
export const noSuchIdea = (id: string) => new Refusal('no-such-idea', missingIdea(id));
export const missingIdea = (id: string): Text => ({
  de: `Eine Idee ${id} finde ich nicht. „Ideen“ zeigt, welche es gibt.`,
  en: `I find no idea ${id}. “Ideas” shows which there are.`,
});
