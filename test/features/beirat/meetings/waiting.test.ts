import { describe, expect, test } from '@jest/globals';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  allActed,
  contextAt,
  noticesOf,
  outcome,
  plannedAt,
  toInvitation,
  wednesday,
} from '../world.ts';
import { atMorning } from './acting.ts';

/* Planned on 25 November for 10 December, four full days of notice: the last day for invitations is 5 December. */

/** Who hears what on which morning, until the day after the meeting. */
function mornings(start: Meeting): readonly string[] {
  let meeting = start;
  const told: string[] = [];
  for (
    let day = Date.parse('2026-11-26T08:30:00Z');
    day < Date.parse('2026-12-13T00:00:00Z');
    day += 86_400_000
  ) {
    const now = new Date(day).toISOString();
    if (meeting.dueAt === undefined || meeting.dueAt > now) continue;
    const change = atMorning(meeting, contextAt(now));
    if (!change) continue;
    for (const { kind, recipient } of noticesOf(change.also))
      told.push(`${now.slice(0, 10)} ${String(kind).replace('beirat.', '')} ${recipient}`);
    meeting = { ...change.doc, version: meeting.version + 1 };
  }
  return told;
}

describe('nobody forgets', () => {
  test('a draft that waits for the chair: the chair, then the deputy, and the office in time', () => {
    const waits = acted(plannedAt(), 'lotse', { kind: 'submit' }, contextAt(wednesday));
    expect(mornings(waits)).toEqual([
      '2026-11-27 approve chair',
      '2026-11-29 approve chair',
      '2026-11-29 approve chair-deputy',
      '2026-12-02 approve chair',
      '2026-12-02 approve chair-deputy',
      '2026-12-03 dispatch lotse',
      '2026-12-05 dispatch lotse',
      '2026-12-06 dispatch lotse',
      '2026-12-09 approve chair',
      '2026-12-09 approve chair-deputy',
      '2026-12-11 dispatch lotse',
    ]);
  });

  test('invitations that were approved and not sent', () => {
    const approved = allActed(plannedAt(), toInvitation.slice(0, 2), contextAt(wednesday));
    expect(mornings(approved)).toEqual([
      '2026-12-03 dispatch lotse',
      '2026-12-05 dispatch lotse',
      '2026-12-06 dispatch lotse',
      '2026-12-11 dispatch lotse',
    ]);
  });

  test('a question of a member', () => {
    const invited = allActed(plannedAt(), toInvitation, contextAt(wednesday));
    const asked = acted(invited, 'admin', { kind: 'ask', text: 'Gibt es Parkplätze?' }, contextAt(wednesday));
    const open = mornings(asked).filter((one) => one.includes('open-question'));
    expect(open).toEqual([
      '2026-11-27 open-question lotse',
      '2026-12-02 open-question lotse',
      '2026-12-09 open-question lotse',
    ]);
  });
});

test('nothing is approved for a day that has come', () => {
  const waits = acted(plannedAt(), 'lotse', { kind: 'submit' }, contextAt(wednesday));
  for (const now of ['2026-12-10T08:00:00.000Z', '2026-12-20T08:00:00.000Z'])
    expect(outcome(waits, { kind: 'approve' }, 'chair', contextAt(now))).toBe('day-not-possible');
  expect(outcome(waits, { kind: 'approve' }, 'chair', contextAt('2026-12-09T08:00:00.000Z'))).toBe(
    '→ approved',
  );
});
