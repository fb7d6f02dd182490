import { z } from 'zod';
import type { HistoryEntry, Seal } from '../core/history.ts';
import type { Stored } from '../core/ports/store.ts';

/** A document whose history is chained: every case, and what is kept beside cases in the same way. */
export type ChainedDocument = Stored & {
  readonly history: readonly HistoryEntry[];
  /** Absent on one that was last changed before there were seals. */
  readonly seal?: Seal | undefined;
};

/** What the document of every case has. */
export type CaseDocument = ChainedDocument & {
  readonly state: string;
  readonly createdAt: string;
  readonly changedAt: string;
};

/** Fields of a chained document for its schema. */
export const chainedFields = {
  id: z.string(),
  version: z.number(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  history: z.array(
    z.custom<HistoryEntry>((value) => typeof (value as HistoryEntry | null)?.hash === 'string'),
  ),
  seal: z
    .strictObject({ entries: z.int(), head: z.string(), content: z.string(), left: z.string().optional() })
    .optional(),
};

/** These fields for the schema of a kind. */
export const caseFields = { ...chainedFields, createdAt: z.string(), changedAt: z.string() };
