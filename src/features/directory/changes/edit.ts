import { z } from 'zod';
import { erasing } from '../../../case/erasure.ts';
import { dayIn, daysBefore } from '../../../core/day.ts';
import { roleIds } from '../../../core/ports/role-directory.ts';
import type { Text } from '../../../core/text.ts';
import { rowKey } from '../diff.ts';
import type { Assignment, Directory } from '../model.ts';
import { placeLabel } from '../places.ts';
import { SettingEdit } from '../settings/model.ts';
import { shared } from '../shared-roles.ts';
import type { TableName } from '../table-names.ts';
import { isThere } from '../validity.ts';
import { type DirectoryChange, type KeptTable, keptTables, type RowChange } from './model.ts';
import { isWhole, notWhole, RowEdit, withRowEdit } from './row-edit.ts';

/*
 * A change of the directory that somebody proposes, as data: what is written into the file when it is released. What
 * comes of it goes through the check of the file like every table.
 */

const place = { role: z.enum(roleIds), unit: z.string().optional(), application: z.string().optional() };

export const Edit = z.discriminatedUnion('kind', [
  /** Somebody else holds it; whoever held it stops the day before. */
  z.strictObject({ kind: z.literal('holder'), ...place, person: z.string() }),
  /** One more deputy. */
  z.strictObject({ kind: z.literal('deputy'), ...place, person: z.string() }),
  /** One more of those who share a role. */
  z.strictObject({ kind: z.literal('join'), ...place, person: z.string() }),
  /** A person does it no longer. */
  z.strictObject({ kind: z.literal('end'), ...place, person: z.string() }),
  // Whoever was erased has none any more.
  z.strictObject({ kind: z.literal('phone'), person: z.string(), value: z.string().default('') }),
  z.strictObject({ kind: z.literal('email'), person: z.string(), value: z.string().default('') }),
  RowEdit,
  /** Values of another file that people keep. */
  SettingEdit,
  /** A recorded change is taken back. */
  z.strictObject({ kind: z.literal('undo'), change: z.string() }),
]);
export type Edit = z.infer<typeof Edit>;
/** What is written into the file of the directory. */
export type DirectoryEdit = Exclude<Edit, SettingEdit>;

/** Rows with a first day stand in the file before it; what has none is written on its day. */
export const isWrittenAhead = (edit: Edit): boolean =>
  edit.kind === 'holder' ||
  edit.kind === 'deputy' ||
  edit.kind === 'join' ||
  edit.kind === 'end' ||
  (edit.kind === 'row' && edit.table !== 'persons');

/** What two proposals are about, so that they know of each other. */
export function subjectsOf(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case 'holder':
    case 'deputy':
    case 'join':
    case 'end':
      return [`seat ${[edit.role, edit.unit, edit.application].filter(Boolean).join(' ')}`];
    case 'phone':
    case 'email':
      return [`${edit.kind} ${edit.person}`];
    case 'row':
      return [`row ${edit.table} ${edit.id}`];
    case 'setting':
      return [`setting ${edit.file} ${edit.at} ${edit.id ?? ''}`.trim()];
    case 'undo':
      return [`change ${edit.change}`];
    default:
      return edit satisfies never;
  }
}

export type Edited =
  | { readonly ok: true; readonly directory: Directory }
  | { readonly ok: false; readonly why: Text };

/** The directory with the edit in it, not checked yet; the same one where it says so already. Pure. */
export function edited(
  directory: Directory,
  edit: DirectoryEdit,
  day: string,
  change?: DirectoryChange | undefined,
): Edited {
  switch (edit.kind) {
    case 'holder':
      return holding(directory, edit, day);
    case 'deputy':
      return deputising(directory, edit, day);
    case 'join':
      return joining(directory, edit, day);
    case 'row': {
      const next = withRowEdit(directory, edit);
      return isWhole(next, edit) ? yes(next) : no(notWhole);
    }
    case 'end':
      return ending(directory, edit, day);
    case 'phone':
    case 'email':
      return reached(directory, edit);
    case 'undo':
      return change ? undone(directory, change) : no(changeGone);
    default:
      return edit satisfies never;
  }
}

const yes = (directory: Directory): Edited => ({ ok: true, directory });
const no = (why: Text): Edited => ({ ok: false, why });

type At = Extract<Edit, { readonly person: string; readonly role: string }>;

const isAt = (row: Assignment, { role, unit, application }: At): boolean =>
  row.role === role && row.unit === unit && row.application === application;

/** Rows that count on the day or later. */
const isNow = (row: Assignment, day: string): boolean => !row.to || row.to >= day;

function holding(directory: Directory, at: At, day: string): Edited {
  if (shared.has(at.role)) return no(isShared);
  if (!directory.persons.some(({ id }) => id === at.person)) return no(personGone(at.person));
  const rows = directory.assignments.filter((row) => isAt(row, at) && row.as === 'holder' && isNow(row, day));
  const later = rows.find(({ from }) => from !== undefined && from > day);
  if (later) return no(comesLater(later, directory));
  if (rows.some(({ person, to }) => person === at.person && !to)) return yes(directory);
  return yes(withRow(endedBefore(directory, rows, day), { ...rowOf(at), as: 'holder', from: day }));
}

function deputising(directory: Directory, at: At, day: string): Edited {
  if (!directory.persons.some(({ id }) => id === at.person)) return no(personGone(at.person));
  const stands = directory.assignments.some(
    (row) => isAt(row, at) && row.as === 'deputy' && row.person === at.person && isThere(row, day) && !row.to,
  );
  if (stands) return yes(directory);
  return yes(withRow(directory, { ...rowOf(at), as: 'deputy', from: day }));
}

/** The first one named stays the contact: whoever joins stands behind. */
function joining(directory: Directory, at: At, day: string): Edited {
  if (!directory.persons.some(({ id }) => id === at.person)) return no(personGone(at.person));
  const stands = directory.assignments.some(
    (row) => isAt(row, at) && row.as === 'holder' && row.person === at.person && isNow(row, day),
  );
  return yes(stands ? directory : withRow(directory, { ...rowOf(at), as: 'holder', from: day }));
}

function ending(directory: Directory, at: At, day: string): Edited {
  const rows = directory.assignments.filter(
    (row) => isAt(row, at) && row.person === at.person && isNow(row, day),
  );
  return yes(endedBefore(directory, rows, day));
}

const rowOf = ({ role, unit, application, person }: At) => ({
  role,
  person,
  ...(unit ? { unit } : {}),
  ...(application ? { application } : {}),
});

const withRow = (directory: Directory, row: Assignment): Directory => ({
  ...directory,
  assignments: [...directory.assignments, row],
});

/** These rows end on the day before; one that would not have begun by then goes. */
function endedBefore(directory: Directory, rows: readonly Assignment[], day: string): Directory {
  const last = daysBefore(day, 1);
  return {
    ...directory,
    assignments: directory.assignments.flatMap((row) => {
      if (!rows.includes(row)) return [row];
      return row.from && row.from > last ? [] : [{ ...row, to: last }];
    }),
  };
}

function reached(
  directory: Directory,
  { kind, person, value }: Extract<Edit, { readonly kind: 'phone' | 'email' }>,
): Edited {
  if (!directory.persons.some(({ id }) => id === person)) return no(personGone(person));
  const persons = directory.persons.map((row) => (row.id === person ? { ...row, [kind]: value } : row));
  return yes({ ...directory, persons });
}

/** Each row as it was before the change, unless somebody has changed it since. */
function undone(directory: Directory, change: DirectoryChange): Edited {
  if (change.contactsGone || change.way === 'begun' || isIncomplete(change)) return no(tooOld);
  let next = directory;
  for (const table of keptTables)
    for (const row of change[table]) {
      const rows = withoutRow(next[table] as readonly Row[], table, row);
      if (!rows) return no(changedSince(nameOf(table, row)));
      next = { ...next, [table]: rows };
    }
  for (const { role, before } of change.order) next = inOrder(next, role, before);
  return yes(next);
}

/** Somebody was erased from it, or what was before was not known. */
const isIncomplete = (change: DirectoryChange): boolean =>
  change.history.some(({ erased, act }) => erased || act === erasing) ||
  (keptTables.every((table) => change[table].length === 0) && change.order.length === 0);

type Row = Readonly<Record<string, unknown>>;

function withoutRow(
  rows: readonly Row[],
  table: KeptTable,
  { before, after }: RowChange,
): readonly Row[] | undefined {
  const key = (row: Row) => rowKey(table as TableName, row);
  if (!after) return before && !rows.some((row) => key(row) === key(before)) ? [...rows, before] : undefined;
  const at = rows.findIndex((row) => key(row) === key(after));
  const row = rows[at];
  if (!row || !isSame(row, after)) return undefined;
  return before ? rows.with(at, before) : rows.toSpliced(at, 1);
}

const isSame = (a: Row, b: Row): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (field) => JSON.stringify(a[field]) === JSON.stringify(b[field]),
  );

/** Whoever shares a role in an order of before; whoever has come since stands behind. */
function inOrder(directory: Directory, role: string, people: readonly string[]): Directory {
  const place = (person: string) => (people.includes(person) ? people.indexOf(person) : people.length);
  const rows = directory.assignments.filter((row) => row.role === role);
  const sorted = rows.toSorted((a, b) => place(a.person) - place(b.person));
  return {
    ...directory,
    assignments: directory.assignments.map((row) => (row.role === role ? (sorted.shift() ?? row) : row)),
  };
}

const nameOf = (table: KeptTable, { before, after }: RowChange): string => {
  const row = after ?? before ?? {};
  return table === 'assignments'
    ? [row.role, row.unit, row.application, row.person].filter(Boolean).join(' ')
    : String(row.name && typeof row.name === 'string' ? row.name : row.id);
};

const changeGone: Text = {
  de: 'Diese Änderung gibt es nicht mehr.',
  en: 'This change is not there any more.',
};
const tooOld: Text = {
  de: 'Diese Änderung lässt sich nicht mehr zurücknehmen: Was davor stand, ist nicht mehr vollständig aufgehoben.',
  en: 'This change cannot be taken back any more: what stood there before is no longer kept as a whole.',
};
const isShared: Text = {
  de: 'Diese Rolle haben mehrere zugleich. Wer dazukommt oder geht, tragen Sie in der Tabelle ein.',
  en: 'Several people have this role at once. Enter in the table who joins or leaves.',
};
const personGone = (person: string): Text => ({
  de: `Die Person „${person}“ steht nicht im Verzeichnis. Tragen Sie sie zuerst ein.`,
  en: `The person “${person}” is not in the directory. Enter them first.`,
});
const changedSince = (what: string): Text => ({
  de: `„${what}“ ist seit dieser Änderung wieder geändert worden. Nehmen Sie zuerst die spätere Änderung zurück, oder tragen Sie es in der Tabelle ein.`,
  en: `“${what}” has been changed again since. Take the later change back first, or enter it in the table.`,
});
const comesLater = ({ person, from = '', ...row }: Assignment, directory: Directory): Text => ({
  de: `Ab ${dayIn('de', from)} steht dort schon ${nameIn(directory, person)} (${placeLabel(directory, row, 'de') ?? row.role}).`,
  en: `From ${dayIn('en', from)} on ${nameIn(directory, person)} stands there already (${placeLabel(directory, row, 'en') ?? row.role}).`,
});
const nameIn = (directory: Directory, person: string): string =>
  directory.persons.find(({ id }) => id === person)?.name ?? person;
