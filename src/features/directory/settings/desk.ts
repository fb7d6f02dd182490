import type { Naming as Roles } from '../../../core/setting.ts';
import type { Language, Text } from '../../../core/text.ts';
import type { DirectoryChange } from '../changes/model.ts';
import type { Brought } from '../changes/recording.ts';
import type { Directory } from '../model.ts';
import type { Naming } from '../naming.ts';
import { applied, cellAt, formOfEdit } from './apply.ts';
import {
  type CellProblem,
  type KeptFile,
  type Namings,
  type SettingEdit,
  type SettingFile,
  settingFiles,
} from './model.ts';
import { settingLines, settingTitle } from './texts.ts';
import { type Undoing, undoing } from './undo.ts';
import { joined } from './way.ts';

/** The files that are kept without touching them, and what an edit of one of them would come to. */
export type SettingDesk = {
  readonly files: readonly KeptFile[];
  readonly file: (name: SettingFile) => KeptFile | undefined;
  /** What is wrong with an edit of what is in use now, by cell. */
  readonly problems: (edit: SettingEdit) => readonly CellProblem[];
  /** The values that it changes, before and after. */
  readonly lines: (edit: SettingEdit, language: Language) => readonly string[];
  readonly title: (edit: Pick<SettingEdit, 'file' | 'at' | 'act' | 'id'>, language: Language) => string;
  /** @returns why it was not written */
  readonly write: (edit: SettingEdit, brought: Brought, now: Date) => Promise<readonly Text[]>;
  /** What takes a recorded change back, or why nothing does. */
  readonly undoing: (change: DirectoryChange) => Undoing;
  readonly rolesIn: (language: Language) => Roles;
};

export function createSettings(files: readonly KeptFile[], directory: () => Directory): SettingDesk {
  const file = (name: SettingFile) => files.find((one) => one.name === name);
  const rolesIn = (language: Language): Roles => ({
    language,
    roleName: (id) => directory().roles.find((role) => role.id === id)?.shortName[language] ?? id,
  });
  // Each look at a proposal asks whether it still fits; the answer is the same until something else is in use.
  let known:
    | { readonly from: readonly unknown[]; readonly said: Map<string, readonly CellProblem[]> }
    | undefined;
  const said = () => {
    const from = [directory(), ...files.map(({ data }) => data())];
    if (!known || known.said.size > mostKnown || known.from.some((one, at) => one !== from[at]))
      known = { from, said: new Map() };
    return known.said;
  };
  return {
    files,
    file,
    rolesIn,
    problems(edit) {
      const kept = file(edit.file);
      if (!kept) return [{ text: notHere }];
      const key = JSON.stringify(edit);
      const problems = said().get(key) ?? problemsOf(kept, edit);
      said().set(key, problems);
      return problems;
    },
    lines(edit, language) {
      const kept = file(edit.file);
      return kept ? settingLines(kept, edit, language) : [];
    },
    title(edit, language) {
      const kept = file(edit.file);
      return kept ? settingTitle(kept, edit, rolesIn(language)) : edit.file;
    },
    undoing(change) {
      const name = settingFiles.find((one) => one === change.settings?.[0]?.file);
      const kept = name && file(name);
      return kept ? undoing(kept, change) : { ok: false, why: notHere };
    },
    async write(edit, brought, now) {
      const kept = file(edit.file);
      if (!kept?.write) return [notHere];
      return kept.write((data) => applied(kept, edit, data), namingOf(kept), brought, now);
    },
  };
}

const mostKnown = 200;

/** The edit itself first, then what the loader of the file says to the whole. */
function problemsOf(file: KeptFile, edit: SettingEdit): readonly CellProblem[] {
  const next = applied(file, edit, file.data());
  if (!next.ok) return next.problems;
  const form = formOfEdit(file, edit);
  return file.check(next.data, namingOf(file)).map(({ path, text }) => {
    const cell = form && edit.act !== 'remove' ? cellAt(form, next.data, path) : undefined;
    return { ...(cell === undefined ? {} : { cell }), text };
  });
}

const namings = new WeakMap<KeptFile, Namings>();

/** The loader's sentences with the words of the form instead of the names of the file. */
function namingOf(file: KeptFile): Namings {
  const known = namings.get(file) ?? { de: naming(file, 'de'), en: naming(file, 'en') };
  namings.set(file, known);
  return known;
}

function naming({ words }: KeptFile, language: Language): Naming {
  const all = words.groups.flatMap(({ at, cells }) =>
    Object.entries(cells).map(([name, cell]) => ({ way: plain(joined(at, name)), cell })),
  );
  // A file of rows says where in its row something is wrong.
  const found = (field: string) =>
    all.find(({ way }) => way === field) ?? all.find(({ way }) => way.endsWith(`.${field}`));
  return {
    isTable: true,
    isForm: true,
    field: (field) => found(field.replace(/\.(?:de|en)$/, ''))?.cell.label[language] ?? field,
    value: (field, value) =>
      all.find(({ way, cell }) => way.endsWith(field) && cell.values?.[value])?.cell.values?.[value]?.[
        language
      ] ?? value,
  };
}

const plain = (way: string): string => way.replaceAll('[]', '').replace(/^\./, '');

const notHere: Text = {
  de: 'Diese Datei lässt sich hier nicht ändern. Bitte ändern Sie sie im Ordner des Verzeichnisses.',
  en: 'This file cannot be changed here. Please change it in the folder of the directory.',
};
