import { z } from 'zod';
import { unreadable } from '../../../case/words.ts';
import { command } from '../../../core/command.ts';
import { dayOf } from '../../../core/day.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import type { Digest } from '../../../core/history.ts';
import { fromIn, pageOf } from '../../../core/paging.ts';
import type { RoleId } from '../../../core/ports/role-directory.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { dayIn } from '../proposals/acts/answer.ts';
import type { Saying } from '../proposals/acts/propose.ts';
import { dayUnreadable } from '../proposals/refusals.ts';
import { changedCells, formOfEdit } from './apply.ts';
import type { SettingDesk } from './desk.ts';
import { formReply, inputOf, known, nothing, type Shown, seenOf } from './form-view.ts';
import { type Form, formsOf, listsOf } from './forms.ts';
import { fileKeepers, type SettingEdit, type SettingFile, settingFiles } from './model.ts';
import { childrenOf, topOf } from './order.ts';
import {
  changedMeanwhile,
  dayOver,
  gone,
  keptElsewhere,
  notYours,
  reasonMissing,
  tooLong,
} from './refusals.ts';
import { shownValue, standing } from './texts.ts';
import { kindOfWay } from './way.ts';

/*
 * Rules, request types and bodies as forms, for those who keep them: what is typed is shown as a difference, checked by the
 * loader of the file, and becomes a proposal that somebody else who keeps the file releases.
 */

export type SettingChat = SettingDesk & {
  /** Whether whoever asks holds a role, deputies too. */
  readonly holds: (turn: Turn, role: RoleId) => boolean;
  /** Makes a proposal of it. */
  readonly propose: (turn: Turn, form: string, saying: Saying) => Promise<Reply>;
  readonly newForm: () => string;
  readonly digest: Digest;
};

/** 10.50 reads all of them. */
export const mayRead = ({ holds }: Pick<SettingChat, 'holds'>, turn: Turn, file: SettingFile): boolean =>
  holds(turn, fileKeepers[file]) || holds(turn, 'strategisches-it-management');
export const mayKeep = ({ holds }: Pick<SettingChat, 'holds'>, turn: Turn, file: SettingFile): boolean =>
  holds(turn, fileKeepers[file]);

const lists: readonly (Pick<Intent, 'id' | 'title' | 'examples' | 'match'> & {
  readonly file: SettingFile;
})[] = [
  {
    file: 'request-types.yaml',
    id: 'directory.keep-types',
    title: { de: 'Antragsarten pflegen (nur für 10.50)', en: 'Keep request types (only for 10.50)' },
    examples: { de: ['Antragsarten pflegen'], en: ['Keep request types'] },
    match: command(
      'antragsarten pflegen',
      'antragsarten ändern',
      'antragsarten aendern',
      'keep request types',
      'change request types',
    ),
  },
  {
    file: 'partners.yaml',
    id: 'directory.keep-partners',
    title: {
      de: 'Stellen außerhalb des Rollenmodells pflegen (nur für 10.50)',
      en: 'Keep bodies outside the role model (only for 10.50)',
    },
    examples: { de: ['Stellen außerhalb pflegen'], en: ['Keep bodies outside'] },
    match: command(
      'stellen außerhalb pflegen',
      'stellen ausserhalb pflegen',
      'stellen außerhalb des rollenmodells',
      'keep bodies outside',
      'bodies outside the role model',
    ),
  },
  {
    file: 'beirat.yaml',
    id: 'directory.keep-rules',
    title: {
      de: 'Regeln des Beirats pflegen (Digitallotse; 10.50 liest)',
      en: 'Keep the rules of the board (Digitallotse; 10.50 reads)',
    },
    examples: { de: ['Regeln des Beirats pflegen'], en: ['Keep the rules of the board'] },
    match: command(
      'regeln des beirats pflegen',
      'regeln des beirats ändern',
      'regeln des beirats aendern',
      'geschäftsordnung pflegen',
      'keep the rules of the board',
      'change the rules of the board',
    ),
  },
  {
    file: 'mentor-fields.yaml',
    id: 'directory.keep-fields',
    title: {
      de: 'Felder der Mentoren pflegen (Digitallotse; 10.50 liest)',
      en: 'Keep the fields of the mentors (Digitallotse; 10.50 reads)',
    },
    examples: { de: ['Felder der Mentoren pflegen'], en: ['Keep the fields of mentors'] },
    match: command(
      'felder der mentoren pflegen',
      'mentorenfelder pflegen',
      'keep the fields of mentors',
      'keep mentor fields',
    ),
  },
];

export const settingIntents = (desk: SettingChat): readonly Intent[] =>
  lists.map(({ file, ...intent }) => ({
    ...intent,
    handle: (turn) => withRefusal(turn, async () => listReply(desk, turn, file, '', 0)),
    usefulTo: async (turn) => mayRead(desk, turn, file),
    inMenu: false,
  }));

const way = z.string().max(200).catch('');
const Opened = z.object({
  file: z.enum(settingFiles).optional().catch(undefined),
  of: way.default(''),
  at: way.default(''),
  act: z.enum(['change', 'add', 'remove']).catch('change').default('change'),
});
/** Characters of one field. */
const longest = 1000;
const words = z.string().max(longest).catch('');
const Sent = z.looseObject({
  ...Opened.shape,
  form: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(''),
  seen: words.default(''),
  id: words.default(''),
  reason: words.default(''),
  from: words.default(''),
});

export const settingActions = (desk: SettingChat): readonly Action[] => [
  {
    verb: 'directory.settings',
    handle: async (turn) => {
      const { file, of } = Opened.parse(turn.data);
      if (!file) throw unreadable();
      return inPlace(listReply(desk, turn, file, of, fromIn(turn.data)));
    },
  },
  {
    verb: 'directory.setting',
    handle: async (turn) => {
      const { file, at, act } = Opened.parse(turn.data);
      if (!file) throw unreadable();
      return inPlace(formReply(desk, turn, formFor(desk, turn, { file, at, act }), {}));
    },
  },
  ...(['check', 'propose'] as const).map(
    (act): Action => ({
      verb: `directory.${act}-setting`,
      async handle(turn) {
        const given = Sent.parse(turn.data);
        const { file, at } = given;
        if (!file) throw unreadable();
        return inPlace(await sent(desk, turn, formFor(desk, turn, { file, at, act: given.act }), given, act));
      },
    }),
  ),
];

const mostListed = 8;

/** What a file holds, a row a form. Whoever only reads it finds no buttons. */
function listReply(desk: SettingChat, turn: Turn, name: SettingFile, of: string, from: number): Reply {
  const { language } = turn;
  const t = wordsIn(language);
  if (!mayRead(desk, turn, name)) throw notYours(name);
  const file = known(desk, name);
  const naming = desk.rolesIn(language);
  const all = formsOf(file);
  const forms = of ? childrenOf(all, of) : topOf(all);
  if (forms.length === 0) throw gone();
  const keeps = mayKeep(desk, turn, name);
  const page = pageOf(forms, from, mostListed, language);
  const head = of ? all.find(({ at }) => at === of) : undefined;
  const title = head ? head.title(naming) : file.words.title[language];
  const data = {
    roles: [],
    title,
    file: name,
    of,
    rows: page.shown.map((form) => {
      // What others stand in opens as a list of its own, with itself on top.
      const isInside = form.at !== of && childrenOf(all, form.at).length > 1;
      return {
        name: form.at === of && of ? t('Allgemein', 'In general') : form.title(naming),
        text: shortened(standing(form, language, form.title(naming)), 160),
        open: keeps && !isInside ? t('Ändern', 'Change') : undefined,
        inside: isInside ? t('Öffnen', 'Open') : undefined,
        file: name,
        at: form.at,
      };
    }),
    keeper: keeps ? undefined : keptElsewhere[language],
    place: page.place,
    next: page.next,
    former: page.former,
    back: of ? t(`Zurück zu: ${file.words.title.de}`, `Back to: ${file.words.title.en}`) : undefined,
    adds: keeps
      ? listsOf(file)
          .filter(({ at }) => (of ? at.startsWith(`${kindOfWay(of)}.`) : !at.includes('.')))
          .map(({ at, add }) => ({ title: add[language], file: name, at }))
      : [],
  };
  return { card: 'directory/settings', data, summary: title, language };
}

/** @throws {Refusal} unless whoever asks keeps the file, and it is still there */
function formFor(
  desk: SettingChat,
  turn: Turn,
  { file, at, act }: Pick<SettingEdit, 'file' | 'at' | 'act'>,
): Form {
  if (!mayKeep(desk, turn, file)) throw notYours(file);
  const form = formOfEdit(known(desk, file), { at, act });
  if (!form) throw gone();
  return act === 'remove' ? { ...form, act } : form;
}

async function sent(
  desk: SettingChat,
  turn: Turn,
  form: Form,
  given: z.infer<typeof Sent>,
  act: 'check' | 'propose',
): Promise<Reply> {
  const { language } = turn;
  const t = wordsIn(language);
  const { file, at } = form;
  const fields = given as Readonly<Record<string, unknown>>;
  const typed: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const { name, value: present } of form.cells) {
    const value = fields[inputOf(name)];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string') continue;
    // What stands in the file may be longer than what a form takes.
    const isTooLong = text.length > longest && text !== present;
    typed[name] = text === nothing ? '' : isTooLong ? text.slice(0, longest) : text;
    if (isTooLong) errors[name] = tooLong[language];
  }
  const reason = given.reason.trim();
  const first = given.from.trim() ? dayIn(given.from.trim()) : undefined;
  if (given.from.trim() && !first) errors.from = dayUnreadable().text[language];
  else if (first && first < dayOf(turn.at)) errors.from = dayOver[language];
  const newId = given.id.trim().toLowerCase();
  const edit: SettingEdit = {
    kind: 'setting',
    file,
    at,
    act: form.act,
    ...(form.asksId && newId ? { id: newId } : {}),
    cells: form.act === 'remove' ? {} : changedCells(form.cells, typed),
    before: form.act === 'add' ? {} : Object.fromEntries(form.cells.map(({ name, value }) => [name, value])),
  };
  const again = (more: Shown) =>
    formReply(desk, turn, form, {
      typed,
      reason,
      from: given.from,
      form: given.form,
      newId,
      errors,
      ...more,
    });
  if (given.seen && given.seen !== seenOf(form, desk.digest))
    return again({
      problems: [changedMeanwhile[language]],
      difference: desk.lines(edit, language),
    });
  const isNothing = edit.act === 'change' && Object.keys(edit.cells).length === 0;
  if (isNothing && Object.keys(errors).length === 0)
    return again({ problems: [t('Es steht schon so da.', 'It stands there like this already.')] });
  const problems = desk.problems(edit);
  for (const { cell, text } of problems) if (cell) errors[cell] ??= text[language];
  const others = problems.filter(({ cell }) => cell === undefined).map(({ text }) => text[language]);
  const isWrong = others.length > 0 || Object.keys(errors).length > 0;
  if (isWrong) return again({ problems: others.slice(0, mostProblems) });
  const difference = desk.lines(edit, language);
  if (act === 'check') return again({ difference });
  if (!reason) return again({ difference, errors: { reason: reasonMissing[language] } });
  return desk.propose(turn, given.form || desk.newForm(), {
    about: `setting ${file} ${at}`,
    title: shortened(desk.title(edit, language), 120),
    stands: shortened(standsOf(form, edit, language), 400),
    right: difference.join('; '),
    reason,
    edit,
    ...(first ? { from: first } : {}),
  });
}

const mostProblems = 5;

const standsOf = (form: Form, { act, cells }: SettingEdit, language: Language): string =>
  act === 'add'
    ? wordsIn(language)('noch nichts', 'nothing yet')
    : act === 'remove'
      ? standing(form, language)
      : form.cells
          .filter(({ name }) => name in cells)
          .map((cell) => `${cell.label[language]}: ${shownValue(cell, cell.value, language)}`)
          .join('; ');
