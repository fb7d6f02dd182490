import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import { despiteWords } from '../board/against.ts';
import { entryLine, entryText } from '../board/words.ts';
import type { Answer, Dispatch, DispatchKind, Meeting, State } from './model.ts';

/** Words for what meetings are and what happens to them. */

export const stateWords: Readonly<Record<State, Text>> = {
  planned: { de: 'in Planung', en: 'being planned' },
  'awaiting-approval': { de: 'beim Vorsitz zur Freigabe', en: 'with the chair for approval' },
  approved: { de: 'freigegeben, noch nicht eingeladen', en: 'approved, invitations not sent yet' },
  invited: { de: 'eingeladen', en: 'invited' },
  postponed: { de: 'verschoben, neuer Termin folgt', en: 'postponed, new date to follow' },
  held: { de: 'gehalten, Niederschrift offen', en: 'held, minutes open' },
  minuted: { de: 'mit Niederschrift abgeschlossen', en: 'closed with minutes' },
  cancelled: { de: 'abgesagt', en: 'cancelled' },
};

export const answerWords: Readonly<Record<Answer, Text>> = {
  'in-person': { de: 'kommt', en: 'comes' },
  online: { de: 'online dabei', en: 'takes part online' },
  no: { de: 'sagt ab', en: 'declines' },
};

export const dispatchWords: Readonly<Record<DispatchKind, Text>> = {
  invitation: { de: 'Einladung', en: 'Invitation' },
  deputy: { de: 'Einladung als Vertretung', en: 'Invitation as deputy' },
  released: { de: 'Vertretung nicht mehr nötig', en: 'Deputy no longer needed' },
  change: { de: 'Änderung', en: 'Change' },
  cancellation: { de: 'Absage', en: 'Cancellation' },
  reminder: { de: 'Erinnerung', en: 'Reminder' },
  minutes: { de: 'Niederschrift', en: 'Minutes' },
};

/** How it stands with something that was sent; never by colour alone. */
export function dispatchState(line: Dispatch, language: Language): string {
  const words = language === 'de' ? german : english;
  const { state, channel, repaired, reasons, awayAt } = line;
  if (state === 'failed' && reasons?.includes(bounced)) return words.bounced;
  if (awayAt && state === 'sent') return words.away;
  const text = state === 'sent' ? (channel === 'mail' ? words.mailed : words.delivered) : words[state];
  return repaired && (state === 'sent' || state === 'reached') ? `${text} ${words.repaired}` : text;
}

/** The reason of a dispatch that the receiving server sent back later. */
export const bounced = 'bounced';

const german = {
  bounced: '✕ zu klären: als unzustellbar zurückgekommen',
  away: '✓ per E-Mail verschickt, automatische Antwort: abwesend',
  waiting: '… unterwegs',
  mailed: '✓ per E-Mail verschickt',
  delivered: '✓ in Teams zugestellt',
  unclear: '? zu klären: ungewiss, ob angekommen',
  failed: '✕ zu klären: nicht angekommen',
  'not-needed': '– nicht mehr nötig',
  reached: '✓ auf anderem Weg erreicht',
  repaired: '(nachgeholt)',
};
const english = {
  bounced: '✕ to be cleared up: came back as undeliverable',
  away: '✓ sent by email, automatic answer: away',
  waiting: '… on its way',
  mailed: '✓ sent by email',
  delivered: '✓ delivered in Teams',
  unclear: '? to be cleared up: unknown whether it arrived',
  failed: '✕ to be cleared up: not delivered',
  'not-needed': '– no longer needed',
  reached: '✓ reached another way',
  repaired: '(repaired)',
};

/** "14:00 bis 16:00 Uhr" */
export function timesOf({ plan: { time, minutes } }: Pick<Meeting, 'plan'>, language: Language): string {
  const end = endOf(time, minutes);
  return wordsIn(language)(`${time} bis ${end} Uhr`, `${time} to ${end}`);
}

/** The time of day so many minutes later; past midnight it stays within the day. */
export function endOf(time: string, minutes: number): string {
  const [hours = 0, mins = 0] = time.split(':').map(Number);
  const total = Math.min(hours * 60 + mins + minutes, 24 * 60 - 1);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

const acts: Readonly<Record<string, Text>> = {
  planned: { de: 'hat die Sitzung angelegt', en: 'planned the meeting' },
  edited: { de: 'hat den Entwurf geändert', en: 'changed the draft' },
  submitted: { de: 'hat den Entwurf dem Vorsitz vorgelegt', en: 'submitted the draft to the chair' },
  recalled: { de: 'hat den Entwurf zurückgeholt', en: 'took the draft back' },
  approved: { de: 'hat den Entwurf freigegeben', en: 'approved the draft' },
  confirmed: { de: 'hat die Änderung bestätigt', en: 'confirmed the change' },
  wished: { de: 'bittet um eine Änderung', en: 'asks for a change' },
  invited: { de: 'hat eingeladen', en: 'sent the invitations' },
  moved: { de: 'hat den Termin verlegt', en: 'moved the date' },
  relocated: { de: 'hat den Ort geändert', en: 'changed the place' },
  amended: { de: 'hat die Tagesordnung ergänzt', en: 'supplemented the agenda' },
  'guests-named': {
    de: 'hat die Gäste zu einem Punkt geändert',
    en: 'changed the guests for an item',
  },
  postponed: { de: 'hat die Sitzung verschoben', en: 'postponed the meeting' },
  cancelled: { de: 'hat die Sitzung abgesagt', en: 'cancelled the meeting' },
  discarded: { de: 'hat den Entwurf verworfen', en: 'discarded the draft' },
  accepted: { de: 'hat zugesagt', en: 'accepted' },
  declined: { de: 'hat abgesagt', en: 'declined' },
  'deputy-invited': { de: 'hat die Vertretung eingeladen', en: 'invited the deputy' },
  'deputy-released': { de: 'hat die Vertretung entlastet', en: 'released the deputy' },
  'no-deputy': { de: 'findet keine Vertretung', en: 'finds no deputy' },
  left: { de: 'hat die Einladung zurückgenommen', en: 'took the invitation back' },
  joined: { de: 'hat nachträglich eingeladen', en: 'invited somebody later' },
  asked: { de: 'hat gefragt', en: 'asked a question' },
  answered: { de: 'hat die Frage beantwortet', en: 'answered the question' },
  reminded: { de: 'hat erinnert', en: 'sent a reminder' },
  resent: { de: 'hat noch einmal gesendet', en: 'sent it again' },
  reached: { de: 'hat auf anderem Weg erreicht', en: 'reached a member another way' },
  'quorum-in-danger': {
    de: 'warnt: die Beschlussfähigkeit ist in Gefahr',
    en: 'warns: the quorum is in danger',
  },
  held: { de: 'hat die Sitzung eröffnet', en: 'opened the meeting' },
  attendance: { de: 'hat die Anwesenheit festgehalten', en: 'recorded the attendance' },
  repeated: { de: 'hat die zweite Sitzung geplant', en: 'planned the second meeting' },
  chaired: { de: 'hat die Leitung eines Punkts festgehalten', en: 'recorded who chaired an item' },
  'urgency-found': {
    de: 'hat die Abstimmung über die Dringlichkeit festgehalten',
    en: 'recorded the vote on urgency',
  },
  conflict: { de: 'hat eine Befangenheit festgehalten', en: 'recorded a conflict of interest' },
  noted: { de: 'hat einen Punkt festgehalten', en: 'recorded an item' },
  resolved: { de: 'hat einen Beschluss festgehalten', en: 'recorded a resolution' },
  ended: { de: 'hat das Ende festgehalten', en: 'recorded the end' },
  'recommendation-taken-up': { de: 'hat die Empfehlung aufgegriffen', en: 'took the recommendation up' },
  'recommendation-rejected': { de: 'hat die Empfehlung abgelehnt', en: 'rejected the recommendation' },
  'resolution-done': { de: 'hat einen Beschluss als erledigt gemeldet', en: 'reported a resolution as done' },
  'minutes-sent': {
    de: 'hat die Niederschrift freigegeben, sie ist versandt',
    en: 'released the minutes, they are sent',
  },
  'minutes-signed': {
    de: 'hat festgehalten, dass die unterschriebene Niederschrift in der Akte ist',
    en: 'recorded that the signed minutes are on file',
  },
  'minutes-submitted': {
    de: 'hat die Niederschrift dem Vorsitz vorgelegt',
    en: 'submitted the minutes to the chair',
  },
  'minutes-wished': {
    de: 'bittet um eine Änderung der Niederschrift',
    en: 'asks for a change of the minutes',
  },
  objected: { de: 'hat Einwendungen erhoben', en: 'objected to the minutes' },
  'objection-answered': { de: 'hat eine Einwendung behandelt', en: 'dealt with an objection' },
  closed: { de: 'hat die Sitzung abgeschlossen', en: 'closed the meeting' },
  'file-added': { de: 'hat eine Datei beigelegt', en: 'added a file' },
  'file-removed': { de: 'hat eine Datei entfernt', en: 'removed a file' },
  'review-asked': { de: 'hat um Prüfung eines Punkts gebeten', en: 'asked for a review of an item' },
  'review-back': { de: 'hat eine Prüfung zurückgenommen', en: 'took a review back' },
  'review-commented': { de: 'hat zu einem Punkt Stellung genommen', en: 'commented on an item' },
  'words-erased': {
    de: 'hat Begründungen und Fragen der Mitglieder gelöscht',
    en: 'erased reasons and questions of the members',
  },
};

/** "25.11.2026, 09:05 · Vorsitz (i. V. für …) hat den Entwurf freigegeben: „…“" */
export const historyLine = (entry: HistoryEntry, language: Language, most = 140): string =>
  `${entryLine(entry, acts, language, most)}${despiteWords(entry.facts)[language]}`;
/** The same without its moment. */
export const historyText = (entry: HistoryEntry, language: Language, most = 140): string =>
  `${entryText(entry, acts, language, most)}${despiteWords(entry.facts)[language]}`;
