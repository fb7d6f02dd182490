import { readDirectoryFiles } from '../../src/adapters/directory/read-files.ts';
import { openConcepts } from '../../src/app/lexicon.ts';
import type { Person, RoleId } from '../../src/core/ports/role-directory.ts';
import { parseDirectory } from '../../src/features/directory/load.ts';
import type {
  Application,
  Assignment,
  Directory,
  Organisation,
  Role,
  Unit,
} from '../../src/features/directory/model.ts';
import { problemLine } from '../../src/features/directory/problem.ts';

/** The program's role model with the demo organisation. */
export const demoDirectory = (): Promise<Directory> => demo;

/** The program's role model with the organisation of a file. */
export async function directoryOf(organisation: string): Promise<Directory> {
  const files = await readDirectoryFiles({ model: 'data/directory.yaml', organisation });
  const loaded = parseDirectory(files, await openConcepts());
  if (!loaded.ok) throw new Error(loaded.problems.map(problemLine).join('\n'));
  return loaded.directory;
}

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

/** Read once for all tests of a file. */
const demo = directoryOf('data/demo/organisation.yaml');
