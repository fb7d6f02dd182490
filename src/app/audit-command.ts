import { parseArgs } from 'node:util';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { shortPath } from '../adapters/directory/read-files.ts';
import { momentIn } from '../core/day.ts';
import { nameWithMark } from '../core/text.ts';
import { historyLine, stateWords } from '../features/requests/labels.ts';
import { Request } from '../features/requests/model.ts';
import { auditHelp } from './audit-help.ts';
import { caseWithHistory, verifyHistories } from './audit-histories.ts';
import { erasePerson, showPerson } from './audit-person.ts';
import { archiveFindings, verifyAll } from './audit-verify.ts';
import { type CaseData, readCases } from './case-data.ts';
import { fine, impossible, no, type Terminal } from './directory-command.ts';
import { Impossible, troubleText } from './directory-trouble.ts';

type Order = { readonly words: readonly string[]; readonly folder: string; readonly yes: boolean };

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
  const options = { data: { type: 'string' }, yes: { type: 'boolean', short: 'y' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const folder = values.data ?? (env.DATA_DIR?.trim() || '.data/production');
  return { words: positionals, folder, yes: values.yes ?? false };
}

async function carryOut({ words, folder, yes }: Order, terminal: Terminal): Promise<number> {
  const [command, first, second, ...more] = words;
  if (command === 'verify' && !first) return verify(folder, terminal);
  if (command === 'show' && first && !second) return show(await opened(folder, terminal), first, terminal);
  if (command === 'person' && second && more.length === 0) {
    if (first === 'show') return showPerson(await readCases(folder), second, terminal);
    if (first === 'erase') return erasePerson(folder, second, yes, terminal);
  }
  throw new Impossible(
    'Nennen Sie einen Befehl: verify, show NUMMER, person show oder erase KENNUNG. Mehr mit --help.',
  );
}

async function opened(folder: string, { print }: Terminal, log = archiveFindings().log): Promise<CaseData> {
  const data = await readCases(folder, log);
  print(`Daten: ${shortPath(folder)}`);
  if (data.inUse)
    print(
      'Lotse arbeitet gerade mit diesen Daten. Das Ergebnis gilt für den Augenblick, in dem gelesen wurde.',
    );
  return data;
}

/** More would scroll the first ones away. */
const mostShown = 100;

async function verify(folder: string, terminal: Terminal): Promise<number> {
  const lines = archiveFindings();
  const data = await opened(folder, terminal, lines.log);
  const result = await verifyAll(data, randomIds.digest);
  const others = verifyHistories(data, randomIds.digest);
  const findings = [...lines.findings, ...result.findings, ...others.findings];
  for (const { of, entry, what } of findings.slice(0, mostShown))
    terminal.complain(`${of}${entry === undefined ? '' : `, Eintrag ${entry}`}: ${what}`);
  if (findings.length > mostShown) terminal.complain(`… und ${findings.length - mostShown} weitere.`);
  const checked = `${result.requests} Anträge mit ${result.entries} Einträgen, ${others.cases} Sitzungen, Ideen und Beratungen mit ${others.entries} Einträgen, ${result.budgets} Budgets`;
  const wordless = result.erased + others.erased;
  const erased =
    wordless > 0
      ? ` Bei ${wordless} Einträgen ist der Wortlaut gelöscht; geprüft ist ihr Platz in der Kette.`
      : '';
  if (findings.length === 0) terminal.print(`In Ordnung: ${checked}.${erased}`);
  else terminal.complain(`${findings.length} Stellen passen nicht. Geprüft: ${checked}.${erased}`);
  return findings.length === 0 ? fine : no;
}

async function show(data: CaseData, number: string, { print, complain }: Terminal): Promise<number> {
  const id = number.trim().toUpperCase();
  const stored = data.documents('requests').find((one) => (one as { readonly id: string }).id === id);
  const found = stored ?? (await data.archive.find(id));
  if (!found) return showOther(data, id, { print, complain });
  const request = Request.parse(found);
  print(`${request.id} · ${request.title} · ${stateWords[request.state].de}${stored ? '' : ' · im Archiv'}`);
  print(
    `Antragsart ${request.type}, Amt ${request.unit}, gestellt von ${request.requester.name} (${request.requester.id})`,
  );
  for (const [field, value] of Object.entries(request.fields)) print(`  ${field}: ${value}`);
  for (const entry of request.history) {
    const line = historyLine(entry, 'de') ?? `${momentIn('de', entry.at)} · ${entry.byName}: ${entry.act}`;
    print(`${String(entry.n).padStart(3)}. ${line}${entry.erased ? ' [Wortlaut gelöscht]' : ''}`);
    print(`     ${factsOf(entry)}  ${entry.hash.slice(0, 16)}`);
  }
  return fine;
}

/** A meeting, an idea, a mentoring: who did what when, with the beginning of each fingerprint. */
function showOther(
  data: CaseData,
  number: string,
  { print, complain }: Pick<Terminal, 'print' | 'complain'>,
): number {
  const id = number.replace('/', '-');
  const found = caseWithHistory(data, id);
  if (!found) {
    complain(`Einen Vorgang ${number} gibt es hier nicht, weder im Bestand noch im Archiv.`);
    return no;
  }
  print(`${found.kind} ${id} · ${String(found.one.state ?? '')}`);
  for (const entry of found.one.history) {
    const who = nameWithMark(entry.byName, entry.onBehalfOf, 'de');
    const note = entry.note ? `: ${entry.note}` : '';
    const mark = entry.erased ? ' [Wortlaut gelöscht]' : '';
    print(
      `${String(entry.n).padStart(3)}. ${momentIn('de', entry.at)} · ${who} · ${entry.act}${note}${mark}`,
    );
    print(`     ${factsOf(entry)}  ${entry.hash.slice(0, 16)}`);
  }
  return fine;
}

const factsOf = ({ facts }: { readonly facts?: Readonly<Record<string, unknown>> | undefined }): string =>
  Object.entries(facts ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** Words come from people: nothing in them may steer the terminal. */
const lineTo = (print: (line: string) => void) => (line: string) =>
  print(line.replace(/[\p{Cc}\p{Cf}]/gu, ' '));
