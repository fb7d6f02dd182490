import type { Person, RoleDirectory } from '../../core/ports/role-directory.ts';
import { actingPerson, holdsRole, seatsOf } from './acting.ts';
import { personOf, personSignedIn } from './lookup.ts';
import type { Directory } from './model.ts';
import { unitLabel } from './places.ts';
import { idOn, type Period } from './validity.ts';

/**
 * The directory as the other features see it. Reads the current version at every call.
 * @param today `2026-11-24`: units and applications that are over by then are named no more, and their people belong to
 *   what came after; without it all are
 */
export function createRoleDirectory(current: () => Directory, today?: () => string): RoleDirectory {
  const still = <T extends Period>(all: readonly T[]): readonly T[] => {
    const day = today?.();
    return day === undefined || all.every(({ to }) => !to || day <= to)
      ? all
      : all.filter(({ to }) => !to || day <= to);
  };
  const atHome = (person: Person | undefined): Person | undefined => {
    const unit = person && today && idOn(current().units, person.unit, today());
    return person && unit !== undefined && unit !== person.unit ? { ...person, unit } : person;
  };
  const role = (id: string) => current().roles.find((known) => known.id === id);
  return {
    roleName: (id) => role(id)?.name ?? { de: id, en: id },
    roleShortName: (id) => role(id)?.shortName ?? { de: id, en: id },
    passageOf: (id, task) => role(id)?.tasks.find((known) => known.id === task)?.source ?? role(id)?.source,
    person: (id) => atHome(personOf(current(), id)),
    personNamed: (name) => atHome(onlyNamed(current().persons, name)),
    personByTeamsId: (teamsId) => atHome(personSignedIn(current(), teamsId)),
    actingPerson: (id, place, day) => actingPerson(current(), id, place, day),
    seats: (id, place, day) => seatsOf(current(), id, place, day),
    holdsRole: (person, id, place, day) => holdsRole(current(), person, id, place, day),
    roleAbove: (id) => role(id)?.above,
    units: () => still(current().units),
    unitOn: (unit, day) => idOn(current().units, unit, day),
    unitLabel: (unit, language) => unitLabel(current(), unit, language),
    applications: () => still(current().applications),
  };
}

function onlyNamed<P extends { readonly name: string }>(persons: readonly P[], name: string): P | undefined {
  const plain = (words: string) => words.trim().replace(/\s+/g, ' ').toLowerCase();
  const named = persons.filter((person) => plain(person.name) === plain(name));
  return named.length === 1 ? named[0] : undefined;
}
