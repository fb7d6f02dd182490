import type { HistoryEntry } from '../../../core/history.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import { changesBetween } from '../decided.ts';
import { asAskedNow } from '../formerly.ts';
import type { FieldValue, FieldValues, Request } from '../model.ts';
import type { RequestType } from '../types/model.ts';
import { shownValue, titleOf } from './fields.ts';

/* What has changed in a request, in words: "Anzahl: 3 → 30". */

type Fields = Pick<RequestType, 'fields'> | undefined;

export function changeLines(
  before: FieldValues,
  now: FieldValues,
  type: Fields,
  directory: RoleDirectory,
  language: Language,
): readonly string[] {
  return changesBetween(asAskedNow(before, type), asAskedNow(now, type)).map((change) => {
    const field = type?.fields.find(({ id }) => id === change.field);
    const shown = (value: FieldValue | undefined) => {
      if (value === undefined || value === '') return wordsIn(language)('keine Angabe', 'nothing');
      return shortened(field ? shownValue(value, field, directory, language) : String(value), 60);
    };
    // A question is no name of a field: "Wer ist betroffen: Nur ich → Mehrere im Amt".
    const label = (field ? titleOf(field, language) : change.field).replace(/\?$/, '');
    return `${label}: ${shown(change.before)} → ${shown(change.now)}`;
  });
}

/** What differs from the case that a request came from: what was decided there was about its own words. */
export function changesFromOrigin(
  { originFields, fields }: Pick<Request, 'originFields' | 'fields'>,
  type: Fields,
  directory: RoleDirectory,
  language: Language,
): readonly string[] {
  if (!originFields) return [];
  const now = Object.fromEntries(Object.keys(originFields).map((id) => [id, fields[id] ?? '']));
  return changeLines(originFields, now, type, directory, language);
}

/** What the requester changed with an entry of the history: each version is kept with its moment. */
export function changesWith(
  { at, act, facts }: HistoryEntry,
  { earlier, fields }: Request,
  type: Fields,
  directory: RoleDirectory,
  language: Language,
): readonly string[] {
  if (act !== 'changed' && act !== 'corrected' && !(act === 'answered' && facts?.changed)) return [];
  const version = earlier.findIndex((one) => one.at === at);
  const before = earlier[version]?.fields;
  return before ? changeLines(before, earlier[version + 1]?.fields ?? fields, type, directory, language) : [];
}
