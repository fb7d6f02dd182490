import { existsSync, statSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { directoryPaths, readDirectoryFiles } from '../adapters/directory/read-files.ts';
import { copiesIn } from '../adapters/store/copies.ts';
import { lookAtDatabase } from '../adapters/store/postgres/look.ts';
import { isInUse } from '../adapters/store/read-data.ts';
import { readLog } from '../adapters/store/read-log.ts';
import { parseDirectory } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import { problemLine } from '../features/directory/problem.ts';
import { beiratRulesFile, openBeiratRules } from './beirat-rules.ts';
import type { Config } from './config.ts';
import { doubtful, type Finding, reasonOf, well, wrong } from './doctor-finding.ts';
import { namesFile, openNames } from './further-names.ts';
import { openConcepts } from './lexicon.ts';
import { mentorFieldsFile, openMentorFields } from './mentor-fields.ts';
import { ownOr } from './own-file.ts';
import { openPartners, partnersFile } from './partners.ts';
import { programFolder } from './program-folder.ts';
import { openRequestTypes, requestTypesFile } from './request-types.ts';

/** The data folder: whether it can be written, has room, is whole, and was copied. */
export async function folder(path: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return [await placeFor(path)];
  const mayWrite = await access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite)
    findings.push(
      wrong(
        `In „${path}“ darf dieses Konto nicht schreiben.`,
        'Geben Sie dem Konto, unter dem Lotse läuft, den Ordner.',
      ),
    );
  const { bavail, bsize } = await statfs(path);
  const free = (bavail * bsize) / 2 ** 20;
  findings.push(
    free < 500
      ? doubtful(
          `Auf der Platte sind nur ${free.toFixed(0)} MB frei.`,
          'Schaffen Sie Platz, bevor Lotse nicht mehr speichern kann.',
        )
      : well(`Auf der Platte sind ${(free / 1024).toFixed(1)} GB frei.`),
  );
  const file = join(path, 'lotse.jsonl');
  try {
    const { tables } = await readLog(file);
    const count = [...tables.values()].reduce((sum, { docs }) => sum + docs.size, 0);
    findings.push(
      well(`Die Daten sind ganz: ${count} Dokumente${(await isInUse(path)) ? ', Lotse läuft' : ''}.`),
    );
  } catch (error) {
    const isNew = (error as { code?: string }).code === 'ENOENT';
    findings.push(
      isNew
        ? well('Es gibt noch keine Daten.')
        : wrong(
            `Die Datei ${file} ist beschädigt: ${reasonOf(error)}.`,
            'Retten: npm run store -- salvage NEUER_ORDNER',
          ),
    );
    return findings;
  }
  const [newest] = await copiesIn(join(path, 'copies'));
  findings.push(
    newest
      ? well(`Jüngste eigene Kopie: ${newest}. Eine Sicherung an anderem Ort ersetzt sie nicht.`)
      : doubtful('Es gibt noch keine Kopie der Daten.', 'Sichern: npm run store -- backup ORDNER'),
  );
  return findings;
}

/** Whether a folder that is not there yet can be made. */
async function placeFor(path: string): Promise<Finding> {
  let above = dirname(resolve(path));
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  const mayCreate = statSync(above).isDirectory() ? access(above, constants.W_OK) : Promise.reject();
  return mayCreate.then(
    () => well(`Der Datenordner „${path}“ entsteht beim ersten Start.`),
    () =>
      wrong(
        `Den Datenordner „${path}“ gibt es nicht, und in „${above}“ darf dieses Konto nichts anlegen.`,
        'Den Ordner anlegen und dem Konto geben, unter dem Lotse läuft; oder DATA_DIR ändern.',
      ),
  );
}

/** The database: whether it answers, takes changes and may get new tables. */
export async function database(url: string): Promise<readonly Finding[]> {
  const { host, pathname, searchParams } = new URL(url);
  const name = `Die Datenbank ${host}${pathname}`;
  const look = await lookAtDatabase(url).catch((error) => reasonOf(error));
  if (typeof look === 'string')
    return [wrong(`${name}: ${look}.`, 'STORE_URL prüfen; erreicht dieser Rechner die Datenbank?')];
  const { takesChanges, mayCreate, documents } = look;
  const isHere = /^(127\.|localhost|\[::1\])/.test(host);
  const isSafe = isHere || /^(require|verify-)/.test(searchParams.get('sslmode') ?? '');
  return [
    ...(takesChanges
      ? [
          well(
            documents === undefined
              ? `${name} antwortet; die Tabellen entstehen beim ersten Start.`
              : `${name} antwortet: ${documents} Dokumente.`,
          ),
        ]
      : [wrong(`${name} nimmt keine Änderungen an.`, 'STORE_URL muss den Server nennen, der schreibt.')]),
    ...(mayCreate
      ? []
      : [wrong('Dieses Konto darf dort keine Tabellen anlegen.', 'GRANT CREATE ON SCHEMA public TO …')]),
    ...(isSafe
      ? []
      : [
          doubtful(
            'Die Verbindung zur Datenbank ist nicht sicher verschlüsselt.',
            'STORE_URL um ?sslmode=verify-full ergänzen.',
          ),
        ]),
  ];
}

/** The directory and the other files that people keep. */
export async function directory({ directoryDir, mode }: Config): Promise<readonly Finding[]> {
  const loaded = parseDirectory(
    await readDirectoryFiles(directoryPaths(directoryDir, programFolder)),
    await openConcepts(),
  );
  if (!loaded.ok)
    return loaded.problems.map((problem) =>
      wrong(problemLine(problem), 'npm run directory -- check nennt alle Stellen.'),
    );
  const { persons, units, assignments } = loaded.directory;
  const without = persons.filter(({ teamsId }) => !teamsId).length;
  const findings = [
    well(
      `„${directoryDir}“: ${persons.length} Personen, ${units.length} Ämter, ${assignments.length} Zuordnungen.`,
    ),
    ...loaded.warnings
      .slice(0, 5)
      .map((problem) => doubtful(problemLine(problem), 'npm run directory -- check')),
  ];
  if (persons.length === 0)
    findings.push(
      doubtful('Im Verzeichnis steht niemand.', 'DIRECTORY_DIR prüfen; organisation.yaml anlegen.'),
    );
  if (mode === 'production' && persons.some(({ email }) => email?.endsWith('@example.org')))
    findings.push(
      wrong('Im Verzeichnis stehen erfundene Personen (example.org).', 'Das eigene Verzeichnis einspielen.'),
    );
  if (persons.length > 0 && without === persons.length)
    findings.push(
      wrong('Niemand hat eine Teams-Kennung: Alle wären ohne Rechte.', 'Spalte „Teams-Kennung“ einspielen.'),
    );
  else if (without > persons.length / 2)
    findings.push(
      doubtful(
        `${without} von ${persons.length} Personen haben keine Teams-Kennung.`,
        'Spalte „Teams-Kennung“ ergänzen.',
      ),
    );
  return [...findings, ...(await keptFiles(directoryDir, loaded.directory))];
}

/** The other files that people keep. One with an error does not count: its last good content does. */
async function keptFiles(folder: string, directory: Directory): Promise<readonly Finding[]> {
  const looks: readonly (readonly [string, string, (path: string) => unknown])[] = [
    ['request-types.yaml', requestTypesFile, (path) => openRequestTypes(directory, path)],
    ['beirat.yaml', beiratRulesFile, openBeiratRules],
    ['mentor-fields.yaml', mentorFieldsFile, openMentorFields],
    ['partners.yaml', partnersFile, openPartners],
    ['names.yaml', namesFile, openNames],
  ];
  const findings: Finding[] = [];
  for (const [name, shipped, open] of looks) {
    const path = ownOr(folder, name, shipped);
    try {
      await open(path);
      if (path !== shipped) findings.push(well(`Eigene Datei ${name} ist fehlerfrei.`));
    } catch (error) {
      findings.push(
        wrong((error as Error).message, `${path} berichtigen; npm run check nennt alles auf einmal.`),
      );
    }
  }
  return findings;
}
