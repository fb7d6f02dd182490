import type { RoleDirectory, RoleId } from '../../core/ports/role-directory.ts';

/* The order of roles: who stands above whom. Nobody decides in the place of a role above their own. */

type Ladder = Pick<RoleDirectory, 'roleAbove'>;

/** A role and those above it, nearest first, never in a circle. */
export function rolesFrom(role: RoleId, directory: Ladder): readonly RoleId[] {
  const ladder: RoleId[] = [];
  for (let next: RoleId | undefined = role; next && !ladder.includes(next); next = directory.roleAbove(next))
    ladder.push(next);
  return ladder;
}

export const isBelow = (role: RoleId, than: RoleId, directory: Ladder): boolean =>
  role !== than && rolesFrom(role, directory).includes(than);
