import type { ActingPerson, Person, RoleId, RolePlace } from '../../core/ports/role-directory.ts';
import { absencesOf, applicationOf, assignmentsOf, personOf, unitOf } from './lookup.ts';
import type { Assignment, Directory } from './model.ts';
import { idOn, isThere } from './validity.ts';

/** An assignment that is valid on a day, with its person and whether the person is there. */
export type Seat = {
  readonly person: Person;
  readonly as: Assignment['as'];
  readonly unit?: string | undefined;
  readonly application?: string | undefined;
  /** Seat in the Digitaler Beirat. */
  readonly seat?: string | undefined;
  /** First day of the assignment; absent when it is not known. */
  readonly since?: string | undefined;
  /** Last day of the assignment; absent when it has no end. */
  readonly until?: string | undefined;
  /** Last day of an absence under way, `2026-11-30`. */
  readonly absentUntil?: string | undefined;
};

/**
 * Everybody who holds a role or deputises for it at a place on a day (`2026-11-24`), holders first. A department
 * that has nobody of its own is looked after by the unit that it is part of.
 */
export function seatsOf(directory: Directory, role: RoleId, asked: RolePlace, day: string): readonly Seat[] {
  const known = lookedUp.get(directory) ?? new Map<string, readonly Seat[]>();
  lookedUp.set(directory, known);
  const key = [role, asked.unit ?? '', asked.application ?? '', day].join('|');
  const before = known.get(key);
  if (before) return before;
  if (known.size >= mostLookedUp) known.clear();
  const seats = seatsIn(directory, role, asked, day);
  known.set(key, seats);
  return seats;
}

/** The same few places are asked about all day, and an office may have thousands of rows; a reloaded directory begins anew. */
const lookedUp = new WeakMap<Directory, Map<string, readonly Seat[]>>();
const mostLookedUp = 500;

function seatsIn(directory: Directory, role: RoleId, asked: RolePlace, day: string): readonly Seat[] {
  const place = placeOn(directory, asked, day);
  const rows = assignmentsOf(directory, role, place.application).filter(
    (row) =>
      isThere(row, day) && hasPlace(row, directory, day) && isForApplication(row, place, directory, day),
  );
  return rowsAt(rows, place.unit, directory, day)
    .flatMap((row) => {
      const person = personOf(directory, row.person);
      if (!person) return [];
      const { as, unit, application, seat, from: since, to: until } = row;
      const absent = absentUntil(directory, person.id, day);
      return [{ person, as, unit, application, seat, since, until, absentUntil: absent }];
    })
    .sort((a, b) => Number(a.as === 'deputy') - Number(b.as === 'deputy'));
}

/** The place as it is on that day: what a unit or an application has become, or was before. */
export const placeOn = (directory: Directory, { unit, application }: RolePlace, day: string): RolePlace => ({
  unit: unit && idOn(directory.units, unit, day),
  application: application && idOn(directory.applications, application, day),
});

/** A position ends with its unit and its application. */
const hasPlace = ({ unit, application }: Assignment, directory: Directory, day: string): boolean =>
  (!unit || isThere(unitOf(directory, unit) ?? {}, day)) &&
  (!application || isThere(applicationOf(directory, application) ?? {}, day));

/** An application is looked after for the units that use it, unless the assignment itself names the unit. */
function isForApplication(row: Assignment, place: RolePlace, directory: Directory, day: string): boolean {
  if (!row.application) return true;
  if (place.application) return row.application === place.application;
  if (!place.unit || row.unit) return true;
  const application = applicationOf(directory, row.application);
  return application?.units.some((id) => idOn(directory.units, id, day) === place.unit) ?? false;
}

/** A place narrows only what the assignment itself narrows: a role for the whole administration fits everywhere. */
function rowsAt(
  rows: readonly Assignment[],
  unit: string | undefined,
  directory: Directory,
  day: string,
): readonly Assignment[] {
  if (!unit) return rows;
  const nearest = unitAndAbove(unit, directory, day).find((id) => rows.some((row) => row.unit === id));
  return rows.filter((row) => !row.unit || row.unit === nearest);
}

/** "80.2", "80": a department and what it is part of. */
function unitAndAbove(
  unit: string,
  directory: Directory,
  day: string,
  below: readonly string[] = [],
): readonly string[] {
  if (below.includes(unit)) return below;
  const above = unitOf(directory, unit)?.partOf;
  if (!above) return [...below, unit];
  return unitAndAbove(idOn(directory.units, above, day), directory, day, [...below, unit]);
}

function absentUntil(directory: Directory, person: string, day: string): string | undefined {
  return absencesOf(directory, person)
    .filter((row) => row.from <= day && day <= row.to)
    .map((row) => row.to)
    .sort()
    .at(-1);
}

/**
 * Who acts for a role: the holder, in absence the deputy, with nobody there the role above; never in a circle.
 * A role that every unit has of its own is only looked up for a named place: nobody acts for the wrong unit.
 */
export function actingPerson(
  directory: Directory,
  role: RoleId,
  place: RolePlace,
  day: string,
  passed: ReadonlySet<RoleId> = new Set(),
): ActingPerson | undefined {
  if (passed.has(role)) return undefined;
  const present = seatsOf(directory, role, place, day).find(
    (seat) => !seat.absentUntil && isNamed(seat, place),
  );
  if (present) return { person: present.person, role, as: passed.size > 0 ? 'role-above' : present.as };
  const above = directory.roles.find((candidate) => candidate.id === role)?.above;
  return above ? actingPerson(directory, above, place, day, new Set([...passed, role])) : undefined;
}

/** Whether the place says which application, or which unit, the seat is for. */
const isNamed = (seat: Seat, place: RolePlace): boolean =>
  seat.application ? Boolean(place.application) : !seat.unit || Boolean(place.unit);

/** Whether somebody holds a role or deputises for it on a day. Absence takes no right away. */
export function holdsRole(
  directory: Directory,
  person: string,
  role: RoleId,
  place: RolePlace,
  day: string,
): boolean {
  return seatsOf(directory, role, place, day).some((seat) => seat.person.id === person);
}
