import type { Text } from '../../../core/text.ts';
import type { DirectoryChange, SettingChange } from '../changes/model.ts';
import { type Cell, type Form, formAt, formsOf } from './forms.ts';
import type { KeptFile, SettingEdit } from './model.ts';
import { joined } from './way.ts';

/* A recorded change of a file as an edit that puts back what stood there before. */

export type Undoing =
  | { readonly ok: true; readonly edit: SettingEdit }
  | { readonly ok: false; readonly why: Text };

export function undoing(file: KeptFile, { id, settings = [] }: DirectoryChange): Undoing {
  const ways = settings.map(({ way }) => way);
  const forms = formsOf(file);
  const isIn = ({ at, cells }: Form, way: string) => cells.some(({ name }) => joined(at, name) === way);
  const form = forms.find((one) => settings.length > 0 && ways.every((way) => isIn(one, way)));
  if (!form) return rowGone(file, id, settings) ?? no(inFile);
  const isFresh = settings.every(({ before }) => before === undefined) && form.canRemove;
  const pairs = form.cells.flatMap((cell) => {
    const own = settings.filter(({ way }) => way === joined(form.at, cell.name));
    return own.length > 0 ? [{ cell, ...sides(cell, own) }] : [];
  });
  const other = pairs.find(
    ({ cell, after }) => cell.value !== after && !(cell.isEnglish && cell.value === ''),
  );
  if (other) return no(changedSince);
  const base = { kind: 'setting', file: file.name, at: form.at, undoes: id } as const;
  const before = Object.fromEntries(form.cells.map(({ name, value }) => [name, value]));
  if (isFresh && pairs.length === form.cells.filter(({ value }) => value !== '').length)
    return { ok: true, edit: { ...base, act: 'remove', cells: {}, before } };
  const cells = Object.fromEntries(pairs.map((pair) => [pair.cell.name, pair.before]));
  return { ok: true, edit: { ...base, act: 'change', cells, before } };
}

/** A row that was taken out comes again, where rows may be added. */
function rowGone(file: KeptFile, id: string, settings: readonly SettingChange[]): Undoing | undefined {
  const [first] = settings;
  if (!first || settings.some(({ after }) => after !== undefined)) return undefined;
  const [, list, name] = /^(.*?)\[([^\]]+)\]/.exec(first.way) ?? [];
  if (list === undefined || name === undefined) return undefined;
  const around = `${list}[${name}]`;
  if (settings.some(({ way }) => !way.startsWith(around)) || formAt(file, around)) return undefined;
  const group = file.words.groups.find(({ at, list: rows }) => rows && at === `${list}[]`);
  if (!group) return undefined;
  const cells = Object.fromEntries(
    settings.flatMap(({ way, before = '', person }) => {
      const cell = way.slice(around.length).replace(/^\./, '');
      return cell === 'id' || person ? [] : [[cell, before]];
    }),
  );
  const people = settings.flatMap(({ person }) => person ?? []);
  const edit: SettingEdit = {
    kind: 'setting',
    file: file.name,
    at: list,
    act: 'add',
    ...(group.list?.hasId ? { id: name } : {}),
    cells: { ...cells, ...(people.length > 0 ? { people: people.join('; ') } : {}) },
    before: {},
    undoes: id,
  };
  return { ok: true, edit };
}

/** What stood in a cell and what stands there since, as they are typed. */
function sides(cell: Cell, changes: readonly SettingChange[]): { before: string; after: string } {
  const people = changes.filter(({ person }) => person !== undefined);
  if (people.length > 0) {
    const came = people.filter(({ after }) => after !== undefined).map(({ person }) => person);
    const left = people.flatMap(({ after, person }) => (after === undefined && person ? [person] : []));
    const now = cell.value.split('; ').filter(Boolean);
    return { before: [...now.filter((one) => !came.includes(one)), ...left].join('; '), after: cell.value };
  }
  const typed = (text = '') => (cell.kind === 'several' ? text.split('; ').filter(Boolean).join(',') : text);
  const [change] = changes;
  return { before: typed(change?.before), after: typed(change?.after) };
}

const no = (why: Text): Undoing => ({ ok: false, why });

const inFile: Text = {
  de: 'Diese Änderung betrifft den Aufbau der Datei. Zurücknehmen lässt sie sich nur dort; die frühere Fassung liegt daneben.',
  en: 'This change is about the structure of the file. It can be taken back there only; the former text lies beside it.',
};
const changedSince: Text = {
  de: 'Das ist seit dieser Änderung wieder geändert worden. Nehmen Sie zuerst die spätere Änderung zurück, oder tragen Sie es im Formular ein.',
  en: 'This has been changed again since. Take the later change back first, or enter it in the form.',
};
