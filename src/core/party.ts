import type { Person, RoleDirectory } from './ports/role-directory.ts';
import type { Actor } from './turn.ts';

/**
 * Somebody that Lotse deals with. `id` is the person's id in the directory, or `aad:` and the Entra object id for a
 * colleague who is not listed there: most staff hold no role and are not in the directory.
 */
export type Party = {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
};

const unlisted = 'aad:';

/** Who the signed-in person is. */
export function partyOf(actor: Actor, directory: RoleDirectory): Party {
  const person = directory.personByTeamsId(actor.id);
  return person ? partyOfPerson(person) : { id: `${unlisted}${actor.id.toLowerCase()}`, name: actor.name };
}

export const partyOfPerson = ({ id, name, unit }: Person): Party => ({ id, name, unit });

/** Address by which a person is called. */
export const phoneUrl = ({ phone }: Pick<Person, 'phone'>): string | undefined =>
  phone && `tel:${phone.replace(/[^\d+]/g, '')}`;

/** The Entra object id by which a party can be reached in Teams, if there is one. */
export const teamsIdOf = (partyId: string, directory: RoleDirectory): string | undefined =>
  partyId.startsWith(unlisted)
    ? partyId.slice(unlisted.length)
    : directory.person(partyId)?.teamsId?.toLowerCase();
