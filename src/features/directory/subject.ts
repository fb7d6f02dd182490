import type { Reading } from '../../language/read.ts';
import type { Understanding } from '../../language/understand.ts';

/** What a question was about and what was asked of it, in words of the vocabulary: enough to ask on. */
export type Topic = {
  /** Its things: "Notebook", "Server". */
  readonly subject?: string | undefined;
  /** What is done to them: "bewilligt". */
  readonly acts?: string | undefined;
};

/** The topic of a text; where it names none, that of the text before. */
export function topicOf({ reading }: Understanding, before: Topic = {}): Topic {
  const subject = wordsOf(reading, isSubject) ?? before.subject;
  const acts = wordsOf(reading, isAct) ?? before.acts;
  return { ...(subject ? { subject } : {}), ...(acts ? { acts } : {}) };
}

type Concept = Reading['hits'][number]['concept'];

function wordsOf({ hits, tokens }: Reading, isMeant: (concept: Concept) => boolean): string | undefined {
  const meant = hits.filter(({ concept }) => isMeant(concept));
  const places = [
    ...new Set(meant.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n))),
  ];
  const words = places.sort((a, b) => a - b).map((at) => tokens[at]?.text ?? '');
  return words.length > 0 ? words.slice(0, mostWords).join(' ') : undefined;
}

const mostWords = 8;

/** Whether a text has a thing of its own. */
export const hasSubject = ({ hits }: Reading): boolean => hits.some(({ concept }) => isSubject(concept));

/** Whether a text says what is done, beyond asking who is in charge. */
export const hasAct = ({ hits }: Reading): boolean => hits.some(({ concept }) => isAct(concept));

const isSubject = ({ kinds, weight, id }: Concept): boolean =>
  weight >= 0.9 &&
  !id.startsWith('r:') &&
  kinds.some((kind) => kind.startsWith('app:') || things.has(kind)) &&
  !kinds.includes('act');

const isAct = ({ kinds, weight, id }: Concept): boolean =>
  weight >= 0.5 && (kinds.includes('act') || doing.has(id));
/** What is done by whoever helps, without a word of its own for it. */
const doing = new Set(['help', 'support', 'maintain', 'problem', 'tech-problem', 'strong-problem', 'train']);

const things = new Set([
  'it-object',
  'software',
  'specialist-app',
  'workplace',
  'project',
  'it-budget',
  'licence',
  'idea',
  'company',
  'standard',
  'smart-city',
  'interface',
  'ditma',
  'cloud',
  'ai',
  'strategy',
]);
