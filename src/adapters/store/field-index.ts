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
  // Most values belong to one document, and a set takes ten times the room of what it holds.
  const ids = new Map<string, string | Set<string>>();
  const withKey = (key: string): ReadonlySet<string> => {
    const known = ids.get(key);
    return typeof known === 'string' ? new Set([known]) : (known ?? none);
  };
  return {
    put(doc) {
      for (const key of keysOf(doc[field])) {
        const known = ids.get(key);
        if (known === undefined) ids.set(key, doc.id);
        else if (typeof known !== 'string') known.add(doc.id);
        else if (known !== doc.id) ids.set(key, new Set([known, doc.id]));
      }
    },
    remove(doc) {
      for (const key of keysOf(doc[field])) {
        const known = ids.get(key);
        if (known === doc.id) ids.delete(key);
        else if (typeof known === 'object' && known.delete(doc.id) && known.size === 0) ids.delete(key);
      }
    },
    withValue: (value) => withKey(keyOf(value)),
    holding: (value) => withKey(itemKey(value)),
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

/** Whether two values are the same in JSON; a field without a value is none. Asked of every document that is read. */
export function equal(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return left === right;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, at) => equal(item, right[at]));
  if (Array.isArray(left) || Array.isArray(right)) return false;
  const [one, other] = [left as Fields, right as Fields];
  let filled = 0;
  for (const field of Object.keys(one)) {
    if (!equal(one[field], other[field])) return false;
    if (one[field] !== undefined) filled += 1;
  }
  return filled === Object.keys(other).filter((field) => other[field] !== undefined).length;
}

type Fields = Readonly<Record<string, unknown>>;
