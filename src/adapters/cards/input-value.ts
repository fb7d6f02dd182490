import { isDay, isTime } from '../../core/day.ts';
import type { Json } from './piece.ts';

/** Properties of inputs that hold a value of the input's own kind. */
const holding: ReadonlySet<string> = new Set(['value', 'min', 'max']);

const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
  'Input.Number': numberIn,
  'Input.Date': (value) => (isDay(String(value)) ? value : undefined),
  'Input.Time': (value) => (isTime(String(value)) ? value : undefined),
};

/**
 * What turns the bound value of such a property into one that the input can hold, and into `undefined` when it cannot:
 * phones refuse a whole card for a text where a number belongs, also for an empty one.
 * @returns `undefined` for all other properties
 */
export const fittingValue = (owner: Json, key: string): ((value: unknown) => unknown) | undefined =>
  holding.has(key) ? readers[String(owner.type)] : undefined;

function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
