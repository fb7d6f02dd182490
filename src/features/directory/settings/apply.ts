import type { Text } from '../../../core/text.ts';
import { type Cell, type Form, formAt, newRowAt } from './forms.ts';
import type { CellProblem, Changed, KeptFile, SettingEdit } from './model.ts';
import { readTyped } from './typed.ts';
import { isRow, pathIn, valueAt, withValue } from './way.ts';

/* What comes of an edit: the data of the whole file with it in. Pure. */

/** The form that an edit was made in, as it stands now. */
export const formOfEdit = (
  file: KeptFile,
  { at, act }: Pick<SettingEdit, 'at' | 'act'>,
  data = file.data(),
): Form | undefined => (act === 'add' ? newRowAt(file, at) : formAt(file, at, data));

/** The cells that are typed as something else than stands there; days and lists may be written in several ways. */
export function changedCells(
  cells: readonly Cell[],
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.flatMap((cell) => {
      const text = typed[cell.name];
      if (text === undefined || isSame(cell, text, cell.value)) return [];
      return [[cell.name, text.trim()]];
    }),
  );
}

const isSame = (cell: Cell, a: string, b: string): boolean => {
  const [one, other] = [readTyped(cell, a), readTyped(cell, b)];
  return one.ok && other.ok && JSON.stringify(one.value) === JSON.stringify(other.value);
};

/** @param data what stands in the file at that moment */
export function applied(file: KeptFile, edit: SettingEdit, data: unknown): Changed {
  const form = formOfEdit(file, edit, data);
  if (!form) return no(gone);
  if (edit.act === 'remove') return removed(data, edit, form);
  const stale = form.cells.filter(
    ({ name, value }) =>
      edit.before[name] !== undefined && !(edit.act === 'add') && edit.before[name] !== value,
  );
  if (stale.length > 0)
    return {
      ok: false,
      problems: stale.map(({ name, value }) => ({ cell: name, text: changedSince(value) })),
    };
  const { row, problems: wrong } = rowWith(form, edit, data);
  const problems = [...(edit.act === 'add' ? idProblems(data, edit, form) : []), ...wrong];
  if (problems.length > 0) return { ok: false, problems };
  if (edit.act !== 'add') {
    const path = pathIn(data, edit.at);
    const isNothing = form.isOptional && isRow(row) && Object.keys(row).length === 0;
    return path ? { ok: true, data: withValue(data, path, isNothing ? undefined : row) ?? {} } : no(gone);
  }
  return added(data, edit, form, isRow(row) ? row : {});
}

const no = (text: Text): Changed => ({ ok: false, problems: [{ text }] });

function removed(data: unknown, { at, before }: SettingEdit, form: Form): Changed {
  if (form.keeps) return no(form.keeps);
  if (!form.canRemove) return no(stays);
  const other = form.cells.find(({ name, value }) => before[name] !== undefined && before[name] !== value);
  if (other) return no(changedSince(other.value));
  const path = pathIn(data, at) ?? [];
  const list = valueAt(data, path.slice(0, -1));
  if (!Array.isArray(list)) return no(gone);
  const rest = list.toSpliced(Number(path.at(-1)), 1);
  // An empty list is left there: taking it out would be another rule.
  return { ok: true, data: withValue(data, path.slice(0, -1), rest) };
}

function added(data: unknown, { at, id }: SettingEdit, form: Form, row: Record<string, unknown>): Changed {
  const path = pathIn(data, at);
  const list = path && (valueAt(data, path) ?? []);
  if (!path || !Array.isArray(list)) return no(gone);
  const next = [...list, { ...(form.asksId ? { id } : {}), ...form.fresh, ...row }];
  return { ok: true, data: withValue(data, path, next) };
}

function idProblems(data: unknown, { at, id }: SettingEdit, { asksId }: Form): readonly CellProblem[] {
  const list = valueAt(data, pathIn(data, at) ?? []);
  if (!asksId) return [];
  if (!id) return [{ cell: idCell, text: idMissing }];
  const isTaken = Array.isArray(list) && list.some((one) => isRow(one) && one.id === id);
  return isTaken ? [{ cell: idCell, text: idTaken }] : [];
}

/** The name of the field for the id of a new row. */
export const idCell = 'id';

/** What the form holds, with what is typed in it. */
function rowWith(form: Form, { cells, at }: SettingEdit, data: unknown) {
  const path = form.act === 'add' ? undefined : pathIn(data, at);
  let row: unknown = path ? (valueAt(data, path) ?? {}) : {};
  const problems: CellProblem[] = [];
  for (const cell of form.cells) {
    const text = cells[cell.name];
    if (text === undefined || cell.isEnglish) continue;
    const read = readTyped(cell, text);
    if (!read.ok) problems.push({ cell: cell.name, text: read.text });
    else row = put(row, cell.name, read.value);
  }
  for (const cell of form.cells) {
    if (!cell.isEnglish) continue;
    const german = cell.name.replace(/en$/, 'de');
    if (cells[cell.name] === undefined && cells[german] === undefined) continue;
    const read = readTyped(cell, cells[cell.name] ?? cell.value);
    // Where there is no English wording the German one counts.
    if (read.ok) row = put(row, cell.name, read.value ?? valueIn(row, german));
  }
  const empty = form.cells.filter(({ name }) => valueIn(row, name) === undefined).map(({ name }) => name);
  // What may be left out as a whole is left out as a whole.
  if (!form.isOptional || empty.length < form.cells.length)
    for (const { name, isOptional } of form.cells)
      if (!isOptional && empty.includes(name) && !problems.some(({ cell }) => cell === name))
        problems.push({ cell: name, text: needed });
  return { row, problems };
}

const put = (row: unknown, name: string, value: unknown): unknown => {
  const path = pathIn(row, name);
  return path ? (withValue(row, path, value) ?? {}) : row;
};
const valueIn = (row: unknown, name: string): unknown => valueAt(row, pathIn(row, name) ?? []);

/** The cell that a finding of the loader is about, by its way in the file. */
export function cellAt(form: Form, data: unknown, found: readonly PropertyKey[]): string | undefined {
  const own =
    form.act === 'add'
      ? [...(pathIn(data, form.at) ?? []), lastPlace(data, form)]
      : (pathIn(data, form.at) ?? []);
  if (own.some((key, at) => String(found[at]) !== String(key))) return undefined;
  const rest = found.slice(own.length).map(String);
  const isIt = (name: string) => {
    const way = (pathIn(valueAt(data, own), name) ?? name.split('.')).map(String);
    const length = Math.min(way.length, rest.length);
    return rest.length > 0 && way.slice(0, length).join() === rest.slice(0, length).join();
  };
  return form.cells.find(({ name }) => isIt(name))?.name ?? (rest.join() === 'id' ? idCell : undefined);
}

const lastPlace = (data: unknown, form: Form): number => {
  const list = valueAt(data, pathIn(data, form.at) ?? []);
  return Array.isArray(list) ? list.length - 1 : 0;
};

const needed: Text = { de: 'Bitte ausfüllen.', en: 'Please fill this in.' };
const gone: Text = {
  de: 'Das steht nicht mehr in der Datei.',
  en: 'That does not stand in the file any more.',
};
const stays: Text = {
  de: 'Das lässt sich hier nicht herausnehmen.',
  en: 'That cannot be taken out here.',
};
const idMissing: Text = {
  de: 'Bitte geben Sie eine Kennung an, z. B. „brandschutz“. Sie bleibt, auch wenn der Name ein anderer wird.',
  en: 'Please give an id, e.g. “fire-safety”. It stays, even when the name becomes another one.',
};
const idTaken: Text = {
  de: 'Diese Kennung gibt es schon. Bitte nehmen Sie eine andere.',
  en: 'This id is there already. Please take another one.',
};
const changedSince = (value: string): Text => ({
  de: `Hier steht inzwischen „${value}“: Jemand hat es geändert. Bitte sehen Sie noch einmal nach.`,
  en: `Here it says “${value}” by now: somebody has changed it. Please look again.`,
});
