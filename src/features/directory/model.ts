import { z } from 'zod';
import { roleIds } from '../../core/ports/role-directory.ts';

/** The shape of the directory's files. Messages say what to write instead; loading adds file and line. */

const words = z.string().trim().min(1, 'must not be empty');
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/, 'use lower-case letters, digits, "." and "-", e.g. "meso" or "10.50"');
const day = z.iso.date('write a day as YYYY-MM-DD, e.g. "2026-11-24"');
const text = z.strictObject({ de: words, en: words });
const roleId = z.enum(roleIds);

/** Where a statement of the role model stands in the seed document, word for word. */
export const Source = z.strictObject({ quote: words, passage: text });

/** One thing a role does by the role model. */
export const Task = z.strictObject({
  id,
  text,
  /** How the role relates to it; the answer's opening sentence follows from it. */
  relation: z.enum([
    'steers',
    'decides',
    'approves',
    'co-decides',
    'is-involved',
    'prepares',
    'operates',
    'provides',
    'sets-up',
    'supports',
    'advises',
    'assesses',
    'leads',
    'manages',
    'administers',
    'represents',
  ]),
  source: Source,
  /** What people ask when they mean this task: combinations of lexicon concepts, e.g. "device problem". */
  asks: z.array(words).default([]),
  /** The request that is the usual next step, e.g. "workplace". */
  request: id.optional(),
});

export const Role = z.strictObject({
  id: roleId,
  /** Letter in the model's diagram, e.g. "B1". */
  letter: words,
  level: z.enum(['strategic', 'operative', 'preparing', 'units', 'advisory']),
  stage: z.union([z.literal(1), z.literal(2)]),
  status: z.enum(['established', 'planned']),
  /** Unit that holds the role for the whole administration; absent when every unit has its own. */
  unit: id.optional(),
  /** Who acts when the position is vacant or everybody is absent. */
  above: roleId.optional(),
  name: text,
  shortName: text,
  /** Other names and abbreviations people write, in any language. */
  aliases: z.array(words).default([]),
  summary: text,
  source: Source,
  tasks: z.array(Task).min(1, 'a role needs at least one task'),
});

export const Relation = z.strictObject({
  from: roleId,
  kind: z.enum([
    'leads',
    'manages',
    'supports',
    'advises',
    'is-involved-with',
    'splits-into',
    'sends-experts-to',
  ]),
  to: roleId,
  source: Source,
});

export const RoleModel = z.strictObject({
  /** The decided document that the quotes are taken from. */
  document: z.strictObject({ title: text, file: words }),
  roles: z.array(Role),
  relations: z.array(Relation),
});

/** First and last day, both included, and what comes after it: a reorganisation is prepared before its day. */
const period = { from: day.optional(), to: day.optional(), successor: id.optional() };
const inOrder = (row: { readonly from?: string | undefined; readonly to?: string | undefined }): boolean =>
  !row.from || !row.to || row.from <= row.to;
const notInOrder = 'the last day lies before the first day';

export const Unit = z
  .strictObject({
    id,
    kind: z.enum(['amt', 'eigenbetrieb', 'department']),
    name: text,
    /** Other names people use, in any language. */
    aliases: z.array(words).default([]),
    partOf: id.optional(),
    ...period,
  })
  .refine(inOrder, notInOrder);

export const PersonRow = z.strictObject({
  id,
  name: words,
  unit: id,
  email: z.email('write an address like "name@example.org"').optional(),
  phone: z
    .string()
    .regex(/^\+?[\d /()-]{3,}$/, 'write a number like "+49 261 129-0"')
    .optional(),
  /** Entra object id. */
  teamsId: z.guid('write the Entra object id, e.g. "00000000-0000-0000-0000-000000000000"').optional(),
});

export const Application = z
  .strictObject({
    id,
    name: words,
    purpose: text,
    aliases: z.array(words).default([]),
    /** Units that work with it. */
    units: z.array(id).min(1, 'name at least one unit that uses it'),
    ...period,
  })
  .refine(inOrder, notInOrder);

export const Assignment = z
  .strictObject({
    role: roleId,
    person: id,
    as: z.enum(['holder', 'deputy']),
    unit: id.optional(),
    application: id.optional(),
    /** The seat in the Digitaler Beirat, by its id in `beirat.yaml`. */
    seat: id.optional(),
    /** First and last day, both included. */
    from: day.optional(),
    to: day.optional(),
  })
  .refine(inOrder, notInOrder);

export const Absence = z.strictObject({ person: id, from: day, to: day }).refine(inOrder, notInOrder);

export const Organisation = z.strictObject({
  units: z.array(Unit).default([]),
  persons: z.array(PersonRow).default([]),
  applications: z.array(Application).default([]),
  assignments: z.array(Assignment).default([]),
  absences: z.array(Absence).default([]),
});

export type Source = z.infer<typeof Source>;
export type Task = z.infer<typeof Task>;
export type Role = z.infer<typeof Role>;
export type Relation = z.infer<typeof Relation>;
export type RoleModel = z.infer<typeof RoleModel>;
export type Unit = z.infer<typeof Unit>;
export type Application = z.infer<typeof Application>;
export type Assignment = z.infer<typeof Assignment>;
export type Absence = z.infer<typeof Absence>;
export type Organisation = z.infer<typeof Organisation>;

/** The whole directory: the role model, the organisation that fills it, as one checked value. */
export type Directory = RoleModel & Organisation;
