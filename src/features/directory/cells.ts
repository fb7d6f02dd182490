import type { ColumnKind } from './tables.ts';

/** A cell as text becomes the value of its field; `undefined` for an empty cell. */
export function readCell(kind: ColumnKind, cell: string): unknown {
  const text = cell.trim();
  if (kind === 'list') return listOf(text);
  if (kind === 'units') return listOf(text).map(unitId);
  if (text === '') return undefined;
  switch (kind) {
    case 'unit':
      return unitId(text);
    case 'day':
      return dayOf(text);
    case 'role':
      return text.toLowerCase().replace(/[\s/_]+/g, '-');
    case 'as':
    case 'unit-kind':
      return words.get(text.toLowerCase()) ?? text;
    case 'text':
      return text;
    default:
      return kind satisfies never;
  }
}

/** The value of a field as text for a cell. */
export function writeCell(kind: ColumnKind, value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((part) => String(part).replace(/[\\;,\n]/g, '\\$&')).join('; ');
  return shownAs.get(`${kind} ${value}`) ?? String(value);
}

/** Separated by semicolon, comma or line break; a backslash before one of them makes it part of the word. */
const listOf = (text: string): readonly string[] =>
  (text.match(/(?:\\.|[^\\;,\n])+/gs) ?? [])
    .map((part) => part.replace(/\\(.)/gs, '$1').trim())
    .filter((part) => part !== '');

/** "Amt 61" → "61" */
const unitId = (text: string): string =>
  text.replace(/^(amt|eb|eigenbetrieb|abteilung)\s*(?=\d)/i, '').toLowerCase();

/**
 * 24.11.2026, 24.11.26, 20261124 and the day numbers of spreadsheets become 2026-11-24, a time of the day behind it is
 * left out; 00.00.0000 and 31.12.9999, with which SAP says “no day”, are none. Anything else stays and is refused later.
 */
function dayOf(cell: string): string | undefined {
  const text = cell.replace(/[T\s]+\d{1,2}:\d\d(:\d\d)?(\.\d+)?\s*(Z|Uhr)?$/i, '');
  const [, d, m, y] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)$/.exec(text) ?? [];
  const [, Y, M, D] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text) ?? [];
  const year = y?.length === 2 ? `20${y}` : (y ?? Y);
  if (year !== undefined) {
    const day = [year, (m ?? M)?.padStart(2, '0'), (d ?? D)?.padStart(2, '0')].join('-');
    return noDay.has(day) ? undefined : day;
  }
  if (/^[3-7]\d{4}(\.\d+)?$/.test(text))
    return new Date((Math.floor(Number(text)) - unixEpoch) * 86_400_000).toISOString().slice(0, 10);
  return text;
}

const noDay: ReadonlySet<string> = new Set(['0000-00-00', '9999-12-31']);

/** 1970-01-01 as spreadsheets count days. */
const unixEpoch = 25_569;

const words = new Map([
  ['inhaber/in', 'holder'],
  ['inhaber', 'holder'],
  ['inhaberin', 'holder'],
  ['vertretung', 'deputy'],
  ['stellvertretung', 'deputy'],
  ['vertreter', 'deputy'],
  ['vertreterin', 'deputy'],
  ['stellvertreter', 'deputy'],
  ['stellvertreterin', 'deputy'],
  ['stellvertreter/in', 'deputy'],
  ['stellv.', 'deputy'],
  ['amt', 'amt'],
  ['eigenbetrieb', 'eigenbetrieb'],
  ['eb', 'eigenbetrieb'],
  ['abteilung', 'department'],
  ['sachgebiet', 'department'],
]);

const shownAs = new Map([
  ['as holder', 'Inhaber/in'],
  ['as deputy', 'Vertretung'],
  ['unit-kind amt', 'Amt'],
  ['unit-kind eigenbetrieb', 'Eigenbetrieb'],
  ['unit-kind department', 'Abteilung'],
]);
