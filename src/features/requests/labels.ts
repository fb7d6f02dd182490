import { momentIn } from '../../core/day.ts';
import type { HistoryEntry } from '../../core/history.ts';
import type { Language, Text } from '../../core/text.ts';
import { nameWithMark, quoted, shortened, wordsIn } from '../../core/text.ts';
import type { Request, State, Surroundings } from './model.ts';
import { bodyOf } from './route.ts';
import type { Step } from './types/model.ts';

/** Words for what requests are and do. The marks before them say the same without colour. */

export const stateWords: Readonly<Record<State, Text>> = {
  'in-approval': { de: 'Wird entschieden', en: 'Awaiting decision' },
  returned: { de: 'Rückfrage offen', en: 'Question open' },
  approved: { de: 'Genehmigt – wird umgesetzt', en: 'Approved – to be carried out' },
  'in-progress': { de: 'In Arbeit', en: 'Being worked on' },
  'in-effect': { de: 'Eingerichtet', en: 'Set up' },
  done: { de: 'Erledigt', en: 'Done' },
  rejected: { de: 'Abgelehnt', en: 'Rejected' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
};

/** Where nothing has to be approved, "approved" would promise what nobody decided. */
export const waitingForWork: Text = { de: 'Wartet auf Bearbeitung', en: 'Waiting to be handled' };

/** The state as people read it. */
export const stateOf = (request: Pick<Request, 'state' | 'settled'>): Text =>
  request.state === 'approved' && !request.settled.some(({ outcome }) => outcome === 'agreed')
    ? waitingForWork
    : stateWords[request.state];

/** Which mark and colour a state has. */
export const stateTones: Readonly<Record<State, 'accent' | 'warning' | 'good' | 'attention' | 'plain'>> = {
  'in-approval': 'accent',
  returned: 'warning',
  approved: 'accent',
  'in-progress': 'accent',
  'in-effect': 'good',
  done: 'good',
  rejected: 'attention',
  withdrawn: 'plain',
};

/** What a role does at a step. */
export const duties: Readonly<Record<Step['duty'], Text>> = {
  recommend: { de: 'Befürwortung', en: 'recommendation' },
  approve: { de: 'Entscheidung', en: 'decision' },
  hear: { de: 'Stellungnahme', en: 'opinion' },
  consent: { de: 'Zustimmung', en: 'consent' },
  inform: { de: 'zur Kenntnis', en: 'for information' },
  do: { de: 'Bearbeitung', en: 'delivery' },
  renew: { de: 'Bestätigung', en: 'confirmation' },
};

/** "10.50 · Entscheidung", of a body outside the role model its own name. */
export const stepTitle = (
  step: Pick<Step, 'role' | 'partner' | 'duty'>,
  context: Pick<Surroundings, 'directory' | 'partners'>,
  language: Language,
): string => `${bodyOf(step, context)[language]} · ${duties[step.duty][language]}`;

const acts: Readonly<Record<string, Text>> = {
  submitted: { de: 'hat den Antrag gestellt', en: 'made the request' },
  approved: { de: 'hat zugestimmt', en: 'agreed' },
  recommended: { de: 'hat befürwortet', en: 'recommended it' },
  'advised-against': { de: 'hat nicht befürwortet', en: 'did not recommend it' },
  consented: { de: 'hat zugestimmt', en: 'consented' },
  'consent-refused': { de: 'hat nicht zugestimmt', en: 'did not consent' },
  changed: { de: 'hat den Antrag geändert', en: 'changed the request' },
  reopened: {
    de: 'fragt alle erneut, die schon entschieden hatten',
    en: 'asks everybody again who had decided',
  },
  funded: { de: 'hat die Mittel einem Budget zugeordnet', en: 'charged the money to a budget' },
  rebooked: { de: 'hat die Mittel umgebucht', en: 'rebooked the money' },
  rejected: { de: 'hat abgelehnt', en: 'rejected' },
  opinion: { de: 'hat Stellung genommen', en: 'gave an opinion' },
  'asked-back': { de: 'hat zurückgefragt', en: 'asked a question' },
  answered: { de: 'hat geantwortet', en: 'answered' },
  'passed-on': { de: 'hat den Schritt weitergegeben', en: 'passed the step on' },
  taken: { de: 'bearbeitet den Antrag', en: 'is handling the request' },
  'carried-out': { de: 'hat den Antrag erledigt', en: 'finished the request' },
  withdrawn: { de: 'hat den Antrag zurückgezogen', en: 'withdrew the request' },
  prolonged: { de: 'hat verlängert', en: 'prolonged it' },
  expired: { de: 'hat beendet', en: 'ended it' },
  'not-prolonged': {
    de: 'geht weiter: bis zum Ablauf hat niemand verlängert',
    en: 'goes on: nobody prolonged it in time',
  },
  'override-approved': {
    de: 'hat anstelle der Zuständigen zugestimmt',
    en: 'agreed in place of those responsible',
  },
  'override-rejected': {
    de: 'hat anstelle der Zuständigen abgelehnt',
    en: 'rejected in place of those responsible',
  },
  assigned: { de: 'hat eine andere Person beauftragt', en: 'put somebody else in charge' },
  informed: { de: 'hat informiert', en: 'informed' },
  'not-heard': {
    de: 'geht weiter: bis zum Termin kam keine Stellungnahme',
    en: 'goes on: no opinion came in time',
  },
  moved: {
    de: 'fragt jetzt die neue zuständige Person',
    en: 'now asks the person who has become responsible',
  },
  urged: { de: 'hat an die offene Entscheidung erinnert', en: 'reminded of the open decision' },
  'still-late': {
    de: 'hat 10.50 darauf hingewiesen, dass es noch offen ist',
    en: 'told 10.50 that it is still open',
  },
  'urged-answer': { de: 'hat an die offene Rückfrage erinnert', en: 'reminded of the open question' },
  'words-erased': { de: 'hat Namen und Worte gelöscht', en: 'erased names and words' },
};

/** Who acted: in whose place, or for which body they wrote down what it had said. */
export function actorName(
  name: string,
  onBehalfOf: string | undefined,
  isEntered: boolean,
  language: Language,
): string {
  if (!isEntered || !onBehalfOf) return nameWithMark(name, onBehalfOf, language);
  return wordsIn(language)(`${onBehalfOf}, eingetragen von ${name}`, `${onBehalfOf}, entered by ${name}`);
}

/** What an entry says was done: of a request for a colleague also for whom. */
function actWords({ act, facts }: HistoryEntry): Text | undefined {
  const name = facts?.forName;
  if (act !== 'submitted' || typeof name !== 'string') return acts[act];
  return { de: `hat den Antrag für ${name} gestellt`, en: `made the request for ${name}` };
}

/** Who asked for it: "Sachbearbeitung Amt 61", or who entered it for whom. */
export const askedByText = (
  { requester, colleague }: Pick<Request, 'requester' | 'colleague'>,
  language: Language,
): string =>
  colleague ? `${requester.name} ${wordsIn(language)('für', 'for')} ${colleague.name}` : requester.name;

/** Entries that only keep the trace; people read who was asked from the steps. */
const silent: ReadonlySet<string> = new Set(['asked', 'resting']);

/** So many stand in the history; the card of the request shows all of them to whoever decides once more. */
const mostChanges = 4;

/** "IT-Beauftragte Amt 61 (i. V. für …) hat zugestimmt: „…“" for what people want to read. */
export function historyText(
  entry: HistoryEntry,
  language: Language,
  changes: readonly string[] = [],
): string | undefined {
  const act = actWords(entry);
  if (silent.has(entry.act) || !act) return undefined;
  const said = entry.note ? `: ${quoted(shortened(entry.note, 100), language)}` : '';
  const more = changes.length - mostChanges;
  const left = more > 0 ? [wordsIn(language)(`und ${more} weitere`, `and ${more} more`)] : [];
  const note =
    changes.length > 0 ? `${said} (${[...changes.slice(0, mostChanges), ...left].join('; ')})` : said;
  return `${actorOf(entry, language)} ${act[language]}${note}`;
}

/** The same with its moment: "25.11.2026, 09:05 · IT-Beauftragte Amt 61 hat zugestimmt". */
export function historyLine(
  entry: HistoryEntry,
  language: Language,
  changes: readonly string[] = [],
): string | undefined {
  const text = historyText(entry, language, changes);
  return text && `${momentIn(language, entry.at)} · ${text}`;
}

const actorOf = ({ byName, onBehalfOf, facts }: HistoryEntry, language: Language): string =>
  actorName(byName, onBehalfOf, facts?.entered === true, language);

/** What an entry says about itself in one sentence, e.g. as a notification. */
export const sentenceOf = (entry: HistoryEntry, language: Language): string =>
  `${actorOf(entry, language)} ${(actWords(entry) ?? { de: entry.act, en: entry.act })[language]}.`;

/** "aus Idee ID-2026-0007", for a request that came from somewhere. */
export function originOf({ origin }: Pick<Request, 'origin'>, language: Language): readonly string[] {
  if (!origin) return [];
  const name = origins[origin.kind]?.[language] ?? origin.kind;
  return [`${wordsIn(language)('aus', 'from')} ${name} ${origin.id}`];
}

const origins: Readonly<Record<string, Text>> = {
  idea: { de: 'Idee', en: 'idea' },
};
