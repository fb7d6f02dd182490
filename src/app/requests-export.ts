import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { shortPath } from '../adapters/directory/read-files.ts';
import { writeWhole } from '../adapters/directory/write-file.ts';
import { byteOrderMark, csvLine } from '../core/csv.ts';
import { columns, type Filter, matches, rowOf } from '../features/requests/export/table.ts';
import { Request, type State, states } from '../features/requests/model.ts';
import { requestRecord } from '../features/requests/record.ts';
import { type CaseData, type DataPlace, dataPlace, readCases } from './case-data.ts';
import { fine, no, type Terminal } from './directory-command.ts';
import { Impossible } from './directory-trouble.ts';

type Order = {
  readonly file: string;
  readonly place: DataPlace;
  readonly filter: Filter;
  readonly yes: boolean;
};

/** `npm run requests -- export FILE.csv|.json`: cases of the store and the archive. @returns the exit code */
export async function exportRequests(
  args: readonly string[],
  terminal: Omit<Terminal, 'confirm'>,
): Promise<number> {
  const { file, place, filter, yes } = readOrder(args, terminal.env);
  const data = await readCases(place);
  if (existsSync(file) && !yes) {
    terminal.complain(
      `${file} gibt es schon. Zum Überschreiben mit --yes aufrufen. Es wurde nichts geschrieben.`,
    );
    return no;
  }
  const found = await casesOf(data, filter);
  await writeWhole(file, file.endsWith('.json') ? asJson(found) : asCsv(found));
  terminal.print(`Geschrieben: ${shortPath(file)}, ${found.length} Anträge.`);
  return fine;
}

async function casesOf(data: CaseData, filter: Filter): Promise<readonly Request[]> {
  const found: Request[] = [];
  for await (const { doc } of data.cases(requestRecord)) {
    const request = Request.parse(doc);
    if (matches(request, filter)) found.push(request);
  }
  return found.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
}

const asCsv = (found: readonly Request[]): string =>
  byteOrderMark +
  [columns.map(({ title }) => title), ...found.map((request) => rowOf(request))].map(csvLine).join('');

/** Everything that is kept, for other programs. */
const asJson = (found: readonly Request[]): string => `${JSON.stringify(found, undefined, 2)}\n`;

const options = {
  year: { type: 'string' },
  state: { type: 'string' },
  type: { type: 'string' },
  unit: { type: 'string' },
  data: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
} as const;

/** @throws {Impossible} when something is missing or unknown */
function readOrder(args: readonly string[], env: Terminal['env']): Order {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (!file || more.length > 0 || !/\.(csv|json)$/.test(file))
    throw new Impossible('Nennen Sie eine Datei, die auf .csv oder .json endet. Mehr mit --help.');
  const { year, state, type, unit } = values;
  if (year !== undefined && !/^20\d\d$/.test(year))
    throw new Impossible('Schreiben Sie --year mit vier Ziffern: --year 2026');
  const known: readonly string[] = ['open', 'closed', ...states];
  if (state !== undefined && !known.includes(state))
    throw new Impossible(`Den Stand „${state}“ gibt es nicht. Möglich sind: ${known.join(', ')}.`);
  const filter = {
    year: year === undefined ? undefined : Number(year),
    state: state as State | undefined,
    type,
    unit,
  };
  return { file, place: dataPlace(values.data, env), filter, yes: values.yes ?? false };
}
