import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { writeCsv } from '../adapters/directory/csv.ts';
import { writeWhole } from '../adapters/directory/write-file.ts';
import { writeXlsx } from '../adapters/directory/xlsx.ts';
import type { Organisation } from '../features/directory/model.ts';
import type { TableName } from '../features/directory/table-names.ts';
import { writeSheets } from '../features/directory/table-rows.ts';
import type { Format } from './directory-import.ts';

export type FileToWrite = { readonly path: string; readonly content: string | Uint8Array };

/**
 * What export writes: YAML as the organisation's file stands, one XLSX with a sheet per table, or one CSV file
 * per table (`ämter.csv` → `ämter-units.csv` …) unless a single table is asked for.
 */
export async function exportFiles(
  path: string,
  format: Format,
  source: { readonly organisation: Organisation; readonly file: string },
  table?: TableName,
): Promise<readonly FileToWrite[]> {
  if (format === '.yaml' || format === '.yml') {
    return [{ path, content: existsSync(source.file) ? await readFile(source.file) : '' }];
  }
  const sheets = writeSheets(source.organisation).filter(({ name }) => table === undefined || name === table);
  if (format === '.xlsx') return [{ path, content: await writeXlsx(sheets) }];
  return sheets.map(({ name, headings, rows }) => ({
    path: table ? path : join(dirname(path), `${parse(path).name}-${name}.csv`),
    content: writeCsv(headings, rows),
  }));
}

export async function writeAll(files: readonly FileToWrite[]): Promise<void> {
  for (const { path, content } of files) await writeWhole(path, content);
}
