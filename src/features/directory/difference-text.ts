import type { Change } from './diff.ts';
import type { Organisation } from './model.ts';
import { tableNames } from './table-names.ts';
import { shapeOf } from './tables.ts';

/** The differences as German lines, table by table: "+" added, "~" changed, "-" removed. */
export function differenceLines(
  changes: readonly Change[],
  names: Pick<Organisation, 'persons'>,
): readonly string[] {
  const personNames = new Map(names.persons.map(({ id, name }) => [id, name]));
  return tableNames.flatMap((table) => {
    const own = changes.filter((change) => change.table === table);
    if (own.length === 0) return [];
    return [
      `${shapeOf(table).heading}: ${counts(own)}`,
      ...own.flatMap((change) => lines(change, personNames)),
    ];
  });
}

const counts = (changes: readonly Change[]): string =>
  (['added', 'changed', 'removed', 'reordered'] as const)
    .map((kind) => [changes.filter((change) => change.kind === kind).length, kindWord[kind]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');

const kindWord = { added: 'neu', changed: 'geändert', removed: 'entfernt', reordered: 'umgeordnet' } as const;

function lines(change: Change, names: ReadonlyMap<string, string>): readonly string[] {
  switch (change.kind) {
    case 'added':
      return [`  + ${title(change, change.after, names)}`];
    case 'removed':
      return [`  - ${title(change, change.before, names)}`];
    case 'changed':
      return [
        `  ~ ${title(change, change.after, names)}`,
        ...change.fields.map(
          (field) =>
            `      ${word(change, field)}: ${show(change.before[field])} → ${show(change.after[field])}`,
        ),
      ];
    case 'reordered': {
      const people = change.after.map(({ person }) => names.get(String(person)) ?? person);
      return [`  ~ ${change.key}: Reihenfolge jetzt ${people.join(', ')}`];
    }
    default:
      return change satisfies never;
  }
}

function title(
  { table }: Change,
  row: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, string>,
): string {
  const person = `${names.get(String(row.person)) ?? row.person} (${row.person})`;
  const period = `${row.from ? ` ab ${day(row.from)}` : ''}${row.to ? ` bis ${day(row.to)}` : ''}`;
  if (table === 'absences') return `${person}${period}`;
  if (table !== 'assignments') return `${row.id}: ${show(row.name)}`;
  const place = [row.application, row.unit && `Amt ${row.unit}`].filter(Boolean).join(', ');
  const capacity = row.as === 'deputy' ? 'Vertretung' : 'Inhaber/in';
  return `${row.role}${place ? ` (${place})` : ''}: ${person} als ${capacity}${period}`;
}

const word = ({ table }: Change, field: string): string =>
  shapeOf(table).columns.find((column) => column.field.split('.')[0] === field)?.heading ?? field;

function show(value: unknown): string {
  if (value === undefined || value === '') return '(leer)';
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : '(leer)';
  if (typeof value === 'object' && value !== null) return Object.values(value).join(' / ');
  return day(value);
}

/** 2026-11-24 → 24.11.2026; anything else stays. */
const day = (value: unknown): string => String(value).replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1');
