import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { actingPerson, holdsRole } from './acting.ts';
import type { Directory } from './model.ts';

/** The directory as the other features see it. Reads the current version at every call. */
export function createRoleDirectory(current: () => Directory): RoleDirectory {
  return {
    roleName: (role) => current().roles.find(({ id }) => id === role)?.name ?? { de: role, en: role },
    personByTeamsId: (teamsId) =>
      current().persons.find((person) => person.teamsId?.toLowerCase() === teamsId.toLowerCase()),
    actingPerson: (role, place, day) => actingPerson(current(), role, place, day),
    holdsRole: (person, role, place, day) => holdsRole(current(), person, role, place, day),
  };
}
