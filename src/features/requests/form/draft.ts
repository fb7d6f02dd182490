import { z } from 'zod';
import { momentAfter } from '../../../core/day.ts';
import type { Change, New } from '../../../core/ports/store.ts';
import { FieldValue, Origin } from '../model.ts';

/** A request before it is submitted: a filled-in form, kept for a while. */
export const Draft = z.strictObject({
  id: z.string(),
  version: z.number(),
  /** When it is deleted, ISO 8601 UTC. */
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  /** Party who filled it in; nobody else gets to see it. */
  by: z.string(),
  type: z.string(),
  fields: z.record(z.string(), FieldValue),
  unit: z.string(),
  /** Id of the colleague it is entered for. */
  colleague: z.string().optional(),
  roles: z.array(z.string()),
  /** The rejected request that is taken up again. */
  resumes: z.string().optional(),
  /** The case that it came from; cards do not carry it, so that nobody can make it up. */
  origin: Origin.optional(),
  originFields: z.record(z.string(), FieldValue).optional(),
  /** The form was opened with something in it, nobody has filled it in yet. */
  unfilled: z.boolean().optional(),
  changedAt: z.string(),
  /** Number of the request that it became. */
  submittedAs: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;
export const draftCollection = 'drafts';

/** Days that a draft is kept after it was last changed. */
export const keptDays = 30;

export const expiryOf = (now: string): string => momentAfter(now, keptDays);

/** The draft filled in again; one that was submitted stays as it is. */
export const refilled = (draft: Draft, filled: New<Draft>): Change<Draft> | undefined =>
  draft.submittedAs
    ? undefined
    : {
        doc: {
          ...filled,
          id: draft.id,
          ...(draft.origin ? { origin: draft.origin } : {}),
          ...(draft.originFields ? { originFields: draft.originFields } : {}),
        },
      };
