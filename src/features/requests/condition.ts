import type { FieldValue, FieldValues } from './request.ts';
import type { Comparison, Condition, Field } from './types/model.ts';

/** Whether a condition holds for what was filled in. Money is stored in cents and compared in euros. */
export function holds(
  condition: Condition | undefined,
  values: FieldValues,
  fields: readonly Pick<Field, 'id' | 'kind'>[],
): boolean {
  if (!condition) return true;
  const meets = (comparison: Comparison) =>
    compares(comparison, values[comparison.field], kindOf(comparison));
  const kindOf = ({ field }: Comparison) => fields.find(({ id }) => id === field)?.kind;
  if ('any' in condition) return condition.any.some(meets);
  if ('all' in condition) return condition.all.every(meets);
  return meets(condition);
}

function compares(comparison: Comparison, value: FieldValue | undefined, kind: Field['kind'] | undefined) {
  if ('given' in comparison) return (value !== undefined && value !== '') === comparison.given;
  if (value === undefined) return false;
  if ('is' in comparison) return value === comparison.is;
  const amount = kind === 'money' ? Number(value) / 100 : Number(value);
  return amount > comparison.over;
}
