import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { directoryPaths, readDirectoryFiles, shortPath } from '../adapters/directory/read-files.ts';
import { dayOf } from '../core/day.ts';
import { Rules } from '../features/beirat/board/rules.ts';
import { Rounds } from '../features/directory/confirming/round.ts';
import { allNames, FurtherNames, withFurtherNames } from '../features/directory/further-names.ts';
import { healthLines, healthOf } from '../features/directory/health.ts';
import { parseDirectory } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import { Partners } from '../features/directory/partners.ts';
import { type Problem, problemLine } from '../features/directory/problem.ts';
import { unfoundNames } from '../features/directory/unfound-names.ts';
import { Fields } from '../features/mentors/field.ts';
import type { RequestType } from '../features/requests/types/model.ts';
import { createUnderstanding } from '../language/understand.ts';
import { beiratRulesIn } from './beirat-rules.ts';
import { seatWarnings } from './beirat-seats.ts';
import { type Checked, readChecked } from './checked-yaml.ts';
import { confirmationsFile } from './confirmations.ts';
import { fine, impossible, no, type Terminal } from './directory-command.ts';
import { Impossible, troubleText } from './directory-trouble.ts';
import { lostNames, namesIn } from './further-names.ts';
import { openLearned } from './learned.ts';
import { openConcepts, openLexicon } from './lexicon.ts';
import { mentorFieldsFile } from './mentor-fields.ts';
import { namedTypes } from './named-types.ts';
import { ownOr } from './own-file.ts';
import { partnersFile } from './partners.ts';
import { readRequestTypes, requestTypesPath } from './request-types.ts';
import { openKnownWords } from './words-command.ts';

const help = `Prüft alle Dateien, die gepflegt werden, auf einmal: Verzeichnis, Antragsarten, Regeln des Beirats, Felder der Mentoren,
Stellen außerhalb des Rollenmodells, Tage der Bestätigung, weitere Namen. Sagt auch, was fehlt, ohne falsch zu sein, und welche Namen Lotse
in einer Frage nicht findet.

  npm run check [-- --dir ORDNER]

Der Ordner ist DIRECTORY_DIR, sonst data/demo. Dateien, die dort nicht liegen, sind die mitgelieferten.

Ergebnis (Exit-Code): 0 in Ordnung (auch mit Hinweisen), 1 Fehler gefunden, 2 nicht möglich`;

/** `npm run check` @returns the exit code */
export async function runCheckCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    if (args.includes('--help') || args.includes('-h')) {
      for (const line of help.split('\n')) terminal.print(line);
      return fine;
    }
    const { values } = parseArgs({ args: [...args], options: { dir: { type: 'string' } } });
    const folder = values.dir ?? (terminal.env.DIRECTORY_DIR?.trim() || join('data', 'demo'));
    if (!existsSync(folder)) throw new Impossible(`Den Ordner „${folder}“ gibt es nicht.`);
    return await checkAll(folder, terminal);
  } catch (error) {
    const trouble = troubleText(error);
    if (trouble === undefined) throw error;
    terminal.complain(trouble);
    return impossible;
  }
}

async function checkAll(folder: string, terminal: Terminal): Promise<number> {
  const { print, complain, programFolder } = terminal;
  const day = dayOf(terminal.now().toISOString());
  let errors = 0;
  const tell = (file: string, problems: readonly Problem[]) => {
    const wrong = problems.filter(({ severity }) => severity === 'error').length;
    errors += wrong;
    print(`${wrong > 0 ? '✗' : '✓'} ${shortPath(file)}${wrong > 0 ? `: ${wrong} Fehler` : ''}`);
    for (const problem of problems.slice(0, mostShown)) complain(`  ${problemLine(problem)}`);
    if (problems.length > mostShown) complain(`  … und ${problems.length - mostShown} weitere.`);
  };
  const other = <T>(file: string, read: Checked<T>): T | undefined => {
    tell(file, read.ok ? [] : read.problems);
    return read.ok ? read.value : undefined;
  };
  const paths = directoryPaths(folder, programFolder);
  const loaded = parseDirectory(await readDirectoryFiles(paths), await openConcepts());
  tell(paths.organisation, loaded.ok ? loaded.warnings : loaded.problems);
  const rules = beiratRulesIn(folder);
  const rulesRead = other(rules, readChecked(rules, Rules));
  const fields = ownOr(folder, 'mentor-fields.yaml', mentorFieldsFile);
  other(fields, readChecked(fields, Fields));
  const partners = ownOr(folder, 'partners.yaml', partnersFile);
  other(partners, readChecked(partners, Partners));
  const confirmations = ownOr(folder, 'confirmations.yaml', confirmationsFile);
  other(confirmations, readChecked(confirmations, Rounds));
  const names = namesIn(folder);
  const further = other(names, readChecked(names, FurtherNames))?.names ?? [];
  if (!loaded.ok) {
    complain('  Antragsarten und Namen werden geprüft, sobald das Verzeichnis keine Fehler hat.');
    return no;
  }
  const typesPath = requestTypesPath(folder);
  const { types, problems } = await readRequestTypes(loaded.directory, typesPath, day);
  tell(typesPath, problems);
  const hints = [
    ...(rulesRead ? await seatWarnings(loaded.directory, paths.organisation) : []),
    ...lostNames(further, loaded.directory, types),
    ...(await unfound(loaded.directory, types, further, day)),
    ...healthLines(healthOf(loaded.directory, day), 'de', mostHints),
  ];
  for (const hint of hints) complain(`  ${hint}`);
  print(errors === 0 ? 'In Ordnung.' : `${errors} Fehler.`);
  return errors === 0 ? fine : no;
}

const mostShown = 50;
const mostHints = 10;

async function unfound(
  directory: Directory,
  types: readonly RequestType[],
  further: Parameters<typeof allNames>[2],
  day: string,
): Promise<readonly string[]> {
  const named = namedTypes(types);
  const names = allNames(directory, named, further, []);
  const [lexicon, learned, known] = [await openLexicon(), await openLearned(), await openKnownWords()];
  const understand = createUnderstanding(lexicon, withFurtherNames(directory, names, day), learned, known);
  return unfoundNames({ directory, understand, names, types: named }, day);
}
