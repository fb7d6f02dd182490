import type { RoleDirectory, RoleId } from './ports/role-directory.ts';

/** Who steers by the role model: 10.50, the Digitallotse, the Stadtvorstand. They see sums over all cases. */
export const steeringRoles: readonly RoleId[] = [
  'strategisches-it-management',
  'digitallotse-wirtschaft',
  'stadtvorstand',
];

/** Whether somebody sees the figures. @param day `2026-11-24` */
export const maySteer = (
  party: string,
  { holdsRole }: Pick<RoleDirectory, 'holdsRole'>,
  day: string,
): boolean => steeringRoles.some((role) => holdsRole(party, role, {}, day));
