import { z } from 'zod';
import type { RoleId } from '../../../core/ports/role-directory.ts';
import type { SettingWords } from '../../../core/setting.ts';
import type { Language, Text } from '../../../core/text.ts';
import type { Brought } from '../changes/recording.ts';
import type { Naming } from '../naming.ts';
import type { Finding } from '../problem.ts';

/*
 * A value of a data file that people keep: proposed in a form, released by somebody else, written into the file through the
 * check of its loader.
 */

/** Who keeps which file, and releases what somebody else proposes for it. */
export const fileKeepers = {
  'beirat.yaml': 'digitallotse-wirtschaft',
  'request-types.yaml': 'strategisches-it-management',
  'partners.yaml': 'strategisches-it-management',
  'mentor-fields.yaml': 'digitallotse-wirtschaft',
} as const satisfies Readonly<Record<string, RoleId>>;
export type SettingFile = keyof typeof fileKeepers;
export const settingFiles = Object.keys(fileKeepers) as readonly SettingFile[] as readonly [SettingFile];

const Cells = z.record(z.string(), z.string());

export const SettingEdit = z.strictObject({
  kind: z.literal('setting'),
  file: z.enum(settingFiles),
  /** The values of one form: `notice`, `types[incident].fields[subject]`; the list itself for a new row. */
  at: z.string(),
  act: z.enum(['change', 'add', 'remove']).default('change'),
  /** Id of a new row that has one. */
  id: z.string().optional(),
  /** What is to stand there, as it is typed, by way from `at`: `days`, `label.de`. */
  cells: Cells.default({}),
  /** What stood there when it was proposed: what somebody has changed since is not overwritten. */
  before: Cells.default({}),
  /** Id of the recorded change that it takes back. */
  undoes: z.string().optional(),
});
export type SettingEdit = z.infer<typeof SettingEdit>;

/** What comes of an edit: the data of the whole file, or what is wrong and at which cell. */
export type Changed =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };
export type CellProblem = { readonly cell?: string | undefined; readonly text: Text };

/** The words of a form in place of the names of the file, in what its loader says. */
export type Namings = Readonly<Record<Language, Naming>>;

/** A file as the program has it. */
export type KeptFile = {
  readonly name: SettingFile;
  readonly words: SettingWords;
  readonly schema: z.ZodType;
  /** What stands in the text that is in use; another object after a reload. */
  readonly data: () => unknown;
  /** What its loader says to other data in place of this. */
  readonly check: (data: unknown, naming: Namings) => readonly Finding[];
  /** Who brought the text that is in use. */
  readonly brought: () => Promise<Brought | undefined>;
  /**
   * Writes what comes of the text on disk, through the check of the loader. Absent where the file is not the operator's own.
   * @returns why it was not written
   */
  readonly write?:
    | ((
        change: (data: unknown) => Changed,
        naming: Namings,
        brought: Brought,
        now: Date,
      ) => Promise<readonly Text[]>)
    | undefined;
};
