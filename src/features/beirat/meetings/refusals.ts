import { Refusal } from '../../../core/refusal.ts';

/** What people may run into, with the next step. */

export const ownDraft = () =>
  new Refusal('own-draft', {
    de: 'Diesen Entwurf haben Sie selbst vorgelegt; freigeben muss ihn jemand anderes (Vier-Augen-Prinzip): der Vorsitz oder dessen Vertretung.',
    en: 'You submitted this draft yourself; somebody else must approve it (four eyes): the chair or the deputy.',
  });
export const nobodyElseApproves = () =>
  new Refusal('nobody-else-approves', {
    de: 'Zurzeit führen nur Sie den Vorsitz, und den eigenen Entwurf gibt niemand frei (Vier-Augen-Prinzip). Bitte lassen Sie ihn von der anderen Person der Geschäftsführung vorlegen, oder lassen Sie 10.50 eine Vertretung des Vorsitzes zuordnen.',
    en: 'At present nobody but you chairs, and nobody approves their own draft (four eyes). Please have the other person of the management submit it, or have 10.50 assign a deputy of the chair.',
  });
export const notNeededAnyMore = () =>
  new Refusal('not-needed', {
    de: 'Ihre Vertretung wird bei dieser Sitzung nicht mehr gebraucht; wir melden uns, falls sich das ändert. Fragen beantwortet die Geschäftsführung, der Digitallotse Wirtschaft.',
    en: 'You are no longer needed as a deputy at this meeting; we will tell you if that changes. The management, the Digitallotse Wirtschaft, answers questions.',
  });
export const notInvited = () =>
  new Refusal('not-invited', {
    de: 'Zu dieser Sitzung sind Sie nicht eingeladen. Fragen dazu beantwortet die Geschäftsführung des Digitalen Beirats, der Digitallotse Wirtschaft.',
    en: 'You are not invited to this meeting. The management of the Digital Advisory Board, the Digitallotse Wirtschaft, answers questions about it.',
  });
export const noSuchMeeting = (id: string) =>
  new Refusal('no-such-meeting', {
    de: `Eine Sitzung ${id} des Digitalen Beirats, an der Sie beteiligt sind, finde ich nicht. Ihre Sitzungen zeigt „Meine Sitzungen“.`,
    en: `I find no meeting ${id} of the Digital Advisory Board that concerns you. “My meetings” shows yours.`,
  });
export const notNow = (stateDe: string, stateEn: string) =>
  new Refusal('not-now', {
    de: `Das geht jetzt nicht: Die Sitzung ist ${stateDe}. Die Karte zeigt, was jetzt möglich ist.`,
    en: `This is not possible now: the meeting is ${stateEn}. The card shows what is possible now.`,
  });
export const dayNotPossible = (de: string, en: string) =>
  new Refusal('day-not-possible', {
    de: `An diesem Tag geht es nicht: ${de}. Bitte wählen Sie einen anderen.`,
    en: `That day is not possible: ${en}. Please choose another one.`,
  });
export const urgencyMissing = (latestDe: string, latestEn: string) =>
  new Refusal('urgency-missing', {
    de: `Die Ladungsfrist ist nicht mehr einzuhalten (spätester Versand: ${latestDe}). Bitte begründen Sie die Dringlichkeit; die Begründung steht in der Einladung. Oder wählen Sie einen späteren Tag.`,
    en: `The notice period can no longer be kept (latest dispatch: ${latestEn}). Please state why it is urgent; the invitation will say so. Or choose a later day.`,
  });
export const agendaMissing = () =>
  new Refusal('agenda-missing', {
    de: 'Die Tagesordnung ist leer. Bitte tragen Sie mindestens einen Punkt ein.',
    en: 'The agenda is empty. Please enter at least one item.',
  });
export const notADeputy = () =>
  new Refusal('not-a-deputy', {
    de: 'Diese Person vertritt Ihren Sitz nicht. Wer vertreten darf, bestimmt das Verzeichnis; bitte wählen Sie aus der Liste oder sagen Sie nur ab.',
    en: 'This person does not deputise for your seat. The directory says who may; please choose from the list or just decline.',
  });
export const deputyNotFree = (name: string) =>
  new Refusal('deputy-not-free', {
    de: `${name} kann hier nicht vertreten: Diese Person hat selbst abgesagt oder nimmt schon an der Sitzung teil. Bitte wählen Sie jemand anderen oder sagen Sie nur ab.`,
    en: `${name} cannot deputise here: this person has declined or takes part in the meeting already. Please choose somebody else or just decline.`,
  });
export const replyDayNotPossible = (dayDe: string, dayEn: string) =>
  new Refusal('reply-day-not-possible', {
    de: `Der letzte Tag für Antworten (${dayDe}) muss zwischen heute und dem Tag der Sitzung liegen. Bitte ändern Sie ihn im Entwurf.`,
    en: `The last day for answers (${dayEn}) must lie between today and the day of the meeting. Please change it in the draft.`,
  });
export const alreadyAnswered = () =>
  new Refusal('question-answered', {
    de: 'Diese Frage ist schon beantwortet.',
    en: 'This question has been answered already.',
  });
export const meetingBegun = () =>
  new Refusal('meeting-begun', {
    de: 'Die Sitzung hat schon begonnen oder stattgefunden. Halten Sie jetzt fest, wie sie verlief; ist sie ausgefallen, verlegen Sie sie oder sagen Sie sie ab.',
    en: 'The meeting has begun or taken place already. Record now how it went; if it did not take place, move it or cancel it.',
  });
export const meetingOver = () =>
  new Refusal('meeting-over', {
    de: 'Die Sitzung hat schon begonnen oder stattgefunden; Antworten ändern daran nichts mehr. Bitte wenden Sie sich an die Geschäftsführung.',
    en: 'The meeting has begun or taken place already; answers no longer change anything. Please turn to the management.',
  });
export const noDraft = () =>
  new Refusal('no-draft', {
    de: 'Zu dieser Sitzung ist schon eingeladen, sie ist kein Entwurf mehr. Absagen können Sie sie über „Ändern, absagen …“.',
    en: 'The invitations to this meeting have been sent, it is no draft any more. “Change, cancel …” calls it off.',
  });
export const noMeetingNamed = () =>
  new Refusal('no-meeting-named', {
    de: 'Diese Karte nennt keine Sitzung. Schreiben Sie bitte „Meine Sitzungen“.',
    en: 'This card names no meeting. Please type “my meetings”.',
  });
