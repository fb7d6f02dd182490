import { momentIn } from '../../core/day.ts';
import type { HistoryEntry } from '../../core/history.ts';
import type { Language, Text } from '../../core/text.ts';
import { nameWithMark, quoted, shortened, wordsIn } from '../../core/text.ts';
import { isCarriedOut, type Request, type State, type Surroundings } from './model.ts';
import { actsOfJoined } from './reports/joining.ts';
import { capital, namingOf } from './reports/naming.ts';
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
export function stateOf(request: Pick<Request, 'state' | 'settled' | 'report'>): Text {
  const { state, settled, report } = request;
  // Where some of the parts are done it has been begun, whoever has the next one.
  if (state === 'approved' && !settled.some(({ outcome }) => outcome === 'agreed'))
    return isCarriedOut(request) ? stateWords['in-progress'] : waitingForWork;
  return state === 'done' && report ? capital(report.done) : stateWords[state];
}

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
  do: { de: 'Bearbeitung', en: 'handling' },
  renew: { de: 'Bestätigung', en: 'confirmation' },
};

/** "10.50 · Entscheidung", of a body outside the role model its own name. */
export const stepTitle = (
  step: Pick<Step, 'role' | 'partner' | 'duty' | 'name'>,
  context: Pick<Surroundings, 'directory' | 'partners'>,
  language: Language,
): string => `${bodyOf(step, context)[language]} · ${(step.name ?? duties[step.duty])[language]}`;

/** What the words about an entry need to know of its request. */
type Named = Pick<Request, 'report'> & {
  readonly route?: Request['route'];
  /** The body for which somebody wrote down what it said, at a step; entries keep its German name. */
  readonly bodies?: (step: string) => Text | undefined;
};

/** A request with what the words about its entries need to know of the world. */
export const named = (
  { report, route }: Pick<Request, 'report' | 'route'>,
  context: Pick<Surroundings, 'directory' | 'partners'>,
): Named => ({
  ...(report ? { report } : {}),
  route,
  bodies(id) {
    const step = route.find((one) => one.id === id);
    return step && (step.partner ?? step.enteredBy) ? bodyOf(step, context) : undefined;
  },
});

/** What somebody did, in words that say what they did it to. */
function actOf(act: string, of: Named, part?: Text): Text | undefined {
  const { object, done, isReport } = namingOf(of);
  if (part && act === 'taken')
    return { de: `bearbeitet ${quoted(part.de, 'de')}`, en: `is handling ${quoted(part.en, 'en')}` };
  if (part && act === 'carried-out')
    return {
      de: `hat ${quoted(part.de, 'de')} als erledigt gemeldet`,
      en: `reported ${quoted(part.en, 'en')} as done`,
    };
  switch (act) {
    case 'submitted':
      return isReport
        ? { de: `hat ${object.de} gemeldet`, en: `reported ${object.en}` }
        : { de: `hat ${object.de} gestellt`, en: `made ${object.en}` };
    case 'changed':
      return { de: `hat ${object.de} geändert`, en: `changed ${object.en}` };
    case 'taken':
      return { de: `bearbeitet ${object.de}`, en: `is handling ${object.en}` };
    case 'carried-out':
      return isReport
        ? { de: `hat ${object.de} als ${done.de} gemeldet`, en: `reported ${object.en} as ${done.en}` }
        : { de: `hat ${object.de} ${done.de}`, en: `finished ${object.en}` };
    case 'withdrawn':
      return { de: `hat ${object.de} zurückgezogen`, en: `withdrew ${object.en}` };
    case 'still-there':
      return { de: `sagt: noch nicht ${done.de}`, en: `says: not ${done.en} yet` };
    default:
      return acts[act];
  }
}

const acts: Readonly<Record<string, Text>> = {
  approved: { de: 'hat zugestimmt', en: 'agreed' },
  recommended: { de: 'hat befürwortet', en: 'recommended it' },
  'advised-against': { de: 'hat nicht befürwortet', en: 'did not recommend it' },
  consented: { de: 'hat zugestimmt', en: 'consented' },
  'consent-refused': { de: 'hat nicht zugestimmt', en: 'did not consent' },
  reopened: {
    de: 'fragt wegen der Änderung alle noch einmal, die schon entschieden hatten',
    en: 'asks everybody who had decided once more, because of the change',
  },
  funded: { de: 'hat die Mittel einem Budget zugeordnet', en: 'charged the money to a budget' },
  rebooked: { de: 'hat die Mittel umgebucht', en: 'rebooked the money' },
  rejected: { de: 'hat abgelehnt', en: 'rejected it' },
  corrected: { de: 'hat die Einstufung berichtigt', en: 'corrected the classification' },
  opinion: { de: 'hat Stellung genommen', en: 'gave an opinion' },
  'asked-back': { de: 'hat zurückgefragt', en: 'asked a question' },
  unasked: { de: 'hat die Rückfrage zurückgenommen', en: 'took the question back' },
  answered: { de: 'hat geantwortet', en: 'answered' },
  'passed-on': { de: 'hat den Schritt weitergegeben', en: 'passed the step on' },
  prolonged: { de: 'hat es verlängert', en: 'prolonged it' },
  expired: { de: 'hat es beendet', en: 'ended it' },
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
  informed: { de: 'hat es zur Kenntnis weitergegeben', en: 'passed it on for information' },
  'not-heard': {
    de: 'geht weiter: bis zum Termin kam keine Stellungnahme',
    en: 'goes on: no opinion came in time',
  },
  moved: {
    de: 'fragt jetzt die neue zuständige Person',
    en: 'now asks the person who has become responsible',
  },
  urged: { de: 'hat daran erinnert, dass das noch offen ist', en: 'sent a reminder that this is still open' },
  'still-late': {
    de: 'hat 10.50 darauf hingewiesen, dass es noch offen ist',
    en: 'told 10.50 that it is still open',
  },
  'urged-answer': { de: 'hat an die offene Rückfrage erinnert', en: 'sent a reminder of the open question' },
  joined: { de: 'ist auch betroffen', en: 'is affected, too' },
  left: { de: 'ist nicht mehr betroffen', en: 'is no longer affected' },
  told: { de: 'hat allen Betroffenen geschrieben', en: 'wrote to everybody affected' },
  'file-added': { de: 'hat eine Datei beigelegt', en: 'added a file' },
  'file-removed': { de: 'hat eine Datei entfernt', en: 'removed a file' },
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
function actWords(entry: HistoryEntry, of: Named): Text | undefined {
  const words = plainWords(entry, of);
  const again = entry.facts?.again;
  return words && again !== undefined ? afterChange(words, again === true) : words;
}

/** What somebody said once more after a change. */
const afterChange = ({ de, en }: Text, isSame: boolean): Text =>
  isSame
    ? { de: `${de}, auch nach der Änderung`, en: `${en}, also after the change` }
    : { de: `${de}, anders als vor der Änderung`, en: `${en}, unlike before the change` };

function plainWords(entry: HistoryEntry, of: Named): Text | undefined {
  const name = entry.facts?.forName;
  if (entry.act !== 'submitted' || typeof name !== 'string')
    return actOf(entry.act, of, of.route?.find(({ id }) => id === entry.facts?.step)?.name);
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
  of: Named = {},
): string | undefined {
  const act = actWords(entry, of);
  if (silent.has(entry.act) || !act) return undefined;
  const said = entry.note ? `: ${quoted(shortened(entry.note, 100), language)}` : '';
  const more = changes.length - mostChanges;
  const left = more > 0 ? [wordsIn(language)(`und ${more} weitere`, `and ${more} more`)] : [];
  const note =
    changes.length > 0 ? `${said} (${[...changes.slice(0, mostChanges), ...left].join('; ')})` : said;
  return `${actorOf(entry, language, of)} ${act[language]}${note}`;
}

/** The same with its moment: "25.11.2026, 09:05 · IT-Beauftragte Amt 61 hat zugestimmt". */
export function historyLine(
  entry: HistoryEntry,
  language: Language,
  changes: readonly string[] = [],
  of: Named = {},
): string | undefined {
  const text = historyText(entry, language, changes, of);
  return text && `${momentIn(language, entry.at)} · ${text}`;
}

function actorOf({ byName, onBehalfOf, facts }: HistoryEntry, language: Language, of: Named): string {
  const isEntered = facts?.entered === true;
  const body = isEntered ? of.bodies?.(String(facts.step))?.[language] : undefined;
  const name = actorName(byName, body ?? onBehalfOf, isEntered, language);
  return isEntered && onBehalfOf ? `${name},` : name;
}

/** What an entry says about itself in one sentence, e.g. as a notification. */
export const sentenceOf = (entry: HistoryEntry, language: Language, of: Named = {}): string =>
  `${actorOf(entry, language, of)} ${(actWords(entry, of) ?? { de: entry.act, en: entry.act })[language]}.`;

/**
 * An entry as a party may read it: who else is affected is nobody's business but that of whoever works on it. `undefined`
 * for what only says that.
 */
export function readBy(
  entry: HistoryEntry,
  { requester, history }: Pick<Request, 'requester' | 'history'>,
  party: string,
  language: Language,
): HistoryEntry | undefined {
  if (requester.id !== party || entry.by === party) return entry;
  const { act, by } = entry;
  // Whoever joined and sent a picture joined all the same.
  if (act.startsWith('file-') && history.some((other) => other.act === 'joined' && other.by === by))
    return undefined;
  if (!actsOfJoined.has(entry.act)) return entry;
  if (entry.act !== 'still-there') return undefined;
  const { note: _note, ...rest } = entry;
  return { ...rest, byName: wordsIn(language)('Jemand anderes', 'Somebody else') };
}

/** "aus Idee ID-2026-0007", for a request that came from somewhere. */
export function originOf({ origin }: Pick<Request, 'origin'>, language: Language): readonly string[] {
  if (!origin) return [];
  const name = origins[origin.kind]?.[language] ?? origin.kind;
  return [`${wordsIn(language)('aus', 'from')} ${name} ${origin.id}`];
}

const origins: Readonly<Record<string, Text>> = {
  idea: { de: 'Idee', en: 'idea' },
};
