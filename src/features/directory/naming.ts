import { writeCell } from './cells.ts';
import type { Path } from './problem.ts';
import type { TableShape } from './tables.ts';

/** How the reader of a source calls its fields and values: as the file does, or as the table in Excel does. */
export type Naming = {
  /** "unit" in the file, "Amt" in a table. */
  readonly field: (field: string) => string;
  /** "deputy" in the file, "Vertretung" in a table. */
  readonly value: (field: string, value: string) => string;
  readonly isTable: boolean;
  /** It is typed into a form: there are no cells and no lines. */
  readonly isForm?: true;
};

export const asInFile: Naming = { field: (field) => field, value: (_field, value) => value, isTable: false };

export function asInTable({ columns }: TableShape): Naming {
  const column = (field: string) =>
    columns.find((each) => each.field === field) ??
    columns.find((each) => each.field.split('.')[0] === field);
  return {
    field: (field) => column(field)?.heading ?? field,
    value: (field, value) => writeCell(column(field)?.kind ?? 'text', value),
    isTable: true,
  };
}

/** "name.de", "units": the field that a path in a row leads to, without the places in a list. */
export const fieldAt = (path: Path): string => path.filter((part) => typeof part === 'string').join('.');
