import { z } from 'zod';
import { isPrivate } from '../../core/audience.ts';
import type { ShortMemory } from '../../core/ports/short-memory.ts';
import { createProcessMemory } from '../../core/process-memory.ts';
import type { Turn } from '../../core/turn.ts';
import type { Before } from './follow-up.ts';

/** What was answered last to each person in each conversation, for a short while. */
export type Memory = {
  recall(key: string, at: string): Promise<Before | undefined>;
  remember(key: string, what: Before, at: string): void;
};

/** Minutes in which somebody may go on from an answer. */
export const keptMinutes = 30;

/**
 * Whose memory a turn goes by. In a group everybody has read the answer and may go on from it, so it is the
 * conversation's (in a channel the thread's); "mein" still means whoever asks.
 */
export const memoryKey = (turn: Pick<Turn, 'scope' | 'conversationId' | 'actor'>): string =>
  isPrivate(turn) ? `${turn.conversationId} ${turn.actor.id}` : turn.conversationId;

const Ref = z.looseObject({ role: z.string() });
const Answered = z.object({
  ref: Ref,
  subject: z.string().optional(),
  acts: z.string().optional(),
  wish: z.string().optional(),
  offered: z.array(z.union([z.object({ ref: Ref }), z.object({ label: z.string() })])).optional(),
});
/** As it is kept; what an earlier version kept has less. */
const Kept = Answered.extend({
  isOpen: z.literal(true).optional(),
  earlier: Answered.optional(),
  isInterrupted: z.literal(true).optional(),
});

/** Follow-ups are a convenience: losing one costs one repeated question. */
export const createMemory = (short: ShortMemory = createProcessMemory(keptMinutes)): Memory => ({
  async recall(key, at) {
    const { data } = Kept.safeParse(await short.recall(key, new Date(at)));
    return data as Before | undefined;
  },
  remember: (key, what, at) => short.remember(key, what, new Date(at)),
});
