import type { Text } from '../../core/text.ts';
import type { Finding, Located, Path } from './problem.ts';

/** Every row whose key an earlier row has already. */
export function repeated<T>(
  rows: readonly Located<T>[],
  keyOf: (row: T) => string | undefined,
  field: Path,
  text: (key: string) => Text,
): readonly Finding[] {
  const seen = new Set<string>();
  return rows.flatMap(({ value, path }) => {
    const key = keyOf(value);
    if (key === undefined) return [];
    if (seen.has(key)) return [{ path: [...path, ...field], text: text(key) }];
    seen.add(key);
    return [];
  });
}

/** Rows that stand above themselves. Every circle is named once, at its first row. */
export function cycles<T>(
  rows: readonly Located<T>[],
  stepOf: (row: T) => readonly [from: string, to: string | undefined],
  field: string,
  called = field,
): readonly Finding[] {
  const next = new Map(rows.map(({ value }) => stepOf(value)));
  const named = new Set<string>();
  return rows.flatMap(({ value, path }) => {
    const circle = circleFrom(stepOf(value)[0], next);
    if (!circle || circle.some((id) => named.has(id))) return [];
    for (const id of circle) named.add(id);
    const way = [...circle, circle[0]].join(' → ');
    return [
      {
        path: [...path, field],
        text: {
          de: `„${called}“ führt im Kreis: ${way}. Ändern oder löschen Sie „${called}“ bei einem davon.`,
          en: `"${called}" leads in a circle: ${way}. Change or delete "${called}" in one of them.`,
        },
      },
    ];
  });
}

function circleFrom(start: string, next: ReadonlyMap<string, string | undefined>): string[] | undefined {
  const way = [start];
  const visited = new Set(way);
  for (let at = next.get(start); at !== undefined; at = next.get(at)) {
    if (at === start) return way;
    if (visited.has(at)) return undefined;
    visited.add(at);
    way.push(at);
  }
  return undefined;
}
