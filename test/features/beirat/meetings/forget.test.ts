import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import { brokenEntry } from '../../../../src/core/history.ts';
import { Meeting, meetingCollection } from '../../../../src/features/beirat/meetings/model.ts';
import { acted, allActed, contextAt, invitedAt, no, plan, wednesday } from '../world.ts';
import { forgotten, openMeetings } from './acting.ts';

/* What members wrote for the organisation of a meeting goes when the meeting is long over. */

const now = contextAt(wednesday);
const reason = (meeting: Meeting) => JSON.stringify(meeting).includes('Dienstreise');
const told = allActed(
  invitedAt(),
  [
    ['kgrz', { ...no(), reason: 'Dienstreise' } as ReturnType<typeof no>],
    ['admin', { kind: 'ask', text: 'Ist der Saal barrierefrei?' }],
    ['lotse', { kind: 'answer', question: 1, text: 'Ja, mit Aufzug.' }],
  ],
  now,
);
const cancelled = acted(told, 'lotse', { kind: 'cancel', reason: 'Keine Themen' }, now);
/** Days after the day of the meeting. */
const later = (days: number) =>
  contextAt(new Date(Date.parse(`${plan.day}T08:00:00Z`) + days * 86_400_000).toISOString());
const keptAfter = (meeting: Meeting, days: number): Meeting | undefined => {
  const change = forgotten(meeting, later(days));
  return change && { ...change.doc, version: meeting.version + 1 };
};

describe('the words of members', () => {
  test('stay until half a year after the meeting', () => {
    expect(reason(cancelled)).toBe(true);
    expect(keptAfter(cancelled, 180)).toBeUndefined();
  });

  test('are gone after that: reasons, questions, answers', () => {
    const bare = keptAfter(cancelled, 181);
    expect(bare && reason(bare)).toBe(false);
    expect(JSON.stringify(bare)).not.toMatch(/barrierefrei|Aufzug/);
    expect(bare?.questions).toEqual([]);
  });

  test('stay while the meeting is not over, however old it is', () => {
    expect(keptAfter(told, 1000)).toBeUndefined();
  });

  test('leave who answered what, why the meeting was cancelled, and a chain that holds', () => {
    const bare = keptAfter(cancelled, 181);
    expect(bare?.invitees.find(({ party }) => party === 'kgrz')?.reply).toMatchObject({ answer: 'no' });
    expect(JSON.stringify(bare?.history)).toContain('Keine Themen');
    expect(bare && brokenEntry(bare.history, bare.id, randomIds.digest)).toBeUndefined();
    expect(bare?.history.filter(({ erased }) => erased)).toHaveLength(3);
  });

  test('are forgotten once', () => {
    const bare = keptAfter(cancelled, 181);
    expect(bare && keptAfter(bare, 182)).toBeUndefined();
  });
});

test('the job forgets each by itself: one that cannot be read for it does not keep the others', async () => {
  const { program, meetings } = await stored(['B-2026-1', 'B-2026-2', 'B-2026-3']);
  const change = meetings.change.bind(meetings);
  meetings.change = (id, ...rest) =>
    id === 'B-2026-2' ? Promise.reject(new Error('torn')) : change(id, ...rest);
  const at = new Date(later(181).now);
  await expect(program.run(at)).rejects.toThrow('torn');
  expect((await meetings.list()).map(({ forgottenAt }) => forgottenAt !== undefined)).toEqual([
    true,
    false,
    true,
  ]);
  meetings.change = change;
  // It is tried again with the next daily round.
  await program.run(new Date(at.getTime() + 86_400_000));
  expect((await meetings.get('B-2026-2'))?.forgottenAt).toBeDefined();
});

async function stored(ids: readonly string[]) {
  const meetings = createMemoryStore().collection<Meeting>(meetingCollection, Meeting);
  for (const id of ids) {
    const { version: _, ...doc } = cancelled;
    await meetings.add({ ...doc, id });
  }
  return { meetings, program: openMeetings(meetings, contextAt).keeping('beirat.forget') };
}
