import { z } from 'zod';
import { caseFields } from '../../../case/document.ts';
import { daysBefore } from '../../../core/day.ts';
import { isWorkingDay } from '../../../core/working-days.ts';
import { type Context, today } from '../board/context.ts';

/** Where a resolution by circulation stands. The last five are its ends. */
export const circulationStates = [
  'draft',
  'awaiting-approval',
  'voting',
  'adopted',
  'rejected',
  /** Too few took part. */
  'no-quorum',
  /** Somebody objected to the procedure: the matter goes to the next meeting. */
  'objected',
  'withdrawn',
] as const;
export type CirculationState = (typeof circulationStates)[number];
export const decidedStates: readonly CirculationState[] = ['adopted', 'rejected', 'no-quorum'];
export const endedStates: readonly CirculationState[] = [...decidedStates, 'objected', 'withdrawn'];

export const votes = ['yes', 'no', 'abstain'] as const;
export type Vote = (typeof votes)[number];

/** One vote for each voting seat, by whoever holds it, or in absence by a deputy. */
export const Ballot = z.strictObject({
  seat: z.string(),
  /** Who held the seat when the voting began. */
  party: z.string(),
  name: z.string(),
  vote: z
    .strictObject({
      vote: z.enum(votes),
      by: z.string(),
      byName: z.string(),
      /** Set when a deputy voted: for whom. */
      onBehalfOf: z.string().optional(),
      at: z.string(),
      via: z.enum(['teams', 'mail']),
    })
    .optional(),
});
export type Ballot = z.infer<typeof Ballot>;

const Said = z.strictObject({ by: z.string(), byName: z.string(), text: z.string(), at: z.string() });

/** A resolution without a meeting. */
export const Circulation = z.strictObject({
  /** `U-2026-1`; people read `U-2026/1`, which is the number of the resolution too. */
  ...caseFields,
  state: z.enum(circulationStates),
  title: z.string(),
  wording: z.string(),
  reasons: z.string().optional(),
  /** How many days the voting lasts. */
  days: z.int().min(1),
  /** Counts the changes of the draft: what a card was drawn for and what was approved. */
  draft: z.int(),
  /** What the chair asked to be changed, until it is submitted again. */
  wish: Said.optional(),
  approval: z
    .strictObject({ by: z.string(), byName: z.string(), onBehalfOf: z.string().optional(), at: z.string() })
    .optional(),
  /** Last day of the voting in Koblenz. */
  until: z.string().optional(),
  /** Number of voting seats, and how many must take part. Fixed when the voting begins. */
  quorum: z.strictObject({ of: z.int(), needed: z.int() }).optional(),
  ballots: z.array(Ballot),
  objection: Said.optional(),
  /** Why it was withdrawn. */
  reason: z.string().optional(),
  reminded: z.boolean(),
  /** Last day on which office or chair was reminded of what waits for them. */
  waited: z.string().optional(),
  createdBy: z.string(),
});
export type Circulation = z.infer<typeof Circulation>;
export const circulationCollection = 'circulations';

/** The card of office and chair, and the card of one member (`U-2026-1 party`). */
export const circulationCase = 'circulation';
export const ballotCase = 'ballot';
export const ballotId = (circulation: string, party: string): string => `${circulation} ${party}`;

/**
 * Last day of a voting that begins now: one that nobody works on is followed by the next working day (§ 193 BGB), so that
 * nobody's time ends on a Sunday.
 */
export function lastDayOf({ days }: Pick<Circulation, 'days'>, context: Context): string {
  let day = daysBefore(today(context), -days);
  while (!isWorkingDay(day, context.holidays)) day = daysBefore(day, -1);
  return day;
}

/** Votes are taken until the end of the last day. */
export const isVoting = ({ state, until = '' }: Circulation, context: Pick<Context, 'now'>): boolean =>
  state === 'voting' && today(context) <= until;
