import { extname } from 'node:path';
import { readCsv } from '../adapters/directory/csv.ts';
import { type DirectoryFiles, readBytes, readText, shortPath } from '../adapters/directory/read-files.ts';
import { readXlsx } from '../adapters/directory/xlsx.ts';
import { readYaml, type YamlSource } from '../adapters/directory/yaml-text.ts';
import type { Path, Problem, SourceFile } from '../features/directory/problem.ts';
import { type TableName, tableNames } from '../features/directory/table-names.ts';
import { readSheet, type Sheet, type TableRows } from '../features/directory/table-rows.ts';
import { tableNamed } from '../features/directory/tables.ts';

export type Incoming =
  | { readonly ok: true; readonly organisation: SourceFile; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The formats that can be read and written. */
export const formats = ['.yaml', '.yml', '.csv', '.xlsx'] as const;
export type Format = (typeof formats)[number];

export const formatOf = (file: string): Format | undefined =>
  formats.find((format) => format === extname(file).toLowerCase());

/**
 * The organisation as it would be with this file: YAML replaces all of it, CSV and XLSX replace the tables that
 * they hold. Problems point into the file that the row comes from.
 * @throws Error when the file is missing, too large or not what its ending says
 */
export async function readIncoming(
  path: string,
  format: Format,
  present: DirectoryFiles['organisation'],
  table?: TableName,
): Promise<Incoming> {
  const file = shortPath(path);
  if (format === '.yaml' || format === '.yml') {
    return { ok: true, organisation: readYaml(file, await readText(path), 'text'), notes: [] };
  }
  const bytes = await readBytes(path);
  const sheets = format === '.csv' ? [readCsv(bytes)] : await readXlsx(bytes);
  return merged(
    sheets.map((sheet) => ({ ...sheet, file })),
    present,
    table,
  );
}

function merged(sheets: readonly Sheet[], present: YamlSource, table?: TableName): Incoming {
  const wanted = sheets.filter((sheet) => isTable(sheet, table));
  const read = wanted.map((sheet) => ({ sheet, result: readSheet(sheet, table) }));
  const problems = read.flatMap(({ result }) => (result.ok ? [] : result.problems));
  const tables = read.flatMap(({ sheet, result }) => (result.ok ? [{ sheet, rows: result.read }] : []));
  const twice = tables.filter(
    ({ rows }, index) => tables.findIndex((each) => each.rows.table === rows.table) < index,
  );
  problems.push(...twice.map(({ sheet, rows }) => tableTwice(sheet, rows.table)));
  if (wanted.length === 0) problems.push(noTable(sheets, table));
  if (problems.length > 0) return { ok: false, problems };
  const left = sheets.filter((sheet) => !wanted.includes(sheet));
  return {
    ok: true,
    organisation: withTables(present, tables),
    notes: left.map(
      ({ name }) => `Das Blatt „${name}“ ist keine Tabelle des Verzeichnisses und wird nicht gelesen.`,
    ),
  };
}

/** CSV files are always meant; in a workbook further sheets may hold notes. */
function isTable(sheet: Sheet, table?: TableName): boolean {
  const named = sheet.name === undefined ? undefined : tableNamed(sheet.name)?.name;
  if (sheet.name === undefined || named) return table === undefined || named === undefined || named === table;
  return readSheet(sheet, table).ok;
}

type PlacedTable = { readonly sheet: Sheet; readonly rows: TableRows };

function withTables(present: YamlSource, tables: readonly PlacedTable[]): SourceFile {
  const fresh = new Map<PropertyKey, PlacedTable>(tables.map((table) => [table.rows.table, table]));
  const values = tables.map(({ rows }) => [rows.table, rows.rows.map(({ value }) => value)]);
  return {
    file: tables[0]?.sheet.file ?? present.file,
    errors: present.errors,
    value: { ...(present.value as object | undefined), ...Object.fromEntries(values) },
    placeOf: (path: Path) => {
      const table = path[0] === undefined ? undefined : fresh.get(path[0]);
      if (!table) return present.placeOf(path);
      const { file, name } = table.sheet;
      return { file: name ? `${file} [${name}]` : file, line: table.rows.rows[Number(path[1])]?.line };
    },
  };
}

const tableTwice = ({ file }: Sheet, table: TableName): Problem => ({
  file,
  severity: 'error',
  text: {
    de: `Die Tabelle „${table}“ steht in zwei Blättern. Behalten Sie eines davon.`,
    en: `The table "${table}" stands in two sheets. Keep one of them.`,
  },
});

const noTable = (sheets: readonly Sheet[], table: TableName | undefined): Problem => ({
  file: sheets[0]?.file ?? '',
  severity: 'error',
  text: {
    de: `In der Datei steht keine Tabelle des Verzeichnisses${table ? ` „${table}“` : ''}. Benennen Sie ein Blatt so: ${tableNames.join(', ')}.`,
    en: `The file holds no table of the directory${table ? ` "${table}"` : ''}. Name a sheet: ${tableNames.join(', ')}.`,
  },
});
