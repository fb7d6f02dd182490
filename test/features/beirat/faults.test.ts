import { describe, expect, test } from '@jest/globals';
import type { Dispatch } from '../../../src/features/beirat/invitee.ts';
import type { Meeting } from '../../../src/features/beirat/meeting.ts';
import { mostDoubts } from '../../../src/features/notices/fate.ts';
import { count, ids, openStorm } from './storm.ts';

/*
 * Three hundred are invited over channels that fail and a process that dies: everybody stands in the ledger exactly
 * once, as reached or as to be cleared up, and nobody got the invitation twice unless nobody could know that it had come.
 */

const lines = (meeting: Meeting | undefined, who: string, kind: Dispatch['kind']): readonly Dispatch[] =>
  meeting?.invitees.find(({ party }) => party === who)?.dispatches.filter((line) => line.kind === kind) ?? [];

const states = ['sent', 'failed', 'unclear'];

describe.each([
  ['calm', 11, 0],
  ['rough', 12, 0.3],
  ['very rough', 13, 0.6],
  ['rough, other luck', 14, 0.3],
])('300 invitations in %s weather', (_weather, seed, trouble) => {
  test('leave everybody in the ledger once, with what really happened', async () => {
    const storm = await openStorm(seed, trouble);
    await storm.meetEverybody();
    await storm.invite();
    await storm.untilQuiet();
    const meeting = await storm.meeting();

    for (const [at, who] of ids.entries()) {
      const [line, ...more] = lines(meeting, who, 'invitation');
      expect(more).toEqual([]);
      expect(states).toContain(line?.state);
      const { teams, mails, doubts } = storm.arrivals(who);
      const times = teams + mails.size;
      // A quarter can be reached by no way.
      if (at % 4 === 3) expect([line?.state, times]).toEqual(['failed', 0]);
      if (line?.state === 'sent') expect(times).toBeGreaterThanOrEqual(1);
      if (doubts === 0) expect(times).toBe(line?.state === 'sent' ? 1 : 0);
      expect(times).toBeLessThanOrEqual(1 + Math.min(doubts, mostDoubts));
      if (line?.state === 'failed') expect(line.reasons).not.toHaveLength(0);
    }
    if (trouble > 0) expect(storm.crashes()).toBeGreaterThan(0);
  }, 60_000);
});

describe('a postponement in rough weather', () => {
  test('reaches those whom the invitation reached or is to be cleared up, each once', async () => {
    const storm = await openStorm(21, 0.3);
    await storm.meetEverybody();
    await storm.invite();
    await storm.untilQuiet();
    await storm.perform('lotse', { kind: 'postpone', reason: 'Der Saal wird gebraucht' });
    await storm.untilQuiet();
    const meeting = await storm.meeting();
    expect(meeting?.state).toBe('postponed');
    for (const who of ids) {
      const found = lines(meeting, who, 'cancellation');
      expect(found).toHaveLength(1);
      expect(states).toContain(found[0]?.state);
    }
  }, 60_000);
});

describe('what failed', () => {
  test('is told to the office in a word, not in hundreds', async () => {
    const storm = await openStorm(31, 0);
    await storm.invite();
    await storm.untilQuiet();
    const meeting = await storm.meeting();
    const failed = ids.filter((who) => lines(meeting, who, 'invitation')[0]?.state === 'failed');
    expect(failed.length).toBe(count / 2);
    const outbox = storm.store.collection('outbox', {
      parse: (data) => data as { id: string; version: number; kind: string },
    });
    expect(
      (await outbox.list()).filter(({ kind }) => kind === 'beirat.unsettled').length,
    ).toBeLessThanOrEqual(2);
  }, 60_000);
});
