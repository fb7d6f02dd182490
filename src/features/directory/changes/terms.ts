import { dayIn, dayOf, daysBefore } from '../../../core/day.ts';
import type { Text } from '../../../core/text.ts';
import { rowKey } from '../diff.ts';
import type { Assignment, Directory } from '../model.ts';
import { shared } from '../shared-roles.ts';
import type { DirectoryChange } from './model.ts';

/*
 * Who had a role from when until when, as far as it is known: by the rows of the file, and by rows that stood in it once.
 */

/** Somebody's time in a role. Days are missing where they are not known. */
export type Term = Pick<Assignment, 'role' | 'unit' | 'application' | 'as' | 'person'> & {
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Every term that is known, those of now and those of before; what follows on the other without a gap is one. */
export function termsOf(directory: Directory, changes: readonly DirectoryChange[]): readonly Term[] {
  const names = namesIn(directory, changes);
  const added = new Map<string, string>();
  const former: Term[] = [];
  const termOf = (row: Assignment, from: string | undefined, to: string | undefined): Term => {
    const { role, unit, application, as, person } = row;
    return { role, unit, application, as, person, name: names.get(person) ?? person, from, to };
  };
  for (const { at, assignments } of changes.toSorted((a, b) => a.n - b.n))
    for (const { before, after } of assignments as unknown as readonly RowPair[]) {
      const day = dayOf(at);
      if (!before && after) added.set(keyOf(after), day);
      if (!before || after) continue;
      const from = before.from ?? added.get(keyOf(before));
      const last = daysBefore(day, 1);
      const to = before.to && before.to < last ? before.to : last;
      // What was entered and taken out again before its first day never was.
      if (!from || from <= to) former.push(termOf(before, from, to));
      added.delete(keyOf(before));
    }
  const current = directory.assignments.map((row) => termOf(row, row.from ?? added.get(keyOf(row)), row.to));
  return joined([...former, ...current]);
}

type RowPair = { readonly before?: Assignment; readonly after?: Assignment };

const keyOf = (row: Assignment): string => rowKey('assignments', row);

const postOf = ({ role, unit, application, as, person }: Term): string =>
  [role, unit, application, as, person].join(' | ');

/** Terms of the same person at the same place that touch are one. */
function joined(terms: readonly Term[]): readonly Term[] {
  return [...Map.groupBy(terms, postOf).values()].flatMap((some) => {
    const inTime = some.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
    const made: Term[] = [];
    for (const term of inTime) {
      const last = made.at(-1);
      if (last && touches(last, term)) made[made.length - 1] = { ...last, to: laterOf(last.to, term.to) };
      else made.push(term);
    }
    return made;
  });
}

/** No day is the latest of all. */
const laterOf = (a: string | undefined, b: string | undefined): string | undefined =>
  a && b ? (a > b ? a : b) : undefined;

const touches = (last: Term, next: Term): boolean =>
  !last.to || !next.from || next.from <= daysBefore(last.to, -1);

/** How people are called, also those who have left since. */
function namesIn({ persons }: Directory, changes: readonly DirectoryChange[]): ReadonlyMap<string, string> {
  const gone = changes.flatMap((change) =>
    change.persons.flatMap(({ before }) =>
      typeof before?.id === 'string' && typeof before.name === 'string'
        ? [[before.id, before.name] as const]
        : [],
    ),
  );
  return new Map([...gone, ...persons.map(({ id, name }) => [id, name] as const)]);
}

/** Where a role is held. */
type Place = {
  readonly role: string;
  readonly unit?: string | undefined;
  readonly application?: string | undefined;
};

const isAt = (term: Term, { role, unit, application }: Place): boolean =>
  term.role === role && term.unit === unit && term.application === application;

/** Whoever held it last before a day; where several hold it at once nobody is before another. */
export const heldBefore = (terms: readonly Term[], place: Place, day: string): Term | undefined =>
  shared.has(place.role)
    ? undefined
    : terms
        .filter((term) => isAt(term, place) && term.as === 'holder' && term.to !== undefined && term.to < day)
        .toSorted((a, b) => (b.to ?? '').localeCompare(a.to ?? ''))[0];

/** "Seit 01.04.2026, davor Sachbearbeitung Amt 66"; nothing where it is not known since when. */
export function sinceLine(
  terms: readonly Term[],
  place: Place & { readonly person: string },
  day: string,
): Text | undefined {
  const held = terms.find(
    (term) =>
      isAt(term, place) &&
      term.as === 'holder' &&
      term.person === place.person &&
      (!term.from || term.from <= day) &&
      (!term.to || term.to >= day),
  );
  if (!held?.from || shared.has(place.role)) return undefined;
  const { from } = held;
  const before = heldBefore(terms, place, from);
  return {
    de: `Seit ${dayIn('de', from)}${before ? `, davor ${before.name}` : ''}.`,
    en: `Since ${dayIn('en', from)}${before ? `, before that ${before.name}` : ''}.`,
  };
}
