import type { HistoryEntry } from '../../../core/history.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Language } from '../../../core/text.ts';
import { quoted, shortened } from '../../../core/text.ts';
import type { Request } from '../model.ts';
import type { RequestType } from '../types/model.ts';
import { shownValue } from './fields.ts';

/** The last question and its answer, as long as nobody has decided on the strength of it. */
export type Exchange = {
  /** "Leitung 10.50: „Reicht ein Gerät aus dem Bestand?“" */
  readonly question: string;
  readonly answer: string;
  /** What the answer changed: "Anzahl: 2, vorher 1". */
  readonly changes: readonly string[];
};

/** In characters: a card has room for some kilobytes, and the request itself comes first. */
const longest = 400;
const mostChanges = 3;

export function exchangeOf(
  request: Request,
  type: Pick<RequestType, 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
): Exchange | undefined {
  const said = request.history.filter(({ act }) => turning.has(act));
  const answer = said.at(-1);
  if (answer?.act !== 'answered' || request.closedAt) return undefined;
  const question = said.findLast(({ act }) => act === 'asked-back');
  const changes = answer.facts?.changed ? changesIn(request, type, directory, language) : [];
  return {
    question: question ? line(question, language) : '',
    answer: answer.note ? line(answer, language) : `${answer.byName}: ${onlyChanged[language]}`,
    changes,
  };
}

/** What ends the talk about a question: it was decided, said, or taken on. */
const turning: ReadonlySet<string> = new Set([
  'asked-back',
  'answered',
  'approved',
  'opinion',
  'taken',
  'override-approved',
]);

const line = ({ byName, note = '' }: HistoryEntry, language: Language): string =>
  `${byName}: ${quoted(shortened(note, longest), language)}`;

const onlyChanged = { de: 'hat den Antrag geändert', en: 'has changed the request' };
const nothing = { de: 'keine Angabe', en: 'nothing' };
const before = { de: 'vorher', en: 'previously' };

/** Fields whose values differ from what was submitted before. */
function changesIn(
  { fields, earlier }: Request,
  type: Pick<RequestType, 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
): readonly string[] {
  const old = earlier.at(-1)?.fields ?? {};
  const differences = (type?.fields ?? []).flatMap((field) => {
    const [now, then] = [fields[field.id], old[field.id]];
    if (now === then) return [];
    const shown = (value: typeof now) =>
      value === undefined ? nothing[language] : shortened(shownValue(value, field, directory, language), 50);
    return [`${field.label[language]}: ${shown(now)}, ${before[language]} ${shown(then)}`];
  });
  const left = differences.length - mostChanges;
  return left > 0 ? [...differences.slice(0, mostChanges), further(left)[language]] : differences;
}

const further = (count: number) => ({ de: `und ${count} weitere Angaben`, en: `and ${count} more` });
