import { z } from 'zod';
import { namedCases } from '../../../core/case-number.ts';
import { command } from '../../../core/command.ts';
import { dayIn, dayOf, momentIn } from '../../../core/day.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { fromIn, pageOf } from '../../../core/paging.ts';
import { isGranted, Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import { type Language, shortened, type Text, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import type { Directory } from '../model.ts';
import { placeLabel, unitLabel } from '../places.ts';
import type { Saying } from '../proposals/acts/propose.ts';
import { asWords } from '../wording.ts';
import type { ChangeDesk } from './desk.ts';
import type { Edit } from './edit.ts';
import { broughtLine, changeLabel, countsLine, rowLines, withoutRows } from './labels.ts';
import { type Meant, meantIn } from './meant.ts';
import { changeId, type DirectoryChange } from './model.ts';
import type { Term } from './terms.ts';

/*
 * "Verlauf Amt 66": who had which role there since when, for everybody. What was changed in the file by whom is for those
 * who keep the directory and those who check it.
 */

type Undoing = { readonly ok: true; readonly edit: Edit } | { readonly ok: false; readonly why: Text };

export type ChangeChat = ChangeDesk & {
  readonly directory: () => Directory;
  /** @throws {Refusal} unless 10.50, its deputy or the audit office asks */
  readonly reader: (turn: Turn) => unknown;
  /** @throws {Refusal} unless 10.50 or its deputy asks, or whoever keeps the file that was changed */
  readonly keeper: (turn: Turn, change: DirectoryChange) => unknown;
  /** Whether somebody keeps the file that was changed, and so reads about it. */
  readonly keepsFile: (turn: Turn, change: DirectoryChange) => boolean;
  /** What takes a change back, or why nothing does. */
  readonly undoing: (change: DirectoryChange, day: string) => Undoing;
  /** Makes a proposal that takes it back. */
  readonly propose: (turn: Turn, form: string, saying: Saying) => Promise<Reply>;
  readonly newForm: () => string;
  /** Somebody who checks has looked at something. */
  readonly looked?: ((turn: Turn, what: string) => Promise<void>) | undefined;
};

const ofSomething =
  /^\s*(?:verlauf|geschichte|history)\s+(?:(?:von|für|fuer|der|des|vom|zu|zum|zur|of|for|the)\s+)*(?<what>[\p{L}\d][^?!:]{0,79}?)[\s?!.]*$/iu;
const oneChange =
  /^\s*(?:änderung|aenderung|change)\s+(?:nr\.?\s*)?(?<n>\d{1,6})(?<undo>\s+(?:zurücknehmen|zuruecknehmen|rückgängig|rueckgaengig|take back|undo))?(?:\s*:\s*(?<reason>.+?))?[\s!.?]*$/isu;

/** A question never acts. */
const orderedIn = (text: string) => {
  const { n = '', undo, reason = '' } = oneChange.exec(text)?.groups ?? {};
  return { id: changeId(Number(n)), isUndo: undo !== undefined && !/\?\s*$/.test(text), reason };
};

export const changeIntents = (desk: ChangeChat): readonly Intent[] => [
  {
    id: 'directory.history',
    title: { de: 'Wer eine Rolle vorher hatte', en: 'Who had a role before' },
    examples: { de: ['Verlauf Amt 66'], en: ['History of office 66'] },
    // Cases and budgets have histories of their own.
    match: (text) => ofSomething.test(text) && namedCases(text).length === 0 && !/\bbudgets?\b/i.test(text),
    handle: (turn) =>
      withRefusal(turn, () => historyReply(desk, turn, ofSomething.exec(turn.text)?.groups?.what ?? '')),
    inMenu: false,
  },
  {
    id: 'directory.changes',
    title: {
      de: 'Änderungen am Verzeichnis (10.50, Rechnungsprüfung)',
      en: 'Changes of the directory (10.50, audit office)',
    },
    examples: { de: ['Änderungen am Verzeichnis'], en: ['Changes of the directory'] },
    match: command(
      'änderungen am verzeichnis',
      'aenderungen am verzeichnis',
      'verlauf des verzeichnisses',
      'verlauf verzeichnis',
      'changes of the directory',
      'history of the directory',
    ),
    usefulTo: (turn) => isGranted(() => readable(desk, turn)),
    handle: (turn) => changesReply(desk, turn, 0),
    inMenu: false,
  },
  {
    id: 'directory.change',
    title: { de: 'Eine Änderung am Verzeichnis', en: 'One change of the directory' },
    examples: {
      de: ['Änderung 12', 'Änderung 12 zurücknehmen: Die Tabelle war von gestern'],
      en: ['Change 12', 'Change 12 take back: The table was of yesterday'],
    },
    match: (text) => oneChange.test(text),
    acts: (text) => orderedIn(text).isUndo,
    usefulTo: (turn) => isGranted(() => desk.reader(turn)),
    handle: (turn) =>
      withRefusal(turn, () => {
        const { id, isUndo, reason } = orderedIn(turn.text);
        return isUndo ? undoReply(desk, turn, id, desk.newForm(), reason) : changeReply(desk, turn, id);
      }),
    inMenu: false,
  },
];

const entered = z.string().max(400).catch('');
const Given = z.object({ id: entered, reason: entered, form: entered });

export const changeActions = (desk: ChangeChat): readonly Action[] => [
  {
    verb: 'directory.changes-page',
    handle: async (turn) => inPlace(await changesReply(desk, turn, fromIn(turn.data))),
  },
  {
    verb: 'directory.change',
    handle: async (turn) =>
      inPlace(await changeReply(desk, turn, Given.parse(turn.data).id, { from: fromIn(turn.data) })),
  },
  {
    verb: 'directory.undo-change',
    async handle(turn) {
      const { id, reason, form } = Given.parse(turn.data);
      return inPlace(await undoReply(desk, turn, id, form || desk.newForm(), reason));
    },
  },
];

const most = { groups: 8, terms: 6, changes: 5, listed: 6, lines: 20 };

async function historyReply(desk: ChangeChat, turn: Turn, what: string): Promise<Reply> {
  const { language } = turn;
  const t = wordsIn(language);
  const directory = desk.directory();
  if (/^(?:verzeichnis(?:ses)?|directory)$/i.test(what.trim())) return changesReply(desk, turn, 0);
  const meant = meantIn(directory, what);
  if (!meant) throw notFound(what);
  const day = dayOf(turn.at);
  const terms = desk.terms(directory).filter((term) => isAbout(term, meant, directory));
  const groups = [
    ...Map.groupBy(terms, ({ role, unit, application }) => [role, unit, application].join('|')).values(),
  ];
  const isReader = await isGranted(() => desk.reader(turn));
  if (isReader) await desk.looked?.(turn, `history ${meant.id}`);
  const changes = isReader
    ? desk
        .known()
        .filter((change) => concerns(change, meant))
        .toReversed()
        .slice(0, most.changes)
    : [];
  const title = `${t('Verlauf', 'History')}: ${nameOf(meant, directory, language)}`;
  const left = groups.length - most.groups;
  const data = {
    roles: [],
    title,
    life:
      lifeText(meant, directory, language) ||
      (groups.length === 0 ? t('Dazu ist nichts eingetragen.', 'Nothing is entered about it.') : undefined),
    groups: groups.slice(0, most.groups).map((some) => ({
      title: postName(some[0] as Term, directory, language),
      terms: inTime(some, day)
        .slice(0, most.terms)
        .map((term) => termText(term, day, language)),
    })),
    more: left > 0 ? t(`… und ${left} weitere Aufgaben`, `… and ${left} more tasks`) : undefined,
    changes: changes.map((change) => changeRow(change, language)),
  };
  return { card: 'directory/history', data, summary: title, language };
}

/** Those of now before those of then, holders first, the newest first. */
const inTime = (terms: readonly Term[], day: string): readonly Term[] =>
  terms.toSorted(
    (a, b) =>
      Number(isOver(a, day)) - Number(isOver(b, day)) ||
      Number(a.as === 'deputy') - Number(b.as === 'deputy') ||
      (b.from ?? '').localeCompare(a.from ?? '') ||
      (b.to ?? '9').localeCompare(a.to ?? '9'),
  );

const isOver = ({ to }: Term, day: string): boolean => to !== undefined && to < day;

function termText(term: Term, day: string, language: Language): string {
  const t = wordsIn(language);
  const { from, to, name, as } = term;
  const [first, last] = [from && dayIn(language, from), to && dayIn(language, to)];
  const when =
    first && last
      ? `${first} – ${last}`
      : first
        ? from && from > day
          ? t(`ab ${first}`, `from ${first}`)
          : t(`seit ${first}`, `since ${first}`)
        : last
          ? t(`bis ${last}`, `until ${last}`)
          : t('Beginn nicht bekannt', 'beginning not known');
  return `${when}: ${name}, ${asWords[as][language]}${isOver(term, day) ? t(' (vorbei)', ' (over)') : ''}`;
}

function postName(term: Term, directory: Directory, language: Language): string {
  const role = directory.roles.find(({ id }) => id === term.role);
  const place = placeLabel(directory, term, language);
  return `${role?.shortName[language] ?? term.role}${place ? ` (${place})` : ''}`;
}

const isAbout = (term: Term, { kind, id }: Meant, { roles }: Directory): boolean =>
  ({
    // A role for the whole administration is held in a unit.
    unit: term.unit === id || (!term.unit && roles.some((role) => role.id === term.role && role.unit === id)),
    application: term.application === id,
    role: term.role === id,
    person: term.person === id,
  })[kind];

const concerns = (change: DirectoryChange, { kind, id }: Meant): boolean => {
  const has = (rows: DirectoryChange['units'], field: string) =>
    rows.some(({ before, after }) => before?.[field] === id || after?.[field] === id);
  const assigned = has(change.assignments, kind);
  if (kind === 'unit') return assigned || has(change.units, 'id');
  if (kind === 'application') return assigned || has(change.applications, 'id');
  if (kind === 'person') return assigned || has(change.persons, 'id');
  return assigned || change.order.some(({ role }) => role === id);
};

function nameOf({ kind, id }: Meant, directory: Directory, language: Language): string {
  if (kind === 'unit') return unitLabel(directory, id, language);
  if (kind === 'role') return directory.roles.find((one) => one.id === id)?.name[language] ?? id;
  const all: readonly { readonly id: string; readonly name: string }[] =
    kind === 'person' ? directory.persons : directory.applications;
  return all.find((one) => one.id === id)?.name ?? id;
}

/** "Bis 31.12.2026, danach Amt 63. Davor Amt 60.": what became of a unit or an application, and of what it came. */
function lifeText({ kind, id }: Meant, directory: Directory, language: Language): string {
  const t = wordsIn(language);
  if (kind !== 'unit' && kind !== 'application') return '';
  const all: Directory['units' | 'applications'] = kind === 'unit' ? directory.units : directory.applications;
  const one = all.find((row) => row.id === id);
  const label = (of: string) => placeLabel(directory, { [kind]: of }, language) ?? of;
  const [from, to] = [one?.from && dayIn(language, one.from), one?.to && dayIn(language, one.to)];
  const before = all.filter(({ successor }) => successor === id).map((row) => label(row.id));
  const after = one?.successor && label(one.successor);
  return [
    from && before.length > 0
      ? t(`Seit ${from}, davor ${before.join(', ')}.`, `Since ${from}, before that ${before.join(', ')}.`)
      : from && t(`Seit ${from}.`, `Since ${from}.`),
    to && after
      ? t(`Bis ${to}, danach ${after}.`, `Until ${to}, then ${after}.`)
      : to && t(`Bis ${to}.`, `Until ${to}.`),
  ]
    .filter(Boolean)
    .join(' ');
}

const changeRow = (change: DirectoryChange, language: Language) => ({
  id: change.id,
  name: `${changeLabel(change, language)} · ${momentIn(language, change.at)}`,
  text: shortened(`${broughtLine(change, language)}. ${countsLine(change, language)}`, 200),
  open: wordsIn(language)(`${changeLabel(change, 'de')} zeigen`, `Show change ${change.n}`),
});

/** Whoever keeps one of the files reads what was changed in it. @throws {Refusal} where somebody reads none */
export async function readable(
  desk: Pick<ChangeChat, 'changes' | 'reader' | 'keepsFile'>,
  turn: Turn,
): Promise<readonly DirectoryChange[]> {
  const all = await desk.changes.list();
  if (await isGranted(() => desk.reader(turn))) return all;
  const own = all.filter((change) => desk.keepsFile(turn, change));
  if (own.length === 0) desk.reader(turn);
  return own;
}

async function changesReply(desk: ChangeChat, turn: Turn, from: number): Promise<Reply> {
  const all = (await readable(desk, turn)).toReversed();
  await desk.looked?.(turn, 'changes of the directory');
  const { language } = turn;
  const t = wordsIn(language);
  const page = pageOf(all, from, most.listed, language);
  const data = {
    roles: [],
    none: all.length === 0 ? t('Es ist noch nichts aufgezeichnet.', 'Nothing is recorded yet.') : undefined,
    changes: page.shown.map((change) => changeRow(change, language)),
    place: page.place,
    next: page.next,
    former: page.former,
  };
  const summary = t('Änderungen am Verzeichnis', 'Changes of the directory');
  return { card: 'directory/changes', data, summary, language };
}

type Shown = { readonly from?: number; readonly remark?: string; readonly reason?: string };

async function changeReply(
  desk: ChangeChat,
  turn: Turn,
  id: string,
  { from = 0, remark, reason = '' }: Shown = {},
): Promise<Reply> {
  const change = await desk.changes.get(id);
  if (!change || !desk.keepsFile(turn, change)) desk.reader(turn);
  if (!change) throw noSuchChange();
  await desk.looked?.(turn, id);
  const { language } = turn;
  const t = wordsIn(language);
  const directory = desk.directory();
  const names = new Map([
    ...change.persons.flatMap(({ before }) =>
      before ? [[String(before.id), String(before.name)] as const] : [],
    ),
    ...directory.persons.map((person) => [person.id, person.name] as const),
    ...directory.roles.map((role) => [role.id, role.shortName[language]] as const),
  ]);
  const page = pageOf(rowLines(change, names, language), from, most.lines, language);
  const isKeeper = await isGranted(() => desk.keeper(turn, change));
  const fits = desk.undoing(change, dayOf(turn.at));
  const by = (await desk.changes.list()).find(({ undoes }) => undoes === id);
  const canUndo = isKeeper && fits.ok && !by && change.way !== 'begun';
  const [entry] = change.history;
  const title = changeLabel(change, language);
  const data = {
    roles: [],
    id,
    title,
    brought: `${momentIn(language, change.at)} · ${broughtLine(change, language)}`,
    remark,
    lines: page.shown.length > 0 ? page.shown : [withoutRows(change, language)],
    place: page.place,
    next: page.next,
    former: page.former,
    undone: by && t(`Zurückgenommen mit Änderung ${by.n}.`, `Taken back by change ${by.n}.`),
    seal: t(`Fingerabdruck ${entry?.hash.slice(0, 16)}`, `Fingerprint ${entry?.hash.slice(0, 16)}`),
    cannot: isKeeper && !fits.ok && !by && change.way !== 'begun' ? fits.why[language] : undefined,
    canUndo: canUndo ? 'yes' : undefined,
    form: desk.newForm(),
    reason,
  };
  return { card: 'directory/change', data, summary: `${title}: ${countsLine(change, language)}`, language };
}

/** A proposal that somebody else of 10.50 releases: what was accepted is not taken back by one alone. */
async function undoReply(
  desk: ChangeChat,
  turn: Turn,
  id: string,
  form: string,
  reason: string,
): Promise<Reply> {
  const change = await desk.changes.get(id);
  // Whoever may not know of it is not told that there is none.
  if (!change) {
    desk.reader(turn);
    throw noSuchChange();
  }
  desk.keeper(turn, change);
  const { language } = turn;
  const t = wordsIn(language);
  if (!reason.trim())
    return changeReply(desk, turn, id, {
      remark: t('Bitte schreiben Sie, warum.', 'Please write why.'),
    });
  const undo = desk.undoing(change, dayOf(turn.at));
  if (!undo.ok) return changeReply(desk, turn, id, { remark: undo.why[language], reason });
  try {
    return await desk.propose(turn, form, {
      about: `change ${change.n}`,
      title: t(`${changeLabel(change, 'de')} zurücknehmen`, `Take change ${change.n} back`),
      stands: shortened(`${countsLine(change, language)} (${broughtLine(change, language)})`, 400),
      right: reason.trim(),
      edit: undo.edit,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return changeReply(desk, turn, id, { remark: error.text[language], reason });
  }
}

const noSuchChange = () =>
  new Refusal('no-such-change', {
    de: 'Diese Änderung gibt es nicht. Alle zeigt „Änderungen am Verzeichnis“.',
    en: 'There is no such change. “Changes of the directory” shows them all.',
  });

const notFound = (what: string) =>
  new Refusal('history-of-what', {
    de: `„${what}“ finde ich im Verzeichnis nicht. Nennen Sie ein Amt, eine Rolle, ein Fachverfahren oder eine Person, z. B. „Verlauf Amt 66“.`,
    en: `I do not find “${what}” in the directory. Name an office, a role, an application or a person, e.g. “History of office 66”.`,
  });
