import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import { outboxCollection, refreshCollection } from '../../../../src/core/notice.ts';
import type { Fate } from '../../../../src/core/ports/fates.ts';
import { followUp } from '../../../../src/features/beirat/meetings/ledger.ts';
import { Meeting, meetingCollection } from '../../../../src/features/beirat/meetings/model.ts';
import { contextAt, invitedAt, party, type Step, settled, wednesday, yes } from '../world.ts';
import { decide, openMeetings } from './acting.ts';

/*
 * Half a year of the jobs: how often the cards of a meeting are updated. One time too
 * many at every tick would keep all members' chats busy for ever.
 */

type Outboxed = { readonly id: string; readonly version: number; readonly kind: string };
type Refresh = Omit<Outboxed, 'kind'> & { readonly about: { readonly kind: string } };

async function halfYear(
  start: Meeting,
  steps: readonly (readonly [at: string, step: Step])[] = [],
  minutes = 30,
) {
  const store = createMemoryStore();
  const meetings = store.collection<Meeting>(meetingCollection, Meeting);
  const outbox = store.collection<Outboxed>(outboxCollection, { parse: (data) => data as Outboxed });
  const refreshes = store.collection<Refresh>(refreshCollection, { parse: (data) => data as Refresh });
  const { version: _, ...doc } = start;
  await meetings.add(doc);
  const fates = async (): Promise<readonly Fate[]> =>
    (await outbox.list()).map(({ id }) => ({ notice: id, state: 'sent', reasons: [] }));
  const world = { now: contextAt(wednesday) };
  const at = (now: string) => ({ ...world.now, now });
  const cases = openMeetings(meetings, at);
  const jobs = [cases.job('beirat.meetings'), followUp({ meetings: cases, fates })];
  const todo = [...steps];
  for (
    let ms = Date.parse(wednesday);
    ms < Date.parse(wednesday) + 183 * 86_400_000;
    ms += minutes * 60_000
  ) {
    const now = new Date(ms);
    for (const job of jobs) await job.run(now);
    const [next] = todo;
    if (!next || next[0] > now.toISOString()) continue;
    todo.shift();
    const [who, act] = next[1];
    await meetings.change(start.id, (meeting) => decide(meeting, act, party(who), at(now.toISOString())));
  }
  const after = (await meetings.get(start.id)) as Meeting;
  const notices = (await outbox.list()).map(({ kind }) => kind.replace('beirat.', ''));
  const count = (kind: string) => notices.filter((one) => one === kind).length;
  const updates = (await refreshes.list()).filter(({ about }) => about.kind === 'meeting').length;
  return { updates, after, count };
}

describe('half a year', () => {
  test('of a meeting that nobody answers and nobody records', async () => {
    const { updates, count } = await halfYear(settled(invitedAt(), 'sent'), [], 10);
    expect([count('reminder'), count('danger')]).toEqual([14, 1]);
    // The day after, a week before the minutes are due, the day itself, weekly until the end of May.
    expect(count('record')).toBe(22);
    // Two reminders and what became of each, the warning, the record.
    expect(updates).toBe(4 + 1 + 22);
  }, 60_000);

  test('of a meeting that all answer, and that is held and then left alone', async () => {
    const held: Meeting = { ...settled(invitedAt(), 'sent'), seal: undefined, state: 'held' };
    const { updates, count } = await halfYear({ ...held, dueAt: '2026-12-11T07:00:00.000Z' });
    expect([count('reminder'), count('danger'), updates - count('record')]).toEqual([0, 0, 0]);
  }, 60_000);

  test('of a meeting that is answered, moved and cancelled', async () => {
    const steps = [
      ['2026-11-26T10:00:00Z', ['admin', yes]],
      ['2026-11-27T10:00:00Z', ['lotse', { kind: 'move', day: '2027-01-14', time: '14:00', reason: 'x' }]],
      ['2027-01-12T10:00:00Z', ['lotse', { kind: 'cancel', reason: 'x' }]],
    ] as const;
    const { after, updates, count } = await halfYear(settled(invitedAt(), 'sent'), steps);
    expect(after.state).toBe('cancelled');
    expect(after.dueAt).toBeUndefined();
    expect([
      count('change'),
      count('reminder'),
      count('danger'),
      count('cancellation'),
      count('record'),
    ]).toEqual([7, 14, 1, 7, 0]);
    // Each act once, each time that something was sent once more, and the warning.
    expect(updates).toBe(3 + 1 + 2 * 2 + 1 + 1);
  }, 60_000);
});
