import { isPrivate } from '../../core/audience.ts';
import type { Turn } from '../../core/turn.ts';
import type { AnswerRef } from './views.ts';

/** An answer, and what the question was about. */
export type Remembered = { readonly ref: AnswerRef; readonly subject?: string | undefined };

/** What was answered last to each person in each conversation, for a short while and only in this process. */
export type Memory = {
  recall(key: string, at: string): Remembered | undefined;
  remember(key: string, what: Remembered, at: string): void;
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
  const entries = new Map<string, { readonly what: Remembered; readonly at: number }>();
  return {
    recall(key, at) {
      const entry = entries.get(key);
      return entry && Date.parse(at) - entry.at <= keptMinutes * 60_000 ? entry.what : undefined;
    },
    remember(key, what, at) {
      entries.delete(key);
      entries.set(key, { what, at: Date.parse(at) });
      const oldest = entries.keys().next();
      if (entries.size > most && !oldest.done) entries.delete(oldest.value);
    },
    forget: (key) => void entries.delete(key),
  };
}
