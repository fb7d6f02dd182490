import type { FieldValue, FieldValues } from '../model.ts';
import type { Field, RequestType } from '../types/model.ts';

/** A stored value as it is typed into the form, so that what is shown comes back the same. */
export function entered(value: FieldValue | undefined, { kind }: Field): string {
  if (value === undefined) return '';
  if (kind !== 'money') return String(value);
  const cents = Number(value);
  return `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

export const enteredAll = (values: FieldValues, { fields }: RequestType): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((field) => [field.id, entered(values[field.id], field)]));
