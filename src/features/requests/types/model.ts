import { z } from 'zod';
import { roleIds } from '../../../core/ports/role-directory.ts';

/** The shape of `data/request-types.yaml`: what can be requested, what is asked, and which way it goes. */

const words = z.string().trim().min(1, 'must not be empty');
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'use lower-case letters, digits and "-", e.g. "workplace"');
const text = z.strictObject({ de: words, en: words });

export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'yes-no',
  'person',
  'unit',
  'application',
  'link',
] as const;

/** One thing the form asks. Values: see {@link FieldValue} in `request.ts`. */
export const Field = z.strictObject({
  id,
  kind: z.enum(fieldKinds),
  label: text,
  /** What to write, in a few words; shown in the empty field. */
  help: text.optional(),
  required: z.boolean().default(false),
  choices: z.array(z.strictObject({ id, label: text })).optional(),
  /** Smallest and greatest number; for money in euros. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Numbers: parts of one count as well, as with days of work. Otherwise only whole ones, as with things. */
  decimals: z.boolean().optional(),
  /** Longest text in characters. */
  longest: z.int().min(1).max(4000).optional(),
  /** Dates: the day by which it is wished for; it is compared with the time that the way has. */
  wish: z.boolean().optional(),
  /** Dates: the earliest is today. */
  notPast: z.boolean().optional(),
  /**
   * Whoever has decided is asked again when it changes. The subject, amounts, numbers, the application and what a
   * condition reads always are.
   */
  decisive: z.boolean().optional(),
  /**
   * Choices: roles of the whole administration that may put right what was claimed here, with a reason, as long as
   * nothing has been carried out. What follows from it for the way follows then.
   */
  correctedBy: z.array(z.enum(roleIds)).min(1).optional(),
  /** Of a person: the card shows what hangs on them in the directory, with a successor for each. */
  shows: z.literal('duties').optional(),
  /**
   * It was asked as another field before: what the values of that one mean here, so that requests, drafts and cards of
   * then read as they were meant.
   */
  formerly: z.strictObject({ field: id, values: z.record(z.string(), z.string()) }).optional(),
  /** Heading above it in the form: a new part begins here. */
  section: text.optional(),
});

/** Compares the value of one field. Money is compared in euros. A field that was left empty fulfils no comparison. */
export const Comparison = z.union([
  z.strictObject({ field: id, over: z.number() }),
  z.strictObject({ field: id, is: z.union([z.string(), z.boolean(), z.number()]) }),
  z.strictObject({ field: id, given: z.boolean() }),
  /** Anything but this, also nothing: what nobody knows yet is not a no. */
  z.strictObject({ field: id, not: z.union([z.string(), z.boolean(), z.number()]) }),
]);

/** When a step belongs to the way. Without a condition it always does. */
export const Condition = z.union([
  Comparison,
  z.strictObject({ any: z.array(Comparison).min(1) }),
  z.strictObject({ all: z.array(Comparison).min(1) }),
]);

/** What somebody does at a step. */
export const duties = ['recommend', 'approve', 'hear', 'consent', 'inform', 'do', 'renew'] as const;

export const Step = z.strictObject({
  id,
  /** Who acts. At the step of a partner: who enters what it says as long as the directory knows nobody of it. */
  role: z.enum(roleIds),
  /** A body outside the role model, from `data/partners.yaml`: it is heard, consents or is informed. */
  partner: id.optional(),
  /** A role that is a body without an account, the council: who enters its resolution. */
  enteredBy: z.enum(roleIds).optional(),
  /** Which holder: of the requester's unit, of the application that the field `application` names, or the only one. */
  of: z.enum(['unit', 'application', 'administration']),
  /**
   * `approve` decides; `recommend` says yes or no with a reason and goes on either way; `hear` asks for an opinion and
   * goes on when it was given or its time is over; `consent` waits for a yes that it cannot go on without; `inform`
   * tells and goes on at once; `do` carries out; `renew` rests until shortly before a day, then asks whether it goes on.
   */
  duty: z.enum(duties),
  /** Task of the role in `data/directory.yaml` whose words are the rule for this step. */
  task: id.optional(),
  /** What is done there, in a word or two, where the role alone does not tell: "Konten". */
  name: text.optional(),
  /** Steps next to each other of the same group are open at the same time; the way goes on when all are done. */
  group: id.optional(),
  /** Steps of the same group that must be done before this one begins. */
  after: z.array(id).min(1).optional(),
  /** The rule of law behind a step that is not the role model's, literally, and where it stands. */
  rule: z.strictObject({ quote: words, passage: text }).optional(),
  when: Condition.optional(),
  /** Why the way leads here: "weil …". */
  because: text,
  /** Working days until it is overdue. */
  due: z.int().min(1).max(60),
  /** At a step that renews: the field with the day, how many days before it asks, how many months a yes adds. */
  renews: z
    .strictObject({ field: id, before: z.int().min(1).max(90), months: z.int().min(1).max(36) })
    .optional(),
  /** How many holders must agree where several hold the role. */
  votes: z.enum(['any', 'all', 'majority']).default('any'),
  /** Something that the deciding person must bear in mind, e.g. that the Stadtrat may have to be involved. */
  note: text.optional(),
});

/** A paper that says who took part and under which conditions it was agreed. */
export const Outcome = z.strictObject({
  /** What the paper is called: "Freigabe". */
  paper: text,
  /** A proposed line for the list of applications, with its administrator. */
  application: z.boolean().default(false),
});

/** What is reported and not applied for: nobody has to grant it, somebody has to see to it. */
export const Report = z.strictObject({
  /** With its article, which the sentences of the program need: "die Störung", "the incident". */
  called: z.strictObject({
    de: words.regex(/^(?:der|die|das) \S/, 'begin with the article, e.g. "die Störung"'),
    en: words.regex(/^the \S/, 'begin with "the", e.g. "the incident"'),
  }),
  /** What it is in the end: "behoben". */
  done: text,
  /** Days after its end in which somebody whom it concerns can say that it is not done for them. */
  reopens: z.int().min(1).max(60).optional(),
});

/** How urgent a report is: the effect on others × how badly it presses, both asked in the form. */
export const Priority = z.strictObject({
  /** The two choices that it is read from. */
  impact: id,
  urgency: id,
  levels: z
    .array(
      z.strictObject({
        id,
        name: text,
        /** Working days until it is overdue; 0 is the day itself. */
        due: z.int().min(0).max(60),
        /** Reaches everybody who could act at once, deputies too, and the card says whom to call. */
        alarm: z.boolean().default(false),
      }),
    )
    .min(2)
    .max(6),
  /** Level by what was chosen: impact, then urgency. */
  matrix: z.record(id, z.record(id, id)),
  /** So many people count as at least this impact, whatever the first one had thought. */
  grows: z.array(z.strictObject({ people: z.int().min(2), impact: id })).default([]),
});

/**
 * When two open reports are about the same thing: in one of these ways all the fields have the same values. `unit` is
 * the office that they are for.
 */
export const Joining = z.strictObject({ same: z.array(id).min(1), when: Condition.optional() });

export const RequestType = z.strictObject({
  id,
  name: text,
  /** One sentence: when this is the right form. */
  description: text,
  /** Things that are applied for with this form, whatever else a sentence is about: "Notebook". */
  words: z.array(words).default([]),
  fields: z.array(Field).min(1).max(20, 'nobody fills in a form with more than twenty fields'),
  route: z.array(Step).min(1),
  /** Absent where it is an application, which somebody grants or not. */
  report: Report.optional(),
  /** What the order and the deadline of a report follow from. */
  priority: Priority.optional(),
  /** What whoever reports the same thing can join instead. */
  joins: z.array(Joining).min(1).optional(),
  /** What an agreed request leads to besides the work. */
  outcome: Outcome.optional(),
  /** Whether new ones can be begun; what has been begun goes on. */
  offered: z.boolean().default(true),
  /** Whether it can be entered for a colleague, who is told at once and may object. */
  forColleague: z.boolean().default(false),
  /** Days within which requests for the same thing are added up for whoever decides; 0 for never. */
  splitDays: z.int().min(0).max(730).default(90),
  /** Months after the end of the case until it is pseudonymised. */
  keep: z.int().min(1).max(240).default(120),
});

export type Field = z.infer<typeof Field>;
export type Comparison = z.infer<typeof Comparison>;
export type Condition = z.infer<typeof Condition>;
export type Step = z.infer<typeof Step>;
export type Report = z.infer<typeof Report>;
export type Priority = z.infer<typeof Priority>;
export type Joining = z.infer<typeof Joining>;
export type RequestType = z.infer<typeof RequestType>;

/** Whether somebody says yes or no there, in the name of a role or a body. */
export const isDecision = ({ duty }: Pick<Step, 'duty'>): boolean =>
  duty === 'approve' || duty === 'recommend' || duty === 'consent';

/** The comparisons of a condition, each by itself. */
export function comparisons(condition: Condition | undefined): readonly Comparison[] {
  if (!condition) return [];
  if ('any' in condition) return condition.any;
  return 'all' in condition ? condition.all : [condition];
}
