import { z } from 'zod';
import { isDay } from '../../../core/day.ts';
import { roleIds } from '../../../core/ports/role-directory.ts';

/** The rules of procedure of the Beirat as far as Lotse needs them: `data/beirat.yaml`. */

const words = z.string().trim().min(1, 'must not be empty');
const text = z.strictObject({ de: words, en: words });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use lower-case letters, digits and "-", e.g. "economy"');
const day = z.string().refine(isDay, 'write a day like "2027-06-28"');
const count = (most: number) =>
  z.int('write a whole number').min(0, 'must not be negative').max(most, `at most ${most}`);

export const Seat = z.strictObject({
  id,
  kind: z.enum(['chair', 'executive', 'expert']),
  vote: z.enum(['voting', 'advisory']),
  name: text,
});
export type Seat = z.infer<typeof Seat>;

const UsualItem = z.strictObject({
  title: text,
  kind: z.enum(['decision', 'information']),
  minutes: count(480).optional(),
  /** Whether it is public; what the file does not say is as `public` of the body. */
  public: z.boolean().optional(),
});
export type UsualItem = z.infer<typeof UsualItem>;

const AnsweringBody = z
  .strictObject({
    id,
    name: text,
    role: z.enum(roleIds).optional(),
    /** Whose side enters what the body answers, where it has no access of its own. */
    enteredBy: z.enum(roleIds).optional(),
    /** Who answers for it, as ids of the directory; those without Teams do so on a page of their own. */
    people: z.array(words).min(1, 'name at least one').optional(),
  })
  .refine(
    ({ role, enteredBy, people }) => role ?? enteredBy ?? people,
    'name "role", "enteredBy" or "people"',
  );
/** A body that resolutions may be addressed to. */
export type AnsweringBody = z.infer<typeof AnsweringBody>;

export const Rules = z
  .strictObject({
    name: text,
    seats: z.array(Seat).min(1, 'name at least the chair'),
    /** Full calendar days between invitation and meeting, neither of both counted. */
    notice: z.strictObject({ days: count(60) }),
    /** `of`: the number that more than half is taken of; `second`: how many are enough in a second meeting. */
    quorum: z.strictObject({ of: z.enum(['seats', 'members']), second: count(99).min(1) }),
    /** Months between meetings; days before one is due that its planning is reminded of. */
    rhythm: z.strictObject({ months: count(24).min(1), remindDays: count(120) }),
    /** Calendar days before the meeting until which an answer is asked for; days before that day for reminders. */
    reply: z.strictObject({ days: count(60), remindDays: z.array(count(30)) }),
    /** Calendar days. */
    minutes: z
      .strictObject({
        /** Calendar months from the day of the meeting; the same day of the month, or its last (§ 188 BGB). */
        months: count(12).min(1).optional(),
        /** Calendar days instead: files of before. */
        days: count(365).min(1).optional(),
        objectionDays: count(365),
      })
      .refine(
        ({ months, days }) => (months === undefined) !== (days === undefined),
        'name "months" or "days"',
      ),
    /** `allowed`: whether anything may be resolved by circulation; `exceptional` asks why it cannot wait for a meeting. */
    circulation: z.strictObject({
      days: count(60).min(1),
      allowed: z.enum(['never', 'exceptional', 'always']).default('always'),
    }),
    /** Before a term ends: how many days, and who is told. Without them nobody is. */
    terms: z
      .strictObject({
        remindDays: z.array(count(365)).min(1, 'name at least one day'),
        tell: z.array(z.enum(['office', 'chair', 'member', 'care'])).min(1, 'name at least one'),
      })
      .optional(),
    /** Whether people may be heard on single items, and on which. */
    guests: z.enum(['never', 'public', 'all']).default('never'),
    /** Whether members may take part online. */
    online: z.enum(['never', 'allowed']).default('allowed'),
    /** Who may propose topics for an agenda, and until how many calendar days before the meeting in time for it. */
    topics: z
      .strictObject({ by: z.enum(['nobody', 'members', 'members-and-offices']), days: count(120) })
      .default({ by: 'nobody', days: 14 }),
    /**
     * That one in so many of those that the quorum is taken of may demand a meeting, and within how many calendar days it is
     * to be invited to. Without it nobody may.
     */
    demand: z.strictObject({ share: count(10).min(1), days: count(90).min(1) }).optional(),
    /**
     * Items may be looked at by others before the invitations go out: usual days for that, and who reads what they say beside
     * office and chair. Without it nobody is asked.
     */
    reviews: z.strictObject({ days: count(60).min(1), seenBy: z.enum(['keepers', 'members']) }).optional(),
    /** Without them no resolution is addressed to anybody. */
    recommendations: z
      .strictObject({
        /** Calendar months after the meeting within which an answer is asked for. */
        months: count(24).min(1),
        /** Days before that day on which whoever answers is reminded. */
        remindDays: z.array(count(120)).min(1, 'name at least one day'),
        /** Whether each new agenda has an item about them and what became of them. */
        onAgenda: z.boolean(),
        to: z.array(AnsweringBody).min(1, 'name at least one body'),
      })
      .refine(
        ({ to }) => new Set(to.map((one) => one.id)).size === to.length,
        'every body needs an id of its own',
      )
      .optional(),
    /** Calendar days after a meeting that reasons and questions of members are kept. */
    keep: z.strictObject({ wordsDays: count(3650) }),
    /** Whether an item is public unless somebody says otherwise. */
    public: z.boolean().default(false),
    /** First and last day of each; without them nobody is warned. */
    schoolHolidays: z.array(z.strictObject({ name: text, from: day, to: day })).default([]),
    usual: z.strictObject({
      place: words,
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time like "14:00"'),
      minutes: count(600).min(15),
      /** 1 Monday … 5 Friday. */
      weekday: count(5).min(1),
      opening: z.array(UsualItem),
      closing: z.array(UsualItem),
    }),
  })
  .refine(
    ({ seats }) => seats.filter(({ kind }) => kind === 'chair').length === 1,
    'exactly one seat must have "kind: chair"',
  )
  .refine(
    ({ seats }) => new Set(seats.map((seat) => seat.id)).size === seats.length,
    'every seat needs an id of its own',
  );
export type Rules = z.infer<typeof Rules>;
