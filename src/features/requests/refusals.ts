import { Refusal } from '../../core/refusal.ts';
import { type Language, type Text, wordsIn } from '../../core/text.ts';
import type { Capacity } from './actors.ts';
import { type Correction, correctionChoices } from './correcting.ts';

/** The expected no of a decision, each with what to do instead. */

export const notYours = (who: readonly Capacity[]): Refusal => {
  const names = (language: Language) =>
    who.map(({ person }) => person.name).join(', ') ||
    wordsIn(language)('zurzeit niemandem; 10.50 ist informiert', 'nobody at present; 10.50 has been told');
  return new Refusal('not-yours', {
    de: `Dieser Schritt liegt nicht bei Ihnen, sondern bei: ${names('de')}.`,
    en: `This step is not with you but with: ${names('en')}.`,
  });
};

export const ownRequest = () =>
  new Refusal('own-request', {
    de: 'Was von Ihnen selbst kommt, entscheidet oder bearbeitet immer jemand anderes. Die Vertretung oder die nächsthöhere Rolle ist gefragt.',
    en: 'Somebody else always decides on or handles what comes from you. The deputy or the role above has been asked.',
  });

export const onlyRequester = (name: string) =>
  new Refusal('only-requester', {
    de: `Das kann nur die Person, von der es kommt: ${name}.`,
    en: `Only the person whom it comes from can do this: ${name}.`,
  });

export const onlyKeepers = () =>
  new Refusal('only-10.50', {
    de: 'Das kann nur das Strategische IT-Management (10.50). Wenden Sie sich mit dem Grund dorthin.',
    en: 'Only Strategic IT Management (10.50) can do this. Please contact them and give the reason.',
  });

export const notBelow = () =>
  new Refusal('not-below', {
    de: 'Über diesen Schritt entscheidet eine Rolle oder Stelle, an deren Platz 10.50 nicht treten kann. Bitte fragen Sie dort nach oder erinnern Sie daran.',
    en: 'This step belongs to a role or body in whose place 10.50 cannot act. Please ask or remind them.',
  });

export const signedAlready = () =>
  new Refusal('signed-already', {
    de: 'Sie haben bei diesem Antrag schon einen anderen Schritt entschieden. Diesen entscheidet eine andere Person.',
    en: 'You have already decided another step of this request. Somebody else decides this one.',
  });

export const amountUnknown = () =>
  new Refusal('amount-unknown', {
    de: 'Der Betrag ist noch nicht bekannt; von ihm hängt ab, wer noch entscheidet. Bitte geben Sie den Betrag an, über den Sie entscheiden, z. B. „zustimmen 1.250 €“.',
    en: 'Nobody has named an amount yet, and it determines who else decides. Please enter the amount that you decide on, e.g. “approve €1,250”.',
  });

export const changedSinceThen = () =>
  new Refusal('changed-since', {
    de: 'Der Antrag hat sich geändert, deshalb ist noch nichts entschieden. Bitte prüfen Sie die Änderung und bestätigen Sie mit der Schaltfläche.',
    en: 'The request has changed, so nothing has been decided yet. Please check the change and confirm with the button.',
  });

export const notGranted = () =>
  new Refusal('not-granted', {
    de: 'Hier ist kein Betrag bewilligt, der noch keinem Budget zugeordnet ist.',
    en: 'No amount is granted here that is not charged to a budget yet.',
  });

export const overBudget = () =>
  new Refusal('over-limit', {
    de: 'So viel ist in diesem Budget nicht frei. Nehmen Sie ein anderes oder ändern Sie zuerst das Limit („Budget“).',
    en: 'There is not that much left in this budget. Take another one or change the limit first (“Budgets”).',
  });

export const amountUnreadable = () =>
  new Refusal('amount-unreadable', {
    de: 'Diesen Betrag kann ich nicht lesen. Bitte schreiben Sie ihn in Ziffern, z. B. „1.250,00“.',
    en: 'I cannot read this amount. Please write it in digits, e.g. “1,250.00”.',
  });

export const inWork = (name: string) =>
  new Refusal('in-work', {
    de: `Das ist schon in Arbeit und kann nicht mehr zurückgezogen werden. Sprechen Sie mit ${name}.`,
    en: `This is being worked on and can no longer be withdrawn. Please talk to ${name}.`,
  });

export const notForCorrection = () =>
  new Refusal('not-for-correction', {
    de: 'Hier können Sie keine Einstufung berichtigen. Bei wem der Antrag liegt, zeigt die Karte.',
    en: 'You cannot correct a classification here. The card shows with whom the request is.',
  });
/** @param all what it could be instead */
export const unknownLevel = (all: readonly Correction[]) => {
  const names = (language: Language) =>
    correctionChoices(all, language)
      .map(({ title }) => title)
      .join('; ');
  return new Refusal('unknown-level', {
    de: `Bitte wählen Sie, was stattdessen gilt: ${names('de')}.`,
    en: `Please choose what it is instead: ${names('en')}.`,
  });
};

/** Of several parts nobody knows which one is meant. */
export const severalParts = (names: readonly Text[]) =>
  new Refusal('several-parts', {
    de: `Hier sind mehrere Teile offen: ${names.map(({ de }) => de).join(', ')}. Bitte wählen Sie den Teil auf der Karte.`,
    en: `Several parts are open here: ${names.map(({ en }) => en).join(', ')}. Please choose the part on the card.`,
  });

/** Ways of acting that a step does not know, with what it does know. */
const wrongStep = (code: string, de: string, en: string) => () => new Refusal(code, { de, en });

export const notForDecision = wrongStep(
  'not-for-decision',
  'Bei diesem Schritt ist nichts zu entscheiden. Möglich sind die Schaltflächen auf der Karte des Antrags.',
  'There is nothing to decide at this step. The buttons on the card of the request show what is possible.',
);
export const notForOpinion = wrongStep(
  'not-for-opinion',
  'Bei diesem Schritt ist keine Stellungnahme gefragt, sondern eine Entscheidung oder die Bearbeitung.',
  'This step does not ask for an opinion but for a decision or for the work itself.',
);
export const notForWork = wrongStep(
  'not-for-work',
  'Hier wird noch entschieden; übernehmen und erledigen lässt es sich erst danach.',
  'This is still being decided; it can be taken over and finished only afterwards.',
);
export const notForRenewal = wrongStep(
  'not-for-renewal',
  'Bei diesem Schritt ist nichts zu verlängern oder zu beenden. Möglich sind die Schaltflächen auf der Karte des Antrags.',
  'There is nothing to prolong or to end at this step. The buttons on the card of the request show what is possible.',
);
export const stillResting = wrongStep(
  'still-resting',
  'Es gilt noch länger. Lotse fragt Sie rechtzeitig vor dem Ablauf, ob es verlängert wird.',
  'It is valid for longer. Lotse asks you in good time before it ends whether to prolong it.',
);
export const inEffect = wrongStep(
  'in-effect',
  'Das ist schon eingerichtet und lässt sich nicht mehr zurückziehen. Wird es nicht mehr gebraucht, schreiben Sie „beenden“ hinter die Nummer.',
  'This is already set up and can no longer be withdrawn. If it is not needed any more, type “end” behind the number.',
);
export const partDone = wrongStep(
  'part-done',
  'Ein Teil ist schon erledigt, deshalb lässt sich das nicht mehr zurückziehen. Sie können es noch ändern.',
  'One part is done already, so this can no longer be withdrawn. You can still change it.',
);
export const dayMissing = wrongStep(
  'day-missing',
  'Bitte geben Sie den Tag der Sitzung an, in der das beschlossen wurde, z. B. 15.12.2026.',
  'Please enter the day of the meeting in which this was resolved, e.g. 15.12.2026.',
);
export const notReturned = wrongStep(
  'not-returned',
  'Hier ist keine Rückfrage offen; es wird gerade bearbeitet.',
  'There is no open question here; it is being handled.',
);
export const nothingAsked = wrongStep(
  'nothing-asked',
  'Hier ist keine Rückfrage offen, die sich zurücknehmen ließe.',
  'There is no open question here that could be taken back.',
);
export const onlyAsker = (name: string) =>
  new Refusal('only-asker', {
    de: `Die Rückfrage kann nur zurücknehmen, wer sie gestellt hat: ${name}.`,
    en: `Only whoever asked the question can take it back: ${name}.`,
  });
export const waitsForAnswer = wrongStep(
  'waits-for-answer',
  'Hier fehlt noch die Antwort auf eine Rückfrage. Danach geht es bei diesem Schritt weiter.',
  'The answer to a question is still missing here. It then goes on at this step.',
);
export const reasonMissing = wrongStep(
  'reason-missing',
  'Bitte begründen Sie das kurz (oder stellen Sie Ihre Frage). Der Text wird dazu gespeichert.',
  'Please give a short reason (or ask your question). The text is kept with it.',
);
export const hasVotedAlready = wrongStep(
  'has-voted',
  'Sie haben hier schon abgestimmt. Eine Rückfrage können jetzt nur noch die anderen stellen.',
  'You have voted here already. Only the others can ask a question now.',
);
export const votesTogether = wrongStep(
  'votes-together',
  'Hier stimmen alle, die die Rolle innehaben, gemeinsam ab; eine Stimme kann nicht weitergegeben werden.',
  'All who hold the role vote together here; a vote cannot be passed on.',
);
export const cannotReceive = wrongStep(
  'cannot-receive',
  'An diese Person kann der Schritt nicht gegeben werden: Sie hat die Rolle nicht inne, ist abwesend oder hat den Antrag selbst gestellt.',
  'The step cannot be given to this person: they do not hold the role, are away, or made the request themselves.',
);

/** @param names whom it can be given to */
export function unknownPerson(to: string, names: readonly string[]): Refusal {
  const list = names.join(', ') || '–';
  return to.trim()
    ? new Refusal('unknown-person', {
        de: `„${to}“ finde ich hier nicht. Möglich sind: ${list}.`,
        en: `I cannot find “${to}” here. Possible are: ${list}.`,
      })
    : new Refusal('person-missing', {
        de: `Bitte nennen Sie die Person. Möglich sind: ${list}.`,
        en: `Please name the person. Possible are: ${list}.`,
      });
}

export const notJoinable = wrongStep(
  'not-joinable',
  'Das ist nicht mehr offen. Wenn es bei Ihnen noch besteht, melden Sie es bitte neu.',
  'This is no longer open. If you still have the problem, please report it anew.',
);
export const ownReport = wrongStep(
  'own-report',
  'Das haben Sie selbst gemeldet; Sie erfahren, was daraus wird.',
  'You reported this yourself; you will hear what becomes of it.',
);
export const notConcerned = wrongStep(
  'not-concerned',
  'Das können nur die, die es betrifft.',
  'Only those whom it affects can do this.',
);
export const endIsFinal = wrongStep(
  'end-is-final',
  'Das ist schon länger abgeschlossen. Wenn es wieder auftritt, melden Sie es bitte neu.',
  'This was closed some time ago. If it happens again, please report it anew.',
);
export const notForNotes = wrongStep(
  'not-for-notes',
  'Hinweise an alle gibt es, wo etwas mehrere betreffen kann und bearbeitet wird. Stellen Sie sonst eine Rückfrage.',
  'Notes to everybody are for what can affect several and is being handled. Otherwise please ask a question.',
);
export const noteMissing = wrongStep(
  'note-missing',
  'Bitte schreiben Sie den Hinweis, z. B. „Seit 10 Uhr arbeiten wir daran, bitte nicht neu starten.“',
  'Please write the note, e.g. “We have been working on it since 10:00, please do not restart.”',
);
