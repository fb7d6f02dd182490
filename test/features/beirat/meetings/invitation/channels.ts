import type { Delivery } from '../../../../../src/core/ports/messenger.ts';

/** A generator that gives the same numbers for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Fault = Delivery | 'crash before sending' | 'crash after sending';
export type Channel = (next: () => number) => Fault;
export const fine: Channel = () => ({ outcome: 'sent', messageId: 'm' });
export const teamsFaults: Channel = (next) => {
  const chance = next();
  if (chance < 0.55) return { outcome: 'sent', messageId: `m${Math.round(next() * 1e9)}` };
  if (chance < 0.65) return { outcome: 'later', reason: '429', afterMs: 2000 };
  if (chance < 0.72) return { outcome: 'later', reason: '502' };
  if (chance < 0.8) return { outcome: 'later', reason: 'suspect' };
  if (chance < 0.9) return { outcome: 'unsure' };
  if (chance < 0.98) return { outcome: 'unreachable', reason: 'ConversationBlockedByUser' };
  return chance < 0.99 ? 'crash before sending' : 'crash after sending';
};
export const mailFaults: Channel = (next) => {
  const chance = next();
  if (chance < 0.6) return { outcome: 'sent', messageId: 'x' };
  if (chance < 0.75) return { outcome: 'later', reason: '421' };
  if (chance < 0.88) return { outcome: 'unsure' };
  if (chance < 0.98) return { outcome: 'unreachable', reason: '550' };
  return chance < 0.99 ? 'crash before sending' : 'crash after sending';
};
