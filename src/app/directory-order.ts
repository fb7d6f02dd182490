import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DirectoryPaths, directoryPaths } from '../adapters/directory/read-files.ts';
import type { TableName } from '../features/directory/table-names.ts';
import { tableNamed, tableShapes } from '../features/directory/tables.ts';
import { type DataPlace, dataPlace } from './case-data.ts';
import { type Format, formatOf } from './directory-import.ts';
import { Impossible } from './directory-trouble.ts';

export const commandNames = ['check', 'import', 'export', 'diff'] as const;

/** What was typed, understood. */
export type Order = {
  readonly command: (typeof commandNames)[number];
  readonly file?: string | undefined;
  readonly format?: Format | undefined;
  readonly table?: TableName | undefined;
  readonly yes: boolean;
  /** Whether empty cells leave what is there. */
  readonly keepEmpty: boolean;
  /** From how many people rights, seats or contacts may be taken, as the person has read it. */
  readonly losing?: number | undefined;
  /** Who brings it; the account at the machine if not given. */
  readonly by?: string | undefined;
  readonly paths: DirectoryPaths;
  /** Where the cases under way are. */
  readonly data?: DataPlace | undefined;
};

const options = {
  dir: { type: 'string' },
  table: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  'keep-empty': { type: 'boolean' },
  losing: { type: 'string' },
  by: { type: 'string' },
  data: { type: 'string' },
} as const;

/** @throws {Impossible} when something is missing or unknown */
export function readOrder(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  programFolder: string,
): Order {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [first, file, ...more] = positionals;
  const command = commandNames.find((name) => name === first);
  if (!command || more.length > 0) throw new Impossible(usage);
  if (!file && command !== 'check') {
    throw new Impossible(`Nennen Sie die Datei: npm run directory -- ${command} DATEI`);
  }
  const folder = values.dir ?? (env.DIRECTORY_DIR?.trim() || join('data', 'demo'));
  return {
    command,
    file,
    format: file === undefined ? undefined : knownFormat(file),
    table: values.table === undefined ? undefined : knownTable(values.table),
    yes: values.yes ?? false,
    keepEmpty: values['keep-empty'] ?? false,
    losing: values.losing === undefined ? undefined : countOf(values.losing),
    by: values.by?.trim() || undefined,
    paths: directoryPaths(folder, programFolder),
    data:
      values.data || env.DATA_DIR?.trim() || env.STORE_URL?.trim() ? dataPlace(values.data, env) : undefined,
  };
}

/** The file of an order that needs one. */
export function fileOf({ file, format }: Order): { readonly path: string; readonly format: Format } {
  if (!file || !format) throw new Impossible(usage);
  return { path: file, format };
}

const usage = 'Nennen Sie einen Befehl: check, import, export oder diff. Mehr mit --help.';

function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Impossible(`Nach --losing steht die Zahl der Personen, nicht „${text}“.`);
}

function knownFormat(file: string): Format {
  const format = formatOf(file);
  if (!format) throw new Impossible(`„${file}“ muss auf .yaml, .csv oder .xlsx enden.`);
  return format;
}

function knownTable(name: string): TableName {
  const shape = tableNamed(name);
  if (!shape) {
    throw new Impossible(
      `Die Tabelle „${name}“ gibt es nicht. Möglich sind: ${tableShapes.map(({ heading }) => heading).join(', ')}.`,
    );
  }
  return shape.name;
}
