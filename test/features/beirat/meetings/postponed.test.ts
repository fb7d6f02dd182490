import { expect, test } from '@jest/globals';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { acted, contextAt, invitedAt, noticesOf, wednesday } from '../world.ts';
import { atMorning } from './acting.ts';

/* A meeting that was postponed without a date is not forgotten. */

const now = contextAt(wednesday);
const postponed = acted(invitedAt(), 'lotse', { kind: 'postpone', reason: 'Saal' }, now);
const morning = (meeting: Meeting, day: string) => {
  const change = atMorning(meeting, contextAt(`${day}T07:00:00.000Z`));
  const told = noticesOf(change?.also).filter(({ kind }) => kind === 'beirat.date');
  return { told, meeting: { ...meeting, ...change?.doc, version: meeting.version + 1 } as Meeting };
};

test('the office is asked for a date two weeks after the postponement', () => {
  expect(postponed.dueAt?.slice(0, 10)).toBe('2026-12-09');
  expect(morning(postponed, '2026-12-08').told).toEqual([]);
  expect(morning(postponed, '2026-12-09').told).toMatchObject([{ recipient: 'lotse' }]);
});

test('once, and again every two weeks; weeks that were slept through are one reminder', () => {
  const first = morning(postponed, '2026-12-09').meeting;
  expect(morning(first, '2026-12-09').told).toEqual([]);
  expect(first.dueAt?.slice(0, 10)).toBe('2026-12-23');
  const late = morning(first, '2027-02-01');
  expect(late.told).toHaveLength(1);
  expect(late.meeting.dueAt?.slice(0, 10)).toBe('2027-02-03');
});

test('no more when it has one', () => {
  const moved = acted(
    postponed,
    'lotse',
    { kind: 'move', day: '2027-01-14', time: '14:00', reason: 'Saal frei' },
    now,
  );
  expect(morning(moved, '2026-12-23').told).toEqual([]);
});
