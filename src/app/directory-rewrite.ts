import { rewriteYaml } from '../adapters/directory/rewrite-yaml.ts';
import { rowKey } from '../features/directory/diff.ts';
import type { Organisation } from '../features/directory/model.ts';
import { type TableName, tableNames } from '../features/directory/table-names.ts';

/** The text of the file with another organisation in it; whoever writes it reads it again first. */
export function rewritten(text: string | undefined, next: Organisation): string {
  const tables = Object.fromEntries(tableNames.map((table) => [table, next[table]]));
  return rewriteYaml(text ?? '', tables, (table, row) => rowKey(table as TableName, row));
}
