import { isPrivate } from '../../core/audience.ts';
import type { Turn } from '../../core/turn.ts';
import type { AnswerRef } from './views.ts';

/** What was answered last in each conversation, for a short while and only in this process. */
export type Memory = {
  recall(key: string, at: string): AnswerRef | undefined;
  remember(key: string, ref: AnswerRef, at: string): void;
  forget(key: string): void;
};

const keptMinutes = 30;

/**
 * Whose memory a turn goes by. In a group everybody has read the answer and may go on from it, so it is the
 * conversation's (in a channel the thread's); "mein" still means whoever asks.
 */
export const memoryKey = (turn: Pick<Turn, 'scope' | 'conversationId' | 'actor'>): string =>
  isPrivate(turn) ? `${turn.conversationId} ${turn.actor.id}` : turn.conversationId;

/** Follow-ups are a convenience: losing them at a restart costs one repeated question, so nothing is stored. */
export function createMemory(most = 5000): Memory {
  const entries = new Map<string, { readonly ref: AnswerRef; readonly at: number }>();
  return {
    recall(key, at) {
      const entry = entries.get(key);
      return entry && Date.parse(at) - entry.at <= keptMinutes * 60_000 ? entry.ref : undefined;
    },
    remember(key, ref, at) {
      entries.delete(key);
      entries.set(key, { ref, at: Date.parse(at) });
      const oldest = entries.keys().next();
      if (entries.size > most && !oldest.done) entries.delete(oldest.value);
    },
    forget: (key) => void entries.delete(key),
  };
}
