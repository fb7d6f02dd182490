import type { CellWords, Naming, Raw, SettingGroup } from '../../../core/setting.ts';
import type { Text } from '../../../core/text.ts';
import { cellShape, isInBothLanguages, type ShapeOfCell, shapeAt } from './kinds.ts';
import type { KeptFile, SettingEdit } from './model.ts';
import { type Typing, typedOf } from './typed.ts';
import { isRow, joined, kindOfWay, pathIn, valueAt, waysLike } from './way.ts';

/* The forms of a file: its groups of values with their words, and what stands there now. */

export type Cell = ShapeOfCell &
  Typing & {
    /** By way from the form: `days`, `label.en`. */
    readonly name: string;
    readonly label: Text;
    /** What the values of a choice are called. */
    readonly titles: Readonly<Record<string, Text>>;
    /** As it stands there now; an English wording that repeats the German one is none. */
    readonly value: string;
    /** The English wording of a text: where it is left empty the German one counts. */
    readonly isEnglish?: true;
  };

export type Form = Pick<SettingEdit, 'file' | 'at' | 'act'> & {
  readonly title: (naming: Naming) => string;
  readonly about: (naming: Naming) => string | undefined;
  readonly cells: readonly Cell[];
  /** All of it may be left empty: then there is no such rule. */
  readonly isOptional: boolean;
  /** A row that may be taken out. */
  readonly canRemove: boolean;
  /** Why it stays, where it does. */
  readonly keeps: Text | undefined;
  readonly asksId: boolean;
  readonly fresh: Raw;
};

/** Made once for each state of a file. */
const made = new WeakMap<object, readonly Form[]>();

/** Every form of a file, in the order of its words and then of its rows. */
export const formsOf = (file: KeptFile): readonly Form[] => {
  const data = file.data();
  if (typeof data !== 'object' || data === null) return [];
  const forms =
    made.get(data) ??
    file.words.groups.flatMap((group) =>
      waysLike(data, group.at).flatMap((at) => formOf(file, group, data, at) ?? []),
    );
  made.set(data, forms);
  return forms;
};

/** The form for what stands there; `undefined` where nothing does any more. */
export function formAt(file: KeptFile, at: string, data = file.data()): Form | undefined {
  const group = file.words.groups.find((one) => one.at === kindOfWay(at));
  return group && formOf(file, group, data, at);
}

/** The form for a new row of a list. @param at the way of the list: `schoolHolidays` */
export function newRowAt(file: KeptFile, at: string): Form | undefined {
  const group = listAt(file, at);
  if (!group?.list) return undefined;
  const { add, hasId = false, fresh = {} } = group.list;
  return {
    file: file.name,
    at,
    act: 'add',
    title: ({ language }) => add[language],
    about: () => undefined,
    cells: cellsOf(file, group, fresh),
    isOptional: false,
    canRemove: false,
    keeps: undefined,
    asksId: hasId,
    fresh,
  };
}

const listAt = (file: KeptFile, at: string): SettingGroup | undefined =>
  file.words.groups.find((one) => one.list && one.at === `${kindOfWay(at)}[]`);

/** The lists of a file to which rows may be added. */
export const listsOf = (file: KeptFile): readonly { readonly at: string; readonly add: Text }[] =>
  file.words.groups.flatMap(({ at, list }) => (list ? [{ at: at.slice(0, -2), add: list.add }] : []));

function formOf(file: KeptFile, group: SettingGroup, data: unknown, at: string): Form | undefined {
  const path = pathIn(data, at);
  if (!path) return undefined;
  const value = valueAt(data, path);
  const isThere = value !== undefined;
  const row = isRow(value) ? value : {};
  const place = Number(path.at(-1));
  if (!isThere && at.endsWith(']')) return undefined;
  const { list } = group;
  const keeps = list?.keeps?.(row);
  return {
    file: file.name,
    at,
    act: 'change',
    title: (naming) => group.title(row, naming, Number.isNaN(place) ? 0 : place),
    about: (naming) => group.about?.(row, naming),
    cells: cellsOf(file, group, row),
    isOptional: (group.at !== '' && shapeAt(file.schema, group.at)?.isOptional) ?? false,
    canRemove: list !== undefined && keeps === undefined,
    keeps,
    asksId: false,
    fresh: {},
  };
}

function cellsOf(file: KeptFile, { at, cells }: SettingGroup, row: Raw): readonly Cell[] {
  return Object.entries(cells).flatMap(([pattern, words]) =>
    waysLike(row, pattern).flatMap((way) => cellsAt(file, joined(at, pattern), way, words, row)),
  );
}

/** One cell, or two for a text in both languages. */
function cellsAt(
  { schema }: KeptFile,
  pattern: string,
  way: string,
  words: CellWords,
  row: Raw,
): readonly Cell[] {
  const path = pathIn(row, way);
  const value = path && valueAt(row, path);
  if ((words.onlyIfThere && value === undefined) || words.notIn?.(row)) return [];
  const found = shapeAt(schema, pattern);
  if (found && isInBothLanguages(found.schema)) {
    const { de = '', en = '' } = isRow(value) ? (value as { de?: unknown; en?: unknown }) : {};
    const text = { kind: 'text', values: [], isWhole: false, titles: {} } as const;
    const { isOptional } = relative(schema, pattern, way, found.isOptional);
    return [
      { ...text, name: joined(way, 'de'), label: words.label, value: String(de), isOptional },
      {
        ...text,
        name: joined(way, 'en'),
        label: inEnglish(words.label),
        value: en === de ? '' : String(en),
        isOptional: true,
        isEnglish: true,
      },
    ];
  }
  const shape = cellShape(schema, pattern);
  if (!shape) return [];
  const isOptional = !words.onlyIfThere && relative(schema, pattern, way, shape.isOptional).isOptional;
  return [
    {
      ...shape,
      isOptional,
      ...(words.isDay ? { isDay: words.isDay } : {}),
      name: way,
      label: words.label,
      titles: { ...(shape.kind === 'yes-no' ? yesNo : {}), ...words.values },
      value: typedOf(shape, value ?? shape.usual ?? usualIn(shape, words)),
    },
  ];
}

/** What is not said is a no, unless the words say what it is then. */
const usualIn = ({ kind, isOptional }: ShapeOfCell, { values }: CellWords): boolean | undefined =>
  kind === 'yes-no' && isOptional && !values?.[''] ? false : undefined;

/** Whether a value may be missing from its form: what may be missing around the form does not count. */
function relative(
  schema: KeptFile['schema'],
  pattern: string,
  way: string,
  isOptional: boolean,
): { readonly isOptional: boolean } {
  if (!isOptional) return { isOptional };
  const around = pattern.slice(0, pattern.length - kindOfWay(way).length).replace(/\.$/, '');
  const group = around ? shapeAt(schema, around) : undefined;
  return { isOptional: cellShapeIn(group?.schema ?? schema, kindOfWay(way)) };
}
const cellShapeIn = (schema: Parameters<typeof shapeAt>[0], way: string): boolean =>
  shapeAt(schema, way)?.isOptional ?? true;

const inEnglish = ({ de, en }: Text): Text => ({ de: `${de} (englisch)`, en: `${en} (English)` });
const yesNo: Readonly<Record<string, Text>> = {
  true: { de: 'Ja', en: 'Yes' },
  false: { de: 'Nein', en: 'No' },
};
