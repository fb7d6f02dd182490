import { createHolidays } from '../adapters/calendar/holidays.ts';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { readDirectoryFiles, shortPath } from '../adapters/directory/read-files.ts';
import { dayOf } from '../core/day.ts';
import { partyOfPerson } from '../core/party.ts';
import type { RoleDirectory } from '../core/ports/role-directory.ts';
import { parseDirectory } from '../features/directory/load.ts';
import type { Directory } from '../features/directory/model.ts';
import { problemLine } from '../features/directory/problem.ts';
import { createRoleDirectory } from '../features/directory/role-directory.ts';
import { parseForm } from '../features/requests/form/parse.ts';
import type { FieldValues } from '../features/requests/model.ts';
import { explainRoute } from '../features/requests/route.ts';
import type { RequestType } from '../features/requests/types/model.ts';
import { fine, impossible, no, type Terminal } from './directory-command.ts';
import { Impossible, troubleText } from './directory-trouble.ts';
import { openConcepts } from './lexicon.ts';
import { openPartners } from './partners.ts';
import { readRequestTypes } from './request-types.ts';
import { exportRequests } from './requests-export.ts';
import { requestsHelp } from './requests-help.ts';
import { type RequestsOrder, readRequestsOrder } from './requests-order.ts';
import { overviewLines, typeLines, wayLines } from './requests-text.ts';

type Command = Omit<Terminal, 'confirm'>;
type Show = Extract<RequestsOrder, { command: 'show' }>;

/** `npm run requests -- …` @returns the exit code */
export async function runRequestsCommand(args: readonly string[], terminal: Command): Promise<number> {
  try {
    if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
      for (const line of requestsHelp.split('\n')) terminal.print(line);
      return args.length === 0 ? impossible : fine;
    }
    if (args[0] === 'export') return await exportRequests(args.slice(1), terminal);
    const order = readRequestsOrder(args, terminal.env, terminal.programFolder);
    terminal.print(
      `Antragsarten: ${shortPath(order.typesFile)} (Verzeichnis: ${shortPath(order.paths.organisation)})`,
    );
    const directory = await directoryOf(order);
    const day = dayOf(terminal.now().toISOString());
    const { types, problems } = await readRequestTypes(directory, order.typesFile, day);
    const errors = problems.filter(({ severity }) => severity === 'error');
    for (const problem of order.command === 'check' ? problems : errors)
      terminal.complain(inOneLine(problemLine(problem)));
    if (errors.length > 0) return no;
    return order.command === 'check' ? checked(types, terminal) : shown(order, types, directory, terminal);
  } catch (error) {
    const trouble = troubleText(error);
    if (trouble === undefined) throw error;
    terminal.complain(trouble);
    return impossible;
  }
}

async function directoryOf({ paths }: RequestsOrder): Promise<Directory> {
  const loaded = parseDirectory(await readDirectoryFiles(paths), await openConcepts());
  if (loaded.ok) return loaded.directory;
  throw new Impossible('Das Verzeichnis hat Fehler. Beheben Sie sie zuerst: npm run directory -- check');
}

function checked(types: readonly RequestType[], { print }: Command): number {
  const steps = types.reduce((sum, { route }) => sum + route.length, 0);
  const fields = types.reduce((sum, type) => sum + type.fields.length, 0);
  print(`In Ordnung: ${types.length} Antragsarten, ${fields} Felder, ${steps} Schritte.`);
  return fine;
}

function shown(order: Show, types: readonly RequestType[], directory: Directory, terminal: Command): number {
  const roles = createRoleDirectory(() => directory);
  for (const line of linesOf(order, types, roles, terminal)) terminal.print(inOneLine(line));
  return fine;
}

function linesOf(order: Show, types: readonly RequestType[], directory: RoleDirectory, terminal: Command) {
  if (!order.type) return overviewLines(types);
  const partners = openPartners(order.partnersFile);
  const type = types.find(({ id }) => id === order.type);
  if (!type) {
    const known = types.map(({ id }) => id).join(', ');
    throw new Impossible(`Die Antragsart „${order.type}“ gibt es nicht. Möglich sind: ${known}.`);
  }
  if (!order.as) return typeLines(type, { directory, partners });
  const person = directory.person(order.as);
  if (!person) throw new Impossible(`Im Verzeichnis gibt es keine Person „${order.as}“. Prüfen Sie --as.`);
  const unit = order.unit ?? person.unit;
  if (!directory.units().some(({ id }) => id === unit))
    throw new Impossible(`Im Verzeichnis gibt es kein Amt „${unit}“. Prüfen Sie --unit.`);
  const now = terminal.now().toISOString();
  const matter = { unit, fields: valuesOf(order, type, directory, now), requester: partyOfPerson(person) };
  const context = { now, directory, holidays: createHolidays(), digest: randomIds.digest, partners };
  const title = `${type.name.de} für ${directory.unitLabel(unit, 'de')}, gestellt von ${person.name}:`;
  return [title, ...wayLines(explainRoute(type, matter, context))];
}

/** What was given with `--with`, checked as the form checks it; what is required may stay open here. */
function valuesOf(order: Show, type: RequestType, directory: RoleDirectory, now: string): FieldValues {
  const unknown = Object.keys(order.filled).find((name) => !type.fields.some(({ id }) => id === name));
  if (unknown) {
    const known = type.fields.map(({ id }) => id).join(', ');
    throw new Impossible(`Das Feld „${unknown}“ gibt es in diesem Formular nicht. Möglich sind: ${known}.`);
  }
  const data = Object.fromEntries(Object.entries(order.filled).map(([id, text]) => [`f_${id}`, text]));
  const { values, errors } = parseForm(type, data, directory, dayOf(now));
  const wrong = Object.keys(order.filled).find((id) => errors[id]);
  if (wrong) throw new Impossible(`--with ${wrong}: ${errors[wrong]?.de}`);
  return values;
}

/** Names come from files: nothing in them may steer the terminal. */
const inOneLine = (line: string): string => line.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
