import type { Language, Text } from '../text.ts';

/** The ten roles of the IT-Rollenmodell. The ids are fixed. */
export const roleIds = [
  'stadtvorstand',
  'stadtrat-hufa',
  'kgrz',
  'strategisches-it-management',
  'digitallotse-wirtschaft',
  'digitalisierungsbuero',
  'it-beauftragte',
  'fachadministratoren',
  'digitaler-beirat',
  'digitale-mentoren',
] as const;
export type RoleId = (typeof roleIds)[number];

/** A person as the directory knows them: a function, never a private matter. */
export type Person = {
  readonly id: string;
  /** How the person is shown, e.g. "IT-Beauftragte Amt 61". */
  readonly name: string;
  readonly unit: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** Entra object id; a person without one cannot be reached in Teams. */
  readonly teamsId?: string | undefined;
};

/** Where a role is asked for: in a unit ("61"), for an application, or for the whole administration (neither). */
export type RolePlace = { readonly unit?: string | undefined; readonly application?: string | undefined };

/** Who acts for a role on a day, and why it is this person. */
export type ActingPerson = {
  readonly person: Person;
  readonly role: RoleId;
  /** `holder`, `deputy` ("i. V.") or `role-above` when the position is vacant or everybody is absent. */
  readonly as: 'holder' | 'deputy' | 'role-above';
};

/** Somebody who holds a role or deputises for it on a day. */
export type RoleSeat = {
  readonly person: Person;
  readonly as: 'holder' | 'deputy';
  /** Which seat of the Digitaler Beirat, for that role. */
  readonly seat?: string | undefined;
  /** Last day of the term, `2029-06-30`; absent when it has no end. */
  readonly until?: string | undefined;
  /** Last day of an absence under way, `2026-11-30`. */
  readonly absentUntil?: string | undefined;
};

/** An Amt, an Eigenbetrieb or a department of one. */
export type UnitRow = {
  readonly id: string;
  readonly name: Text;
  readonly kind: 'amt' | 'eigenbetrieb' | 'department';
  readonly partOf?: string | undefined;
};

/** A Fachverfahren. */
export type ApplicationRow = {
  readonly id: string;
  readonly name: string;
  /** Other names people use. */
  readonly aliases: readonly string[];
  readonly units: readonly string[];
};

/** Words of the decided document, and where they stand. */
export type Passage = { readonly quote: string; readonly passage: Text };

/** How other features reach the directory. Days are calendar days in Koblenz, `2026-11-24`. */
export type RoleDirectory = {
  roleName(role: RoleId): Text;
  /** "KGRZ", "IT-Beauftragte": for where there is little room. */
  roleShortName(role: RoleId): Text;
  /** The words of the role model for a role, or for one of its tasks. */
  passageOf(role: RoleId, task?: string): Passage | undefined;
  person(id: string): Person | undefined;
  /** The only person of this name. */
  personNamed(name: string): Person | undefined;
  /** The person who is signed in with this Entra object id. */
  personByTeamsId(teamsId: string): Person | undefined;
  /** holder → deputy → role above, by date and absence, without loops; `undefined` when nobody is left. */
  actingPerson(role: RoleId, place: RolePlace, day: string): ActingPerson | undefined;
  /** Everybody who holds the role there or deputises for it, holders first, absent or not. */
  seats(role: RoleId, place: RolePlace, day: string): readonly RoleSeat[];
  /** Whether the person holds the role or deputises for it on that day, absent or not. */
  holdsRole(personId: string, role: RoleId, place: RolePlace, day: string): boolean;
  /** The role that acts when this one cannot. */
  roleAbove(role: RoleId): RoleId | undefined;
  units(): readonly UnitRow[];
  /** What a unit has become by a day, or was before it: the id of the one that is there; its own where it is. */
  unitOn(unit: string, day: string): string;
  /** "Amt 61", "EB 17", "10.50": how people call a unit. */
  unitLabel(unit: string, language: Language): string;
  applications(): readonly ApplicationRow[];
};
