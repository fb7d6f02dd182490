import { extname } from 'node:path';
import { z } from 'zod';
import { readCsv } from '../adapters/directory/csv.ts';
import { type DirectoryFiles, readBytes, readText, shortPath } from '../adapters/directory/read-files.ts';
import { readXlsx } from '../adapters/directory/xlsx.ts';
import { readYaml, type YamlSource } from '../adapters/directory/yaml-text.ts';
import { type Mended, mendLostZeros } from '../features/directory/lost-zeros.ts';
import { asInTable } from '../features/directory/naming.ts';
import { type Path, type Problem, problemLine, type SourceFile } from '../features/directory/problem.ts';
import { emptiedWords, type MergedTable, mergeTable, type Row } from '../features/directory/table-merge.ts';
import { type TableName, tableNames } from '../features/directory/table-names.ts';
import { readSheet, type Sheet, type TableRows } from '../features/directory/table-rows.ts';
import { shapeOf, tableNamed, tableShapes } from '../features/directory/tables.ts';

export type Incoming =
  | {
      readonly ok: true;
      readonly organisation: SourceFile;
      /** What was read otherwise than it stands there, or not at all. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The formats that can be read and written. */
export const formats = ['.yaml', '.yml', '.csv', '.xlsx'] as const;
export type Format = (typeof formats)[number];

export const formatOf = (file: string): Format | undefined =>
  formats.find((format) => format === extname(file).toLowerCase());

/** How a file is read. */
type Reading = {
  /** The one table that is meant. */
  readonly table?: TableName | undefined;
  /** Whether an empty cell leaves what is there. */
  readonly keepEmpty: boolean;
};

/**
 * The organisation as it would be with this file: YAML replaces all of it, CSV and XLSX the rows of the tables that
 * they hold; columns that they do not have stay as they are. Problems point into the file that the row comes from.
 * @throws Error when the file is missing, too large or not what its ending says
 */
export async function readIncoming(
  path: string,
  format: Format,
  { model, organisation: present }: DirectoryFiles,
  reading: Reading,
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
    unitsIn(model),
    reading,
  );
}

function merged(
  sheets: readonly Sheet[],
  present: YamlSource,
  decided: readonly string[],
  { table, keepEmpty }: Reading,
): Incoming {
  const wanted = sheets.filter((sheet) => isTable(sheet, table));
  const read = wanted.map((sheet) => ({ sheet, result: readSheet(sheet, table) }));
  const problems = read.flatMap(({ result }) => (result.ok ? [] : result.problems));
  const found = read.flatMap(({ sheet, result }) => (result.ok ? [{ sheet, rows: result.read }] : []));
  const twice = found.filter(
    ({ rows }, index) => found.findIndex((each) => each.rows.table === rows.table) < index,
  );
  problems.push(...twice.map(({ sheet, rows }) => tableTwice(sheet, rows.table)));
  if (wanted.length === 0) problems.push(noTable(sheets, table));
  const known = knownIds(present, decided);
  const mended = found.map(({ sheet, rows }) => ({
    sheet,
    ...mendLostZeros(
      rows,
      known,
      found.map((each) => each.rows),
    ),
  }));
  const tables = mended.map(({ sheet, table: rows, mended: zeros }) => ({
    sheet,
    rows,
    zeros,
    merged: mergeTable(rows, presentRows(present, rows.table), keepEmpty),
  }));
  for (const { sheet, merged: into } of tables)
    problems.push(
      ...into.unclear.map((one) => ({ ...one, file: placeIn(sheet), severity: 'error' as const })),
    );
  if (problems.length > 0) return { ok: false, problems };
  const left = sheets.filter((sheet) => !wanted.includes(sheet));
  return {
    ok: true,
    organisation: withTables(present, tables),
    notes: [
      ...left.map(
        ({ name }) => `Das Blatt „${name}“ ist keine Tabelle des Verzeichnisses und wird nicht gelesen.`,
      ),
      ...read.flatMap(({ result }) => (result.ok ? result.notes.map(problemLine) : [])),
      ...tables.flatMap(zeroNotes),
      ...tables.flatMap(phoneNotes),
      ...tables.flatMap(emptyNotes),
    ],
  };
}

const presentRows = (present: YamlSource, table: TableName): readonly Row[] => {
  const rows = (present.value as Partial<Record<TableName, unknown>> | undefined)?.[table];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
};

/** @param decided units of the role model: known before the first table is read */
const knownIds = (present: YamlSource, decided: readonly string[]) => {
  const ids = (table: TableName) =>
    new Set(presentRows(present, table).flatMap(({ id }) => (typeof id === 'string' ? [id] : [])));
  return {
    units: new Set([...ids('units'), ...decided]),
    persons: ids('persons'),
    applications: ids('applications'),
  };
};

const ModelUnits = z.object({
  roles: z.array(z.object({ unit: z.string().optional().catch(undefined) })).catch([]),
});

/** The units that roles belong to; what is wrong in the role model is said where it is checked. */
const unitsIn = ({ value }: DirectoryFiles['model']): readonly string[] =>
  (ModelUnits.safeParse(value).data?.roles ?? []).flatMap(({ unit }) => unit ?? []);

const zeroNotes = ({ sheet, zeros }: Pick<PlacedTable, 'sheet' | 'zeros'>): readonly string[] =>
  [...zeros].map(
    ([written, { as, lines }]) =>
      `${placeIn(sheet)}:${lines[0]}: Hinweis: „${written}“ wird als „${as}“ gelesen${lines.length > 1 ? ` (${lines.length} Zeilen)` : ''}. Excel lässt Nullen weg; formatieren Sie die Spalte als Text.`,
  );

/** A number that can be dialled from outside begins with 0 or +; a spreadsheet that takes it for a number loses both. */
function phoneNotes({ sheet, rows: { rows } }: Pick<PlacedTable, 'sheet' | 'rows'>): readonly string[] {
  const lost = rows.filter(({ cells }) => /^[1-9]\d{6,}$/.test(String(cells.get('phone') ?? '')));
  const [first] = lost;
  if (!first) return [];
  return [
    `${placeIn(sheet)}:${first.line}: Hinweis: Die Telefonnummer „${first.cells.get('phone')}“ beginnt weder mit 0 noch mit +${lost.length > 1 ? `, ebenso ${lost.length - 1} weitere` : ''}. Excel lässt beides weg; formatieren Sie die Spalte als Text, dann stimmt sie.`,
  ];
}

const emptyNotes = ({ sheet, merged: { emptied } }: Pick<PlacedTable, 'sheet' | 'merged'>) =>
  emptied.size === 0
    ? []
    : [
        `${placeIn(sheet)}: Hinweis: Leere Zellen löschen hier, was im Verzeichnis steht: ${emptiedWords(emptied)}. Soll es stehen bleiben, rufen Sie mit --keep-empty auf.`,
      ];

const placeIn = ({ file, name }: Sheet): string => (name ? `${file} [${name}]` : file);

/** CSV files are always meant; in a workbook further sheets may hold notes. */
function isTable(sheet: Sheet, table?: TableName): boolean {
  const named = sheet.name === undefined ? undefined : tableNamed(sheet.name)?.name;
  if (sheet.name === undefined || named) return table === undefined || named === undefined || named === table;
  return readSheet(sheet, table).ok;
}

type PlacedTable = {
  readonly sheet: Sheet;
  readonly rows: TableRows;
  readonly zeros: Mended['mended'];
  readonly merged: MergedTable;
};

function withTables(present: YamlSource, tables: readonly PlacedTable[]): SourceFile {
  const fresh = new Map<PropertyKey, PlacedTable>(tables.map((table) => [table.rows.table, table]));
  const values = tables.map(({ rows, merged: { rows: merged } }) => [rows.table, merged]);
  return {
    file: tables[0]?.sheet.file ?? present.file,
    errors: present.errors,
    value: { ...(present.value as object | undefined), ...Object.fromEntries(values) },
    placeOf: (path: Path) => {
      const table = path[0] === undefined ? undefined : fresh.get(path[0]);
      if (!table) return present.placeOf(path);
      return { file: placeIn(table.sheet), line: table.rows.rows[Number(path[1])]?.line };
    },
    naming: (table) => (fresh.has(table) ? asInTable(shapeOf(table as TableName)) : undefined),
  };
}

const tableTwice = ({ file }: Sheet, table: TableName): Problem => ({
  file,
  severity: 'error',
  text: {
    de: `Die Tabelle „${shapeOf(table).heading}“ steht in zwei Blättern. Behalten Sie eines davon.`,
    en: `The table "${table}" stands in two sheets. Keep one of them.`,
  },
});

const noTable = (sheets: readonly Sheet[], table: TableName | undefined): Problem => ({
  file: sheets[0]?.file ?? '',
  severity: 'error',
  text: {
    de: `In der Datei steht keine Tabelle des Verzeichnisses${table ? ` „${shapeOf(table).heading}“` : ''}. Benennen Sie ein Blatt so: ${tableShapes.map(({ heading }) => heading).join(', ')}.`,
    en: `The file holds no table of the directory${table ? ` "${table}"` : ''}. Name a sheet: ${tableNames.join(', ')}.`,
  },
});
