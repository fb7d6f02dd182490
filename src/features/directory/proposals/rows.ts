import { z } from 'zod';
import { dayOf } from '../../../core/day.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { isGranted, Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { edited } from '../changes/edit.ts';
import { editLines, fieldWord } from '../changes/labels.ts';
import { meantIn } from '../changes/meant.ts';
import {
  cellsOf,
  changedCells,
  columnsOf,
  type RowEdit,
  type RowTable,
  rowIn,
  rowTables,
  withRowEdit,
} from '../changes/row-edit.ts';
import { type ColumnKind, shapeOf } from '../tables.ts';
import { dayIn } from './acts/answer.ts';
import { dayUnreadable } from './refusals.ts';
import { type ProposalDesk, propose } from './start.ts';

/*
 * A row of the tables as a form, for those who keep the directory: what is typed is shown as a difference, checked like the
 * file, and becomes a proposal that somebody else of 10.50 releases.
 */

const words = z.string().max(600).catch('');
const Typed = z.looseObject({
  id: words.default(''),
  form: words,
  table: z.enum(rowTables),
  row: words,
  from: words.default(''),
});

const named =
  /^\s*(?:(?<table>amt|eb|eigenbetrieb|einheit|person|verfahren|fachverfahren|office|unit|application)\s+)?(?<what>\S.{0,79}?)\s+(?:ändern|bearbeiten|edit|change)[\s.!]*$/iu;
const fresh =
  /^\s*(?:neue[sr]?|new)\s+(?<table>amt|einheit|person|verfahren|fachverfahren|office|unit|application)(?:\s+(?:eintragen|anlegen))?[\s.!?]*$/iu;
const tables: Readonly<Record<string, RowTable>> = {
  amt: 'units',
  eb: 'units',
  eigenbetrieb: 'units',
  einheit: 'units',
  office: 'units',
  unit: 'units',
  person: 'persons',
  verfahren: 'applications',
  fachverfahren: 'applications',
  application: 'applications',
};
/** "Amt 61 ändern", "Person itb-61 ändern": only with a word that says what it is. */
const rowNamed = (text: string) => {
  const { table = '', what = '' } = named.exec(text)?.groups ?? {};
  return tables[table.toLowerCase()] ? { table: tables[table.toLowerCase()], what } : undefined;
};

export const rowIntent = (desk: ProposalDesk): Intent => ({
  id: 'directory.row',
  title: {
    de: 'Ein Amt, eine Person, ein Fachverfahren eintragen oder ändern (nur für 10.50)',
    en: 'Enter or change an office, a person, an application (only for 10.50)',
  },
  examples: { de: ['Amt 61 ändern', 'Neue Person eintragen'], en: ['Office 61 edit', 'New person'] },
  match: (text) => fresh.test(text) || rowNamed(text.replace(/\?\s*$/, '')) !== undefined,
  handle: (turn) =>
    withRefusal(turn, async () => {
      desk.keeper(turn);
      const begin = tables[fresh.exec(turn.text)?.groups?.table?.toLowerCase() ?? ''];
      if (begin) return rowReply(desk, turn, begin, '');
      const { table = 'units', what = '' } = rowNamed(turn.text.replace(/\?\s*$/, '')) ?? {};
      const directory = desk.directory();
      const kind = ({ units: 'unit', persons: 'person', applications: 'application' } as const)[table];
      const meant = meantIn(directory, what, [kind]);
      if (!meant) throw notThere(what);
      return rowReply(desk, turn, table, meant.id);
    }),
  usefulTo: (turn) => isGranted(() => desk.keeper(turn)),
  inMenu: false,
});

export const rowActions = (desk: ProposalDesk): readonly Action[] =>
  (['check', 'propose'] as const).map(
    (act): Action => ({
      verb: `directory.${act}-row`,
      async handle(turn) {
        desk.keeper(turn);
        return inPlace(await sent(desk, turn, Typed.parse(turn.data), act));
      },
    }),
  );

type Shown = {
  readonly typed?: Readonly<Record<string, string>>;
  readonly from?: string;
  readonly form?: string;
  readonly difference?: readonly string[];
  readonly problems?: readonly string[];
  readonly newId?: string;
};

/** Names of inputs have no point in them. */
const inputOf = (field: string): string => `c_${field.replace('.', '_')}`;

function rowReply(desk: ProposalDesk, turn: Turn, table: RowTable, id: string, shown: Shown = {}): Reply {
  const { language } = turn;
  const t = wordsIn(language);
  const row = id ? rowIn(desk.directory(), table, id) : undefined;
  if (id && !row) throw notThere(id);
  const { difference = [], problems = [], typed = cellsOf(table, row) } = shown;
  const heading = language === 'de' ? shapeOf(table).heading : english[table];
  const data = {
    roles: [],
    title: row ? `${heading}: ${id}` : t(`${heading}: neue Zeile`, `${heading}: new row`),
    form: shown.form ?? desk.ids.next(),
    table,
    row: id,
    newId: row ? undefined : 'yes',
    idTyped: shown.newId ?? '',
    cells: columnsOf(table).map(({ field, kind, required }) => ({
      id: inputOf(field),
      label: labelOf(fieldWord(table, field, language), kind, required === true, language),
      value: typed[field] ?? '',
    })),
    asksDay: table === 'persons' ? 'yes' : undefined,
    from: shown.from ?? '',
    problems: problems.map((text) => `⚠ ${text}`),
    difference,
    checked:
      difference.length > 0 ? t('Das ändert sich in der Datei:', 'This changes in the file:') : undefined,
  };
  return { card: 'directory/row', data, summary: data.title, language };
}

/** "Art * (Amt, Eigenbetrieb oder Abteilung)": what the cell takes. */
function labelOf(word: string, kind: ColumnKind, isNeeded: boolean, language: Language): string {
  const hint = hints[kind]?.[language];
  return `${word}${isNeeded ? ' *' : ''}${hint ? ` (${hint})` : ''}`;
}
const hints: Partial<Readonly<Record<ColumnKind, Text>>> = {
  'unit-kind': {
    de: 'Amt, Eigenbetrieb oder Abteilung',
    en: 'Amt, Eigenbetrieb or Abteilung',
  },
  unit: { de: 'Kennung, z. B. 61', en: 'id, e.g. 61' },
  units: { de: 'Kennungen, z. B. 61; 66', en: 'ids, e.g. 61; 66' },
  list: { de: 'mit Semikolon getrennt', en: 'with semicolons between' },
  day: { de: 'z. B. 1.1.2027', en: 'e.g. 2027-01-01' },
};

const english: Readonly<Record<RowTable, string>> = {
  units: 'Offices',
  persons: 'People',
  applications: 'Applications',
};

async function sent(
  desk: ProposalDesk,
  turn: Turn,
  given: z.infer<typeof Typed>,
  act: 'check' | 'propose',
): Promise<Reply> {
  const { language } = turn;
  const t = wordsIn(language);
  const { table, form, from } = given;
  const directory = desk.directory();
  const fields = given as Readonly<Record<string, unknown>>;
  const typed = Object.fromEntries(
    columnsOf(table).map(({ field }) => [field, words.parse(fields[inputOf(field)])]),
  );
  const newId = given.id.trim().toLowerCase();
  const id = given.row || newId;
  const again = (more: Shown) =>
    rowReply(desk, turn, table, given.row, { typed, from, form, newId, ...more });
  const first = from.trim() ? dayIn(from.trim()) : undefined;
  if (from.trim() && !first) return again({ problems: [dayUnreadable().text[language]] });
  if (!id) return again({ problems: [t('Die Kennung fehlt.', 'The id is missing.')] });
  if (!given.row && rowIn(directory, table, id))
    return again({
      problems: [
        t(
          `Die Kennung „${id}“ gibt es schon. Ändern Sie diese Zeile, oder nehmen Sie eine andere Kennung.`,
          `The id “${id}” is there already. Change that row, or take another id.`,
        ),
      ],
    });
  const cells = changedCells(table, rowIn(directory, table, id), typed);
  const edit: RowEdit = { kind: 'row', table, id, ...(table === 'persons' ? { person: id } : {}), cells };
  const day = first ?? dayOf(turn.at);
  const next = edited(directory, edit, day);
  // Not `edited`: the check says best what is wrong with a row.
  const found =
    (await desk.check?.((present) => ({ ok: true, directory: withRowEdit(present, edit) }))) ?? [];
  const texts = (found.length > 0 ? found : next.ok ? [] : [next.why]).map((one) => one[language]);
  if (texts.length > 0) return again({ problems: texts.slice(0, mostProblems) });
  const difference = next.ok ? editLines(directory, next.directory, language) : [];
  if (difference.length === 0)
    return again({ problems: [t('Es steht schon so da.', 'It stands there like this already.')] });
  if (act === 'check') return again({ difference });
  const heading = language === 'de' ? shapeOf(table).heading : english[table];
  const before = rowIn(directory, table, id);
  return propose(desk, turn, form || desk.ids.next(), {
    about: `row ${table} ${id}`,
    title: `${heading}: ${id}`,
    stands: before
      ? Object.entries(cellsOf(table, before))
          .filter(([field, text]) => field in cells && text)
          .map(([field, text]) => `${fieldWord(table, field, language)}: ${text}`)
          .join('; ')
          .slice(0, 400) || t('leer', 'empty')
      : t('noch nichts', 'nothing yet'),
    right: difference.join('; '),
    edit,
    ...(first ? { from: first } : {}),
  });
}

const mostProblems = 5;

const notThere = (what: string) =>
  new Refusal('no-such-row', {
    de: `„${what}“ steht nicht im Verzeichnis. „Neues Amt eintragen“, „Neue Person eintragen“ oder „Neues Fachverfahren eintragen“ legt eine Zeile an.`,
    en: `“${what}” is not in the directory. “New office”, “New person” or “New application” adds a row.`,
  });
