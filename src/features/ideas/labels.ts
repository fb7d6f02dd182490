import { momentIn } from '../../core/day.ts';
import type { HistoryEntry } from '../../core/history.ts';
import { type Language, nameWithMark, quoted, shortened, type Text, wordsIn } from '../../core/text.ts';
import type { Criterion, FollowUp, Idea, Outcome, Scope, State } from './model.ts';

/** Words for what ideas are and what happens to them. The marks before them say the same without colour. */

export const stateWords: Readonly<Record<State, Text>> = {
  submitted: { de: 'Eingereicht', en: 'Submitted' },
  'needs-info': { de: 'Rückfrage offen', en: 'Question open' },
  'under-review': { de: 'In Prüfung', en: 'Under review' },
  'on-agenda': { de: 'Beim Digitalen Beirat', en: 'With the Digital Advisory Board' },
  evaluated: { de: 'Bewertet', en: 'Evaluated' },
  'handed-over': { de: 'Als Antrag in Arbeit', en: 'Being worked on as a request' },
  done: { de: 'Abgeschlossen', en: 'Completed' },
  duplicate: { de: 'Zusammengeführt', en: 'Merged' },
  declined: { de: 'Nicht weiterverfolgt', en: 'Not pursued' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
};

export type Tone = 'accent' | 'good' | 'warning' | 'attention' | 'plain';
const tones: Readonly<Record<State, Tone>> = {
  submitted: 'accent',
  'needs-info': 'warning',
  'under-review': 'accent',
  'on-agenda': 'accent',
  evaluated: 'good',
  'handed-over': 'accent',
  done: 'good',
  duplicate: 'plain',
  declined: 'attention',
  withdrawn: 'plain',
};

export const toneOf = ({ state, evaluation }: Pick<Idea, 'state' | 'evaluation'>): Tone =>
  state === 'evaluated' && evaluation?.outcome === 'not-feasible' ? 'attention' : tones[state];

export const outcomeWords: Readonly<Record<Outcome, Text>> = {
  feasible: { de: 'machbar', en: 'feasible' },
  'feasible-with-conditions': { de: 'machbar mit Auflagen', en: 'feasible with conditions' },
  'not-feasible': { de: 'nicht machbar', en: 'not feasible' },
};

/** What everybody may know of the request that an idea became; the rest is for those whom it concerns. */
export const requestWords: Readonly<Record<FollowUp['state'], Text>> = {
  open: { de: 'in Arbeit', en: 'in progress' },
  done: { de: 'erledigt', en: 'done' },
  ended: { de: 'nicht zum Ziel gekommen', en: 'did not succeed' },
};

export const scopeWords: Readonly<Record<Scope, Text>> = {
  internal: { de: 'Verwaltung (intern)', en: 'Administration (internal)' },
  city: { de: 'Stadt und Wirtschaft', en: 'City and economy' },
};

export const criterionWords: Readonly<Record<Criterion, Text>> = {
  benefit: { de: 'Nutzen', en: 'Benefit' },
  effort: { de: 'Aufwand', en: 'Effort' },
  feasibility: { de: 'Machbarkeit', en: 'Feasibility' },
  urgency: { de: 'Dringlichkeit', en: 'Urgency' },
};

/** What 1 and 5 mean: effort is the one where much is not good. */
export const scaleWords: Readonly<Record<Criterion, Text>> = {
  benefit: { de: '1 = gering, 5 = sehr groß', en: '1 = small, 5 = very great' },
  effort: { de: '1 = wenig Aufwand, 5 = sehr viel', en: '1 = little effort, 5 = very much' },
  feasibility: { de: '1 = kaum machbar, 5 = gut machbar', en: '1 = hardly feasible, 5 = easily feasible' },
  urgency: { de: '1 = kann warten, 5 = sehr eilig', en: '1 = can wait, 5 = very urgent' },
};

const acts: Readonly<Record<string, Text>> = {
  submitted: { de: 'hat die Idee eingereicht', en: 'submitted the idea' },
  reviewing: { de: 'prüft die Idee', en: 'is reviewing the idea' },
  'asked-back': { de: 'hat zurückgefragt', en: 'asked a question' },
  answered: { de: 'hat geantwortet', en: 'answered' },
  declined: { de: 'verfolgt die Idee nicht weiter', en: 'does not pursue the idea' },
  merged: { de: 'hat die Idee mit einer anderen zusammengeführt', en: 'merged the idea with another one' },
  'took-in': { de: 'hat eine gleiche Idee dazugenommen', en: 'took in an idea that says the same' },
  unmerged: { de: 'hat die Idee wieder getrennt', en: 'separated the idea again' },
  'let-go': { de: 'hat eine Idee wieder abgetrennt', en: 'took an idea out again' },
  offered: {
    de: 'hat die Idee dem Digitalen Beirat angeboten',
    en: 'offered the idea to the Digital Advisory Board',
  },
  recalled: { de: 'hat die Idee vom Beirat zurückgeholt', en: 'took the idea back from the board' },
  'will-present': { de: 'stellt die Idee im Beirat selbst vor', en: 'will present the idea to the board' },
  'will-not-present': {
    de: 'stellt die Idee nicht selbst vor',
    en: 'will not present the idea',
  },
  evaluated: { de: 'hat die Idee bewertet', en: 'evaluated the idea' },
  'handed-over': { de: 'hat den Antrag zur Idee vermerkt', en: 'noted the request for the idea' },
  'given-back': {
    de: 'hat vermerkt, dass der Antrag nicht zum Ziel kam',
    en: 'noted that the request did not succeed',
  },
  done: { de: 'hat vermerkt, dass der Antrag erledigt ist', en: 'noted that the request is done' },
  finished: { de: 'hat die Idee abgeschlossen', en: 'completed the idea' },
  withdrawn: { de: 'hat die Idee zurückgezogen', en: 'withdrew the idea' },
  'file-added': { de: 'hat eine Datei beigelegt', en: 'added a file' },
  'file-removed': { de: 'hat eine Datei entfernt', en: 'removed a file' },
  urged: { de: 'hat erinnert', en: 'sent a reminder' },
  'words-erased': { de: 'hat Namen und Worte gelöscht', en: 'erased names and words' },
};

/** What came about of itself, or by whoever stands behind it: whole sentences. */
const happened: Readonly<Record<string, Text>> = {
  'on-agenda': { de: 'Die Idee steht auf der Tagesordnung', en: 'The idea is on an agenda' },
  'off-agenda': { de: 'Die Sitzung mit der Idee entfällt', en: 'The meeting with the idea was cancelled' },
  revealed: { de: 'Die Bewertung des Beirats ist abgeschlossen', en: 'The scoring of the board is complete' },
};

/** Entries that people read elsewhere, or that only keep the trace: who has scored is nobody's business. */
const silent: ReadonlySet<string> = new Set(['scored', 'urged']);

/** "25.11.2026, 09:05 · Leitung 10.50 prüft die Idee". @param withNotes what was said is not for everybody */
export function historyLine(entry: HistoryEntry, language: Language, withNotes: boolean): string | undefined {
  if (silent.has(entry.act) || !(acts[entry.act] ?? happened[entry.act])) return undefined;
  const note = entry.note && withNotes ? `: ${quoted(shortened(entry.note, 60), language)}` : '';
  return `${momentIn(language, entry.at)} · ${whatHappened(entry, language)}${note}`;
}

function whatHappened({ act, by, byName, onBehalfOf }: HistoryEntry, language: Language): string {
  const who = nameWithMark(byName, onBehalfOf, language);
  const whole = happened[act]?.[language];
  if (!whole) return `${who} ${acts[act]?.[language] ?? act}`;
  return by === 'system' ? whole : `${whole} (${who})`;
}

/** What an entry says about itself in one sentence, e.g. as a notification. */
export const sentenceOf = (entry: HistoryEntry, language: Language): string =>
  `${whatHappened(entry, language)}.`;

/** "3 unterstützen sie" */
export const supported = ({ supporters }: Pick<Idea, 'supporters'>, language: Language): string => {
  const count = supporters.length;
  const t = wordsIn(language);
  return count === 1
    ? t('1 unterstützt sie', '1 supporter')
    : t(`${count} unterstützen sie`, `${count} supporters`);
};
