import type { FieldValue, FieldValues } from './model.ts';
import type { Field, RequestType } from './types/model.ts';

/* Fields that were asked in another way before: what was filled in then, as it is asked now. */

/** What the values of a former field mean in the one that took its place. Those that meant nothing are left out. */
export function asAskedNow(values: FieldValues, type: Pick<RequestType, 'fields'> | undefined): FieldValues {
  const replaced = (type?.fields ?? []).filter(
    ({ formerly }) => formerly !== undefined && values[formerly.field] !== undefined,
  );
  return replaced.reduce((left, field) => {
    const { [field.formerly?.field ?? '']: before, ...others } = left;
    const now = meaning(field, before);
    return now === undefined || others[field.id] !== undefined ? others : { ...others, [field.id]: now };
  }, values);
}

/** The same for a single value, e.g. of a card that still asks for the former field. */
export const meaning = ({ formerly }: Pick<Field, 'formerly'>, value: FieldValue | undefined) =>
  value === undefined ? undefined : formerly?.values[String(value)];
