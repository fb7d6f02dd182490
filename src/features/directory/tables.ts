import type { TableName } from './table-names.ts';

/** How a column's cells are read and written. */
export type ColumnKind = 'text' | 'unit' | 'units' | 'day' | 'list' | 'role' | 'as' | 'unit-kind';

export type Column = {
  /** Field of the row, `name.de` for a part of it. */
  readonly field: string;
  readonly kind: ColumnKind;
  /** The heading that export writes. */
  readonly heading: string;
  /** Further headings that import understands. */
  readonly also: readonly string[];
  /** A table without this column is not this table. */
  readonly required?: true;
};

export type TableShape = {
  readonly name: TableName;
  readonly heading: string;
  readonly columns: readonly Column[];
};

const column = (field: string, kind: ColumnKind, heading: string, ...also: readonly string[]): Column => ({
  field,
  kind,
  heading,
  also: [field, ...also],
});
const required = (given: Column): Column => ({ ...given, required: true });

const key = required(column('id', 'text', 'Kennung', 'Nummer', 'key'));
/** When a unit or an application begins and ends, and what comes after it. */
const period = (successor: ColumnKind): readonly Column[] => [
  column('from', 'day', 'von', 'ab', 'gültig von'),
  column('to', 'day', 'bis', 'gültig bis', 'until'),
  column('successor', successor, 'Nachfolge', 'Nachfolger', 'Nachfolge-Amt'),
];
const aliases = column('aliases', 'list', 'Weitere Namen', 'Aliasse', 'other names');

/** The tables as they stand in CSV and XLSX files. */
export const tableShapes: readonly TableShape[] = [
  {
    name: 'units',
    heading: 'Ämter',
    columns: [
      key,
      required(column('kind', 'unit-kind', 'Art', 'Typ', 'type')),
      required(column('name.de', 'text', 'Bezeichnung', 'Name', 'Name deutsch')),
      column('name.en', 'text', 'Bezeichnung englisch', 'Name englisch', 'english name'),
      aliases,
      column('partOf', 'unit', 'Gehört zu', 'part of'),
      ...period('unit'),
    ],
  },
  {
    name: 'persons',
    heading: 'Personen',
    columns: [
      key,
      required(column('name', 'text', 'Name', 'Funktion', 'function')),
      required(column('unit', 'unit', 'Amt', 'Eigenbetrieb', 'Organisationseinheit')),
      column('email', 'text', 'E-Mail', 'Mail', 'E-Mail-Adresse'),
      column('phone', 'text', 'Telefon', 'Telefonnummer', 'Tel'),
      column('teamsId', 'text', 'Teams-Kennung', 'Entra-Objekt-ID', 'Objekt-ID', 'Entra object id'),
    ],
  },
  {
    name: 'applications',
    heading: 'Fachverfahren',
    columns: [
      key,
      required(column('name', 'text', 'Name', 'Fachverfahren', 'Bezeichnung', 'application')),
      required(column('purpose.de', 'text', 'Zweck', 'purpose', 'Zweck deutsch')),
      column('purpose.en', 'text', 'Zweck englisch', 'english purpose'),
      aliases,
      required(column('units', 'units', 'Ämter', 'Amt', 'unit')),
      ...period('text'),
    ],
  },
  {
    name: 'assignments',
    heading: 'Zuordnungen',
    columns: [
      required(column('role', 'role', 'Rolle')),
      required(column('person', 'text', 'Person')),
      required(column('as', 'as', 'Eigenschaft', 'als', 'capacity')),
      column('unit', 'unit', 'Amt', 'Eigenbetrieb'),
      column('application', 'text', 'Fachverfahren', 'Verfahren'),
      column('seat', 'text', 'Sitz', 'Sitz im Beirat'),
      column('from', 'day', 'von', 'ab', 'gültig von'),
      column('to', 'day', 'bis', 'gültig bis'),
    ],
  },
  {
    name: 'absences',
    heading: 'Abwesenheiten',
    columns: [
      required(column('person', 'text', 'Person')),
      required(column('from', 'day', 'von', 'ab')),
      required(column('to', 'day', 'bis')),
    ],
  },
];

export const shapeOf = (name: TableName): TableShape =>
  tableShapes.find((shape) => shape.name === name) as TableShape;

/** The column that a heading means; "Rolle/role" names it in two languages. */
export const columnOf = (shape: TableShape, heading: string): Column | undefined =>
  heading
    .split('/')
    .map((part) =>
      shape.columns.find((each) => [each.heading, ...each.also].some((word) => alike(word, part))),
    )
    .find((found) => found !== undefined);

/** The table that is named so, in German or English: "Personen", "persons". */
export const tableNamed = (name: string): TableShape | undefined =>
  tableShapes.find((shape) => alike(shape.name, name) || alike(shape.heading, name));

/**
 * The table that has these headings: all its required columns are there, and more of its columns than of any other.
 * Further headings may stand there as well. Undefined when none or several could be meant.
 */
export function tableWith(headings: readonly string[]): TableShape | undefined {
  const fitting = tableShapes
    .map((shape) => ({ shape, columns: new Set(headings.map((heading) => columnOf(shape, heading))) }))
    .filter(({ shape, columns }) => shape.columns.every((each) => !each.required || columns.has(each)))
    .map(({ shape, columns }) => ({ shape, known: columns.size - Number(columns.has(undefined)) }))
    .toSorted((a, b) => b.known - a.known);
  const [best, second] = fitting;
  return best && best.known !== second?.known ? best.shape : undefined;
}

const alike = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
