import type { RoleDirectory, RoleId } from './ports/role-directory.ts';

/**
 * Who may read what one part of the program hands to another: everybody, or whoever holds one of these roles or
 * deputises for it. Who shows it on asks {@link mayRead}; the part that it comes from is not there to ask.
 */
export type Readers = 'everybody' | readonly RoleId[];

/** @param day calendar day in Koblenz on which it is read */
export const mayRead = (
  readers: Readers,
  party: string,
  directory: Pick<RoleDirectory, 'holdsRole'>,
  day: string,
): boolean => readers === 'everybody' || readers.some((role) => directory.holdsRole(party, role, {}, day));
