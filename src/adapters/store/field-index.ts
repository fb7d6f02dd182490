import type { Doc } from './tables.ts';

/** Ids of documents by the value of one field, and by what a list in it holds. */
export type FieldIndex = {
  put(doc: Doc): void;
  remove(doc: Doc): void;
  withValue(value: unknown): ReadonlySet<string>;
  holding(value: unknown): ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

export function createFieldIndex(field: string): FieldIndex {
  const ids = new Map<string, Set<string>>();
  return {
    put(doc) {
      for (const key of keysOf(doc[field])) {
        const known = ids.get(key);
        if (known) known.add(doc.id);
        else ids.set(key, new Set([doc.id]));
      }
    },
    remove(doc) {
      for (const key of keysOf(doc[field])) {
        const known = ids.get(key);
        known?.delete(doc.id);
        if (known?.size === 0) ids.delete(key);
      }
    },
    withValue: (value) => ids.get(keyOf(value)) ?? none,
    holding: (value) => ids.get(itemKey(value)) ?? none,
  };
}

const keysOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? [keyOf(value), ...value.map(itemKey)] : [keyOf(value)];

const itemKey = (value: unknown): string => `[${keyOf(value)}`;

/** The same text for the same value, whatever order its fields were written in. */
function keyOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
  if (Array.isArray(value)) return JSON.stringify(value.map(keyOf));
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, keyOf(one)]));
}

export const holdsValue = (list: unknown, value: unknown): boolean =>
  Array.isArray(list) && list.includes(value);

export function equal(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const field of fields)
    if (!equal((left as Record<string, unknown>)[field], (right as Record<string, unknown>)[field]))
      return false;
  return true;
}
