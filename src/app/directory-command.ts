import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { noteBrought } from '../adapters/directory/brought.ts';
import { readDirectoryFiles, shortPath } from '../adapters/directory/read-files.ts';
import { replaceText } from '../adapters/directory/write-file.ts';
import { readYaml } from '../adapters/directory/yaml-text.ts';
import { dayOf } from '../core/day.ts';
import { type Change, differences } from '../features/directory/diff.ts';
import { differenceLines } from '../features/directory/difference-text.ts';
import { healthLines, healthOf } from '../features/directory/health.ts';
import { type DirectorySources, parseDirectory } from '../features/directory/load.ts';
import { isMuch, type Losses, lossesIn } from '../features/directory/losses.ts';
import type { Directory } from '../features/directory/model.ts';
import { type Problem, problemLine } from '../features/directory/problem.ts';
import { seatWarnings } from './beirat-seats.ts';
import { casesThen } from './directory-cases.ts';
import { exportFiles, writeAll } from './directory-export.ts';
import { help } from './directory-help.ts';
import { readIncoming } from './directory-import.ts';
import { fileOf, type Order, readOrder } from './directory-order.ts';
import { rewritten } from './directory-rewrite.ts';
import { Impossible, troubleText } from './directory-trouble.ts';
import { openConcepts } from './lexicon.ts';

/** The world around the command. */
export type Terminal = {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Asks the person; undefined when nobody is there. */
  readonly confirm: (question: string) => Promise<boolean | undefined>;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly programFolder: string;
};

/** Exit codes: fine; no (errors found, differences, not confirmed); not possible (usage, file unreadable). */
export const fine = 0;
export const no = 1;
export const impossible = 2;

/** `npm run directory -- …` @returns the exit code */
export async function runDirectoryCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const safe = { ...terminal, print: lineTo(terminal.print), complain: lineTo(terminal.complain) };
  try {
    if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
      for (const line of help.split('\n')) safe.print(line);
      return args.length === 0 ? impossible : fine;
    }
    const order = readOrder(args, terminal.env, terminal.programFolder);
    safe.print(
      `Verzeichnis: ${shortPath(order.paths.organisation)} (Rollenmodell: ${shortPath(order.paths.model)})`,
    );
    return await commands[order.command](order, safe);
  } catch (error) {
    const trouble = troubleText(error);
    if (trouble === undefined) throw error;
    safe.complain(trouble);
    return impossible;
  }
}

const commands: Readonly<Record<Order['command'], (order: Order, terminal: Terminal) => Promise<number>>> = {
  async check(order, terminal) {
    const result = order.file
      ? await incoming(order, terminal)
      : await checked(await readDirectoryFiles(order.paths));
    complainAll(result.ok ? result.warnings : result.problems, terminal);
    if (!result.ok) return no;
    for (const line of await seatWarnings(result.directory, order.paths.organisation))
      terminal.complain(line);
    const lacks = healthOf(result.directory, dayOf(terminal.now().toISOString()));
    for (const line of healthLines(lacks, 'de', mostLacks)) terminal.complain(line);
    const { roles, units, persons, applications, assignments, absences } = result.directory;
    terminal.print(
      `In Ordnung: ${roles.length} Rollen, ${units.length} Ämter, ${persons.length} Personen, ${applications.length} Fachverfahren, ${assignments.length} Zuordnungen, ${absences.length} Abwesenheiten.`,
    );
    return fine;
  },

  async diff(order, terminal) {
    const { changes } = await compare(order, terminal);
    return changes.length === 0 ? fine : no;
  },

  async import(order, terminal) {
    const { present, next, changes, losses } = await compare(order, terminal);
    if (changes.length === 0) return fine;
    const { model } = await readDirectoryFiles(order.paths);
    const question = `Diese Änderungen in ${shortPath(order.paths.organisation)} schreiben?`;
    const isAllowed = isMuch(losses, present.directory.persons.length)
      ? await agreedToLosses(question, losses, order, terminal)
      : await agreed(question, order, terminal);
    if (!isAllowed) return no;
    const text = rewritten(present.text, next);
    const reread = await checked({ model, organisation: readYaml('organisation.yaml', text, 'text') });
    if (!reread.ok || differences(next, reread.directory).length > 0)
      throw new Error('the rewritten directory differs from what was to be written; nothing was changed');
    const brought = {
      ...whoBrings(order, [...present.directory.persons, ...next.persons]),
      way: 'import',
      source: basename(order.file ?? ''),
    } as const;
    await noteBrought(order.paths.organisation, text, { at: terminal.now().toISOString(), ...brought });
    const backup = await replaceText(order.paths.organisation, text, present.text, terminal.now());
    terminal.print(`Geschrieben: ${shortPath(order.paths.organisation)}`);
    if (backup) terminal.print(`Vorheriger Stand: ${shortPath(backup)}`);
    return fine;
  },

  async export(order, terminal) {
    const { directory } = await presentDirectory(order, terminal);
    const { path, format } = fileOf(order);
    const files = await exportFiles(
      path,
      format,
      { organisation: directory, file: order.paths.organisation },
      order.table,
    );
    const taken = files.filter((file) => existsSync(file.path)).map((file) => file.path);
    if (taken.length > 0 && !(await agreed(`${taken.join(', ')} überschreiben?`, order, terminal))) return no;
    await writeAll(files);
    for (const file of files) terminal.print(`Geschrieben: ${file.path}`);
    return fine;
  },
};

const checked = async (files: DirectorySources) => parseDirectory(files, await openConcepts());

/** The directory as it would be with the file of the order. */
async function incoming(order: Order, terminal: Terminal) {
  const { path, format } = fileOf(order);
  const files = await readDirectoryFiles(order.paths);
  const read = await readIncoming(path, format, files, order);
  if (!read.ok) return read;
  for (const note of read.notes) terminal.complain(note);
  return checked({ model: files.model, organisation: read.organisation });
}

async function presentDirectory(order: Order, terminal: Terminal) {
  const files = await readDirectoryFiles(order.paths);
  const loaded = await checked(files);
  if (!loaded.ok) {
    complainAll(loaded.problems, terminal);
    throw new Impossible('Das vorhandene Verzeichnis hat Fehler. Beheben Sie sie zuerst.');
  }
  return { directory: loaded.directory, text: files.organisation.text };
}

async function compare(
  order: Order,
  terminal: Terminal,
): Promise<{
  readonly present: { readonly directory: Directory; readonly text: string | undefined };
  readonly next: Directory;
  readonly changes: readonly Change[];
  readonly losses: Losses;
}> {
  const present = await presentDirectory(order, terminal);
  const result = await incoming(order, terminal);
  complainAll(result.ok ? result.warnings : result.problems, terminal);
  if (!result.ok) throw new Impossible('Die Datei hat Fehler. Es wurde nichts geändert.');
  const next = result.directory;
  const changes = differences(present.directory, next);
  const persons = [...present.directory.persons, ...next.persons];
  const losses = lossesIn(present.directory, next, dayOf(terminal.now().toISOString()));
  for (const line of changes.length > 0 ? differenceLines(changes, { persons }) : ['Kein Unterschied.'])
    terminal.print(line);
  if (changes.length > 0) {
    const directories = { before: present.directory, after: next };
    for (const line of await casesThen(directories, changes, order.data, terminal.now()))
      terminal.print(line);
  }
  for (const line of losses.lines) terminal.complain(`Achtung: ${line}`);
  return { present, next, changes, losses };
}

/** Whoever says so with `--by`, else the account at the machine. The first table brings whoever brings it, too. */
function whoBrings(
  { by }: Order,
  persons: Directory['persons'],
): { readonly by: string; readonly byName: string } {
  if (by !== undefined) {
    const person = persons.find(({ id }) => id === by);
    if (!person)
      throw new Impossible(`Nach --by steht die Kennung einer Person des Verzeichnisses, nicht „${by}“.`);
    return { by, byName: person.name };
  }
  const account = accountName();
  return { by: `account:${account}`, byName: `Konto ${account}` };
}

/** A container may run under a number that no account has. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unbekannt';
  }
}

async function agreed(question: string, { yes }: Order, terminal: Terminal): Promise<boolean> {
  const answer = yes || (await terminal.confirm(question));
  if (answer === undefined)
    terminal.complain(`${question} Zum Bestätigen mit --yes aufrufen. Es wurde nichts geändert.`);
  if (answer === false) terminal.complain('Nicht bestätigt. Es wurde nichts geändert.');
  return answer === true;
}

/** What takes from many is asked a person, or done by one who names how many: `--yes` alone is nobody who has looked. */
async function agreedToLosses(
  question: string,
  { people }: Losses,
  { losing }: Order,
  terminal: Terminal,
): Promise<boolean> {
  if (losing === people.size) return true;
  const answer = await terminal.confirm(`Das nimmt ${people.size} Personen etwas. ${question}`);
  if (answer === undefined)
    terminal.complain(
      `Das nimmt ${people.size} Personen etwas und wird deshalb nicht ohne Sie geschrieben, auch nicht mit --yes. Ist es so gewollt, rufen Sie mit --losing ${people.size} auf. Es wurde nichts geändert.`,
    );
  if (answer === false) terminal.complain('Nicht bestätigt. Es wurde nichts geändert.');
  return answer === true;
}

/** Of each kind of lack. */
const mostLacks = 10;

/** More would scroll the first ones away. */
const mostShown = 50;

function complainAll(problems: readonly Problem[], { complain }: Terminal): void {
  for (const problem of problems.slice(0, mostShown)) complain(problemLine(problem));
  if (problems.length > mostShown) complain(`… und ${problems.length - mostShown} weitere.`);
}

/** Names come from files: nothing in them may steer the terminal. */
const lineTo = (print: (line: string) => void) => (line: string) =>
  print(line.replace(/[\p{Cc}\p{Cf}]/gu, ' '));
