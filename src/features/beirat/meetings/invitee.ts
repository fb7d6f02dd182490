import { z } from 'zod';

/** What is sent to members about a meeting; each goes into the ledger. */
export const dispatchKinds = [
  'invitation',
  'deputy',
  'released',
  'change',
  'cancellation',
  'reminder',
  'minutes',
] as const;
export type DispatchKind = (typeof dispatchKinds)[number];

/**
 * One thing that was sent to one member.
 *
 * | state | meaning |
 * |---|---|
 * | `waiting` | owed, on its way or tried again |
 * | `sent` | in the member's chat, or taken over by the mail server |
 * | `unclear` | nobody knows whether it arrived |
 * | `failed` | given up: to be cleared up by the office |
 * | `not-needed` | overtaken by something newer before it went out |
 * | `reached` | the office reached the member by another way |
 */
export const Dispatch = z.strictObject({
  /** Id of the notice, which tells it from all others. */
  notice: z.string(),
  kind: z.enum(dispatchKinds),
  /** What was sent: see `Meeting.issue`. */
  issue: z.int(),
  at: z.string(),
  state: z.enum(['waiting', 'sent', 'unclear', 'failed', 'not-needed', 'reached']),
  channel: z.enum(['teams', 'mail']).optional(),
  /** When it came to this state. */
  since: z.string().optional(),
  /** Codes that say why it failed. */
  reasons: z.array(z.string()).optional(),
  /** It had failed or was unclear before. */
  repaired: z.boolean().optional(),
  /** How the office reached the member. */
  note: z.string().optional(),
});
export type Dispatch = z.infer<typeof Dispatch>;

export const answers = ['in-person', 'online', 'no'] as const;
export type Answer = (typeof answers)[number];

/** What a member answered to an issue. */
export const Reply = z.strictObject({
  answer: z.enum(answers),
  issue: z.int(),
  reason: z.string().optional(),
  /** The deputy that the member named. */
  proxy: z.string().optional(),
  at: z.string(),
  /** `office`: the office wrote down what it was told. */
  via: z.enum(['teams', 'mail', 'office']),
});
export type Reply = z.infer<typeof Reply>;

/** Somebody who was invited: the holder of a seat, or a deputy who steps in. */
export const Invitee = z.strictObject({
  party: z.string(),
  name: z.string(),
  seat: z.string(),
  voting: z.boolean(),
  as: z.enum(['member', 'deputy']),
  /** For deputies: the member whose place it is. */
  for: z.string().optional(),
  since: z.string(),
  /** Set when the deputy is not needed any more, or the member has left the Beirat. */
  releasedAt: z.string().optional(),
  reply: Reply.optional(),
  /** The answer to an earlier date, for the office. */
  earlier: Reply.optional(),
  /** When the member did something with the latest issue that shows that it was opened. */
  openedAt: z.string().optional(),
  dispatches: z.array(Dispatch),
});
export type Invitee = z.infer<typeof Invitee>;
