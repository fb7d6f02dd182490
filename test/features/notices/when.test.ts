import { describe, expect, test } from '@jest/globals';
import { createHolidays } from '../../../src/adapters/calendar/holidays.ts';
import { usual } from '../../../src/features/notices/preferences.ts';
import { digestKind, endOfQuiet, nextDigest, whenToSay } from '../../../src/features/notices/when.ts';

const holidays = createHolidays();
const news = { kind: 'test.news', urgency: 'news', attempts: 0 } as const;
const act = { kind: 'test.act', urgency: 'act', attempts: 0 } as const;
const quiet = { from: '18:00', to: '07:00' };
const daily = { ...usual('itb-61'), delivery: 'digest', quiet } as const;
const atOnce = { ...usual('itb-61'), quiet };

describe('when something is said', () => {
  test.each([
    ['what must be done comes at once, in quiet hours too', act, daily, '2026-11-24T22:00:00Z', 'now'],
    ['news come at once by day', news, atOnce, '2026-11-24T10:00:00Z', 'now'],
    ['news wait in quiet hours', news, atOnce, '2026-11-24T22:00:00Z', 'wait'],
    ['news are gathered by those who want a digest', news, daily, '2026-11-24T10:00:00Z', 'gather'],
    ['a digest is not gathered itself', { ...news, kind: digestKind }, daily, '2026-11-24T10:00:00Z', 'now'],
    ['a digest waits in quiet hours', { ...news, kind: digestKind }, daily, '2026-11-24T22:00:00Z', 'wait'],
    [
      'what was tried already is not gathered',
      { ...news, attempts: 1 },
      daily,
      '2026-11-24T10:00:00Z',
      'now',
    ],
  ])('%s', (_name, notice, preferences, now, kind) => {
    expect(whenToSay(notice, preferences, now, holidays).kind).toBe(kind);
  });
});

describe('the next digest', () => {
  test.each([
    ['the same morning, before half past seven', '2026-11-24T06:29:59.000Z', '2026-11-24T06:30:00.000Z'],
    ['the next morning, from half past seven on', '2026-11-24T06:30:00.000Z', '2026-11-25T06:30:00.000Z'],
    ['after the weekend', '2026-11-27T12:00:00.000Z', '2026-11-30T06:30:00.000Z'],
    ['after Christmas', '2026-12-23T12:00:00.000Z', '2026-12-28T06:30:00.000Z'],
    [
      'on the first day of summer time, a Sunday, on Monday',
      '2026-03-28T12:00:00.000Z',
      '2026-03-30T05:30:00.000Z',
    ],
    ['an hour later in UTC once summer time is over', '2026-10-23T12:00:00.000Z', '2026-10-26T06:30:00.000Z'],
  ])('%s', (_name, now, at) => {
    expect(nextDigest(now, holidays).at).toBe(at);
  });
});

describe('quiet hours', () => {
  test.each([
    ['by day there are none', quiet, '2026-11-24T12:00:00.000Z', undefined],
    [
      'in the evening they last until the next morning',
      quiet,
      '2026-11-24T17:00:00.000Z',
      '2026-11-25T06:00:00.000Z',
    ],
    [
      'in the small hours until the same morning',
      quiet,
      '2026-11-25T03:00:00.000Z',
      '2026-11-25T06:00:00.000Z',
    ],
    ['their last minute is over at seven', quiet, '2026-11-25T06:00:00.000Z', undefined],
    ['at noon', { from: '12:00', to: '13:00' }, '2026-11-24T11:30:00.000Z', '2026-11-24T12:00:00.000Z'],
    ['the night that is an hour short', quiet, '2026-03-28T22:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['the night that is an hour long', quiet, '2026-10-24T22:00:00.000Z', '2026-10-25T06:00:00.000Z'],
    [
      'an end that the clock skips',
      { from: '22:00', to: '02:30' },
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ],
  ])('%s', (_name, hours, now, end) => {
    expect(endOfQuiet(hours, now)).toBe(end);
  });

  test('never end in the past, whatever the night', () => {
    for (const night of ['2026-03-28', '2026-10-24', '2026-11-24']) {
      for (let minutes = 0; minutes < 16 * 60; minutes += 5) {
        const now = new Date(Date.parse(`${night}T16:00:00Z`) + minutes * 60_000).toISOString();
        const end = endOfQuiet({ from: '20:00', to: '02:30' }, now);
        expect(end === undefined || end > now).toBe(true);
      }
    }
  });
});
