import type { Person, RoleId } from '../../src/core/ports/role-directory.ts';
import type {
  Application,
  Assignment,
  Directory,
  Organisation,
  Role,
  Unit,
} from '../../src/features/directory/model.ts';
import { programData } from './program-data.ts';

/** The program's role model with the demo organisation. */
export const demoDirectory = async (): Promise<Directory> => (await programData()).directory;

/** The program's role model with the organisation of a file. */
export const directoryOf = async (organisation: string): Promise<Directory> =>
  (await import('./read-data.ts')).readDirectory(organisation);

const nobody: Organisation = { units: [], persons: [], applications: [], assignments: [], absences: [] };

/** The same role model, filled with another organisation. */
export const filledWith = (model: Directory, organisation: Partial<Organisation>): Directory => ({
  ...model,
  ...nobody,
  ...organisation,
});

/** The directory with one role changed. */
export const withRole = (directory: Directory, id: RoleId, more: Partial<Role>): Directory => ({
  ...directory,
  roles: directory.roles.map((role) => (role.id === id ? { ...role, ...more } : role)),
});

export const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id,
  kind: 'amt',
  name: { de: `Fachamt ${id}`, en: `Specialist office ${id}` },
  aliases: [],
  ...more,
});

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: `Funktion ${id}`,
  unit: '61',
  ...more,
});

export const application = (id: string, units: string[]): Application => ({
  id,
  name: `${id}-Verfahren`,
  purpose: { de: 'Zweck', en: 'purpose' },
  aliases: [],
  units,
});

export const holder = (role: RoleId, who: string, more: Partial<Assignment> = {}): Assignment => ({
  role,
  person: who,
  as: 'holder',
  ...more,
});

export const deputy = (role: RoleId, who: string, more: Partial<Assignment> = {}): Assignment => ({
  ...holder(role, who, more),
  as: 'deputy',
});
