import type { ActingPerson, Person, RoleId, RolePlace } from '../../core/ports/role-directory.ts';
import type { Assignment, Directory } from './model.ts';

/** An assignment that is valid on a day, with its person and whether the person is there. */
export type Seat = {
  readonly person: Person;
  readonly as: Assignment['as'];
  readonly unit?: string | undefined;
  readonly application?: string | undefined;
  /** Last day of an absence under way, `2026-11-30`. */
  readonly absentUntil?: string | undefined;
};

/** Everybody who holds a role or deputises for it at a place on a day (`2026-11-24`), holders first. */
export function seatsOf(directory: Directory, role: RoleId, place: RolePlace, day: string): readonly Seat[] {
  return directory.assignments
    .filter((row) => row.role === role && isValid(row, day) && isAt(row, place))
    .flatMap((row) => {
      const person = directory.persons.find((candidate) => candidate.id === row.person);
      if (!person) return [];
      const { as, unit, application } = row;
      return [{ person, as, unit, application, absentUntil: absentUntil(directory, person.id, day) }];
    })
    .sort((a, b) => Number(a.as === 'deputy') - Number(b.as === 'deputy'));
}

const isValid = (row: Assignment, day: string): boolean =>
  (!row.from || row.from <= day) && (!row.to || day <= row.to);

/** A place narrows only what the assignment itself narrows: a role for the whole administration fits everywhere. */
const isAt = (row: Assignment, place: RolePlace): boolean =>
  (!row.unit || !place.unit || row.unit === place.unit) &&
  (!row.application || !place.application || row.application === place.application);

function absentUntil(directory: Directory, person: string, day: string): string | undefined {
  return directory.absences.find((row) => row.person === person && row.from <= day && day <= row.to)?.to;
}

/**
 * Who acts for a role: the holder, in absence the deputy, with nobody there the role above; never in a circle.
 * A role that every unit has of its own is only looked up for a named place.
 */
export function actingPerson(
  directory: Directory,
  role: RoleId,
  place: RolePlace,
  day: string,
  passed: ReadonlySet<RoleId> = new Set(),
): ActingPerson | undefined {
  if (passed.has(role)) return undefined;
  const present = seatsOf(directory, role, place, day).find((seat) => !seat.absentUntil);
  if (present) return { person: present.person, role, as: passed.size > 0 ? 'role-above' : present.as };
  const above = directory.roles.find((candidate) => candidate.id === role)?.above;
  return above ? actingPerson(directory, above, place, day, new Set([...passed, role])) : undefined;
}

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
