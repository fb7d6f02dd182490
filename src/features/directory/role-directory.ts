import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { actingPerson, holdsRole, seatsOf } from './acting.ts';
import { personOf, personSignedIn } from './lookup.ts';
import type { Directory } from './model.ts';
import { unitLabel } from './places.ts';

/** The directory as the other features see it. Reads the current version at every call. */
export function createRoleDirectory(current: () => Directory): RoleDirectory {
  const role = (id: string) => current().roles.find((known) => known.id === id);
  return {
    roleName: (id) => role(id)?.name ?? { de: id, en: id },
    roleShortName: (id) => role(id)?.shortName ?? { de: id, en: id },
    passageOf: (id, task) => role(id)?.tasks.find((known) => known.id === task)?.source ?? role(id)?.source,
    person: (id) => personOf(current(), id),
    personByTeamsId: (teamsId) => personSignedIn(current(), teamsId),
    actingPerson: (id, place, day) => actingPerson(current(), id, place, day),
    seats: (id, place, day) => seatsOf(current(), id, place, day),
    holdsRole: (person, id, place, day) => holdsRole(current(), person, id, place, day),
    roleAbove: (id) => role(id)?.above,
    units: () => current().units,
    unitLabel: (unit, language) => unitLabel(current(), unit, language),
    applications: () => current().applications,
  };
}
