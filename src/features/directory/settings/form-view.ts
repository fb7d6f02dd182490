import { dayIn as dayShown } from '../../../core/day.ts';
import type { Digest } from '../../../core/history.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { dayIn } from '../proposals/acts/answer.ts';
import { idCell } from './apply.ts';
import type { SettingDesk } from './desk.ts';
import { type Cell, type Form, formsOf } from './forms.ts';
import { fileKeepers, type KeptFile, type SettingFile } from './model.ts';
import { childrenOf } from './order.ts';
import { gone, mayBeEmpty, secondEyes } from './refusals.ts';
import { standing } from './texts.ts';

/* The card of a form: what stands there, what was typed, and what is wrong with it, each at its field. */

type Drawing = Pick<SettingDesk, 'file' | 'rolesIn'> & {
  readonly newForm: () => string;
  readonly digest: Digest;
};

/** @throws {Refusal} where the program has no such file */
export function known(desk: Pick<SettingDesk, 'file'>, name: SettingFile): KeptFile {
  const file = desk.file(name);
  if (!file) throw gone();
  return file;
}

/** What the form stands in: the request type of a question. */
const aboveOf = (file: KeptFile, at: string): Form | undefined => {
  const forms = formsOf(file);
  const own = forms.find((one) => one.at === at);
  return (
    own && forms.findLast((one) => one !== own && one.at !== '' && childrenOf(forms, one.at).includes(own))
  );
};

/** What a form is drawn with besides what stands in the file. */
export type Shown = {
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly problems?: readonly string[];
  readonly difference?: readonly string[];
  readonly reason?: string;
  readonly from?: string;
  readonly form?: string;
  readonly newId?: string;
};

/** Names of inputs have no points in them. */
export const inputOf = (name: string): string => `c_${name.replace(/[^\w-]/g, '_')}`;

/** What nothing is sent as: clients drop a choice with an empty value. */
export const nothing = 'none';

export function formReply(desk: Drawing, turn: Turn, form: Form, shown: Shown): Reply {
  const { language } = turn;
  const t = wordsIn(language);
  const { file: name, at, act, cells } = form;
  const file = known(desk, name);
  const { typed = {}, errors = {}, problems = [], difference = [] } = shown;
  const title = form.title(desk.rolesIn(language));
  const data = {
    roles: [],
    title: act === 'remove' ? t(`Herausnehmen: ${title}`, `Take out: ${title}`) : title,
    subtitle: [file.words.title[language], aboveOf(file, at)?.title(desk.rolesIn(language))]
      .filter(Boolean)
      .join(' · '),
    about: act === 'change' ? (form.about(desk.rolesIn(language)) ?? form.keeps?.[language]) : undefined,
    file: name,
    at,
    act,
    form: shown.form ?? desk.newForm(),
    seen: seenOf(form, desk.digest),
    problems: problems.map((text) => `⚠ ${text}`),
    checked:
      difference.length > 0 ? t('Das ändert sich in der Datei:', 'This changes in the file:') : undefined,
    difference,
    newId: form.asksId ? 'yes' : undefined,
    idTyped: shown.newId ?? '',
    idError: errors[idCell],
    cells:
      act === 'remove'
        ? []
        : cells.map((cell) => fieldOf(cell, typed[cell.name] ?? cell.value, errors[cell.name], language)),
    stands: act === 'remove' ? standing(form, language) : undefined,
    reason: shown.reason ?? '',
    reasonError: errors.reason,
    from: shown.from ?? '',
    fromError: errors.from,
    hint: form.isOptional && act === 'change' ? mayBeEmpty[language] : undefined,
    effect: file.words.effect[language],
    second: secondEyes[fileKeepers[name]][language],
    canRemove: act === 'change' && form.canRemove ? 'yes' : undefined,
  };
  return { card: 'directory/setting', data, summary: `${data.subtitle}: ${title}`, language };
}

/** As it is asked for: a choice, several of them, or a text. */
function fieldOf(cell: Cell, typed: string, error: string | undefined, language: Language) {
  const t = wordsIn(language);
  const { kind, label, isOptional, isEnglish, isDay, name } = cell;
  const isChoice = kind === 'choice' || kind === 'yes-no';
  const hint = isEnglish
    ? t('leer: wie deutsch', 'empty: as in German')
    : kind === 'list'
      ? t('mit Semikolon getrennt', 'with semicolons between')
      : kind === 'numbers'
        ? t('z. B. 28; 7', 'e.g. 28; 7')
        : '';
  const none = { title: cell.titles['']?.[language] ?? '–', value: nothing };
  const canBeNone =
    isChoice && (typed === '' || (isOptional && cell.usual === undefined && kind === 'choice'));
  return {
    id: inputOf(name),
    kind: isChoice ? 'choice' : kind === 'several' ? 'several' : isLong(cell, typed) ? 'long' : 'text',
    label: `${label[language]}${isOptional || isEnglish || isChoice ? '' : ' *'}${hint ? ` (${hint})` : ''}`,
    value: isChoice && typed === '' ? nothing : isDay ? dayTyped(typed, language) : typed,
    choices: [
      ...(canBeNone || cell.titles[''] ? [none] : []),
      ...cell.values.map((value) => ({ title: cell.titles[value]?.[language] ?? value, value })),
    ],
    error: error && `⚠ ${error}`,
  };
}

const isLong = ({ kind, value }: Cell, typed: string): boolean =>
  kind === 'list' || Math.max(value.length, typed.length) > 90;
const dayTyped = (typed: string, language: Language): string =>
  /^\d{4}-\d\d-\d\d$/.test(typed) && dayIn(typed) ? dayShown(language, typed) : typed;

/** What the form was drawn with, so that nobody overwrites unseen what somebody else has changed. */
export const seenOf = ({ cells, act }: Form, digest: Digest): string =>
  act === 'add' ? '' : digest(JSON.stringify(cells.map(({ name, value }) => [name, value]))).slice(0, 16);
