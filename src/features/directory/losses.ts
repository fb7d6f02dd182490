import type { RoleId } from '../../core/ports/role-directory.ts';
import { seatsOf } from './acting.ts';
import type { Directory } from './model.ts';

/*
 * What a change of the directory takes from people. Whoever reads a long difference overlooks that a whole column went;
 * this says it in a line, and more than a few stop a run that nobody watches.
 */

export type Losses = {
  /** German, one for each kind of loss. */
  readonly lines: readonly string[];
  /** Ids of everybody who loses something. */
  readonly people: ReadonlySet<string>;
  /** Roles that somebody could act for in Teams before, and nobody can afterwards. */
  readonly left: readonly RoleId[];
};

type People = ReadonlyMap<string, Directory['persons'][number]>;

/** @param day `2026-11-24`; rights count as they are on it */
export function lossesIn(before: Directory, after: Directory, day: string): Losses {
  const [was, is]: readonly [People, People] = [byId(before), byId(after)];
  const stays = [...was.values()].filter(({ id }) => is.has(id));
  const without = (field: 'email' | 'phone') =>
    stays.filter((person) => person[field] && !is.get(person.id)?.[field]).map(({ id }) => id);
  const signIn = stays.filter(({ id, teamsId }) => teamsId && is.get(id)?.teamsId !== teamsId);
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['verlassen das Verzeichnis', [...was.keys()].filter((id) => !is.has(id))],
    ['verlieren die Teams-Kennung und damit jedes Recht in Teams', signIn.map(({ id }) => id)],
    ['verlieren eine Rolle', minus(rights(before, day), rights(after, day)).filter((id) => is.has(id))],
    ['verlieren ihren Sitz im Digitalen Beirat', minus(seats(before), seats(after))],
    ['verlieren die E-Mail-Adresse', without('email')],
    ['verlieren die Telefonnummer', without('phone')],
  ];
  const left = before.roles
    .map(({ id }) => id)
    .filter((id) => isReached(before, id, day) && !isReached(after, id, day));
  return {
    lines: [
      ...kinds
        .filter(([, ids]) => ids.length > 0)
        .map(([what, ids]) => `${ids.length} von ${was.size} Personen ${what}: ${some(ids)}`),
      ...left.map(
        (id) =>
          `Danach kann in Teams niemand mehr für die Rolle „${before.roles.find((role) => role.id === id)?.name.de}“ handeln.`,
      ),
    ],
    people: new Set(kinds.flatMap(([, ids]) => ids)),
    left,
  };
}

/** More than a few: then nobody may have looked who says yes without being asked. */
export const isMuch = ({ people, left }: Losses, persons: number): boolean =>
  left.length > 0 || people.size > Math.max(fewPeople, Math.floor(persons / 100));
const fewPeople = 3;

const byId = ({ persons }: Directory): People => new Map(persons.map((person) => [person.id, person]));

const isReached = (directory: Directory, role: RoleId, day: string): boolean =>
  seatsOf(directory, role, {}, day).some(({ person }) => person.teamsId);

type Held = readonly { readonly person: string; readonly what: string }[];

const rights = ({ assignments }: Directory, day: string): Held =>
  assignments
    .filter(({ from, to }) => (from ?? '') <= day && day <= (to ?? '9'))
    .map(({ person, role, unit, application }) => ({
      person,
      what: JSON.stringify([person, role, unit, application]),
    }));

const seats = ({ assignments }: Directory): Held =>
  assignments
    .filter(({ seat }) => seat !== undefined)
    .map(({ person, seat }) => ({ person, what: JSON.stringify([person, seat]) }));

function minus(before: Held, after: Held): readonly string[] {
  const still = new Set(after.map(({ what }) => what));
  return [...new Set(before.filter(({ what }) => !still.has(what)).map(({ person }) => person))];
}

const some = (ids: readonly string[]): string =>
  ids.length > mostNamed
    ? `${ids.slice(0, mostNamed).join(', ')} … (+${ids.length - mostNamed})`
    : ids.join(', ');
const mostNamed = 5;
