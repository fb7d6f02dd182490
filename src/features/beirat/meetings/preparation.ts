import { z } from 'zod';

/* What people say about a meeting before it is held. */

/** What a member asked, and the answer of the office. */
export const Question = z.strictObject({
  n: z.int(),
  by: z.string(),
  byName: z.string(),
  text: z.string(),
  at: z.string(),
  answer: z.strictObject({ by: z.string(), byName: z.string(), text: z.string(), at: z.string() }).optional(),
});
export type Question = z.infer<typeof Question>;

/**
 * What a member said in confidence before the meeting: a conflict of interest in an item. For office and chair alone, until
 * the item is recorded; it leaves no trace in the history.
 */
export const Declared = z.strictObject({
  item: z.string(),
  party: z.string(),
  name: z.string(),
  note: z.string().optional(),
  at: z.string(),
});
export type Declared = z.infer<typeof Declared>;

/** Somebody looks at one item before the invitations go out. */
export const Review = z.strictObject({
  n: z.int(),
  item: z.string(),
  party: z.string(),
  /** As they were asked: a function, or a body and who acts for it. */
  name: z.string(),
  at: z.string(),
  /** Last day for what they say. */
  until: z.string(),
  comment: z.strictObject({ text: z.string(), at: z.string() }).optional(),
  /** When the office took it back. */
  backAt: z.string().optional(),
});
export type Review = z.infer<typeof Review>;
