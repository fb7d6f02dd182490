import { dayIn } from '../../../core/day.ts';
import { euros } from '../../../core/money.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { decisiveOf } from '../decided.ts';
import { asAskedNow } from '../formerly.ts';
import type { FieldValue, FieldValues, Request } from '../model.ts';
import type { Field, RequestType } from '../types/model.ts';

export type Fact = { readonly title: string; readonly value: string };

/** What was filled in, field by field as the type asks for it. Fields that the type no longer has keep their id as name. */
export function factsOf(
  stored: FieldValues,
  type: Pick<RequestType, 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
): readonly Fact[] {
  const values = asAskedNow(stored, type);
  const known = type?.fields ?? [];
  const left = Object.keys(values).filter((id) => !known.some((field) => field.id === id));
  return [
    ...known.flatMap((field) => {
      const value = values[field.id];
      if (value === undefined || value === '') return [];
      return [{ title: titleOf(field, language), value: shownValue(value, field, directory, language) }];
    }),
    ...left.map((id) => ({ title: id, value: String(values[id]) })),
  ];
}

/** How a field is called beside its value: an amount brings its currency along. */
export const titleOf = ({ label, kind }: Pick<Field, 'label' | 'kind'>, language: Language): string =>
  kind === 'money'
    ? label[language].replace(/\s+(?:in (?:Euro|euros?)|\((?:Euro|euros?|€)\))$/u, '')
    : label[language];

/** The same without the subject, for a card whose title it is. */
export const factsBeside: typeof factsOf = ({ subject: _title, ...values }, ...rest) =>
  factsOf(values, ...rest);

/** What a decision rests on, without the subject, which is the title, and without what does not apply. */
export const decisiveFacts = (
  request: Request,
  type: Pick<RequestType, 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
): readonly Fact[] =>
  decisiveOf(request).flatMap((id) => {
    const [field, value] = [type?.fields.find((one) => one.id === id), request.fields[id]];
    if (!field || id === 'subject' || value === undefined || value === false) return [];
    return [{ title: titleOf(field, language), value: shownValue(value, field, directory, language) }];
  });

/** A value as people read it. */
export function shownValue(
  value: FieldValue,
  field: Field,
  directory: RoleDirectory,
  language: Language,
): string {
  switch (field.kind) {
    case 'money':
      return euros(language, Number(value));
    case 'date':
      return dayIn(language, String(value));
    case 'yes-no':
      return value ? wordsIn(language)('ja', 'yes') : wordsIn(language)('nein', 'no');
    case 'choice':
      // Some were asked as a yes or no before.
      if (typeof value === 'boolean')
        return shownValue(value, { ...field, kind: 'yes-no' }, directory, language);
      return field.choices?.find(({ id }) => id === value)?.label[language] ?? String(value);
    case 'unit':
      return directory.unitLabel(String(value), language);
    case 'application':
      return directory.applications().find(({ id }) => id === value)?.name ?? String(value);
    case 'person':
      return directory.person(String(value))?.name ?? String(value);
    case 'number':
      return Number(value).toLocaleString(wordsIn(language)('de-DE', 'en-GB'));
    default:
      return String(value);
  }
}
