import type { HistoryEntry } from '../../../core/history.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Language } from '../../../core/text.ts';
import { quoted, shortened } from '../../../core/text.ts';
import type { Request } from '../model.ts';
import type { RequestType } from '../types/model.ts';
import { changesWith } from './changes.ts';

/** The last question and its answer, as long as nobody has decided on the strength of it. */
export type Exchange = {
  /** "Leitung 10.50: „Reicht ein Gerät aus dem Bestand?“" */
  readonly question: string;
  readonly answer: string;
  /** What the answer changed: "Anzahl: 1 → 2". */
  readonly changes: readonly string[];
  /** The viewer has asked it. */
  readonly isOwn: boolean;
};

/** In characters: a card has room for some kilobytes, and the request itself comes first. */
const longest = 400;
const mostChanges = 8;

export function exchangeOf(
  request: Request,
  type: Pick<RequestType, 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
  viewer?: string,
): Exchange | undefined {
  const all = request.history.filter(({ act }) => turning.has(act));
  // Whoever asked waits for the answer, whatever others say in between: to them it is new until they decide.
  const own = all.findLastIndex(({ by }) => by === viewer);
  const isOwn = all[own]?.act === 'asked-back' && all[own + 1]?.act === 'answered';
  const said = isOwn ? all.slice(0, own + 2) : all;
  const answer = said.at(-1);
  if (answer?.act !== 'answered' || request.closedAt) return undefined;
  const question = said.findLast(({ act }) => act === 'asked-back' || act === 'consent-refused');
  const changes = changesIn(request, answer, type, directory, language);
  return {
    question: question ? line(question, language) : '',
    answer: answer.note ? line(answer, language) : `${answer.byName}: ${onlyChanged[language]}`,
    changes,
    isOwn,
  };
}

/** What ends the talk about a question: it was decided, said, or taken on. */
const turning: ReadonlySet<string> = new Set([
  'asked-back',
  'unasked',
  'answered',
  'approved',
  'rejected',
  'recommended',
  'advised-against',
  'consented',
  'consent-refused',
  'opinion',
  'taken',
  'override-approved',
]);

const line = ({ byName, note = '' }: HistoryEntry, language: Language): string =>
  `${byName}: ${quoted(shortened(note, longest), language)}`;

const onlyChanged = { de: 'hat den Antrag geändert', en: 'has changed the request' };
/** The latest change, as many lines as there is room for. */
function changesIn(
  request: Request,
  answer: HistoryEntry,
  type: Pick<RequestType, 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
): readonly string[] {
  const differences = changesWith(answer, request, type, directory, language);
  const left = differences.length - mostChanges;
  return left > 0 ? [...differences.slice(0, mostChanges), further(left)[language]] : differences;
}

const further = (count: number) => ({ de: `und ${count} weitere Angaben`, en: `and ${count} more` });
