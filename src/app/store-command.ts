import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createArchive } from '../adapters/archive/archive-files.ts';
import { shortPath } from '../adapters/directory/read-files.ts';
import type { Contents } from '../adapters/store/postgres/transfer.ts';
import { salvageLog } from '../adapters/store/salvage.ts';
import { everything, type Write } from '../adapters/store/tables.ts';
import { silent } from '../core/ports/log.ts';
import { markRestored, restoreCollection, restoreMark } from './after-restore.ts';
import { archiveFolder } from './case-data.ts';
import { fine, impossible, no, type Terminal } from './directory-command.ts';
import { Impossible, troubleText } from './directory-trouble.ts';
import { openStore } from './open-store.ts';
import { registry } from './registry.ts';
import { storeHelp } from './store-help.ts';
import { allOf, placeOf, type StorePlace } from './store-places.ts';

/** `npm run store -- …` @returns the exit code, as of `npm run directory` */
export async function runStoreCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
      for (const line of storeHelp.split('\n')) terminal.print(line);
      return args.length === 0 ? impossible : fine;
    }
    return await carryOut(args, terminal);
  } catch (error) {
    const trouble = troubleText(error);
    if (trouble === undefined) throw error;
    terminal.complain(trouble);
    return impossible;
  }
}

async function carryOut(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = { from: { type: 'string' }, yes: { type: 'boolean', short: 'y' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [command, target, ...more] = positionals;
  const from = values.from ?? usual(terminal.env);
  if (more.length === 0) {
    if (command === 'verify') return verify(target ?? from, terminal);
    if (command === 'backup' && target) return move(from, target, terminal, 'Gesichert');
    if (command === 'copy' && target) return move(from, target, terminal, 'Umgezogen');
    if (command === 'restore' && target) return restore(target, from, values.yes ?? false, terminal);
    if (command === 'salvage' && target) return salvage(from, target, terminal);
    if (command === 'restored' && !target) return restored(from, terminal);
  }
  throw new Impossible(
    'Nennen Sie einen Befehl: verify, backup ORDNER, restore ORDNER, copy ZIEL, salvage ORDNER oder restored. Mehr mit --help.',
  );
}

const usual = (env: Terminal['env']): string =>
  env.STORE_URL?.trim() || env.DATA_DIR?.trim() || '.data/production';

async function move(from: string, to: string, terminal: Terminal, done: string): Promise<number> {
  const [source, target] = [placeOf(from), placeOf(to)];
  const contents = await source.read();
  await target.fill(contents);
  const files = await copyFiles(source, target);
  const arrived = await target.read();
  const wrong = difference(contents, arrived);
  if (wrong !== undefined)
    throw new Impossible(`Am Ziel steht nicht dasselbe: ${wrong}. Verwenden Sie es nicht.`);
  terminal.print(`${done} aus ${source.name} nach ${target.name}, dort nachgelesen und verglichen:`);
  for (const line of countLines(arrived)) terminal.print(line);
  if (files > 0) terminal.print(`  Dateien: ${files}`);
  return fine;
}

/** One after the other, so that they need not fit into memory; each is read again where it arrived. */
async function copyFiles(source: StorePlace, target: StorePlace): Promise<number> {
  return source.withFiles((from) =>
    target.withFiles(async (to) => {
      const all = await from.list();
      for (const { id } of all) {
        const content = await from.read(id);
        if (!content) continue;
        await to.keep(id, content);
        if (!Buffer.from(content).equals((await to.read(id)) ?? Buffer.alloc(0)))
          throw new Impossible(`Am Ziel steht nicht dasselbe: Datei ${id}. Verwenden Sie es nicht.`);
      }
      return all.length;
    }),
  );
}

async function restore(backup: string, to: string, yes: boolean, terminal: Terminal): Promise<number> {
  const [source, target] = [placeOf(backup), placeOf(to)];
  const contents = await source.read();
  terminal.print(`${source.name}:`);
  for (const line of countLines(contents)) terminal.print(line);
  const question = `Nach ${target.name} wiederherstellen?`;
  if (!yes && !(await terminal.confirm(question))) {
    terminal.complain('Nichts geändert. Ohne Rückfrage: --yes');
    return no;
  }
  const at = terminal.now().toISOString();
  const aside = await target.putAside(at);
  const mark: Write = { in: restoreCollection, id: at, doc: restoreMark(at) };
  await target.fill({ ...contents, documents: [...contents.documents, mark] });
  await copyFiles(source, target);
  if (aside) terminal.print(`Was vorher da war, liegt jetzt in „${aside}“.`);
  terminal.print(
    'Wiederhergestellt. Starten Sie Lotse und sehen Sie dann nach, was unter „Unzustellbar“ steht.',
  );
  return fine;
}

async function salvage(from: string, to: string, terminal: Terminal): Promise<number> {
  const file = join(from, 'lotse.jsonl');
  if (!existsSync(file))
    throw new Impossible(
      `„${shortPath(from)}“: Hier liegt keine Datei lotse.jsonl. Nennen Sie den Ordner mit --from.`,
    );
  const { tables, good, lost } = await salvageLog(file).catch((error: Error) => {
    throw new Impossible(`Aus „${shortPath(file)}“ ist nichts zu retten: ${error.message}.`);
  });
  const archive = createArchive(archiveFolder(from));
  const archived = [];
  for (const year of await archive.years()) archived.push({ year, cases: await allOf(archive.list(year)) });
  const at = terminal.now().toISOString();
  const mark: Write = { in: restoreCollection, id: at, doc: restoreMark(at) };
  const contents = { documents: everything(tables), archived };
  await placeOf(to).fill({ ...contents, documents: [...contents.documents, mark] });
  await copyFiles(placeOf(from), placeOf(to));
  terminal.print(`Gerettet nach „${shortPath(to)}“: ${good} Änderungen, deren Prüfsumme stimmt. Darin:`);
  for (const line of countLines(contents)) terminal.print(line);
  if (lost.length === 0) {
    terminal.print(
      'Zwischen Anfang und Ende fehlt nichts. Ob am Ende etwas fehlt, ist der Datei nicht anzusehen.',
    );
    return fine;
  }
  terminal.complain(
    'Verloren ist, was an diesen Stellen stand; die genannten Dokumente sind auf dem Stand davor:',
  );
  for (const { line, bytes, records, documents } of lost) {
    const numbers = records ? `, Änderungen ${records.from} bis ${records.to}` : '';
    const named =
      documents.length > 0 ? `: ${documents.join('; ')}` : ': Betroffene sind nicht mehr zu lesen';
    terminal.complain(`  Zeile ${line}, ${bytes} Bytes${numbers}${named}`);
  }
  return no;
}

async function restored(from: string, terminal: Terminal): Promise<number> {
  const isDatabase = /^postgres(ql)?:/.test(from);
  const { store } = await openStore({ dataDir: from, storeUrl: isDatabase ? from : undefined }, silent);
  try {
    await markRestored(store, terminal.now().toISOString());
  } finally {
    await store.close();
  }
  terminal.print('Vermerkt. Es gilt ab dem nächsten Start.');
  return fine;
}

async function verify(where: string, terminal: Terminal): Promise<number> {
  const place = placeOf(where);
  const contents = await place.read();
  const broken = contents.documents.flatMap(({ in: collection, id, doc }) => {
    const record = registry.cases.find((one) => one.collection === collection);
    const fault = record && faultOf(() => record.schema.parse(doc));
    return fault === undefined ? [] : [`${collection} „${id}“: ${fault}`];
  });
  for (const line of broken.slice(0, 100)) terminal.complain(line);
  terminal.print(`${place.name}: lesbar von Anfang bis Ende.`);
  for (const line of countLines(contents)) terminal.print(line);
  if (broken.length > 0)
    terminal.complain(`${broken.length} Vorgänge passen nicht zu dieser Version von Lotse.`);
  return broken.length > 0 ? no : fine;
}

function faultOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Error).message.split('\n')[0];
  }
}

function countLines({ documents, archived }: Contents): readonly string[] {
  const kinds = Map.groupBy(documents, ({ in: collection }) => collection);
  return [
    ...[...kinds].map(([name, { length }]) => `  ${name}: ${length}`).sort(),
    ...archived.map(({ year, cases }) => `  Archiv ${year}: ${cases.length}`),
  ];
}

/** What is not the same in both; `undefined` when all is. */
function difference(one: Contents, other: Contents): string | undefined {
  const [before, after] = [fingerprints(one), fingerprints(other)];
  if (before.size !== after.size) return `${before.size} statt ${after.size} Dokumente`;
  return [...before].find(([key, text]) => after.get(key) !== text)?.[0];
}

const fingerprints = ({ documents, archived }: Contents): ReadonlyMap<string, string> =>
  new Map([
    ...documents.map(({ in: collection, id, doc }) => [`${collection} ${id}`, ordered(doc)] as const),
    ...archived.flatMap(({ year, cases }) =>
      cases.map((one) => [`Archiv ${year} ${one.id}`, ordered(one)] as const),
    ),
  ]);

/** The same text for the same data, whatever order its fields were written in. */
const ordered = (data: unknown): string =>
  JSON.stringify(data, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
