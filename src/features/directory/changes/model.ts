import { z } from 'zod';
import { chainedFields } from '../../../case/document.ts';

/*
 * What was accepted as a change of the directory: one document a change, numbered without a gap, each chained to the one
 * before. Absences are no part of it: who was away when is nobody's business later.
 */

const Row = z.record(z.string(), z.unknown());
/** A row as it was and as it is; one of them is missing where it came or went. */
export const RowChange = z.strictObject({ before: Row.optional(), after: Row.optional() });
export type RowChange = z.infer<typeof RowChange>;

/** How it came: what stood there when recording began, a table, a released proposal, or an edit of the file. */
export const ways = ['begun', 'import', 'proposal', 'file'] as const;
export type Way = (typeof ways)[number];

/** The tables whose changes are kept. */
export const keptTables = ['units', 'persons', 'applications', 'assignments'] as const;
export type KeptTable = (typeof keptTables)[number];

/** A value of another file that is kept: as it was and as it is, in words of the file. */
export const SettingChange = z.strictObject({
  file: z.string(),
  /** `notice.days`, `types[incident].name.de`. */
  way: z.string(),
  /** What it is called in the forms, where it is. */
  title: z.strictObject({ de: z.string(), en: z.string() }).optional(),
  /** Whoever came to a list of people, or went. */
  person: z.string().optional(),
  before: z.string().optional(),
  after: z.string().optional(),
});
export type SettingChange = z.infer<typeof SettingChange>;

export const DirectoryChange = z.strictObject({
  ...chainedFields,
  n: z.int(),
  /** When Lotse took it into use, ISO 8601 UTC. */
  at: z.string(),
  way: z.enum(ways),
  /** `verzeichnis.xlsx`, `V-2026-1`. */
  source: z.string().optional(),
  /** Id of the change that it took back. */
  undoes: z.string().optional(),
  /** Fingerprint of the entry of the change before; empty for the first. */
  previous: z.string(),
  /** The decided role model is another one. */
  model: z.boolean().optional(),
  units: z.array(RowChange).default([]),
  persons: z.array(RowChange).default([]),
  applications: z.array(RowChange).default([]),
  assignments: z.array(RowChange).default([]),
  /** Rules, request types and bodies. */
  settings: z.array(SettingChange).optional(),
  /** Whoever shares a role in another order; ids of people. */
  order: z
    .array(z.strictObject({ role: z.string(), before: z.array(z.string()), after: z.array(z.string()) }))
    .default([]),
  /** Numbers, mail addresses and Teams ids that are no longer needed were taken out. */
  contactsGone: z.boolean().optional(),
});
export type DirectoryChange = z.infer<typeof DirectoryChange>;

/** Which directory was recorded last. Nobody stands in it: the directory itself lies in its file and in a copy of it. */
export const DirectoryState = z.strictObject({
  id: z.string(),
  version: z.number(),
  /** Number and fingerprint of the last change. */
  n: z.int(),
  head: z.string(),
  /** Digest of the rows, and of the role model. */
  content: z.string(),
  model: z.string(),
  /** Digest of each of the other files that are kept. */
  files: z.record(z.string(), z.string()).optional(),
});
export type DirectoryState = z.infer<typeof DirectoryState>;

export const changeCollection = 'directory-changes';
export const stateCollection = 'directory-state';
export const stateId = 'current';

/** `change-000012`: in the order of their numbers. */
export const changeId = (n: number): string => `change-${String(n).padStart(6, '0')}`;

/** What counts as recorded. */
export const changeCovers = ({
  n,
  at,
  way,
  source,
  undoes,
  previous,
  model,
  units,
  persons,
  applications,
  assignments,
  settings,
  order,
}: DirectoryChange) => ({
  n,
  at,
  way,
  source,
  undoes,
  previous,
  model,
  units,
  persons,
  applications,
  assignments,
  settings,
  order,
});

/** Days after which contacts of former states go, and after which a change goes as a whole. */
export const contactDays = 365;
export const changeDays = 3652;
