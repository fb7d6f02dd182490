/*
 * Ways into the data of a file, as people and stored edits name them: `types[incident].fields[subject].label.de`. A place in
 * a list is named by the id of the row, or by its number where rows have none.
 */

type Row = Readonly<Record<string, unknown>>;

/** `a.b[c].d` as keys of maps and places in lists. */
export const stepsOf = (way: string): readonly string[] =>
  way.match(/\[[^\]]*\]|[^.[\]]+/g)?.map((step) => step) ?? [];

const isPlace = (step: string): boolean => step.startsWith('[');

/** Where that is in the data, the last key also where it is not there yet; `undefined` where a row is missing. */
export function pathIn(data: unknown, way: string): readonly (string | number)[] | undefined {
  let at: unknown = data;
  const path: (string | number)[] = [];
  for (const step of stepsOf(way)) {
    const key = isPlace(step) ? placeIn(at, step.slice(1, -1)) : step;
    if (key === undefined) return undefined;
    path.push(key);
    at = childOf(at, key);
  }
  return path;
}

function placeIn(list: unknown, name: string): number | undefined {
  if (!Array.isArray(list)) return undefined;
  const named = list.flatMap((row: unknown, place) => (nameIn(row) === name ? [place] : []));
  if (named.length === 1) return named[0];
  const place = Number(name);
  const isNumber = /^\d{1,5}$/.test(name) && place < list.length;
  return isNumber && placeName(list, place) === `[${name}]` ? place : undefined;
}

/** Its id; where rows have none, the day on which they begin. */
const nameIn = (row: unknown): string | undefined => {
  const name = isRow(row) ? (row.id ?? row.from) : undefined;
  return typeof name === 'string' && /^[\w-]+$/.test(name) ? name : undefined;
};

/** `[incident]`, `[2026-12-23]`, `[3]`: how a place of a list is named, so that it is found again. */
export function placeName(list: readonly unknown[], place: number): string {
  const name = nameIn(list[place]);
  const isOnly = name !== undefined && list.filter((row) => nameIn(row) === name).length === 1;
  return `[${isOnly ? name : place}]`;
}

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const childOf = (value: unknown, key: string | number): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;

export const valueAt = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(childOf, data);

/** The data with another value there; `undefined` takes the key out, and maps in which nothing is left. Pure. */
export function withValue(data: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = rest.length > 0 ? withValue(childOf(data, key), rest, value) : value;
  if (Array.isArray(data)) {
    const place = Number(key);
    return inner === undefined ? data.toSpliced(place, 1) : data.with(place, inner);
  }
  const { [key]: _, ...others } = isRow(data) ? (data as Record<string, unknown>) : {};
  if (inner === undefined) return Object.keys(others).length > 0 ? others : undefined;
  // What was there keeps its place.
  return isRow(data) && key in data ? { ...data, [key]: inner } : { ...others, [key]: inner };
}

/** `seats[].name`: the way without the names of places, and without languages. */
export const kindOfWay = (way: string): string =>
  stepsOf(way)
    .map((step) => (isPlace(step) ? '[]' : `.${step}`))
    .join('')
    .replace(/^\./, '');

/** The ways of a pattern that there are: `seats[]` gives one for each seat. */
export function waysLike(data: unknown, pattern: string): readonly string[] {
  let found: readonly { readonly way: string; readonly at: unknown }[] = [{ way: '', at: data }];
  for (const step of stepsOf(pattern))
    found = found.flatMap(({ way, at }) => {
      if (!isPlace(step)) return [{ way: way ? `${way}.${step}` : step, at: childOf(at, step) }];
      return Array.isArray(at)
        ? at.map((row: unknown, place) => ({ way: `${way}${placeName(at, place)}`, at: row }))
        : [];
    });
  return found.map(({ way }) => way);
}

/** "a" and "b[c]" become "a.b[c]", "" and "b" become "b". */
export const joined = (way: string, more: string): string =>
  !way || !more || more.startsWith('[') ? `${way}${more}` : `${way}.${more}`;
