import { labelOf } from '../../../core/case-number.ts';
import { dayIn, momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import type { Directory } from '../model.ts';
import { shapeOf } from '../tables.ts';
import { asWords } from '../wording.ts';
import {
  type DirectoryChange,
  type KeptTable,
  keptTables,
  type RowChange,
  type SettingChange,
} from './model.ts';
import { changedFields, keptOf, rowsBetween } from './rows.ts';

/* A recorded change in words, in both languages. */

type Row = Readonly<Record<string, unknown>>;

/** "Änderung 12" */
export const changeLabel = ({ n }: Pick<DirectoryChange, 'n'>, language: Language): string =>
  wordsIn(language)(`Änderung ${n}`, `Change ${n}`);

/** "Tabelle verzeichnis.xlsx, von Konto „kgrz“": how it came, and who brought it. */
export function broughtLine({ way, source, undoes, history }: DirectoryChange, language: Language): string {
  const t = wordsIn(language);
  const name = history[0]?.byName ?? '';
  const from = source ? ` ${way === 'proposal' ? labelOf({ id: source }) : source}` : '';
  const taken = undoes
    ? t(`, nimmt Änderung ${numberOf(undoes)} zurück`, `, takes change ${numberOf(undoes)} back`)
    : '';
  switch (way) {
    case 'begun':
      return t('Beginn der Aufzeichnung', 'Beginning of the record');
    case 'import':
      return t(`Tabelle${from}, von ${name}`, `Table${from}, by ${name}`);
    case 'proposal':
      return t(
        `Vorschlag${from}, freigegeben von ${name}${taken}`,
        `Proposal${from}, released by ${name}${taken}`,
      );
    case 'file':
      return t(
        'In der Datei geändert; von wem, ist nicht bekannt',
        'Changed in the file; by whom is not known',
      );
    default:
      return way satisfies never;
  }
}

const numberOf = (id: string): number => Number(id.replace(/\D/g, ''));

/** "Zuordnungen: 1 neu, 1 entfernt" */
export function countsLine(change: DirectoryChange, language: Language): string {
  const t = wordsIn(language);
  const counts = keptTables.flatMap((table) => {
    const rows = change[table];
    if (rows.length === 0) return [];
    const [fresh, gone] = [rows.filter(({ before }) => !before), rows.filter(({ after }) => !after)];
    const other = rows.length - fresh.length - gone.length;
    const parts = [
      fresh.length > 0 ? t(`${fresh.length} neu`, `${fresh.length} new`) : '',
      other > 0 ? t(`${other} geändert`, `${other} changed`) : '',
      gone.length > 0 ? t(`${gone.length} entfernt`, `${gone.length} removed`) : '',
    ];
    return [`${tableWords(table)[language]}: ${parts.filter(Boolean).join(', ')}`];
  });
  const more = [
    ...settingCounts(change, language),
    ...(change.order.length > 0 ? [t('Reihenfolge', 'Order')] : []),
    ...(change.model ? [t('Rollenmodell', 'Role model')] : []),
  ];
  return [...counts, ...more].join(' · ') || withoutRows(change, language);
}

/** "beirat.yaml: 2 Werte" */
function settingCounts({ settings = [] }: DirectoryChange, language: Language): readonly string[] {
  const t = wordsIn(language);
  return [...Map.groupBy(settings, ({ file }) => file)].map(([file, all]) => {
    const n = all.length;
    return `${fileWords[file]?.[language] ?? file}: ${n === 1 ? t('1 Wert', '1 value') : t(`${n} Werte`, `${n} values`)}`;
  });
}

const fileWords: Readonly<Record<string, Text>> = {
  'beirat.yaml': { de: 'Regeln des Beirats', en: 'Rules of the board' },
  'request-types.yaml': { de: 'Antragsarten', en: 'Request types' },
  'mentor-fields.yaml': { de: 'Felder der Mentoren', en: 'Fields of the mentors' },
  'partners.yaml': { de: 'Stellen außerhalb', en: 'Bodies outside' },
};

function settingLine(
  { title, way, person, before, after }: SettingChange,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const what = `${title?.[language] ?? way}${person ? `: ${names.get(person) ?? person}` : ''}`;
  if (person) return `${after === undefined ? '–' : '+'} ${what}`;
  if (before === undefined) return `+ ${what}: ${show(after, language)}`;
  return after === undefined
    ? `– ${what}: ${show(before, language)}`
    : `~ ${what}: ${show(before, language)} → ${show(after, language)}`;
}

/** What a change without rows says: what stood there at the beginning, or that it is not known what was before. */
export function withoutRows({ way, history }: DirectoryChange, language: Language): string {
  const note = history[0]?.note ?? '';
  if (language === 'de') return note;
  return way === 'begun'
    ? `What stood there then: ${note}`
    : 'What stood there before was not kept on this machine';
}

const tableWords = (table: KeptTable): Text => ({ de: shapeOf(table).heading, en: english[table] });
const english: Readonly<Record<KeptTable, string>> = {
  units: 'Offices',
  persons: 'People',
  applications: 'Applications',
  assignments: 'Assignments',
};

/** What an edit changes, row by row; empty where nothing does. */
export function editLines(before: Directory, after: Directory, language: Language): readonly string[] {
  const rows = rowsBetween(keptOf(before), keptOf(after));
  if (!rows) return [];
  const names = new Map([
    ...[...before.persons, ...after.persons].map(({ id, name }) => [id, name] as const),
    ...before.roles.map(({ id, shortName }) => [id as string, shortName[language]] as const),
  ]);
  return rowLines(rows, names, language);
}

/** Every row in a line: "+ it-beauftragte (66): …", "~ … Telefon: 1 → 2", "– …". */
export function rowLines(
  change: Pick<DirectoryChange, KeptTable | 'order' | 'model' | 'settings'>,
  names: ReadonlyMap<string, string>,
  language: Language,
): readonly string[] {
  const t = wordsIn(language);
  return [
    ...keptTables.flatMap((table) => change[table].map((row) => rowLine(table, row, names, language))),
    ...(change.settings ?? [])
      .filter(({ way }) => way !== '')
      .map((one) => settingLine(one, names, language)),
    ...change.order.map(
      ({ role, after }) =>
        `~ ${names.get(role) ?? role}: ${t('Reihenfolge', 'Order')} ${after.map((id) => names.get(id) ?? id).join(', ')}`,
    ),
    ...(change.model ? [t('~ Das Rollenmodell ist ein anderes.', '~ The role model is another one.')] : []),
  ];
}

function rowLine(
  table: KeptTable,
  { before, after }: RowChange,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const row = after ?? before ?? {};
  const title = titleOf(table, row, names, language);
  if (!before) {
    const said = table === 'assignments' ? [] : Object.entries(row).filter(([field]) => !inTitle.has(field));
    const more = said.map(
      ([field, value]) => `${fieldWord(table, field, language)} ${show(value, language)}`,
    );
    return `+ ${title}${more.length > 0 ? `: ${more.join('; ')}` : ''}`;
  }
  if (!after) return `– ${title}`;
  const fields = changedFields(before, after).map(
    (field) =>
      `${fieldWord(table, field, language)} ${show(before[field], language)} → ${show(after[field], language)}`,
  );
  return `~ ${title}: ${fields.join('; ')}`;
}

const inTitle: ReadonlySet<string> = new Set(['id', 'name']);

function titleOf(table: KeptTable, row: Row, names: ReadonlyMap<string, string>, language: Language): string {
  if (table !== 'assignments') return `${show(row.name, language)} (${row.id})`;
  const t = wordsIn(language);
  const place = [row.unit, row.application].filter(Boolean).join(', ');
  const from = row.from ? ` ${t('ab', 'from')} ${show(row.from, language)}` : '';
  const to = row.to ? ` ${t('bis', 'until')} ${show(row.to, language)}` : '';
  const capacity = row.as === 'deputy' ? asWords.deputy : asWords.holder;
  const person = names.get(String(row.person)) ?? String(row.person);
  return `${names.get(String(row.role)) ?? row.role}${place ? ` (${place})` : ''}: ${person}, ${capacity[language]}${from}${to}`;
}

export const fieldWord = (table: KeptTable, field: string, language: Language): string =>
  language === 'en'
    ? (englishFields[field] ?? field)
    : ((
        shapeOf(table).columns.find((column) => column.field === field) ??
        shapeOf(table).columns.find((column) => column.field.split('.')[0] === field)
      )?.heading ?? field);

const englishFields: Readonly<Record<string, string>> = {
  email: 'email',
  phone: 'phone',
  'name.de': 'name',
  'name.en': 'name in English',
  'purpose.de': 'purpose',
  'purpose.en': 'purpose in English',
  aliases: 'other names',
  units: 'offices',
  kind: 'kind',
  teamsId: 'Teams id',
  unit: 'office',
  to: 'until',
  partOf: 'part of',
};

function show(value: unknown, language: Language): string {
  if (value === undefined || value === '') return wordsIn(language)('(leer)', '(empty)');
  if (Array.isArray(value)) return value.join(', ') || wordsIn(language)('(leer)', '(empty)');
  if (typeof value === 'object' && value !== null)
    return String((value as Record<string, unknown>)[language] ?? '');
  const text = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? dayIn(language, text) : text;
}

/** An entry of a change's history, for those who audit. */
export function changeLine({ at, byName, act, note }: HistoryEntry, language: Language): string {
  const t = wordsIn(language);
  const what =
    act === 'recorded'
      ? t('hat die Änderung eingebracht', 'brought the change')
      : t('hat Angaben gelöscht', 'erased details');
  return `${momentIn(language, at)} · ${byName} ${what}${note ? `: ${note}` : ''}`;
}
