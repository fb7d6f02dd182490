import { z } from 'zod';
import type { HistoryEntry, Seal } from '../core/history.ts';
import type { Stored } from '../core/ports/store.ts';

/** What the document of every case has. */
export type CaseDocument = Stored & {
  /** Absent where nothing is decided on the way: a profile. */
  readonly state?: string | undefined;
  readonly history: readonly HistoryEntry[];
  /** Absent on a case that was last changed before there were seals. */
  readonly seal?: Seal | undefined;
  readonly createdAt: string;
  readonly changedAt: string;
};

/** These fields for the schema of a kind. */
export const caseFields = {
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
  createdAt: z.string(),
  changedAt: z.string(),
};
