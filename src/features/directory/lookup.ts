import type { Person, RoleId } from '../../core/ports/role-directory.ts';
import type { Application, Assignment, Directory, Unit } from './model.ts';

/** What is looked up again and again, made once for each list: a reloaded directory has lists of its own. */
function keptFor<L extends object, T>(make: (list: L) => T): (list: L) => T {
  const kept = new WeakMap<L, T>();
  return (list) => {
    let made = kept.get(list);
    if (made === undefined) {
      made = make(list);
      kept.set(list, made);
    }
    return made;
  };
}

const firstBy = <T>(list: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, T> => {
  const found = new Map<string, T>();
  for (const item of list) {
    const key = keyOf(item);
    if (key !== undefined && !found.has(key)) found.set(key, item);
  }
  return found;
};

const persons = keptFor((list: Directory['persons']) => firstBy(list, ({ id }) => id));
const units = keptFor((list: Directory['units']) => firstBy(list, ({ id }) => id));
const byTeamsId = keptFor((list: Directory['persons']) =>
  firstBy(list, ({ teamsId }) => teamsId?.toLowerCase()),
);
const applications = keptFor((list: Directory['applications']) => firstBy(list, ({ id }) => id));
const assignments = keptFor((list: Directory['assignments']) => Map.groupBy(list, ({ role }) => role));
const ofApplications = keptFor((list: Directory['assignments']) =>
  Map.groupBy(list, ({ role, application }) => `${role} ${application ?? ''}`),
);

const ofPersons = keptFor((list: Directory['assignments']) => Map.groupBy(list, ({ person }) => person));

/** Every assignment of a person. */
export const assignmentsOfPerson = (directory: Directory, person: string): readonly Assignment[] =>
  ofPersons(directory.assignments).get(person) ?? [];

const absences = keptFor((list: Directory['absences']) => Map.groupBy(list, ({ person }) => person));

/** Every absence of a person. */
export const absencesOf = (directory: Directory, person: string): Directory['absences'] =>
  absences(directory.absences).get(person) ?? [];

export const personOf = (directory: Directory, id: string): Person | undefined =>
  persons(directory.persons).get(id);

/** The person who is signed in with this Entra object id. */
export const personSignedIn = (directory: Directory, teamsId: string): Person | undefined =>
  byTeamsId(directory.persons).get(teamsId.toLowerCase());

export const unitOf = (directory: Pick<Directory, 'units'>, id: string): Unit | undefined =>
  units(directory.units).get(id);

export const applicationOf = (directory: Directory, id: string | undefined): Application | undefined =>
  id === undefined ? undefined : applications(directory.applications).get(id);

/** The assignments of a role; where an application is named only those for it, and those that name none. */
export function assignmentsOf(
  directory: Directory,
  role: RoleId,
  application: string | undefined,
): readonly Assignment[] {
  if (application === undefined) return assignments(directory.assignments).get(role) ?? [];
  const rows = ofApplications(directory.assignments);
  return [...(rows.get(`${role} ${application}`) ?? []), ...(rows.get(`${role} `) ?? [])];
}
