import { z } from 'zod';
import { momentAfter } from '../../../core/day.ts';
import { wording } from '../model.ts';

/** An idea before it is submitted: a filled-in form, kept for a while. */
export const Draft = z.strictObject({
  id: z.string(),
  version: z.number(),
  /** When it is deleted, ISO 8601 UTC. */
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  /** Party who filled it in; nobody else gets to see it. */
  by: z.string(),
  ...wording,
  changedAt: z.string(),
  /** Number of the idea that it became. */
  submittedAs: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;
export const draftCollection = 'idea-drafts';

/** Days that a draft is kept after it was last changed. */
export const keptDays = 30;

export const expiryOf = (now: string): string => momentAfter(now, keptDays);
