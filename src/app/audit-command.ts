import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { createPapers } from '../adapters/papers/create-papers.ts';
import { Reading, readingCollection } from '../case/readings.ts';
import { momentIn } from '../core/day.ts';
import { Budget, budgetCollection } from '../features/requests/budgets/model.ts';
import { erasePerson } from './audit-erase.ts';
import { auditHelp } from './audit-help.ts';
import { showPerson } from './audit-person.ts';
import { caseNumbered, showCase } from './audit-show.ts';
import { archiveFindings, type Count, verifyAll } from './audit-verify.ts';
import { readOrganisation } from './audit-world.ts';
import { type CaseData, type DataPlace, dataPlace, placeName, readCases } from './case-data.ts';
import { caseFile } from './case-file.ts';
import { fine, impossible, no, type Terminal } from './directory-command.ts';
import { Impossible, troubleText } from './directory-trouble.ts';

type Order = {
  readonly words: readonly string[];
  readonly place: DataPlace;
  readonly yes: boolean;
  readonly json: boolean;
};

/** `npm run audit -- …` @returns the exit code, as of `npm run directory` */
export async function runAuditCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const safe = { ...terminal, print: lineTo(terminal.print), complain: lineTo(terminal.complain) };
  try {
    if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
      for (const line of auditHelp.split('\n')) safe.print(line);
      return args.length === 0 ? impossible : fine;
    }
    return await carryOut(readOrder(args, terminal.env), safe);
  } catch (error) {
    const trouble = troubleText(error);
    if (trouble === undefined) throw error;
    safe.complain(trouble);
    return impossible;
  }
}

function readOrder(args: readonly string[], env: Terminal['env']): Order {
  const options = {
    data: { type: 'string' },
    yes: { type: 'boolean', short: 'y' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const place = dataPlace(values.data, env);
  return { words: positionals, place, yes: values.yes ?? false, json: values.json ?? false };
}

async function carryOut({ words, place, yes, json }: Order, terminal: Terminal): Promise<number> {
  const [command, first, second, ...more] = words;
  if (command === 'verify' && !first) return verify(place, terminal);
  if (command === 'readings' && !first) return showReadings(await opened(place, terminal), terminal);
  if (command === 'show' && first && !second) return showCase(await opened(place, terminal), first, terminal);
  if (command === 'file' && first && more.length === 0)
    return writeFileOf(await opened(place, terminal), first, second, terminal);
  if (command === 'person' && second && more.length === 0) {
    if (first === 'show') return showPerson(place, second, json, terminal);
    if (first === 'erase') return erasePerson(place, second, yes, terminal);
  }
  throw new Impossible(
    'Nennen Sie einen Befehl: verify, show NUMMER, file NUMMER, readings, person show oder erase KENNUNG. Mehr mit --help.',
  );
}

async function opened(place: DataPlace, { print }: Terminal, log = archiveFindings().log): Promise<CaseData> {
  const data = await readCases(place, log);
  print(`Daten: ${placeName(place)}`);
  if (data.inUse)
    print(
      'Lotse arbeitet gerade mit diesen Daten. Das Ergebnis gilt für den Augenblick, in dem gelesen wurde.',
    );
  return data;
}

/** `file NUMMER [DATEI]`: the case as an accessible PDF. A file that is there is not overwritten. */
async function writeFileOf(
  data: CaseData,
  number: string,
  path: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const found = await caseNumbered(data, number);
  if (!found) {
    terminal.complain(`Einen Vorgang ${number} gibt es hier nicht, weder im Bestand noch im Archiv.`);
    return no;
  }
  const { world } = await readOrganisation(terminal);
  const target = path ?? `Akte-${found.doc.id.replace(/[^\w.-]+/g, '-')}.pdf`;
  const pdf = await createPapers().pdf(caseFile(found, world, { budgets: budgetsIn(data) }));
  try {
    await writeFile(target, pdf, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Impossible(`„${target}“ gibt es schon. Nennen Sie eine andere Datei: file ${number} DATEI.pdf`);
  }
  terminal.print(`Die Akte steht in ${target}.`);
  return fine;
}

/** `readings`: each look at a file by right, the newest last. */
function showReadings(data: CaseData, { print }: Terminal): number {
  const all = data
    .documents(readingCollection)
    .flatMap((one) => Reading.safeParse(one).data ?? [])
    .toSorted((a, b) => a.at.localeCompare(b.at));
  for (const { at, byName, by, what } of all) print(`${momentIn('de', at)} · ${byName} (${by}) · ${what}`);
  if (all.length === 0) print('Niemand hat bisher von Rechts wegen etwas gelesen.');
  return fine;
}

/** More would scroll the first ones away. */
const mostShown = 100;

async function verify(place: DataPlace, terminal: Terminal): Promise<number> {
  const lines = archiveFindings();
  const data = await opened(place, terminal, lines.log);
  const { counts, findings: found } = await verifyAll(data, randomIds.digest);
  const findings = [...lines.findings, ...found];
  for (const { of, entry, what } of findings.slice(0, mostShown))
    terminal.complain(`${of}${entry === undefined ? '' : `, Eintrag ${entry}`}: ${what}`);
  if (findings.length > mostShown) terminal.complain(`… und ${findings.length - mostShown} weitere.`);
  const checked = countLines(counts);
  if (findings.length === 0) terminal.print('In Ordnung. Geprüft:');
  else terminal.complain(`${findings.length} Stellen passen nicht. Geprüft:`);
  for (const line of checked) (findings.length === 0 ? terminal.print : terminal.complain)(line);
  return findings.length === 0 ? fine : no;
}

/** "  Antrag: 129, 812 Einträge" for each kind of which there is one, and what limits the proof. */
function countLines(counts: readonly Count[]): readonly string[] {
  const sum = (of: 'erased' | 'unsealed') => counts.reduce((all, one) => all + one[of], 0);
  const [erased, unsealed] = [sum('erased'), sum('unsealed')];
  return [
    ...counts
      .filter(({ documents }) => documents > 0)
      .map(({ noun, documents, entries }) => `  ${noun.de}: ${documents}, Einträge: ${entries}`),
    ...(erased > 0
      ? [
          erased === 1
            ? 'Bei 1 Eintrag ist der Wortlaut gelöscht; geprüft ist sein Platz in der Kette.'
            : `Bei ${erased} Einträgen ist der Wortlaut gelöscht; geprüft ist ihr Platz in der Kette.`,
        ]
      : []),
    ...(unsealed > 0
      ? [
          `${unsealed === 1 ? '1 Vorgang ist' : `${unsealed} Vorgänge sind`} noch nicht besiegelt, das geschieht beim nächsten täglichen Lauf. Bis dahin ist nur die Historie geprüft, nicht der Inhalt.`,
        ]
      : []),
  ];
}

/** Words come from people: nothing in them may steer the terminal. */
const lineTo = (print: (line: string) => void) => (line: string) =>
  print(line.replace(/[\p{Cc}\p{Cf}]/gu, ' '));

/** The budgets that can be read; a broken one is told by `verify`. */
const budgetsIn = (data: CaseData): readonly Budget[] =>
  data.documents(budgetCollection).flatMap((one) => Budget.safeParse(one).data ?? []);
