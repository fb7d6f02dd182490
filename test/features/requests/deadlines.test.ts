import { describe, expect, test } from '@jest/globals';
import { createHolidays } from '../../../src/adapters/calendar/holidays.ts';
import { timeOf } from '../../../src/core/day.ts';
import type { Context, Request } from '../../../src/features/requests/model.ts';
import { holder } from '../../support/directory-builder.ts';
import { acted, away, contextAt, look, noticesOf, type Staffing, submittedBy, usual } from './world.ts';

/** Eight in the morning in Koblenz; winter time. */
const morning = (day: string, staffing?: Staffing): Context => contextAt(`${day}T07:00:00.000Z`, staffing);

type Told = { readonly request: Request; readonly notices: readonly string[] };

/** The request after work has looked at it on each of these days, and everything that was owed. */
const lookedAt = (start: Request, days: readonly string[], staffing?: Staffing): Told =>
  days.reduce<Told>(
    ({ request, notices }, day) => {
      const change = look(request, morning(day, staffing));
      return {
        request: { ...change.doc, version: request.version + 1 },
        notices: [...notices, ...noticesOf(change.also)],
      };
    },
    { request: start, notices: [] },
  );

/** Submitted on Monday, three working days for the unit: in time until Thursday, 26 November. */
const start = submittedBy('staff-61');
const number = start.id;
const weekdays = (from: string, count: number): string[] => {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T12:00:00Z`); days.length < count; at += 86_400_000) {
    const day = new Date(at);
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  }
  return days;
};

describe('a step that waits', () => {
  test('is in time for as many working days as the step says', () => {
    expect(start.open?.dueDay).toBe('2026-11-26');
    expect(lookedAt(start, weekdays('2026-11-24', 3)).notices).toEqual([]);
  });

  test('is looked at again on the next working morning, in Koblenz', () => {
    expect(start.dueAt).toBe('2026-11-24T07:00:00.000Z');
    expect(lookedAt(start, ['2026-11-27']).request.dueAt).toBe('2026-11-30T07:00:00.000Z');
  });

  test('is reminded of, then the deputy, then the role above is asked, then 10.50 hears of it every week', () => {
    const step = (days: number) => lookedAt(start, weekdays('2026-11-24', days)).notices;
    const reminder = `${number} reminder 1 1 itb-61`;
    expect(step(4)).toEqual([reminder]);
    expect(step(5)).toEqual([reminder]);
    expect(step(6)).toEqual([
      reminder,
      expect.stringMatching(/ decide 1 .* itb-61-deputy$/),
      `${number} reminder 1 2 itb-61`,
    ]);
    const [, , , above, ...rest] = step(8);
    expect(above).toMatch(/ decide 1 .* lead-10\.50$/);
    expect(rest).toEqual([
      `${number} reminder 1 3 itb-61`,
      `${number} reminder 1 3 itb-61-deputy`,
      expect.stringMatching(/ alarm 1 3 lead-10\.50$/),
    ]);
    const late = step(22).filter((id) => id.includes(' late '));
    expect(late).toEqual([`${number} alarm 1 late 2 lead-10.50`, `${number} alarm 1 late 3 lead-10.50`]);
  });

  test('never runs out: it still waits after a year, and is still looked at', () => {
    const { request } = lookedAt(start, weekdays('2026-11-24', 260));
    expect(request).toMatchObject({ state: 'in-approval', open: { step: 'unit', urged: 3 } });
    expect(request.dueAt).toBeDefined();
  });

  test.each([
    ['2026-12-04', 3, 'after an outage of a week'],
    ['2026-12-01', 2, 'after an outage over the second stage'],
  ])(
    'on %s is brought to stage %i at once %s: one notice to each, not one for every day missed',
    (day, urged) => {
      const { request, notices } = lookedAt(start, [day]);
      expect(request.open?.urged).toBe(urged);
      expect(notices.filter((id) => id.includes(' reminder '))).toEqual([
        `${number} reminder 1 ${urged} itb-61`,
      ]);
      const recipients = notices.filter((id) => !id.includes(' alarm ')).map((id) => id.split(' ').at(-1));
      expect(new Set(recipients).size).toBe(recipients.length);
      expect(lookedAt(request, [day]).notices).toEqual([]);
    },
  );

  test('owes no second notice when it is looked at twice on the same morning', () => {
    const once = lookedAt(start, ['2026-11-27']);
    expect(lookedAt(start, ['2026-11-27', '2026-11-27']).notices).toEqual(once.notices);
  });

  test('leaves who has voted already alone', () => {
    const cross = submittedBy('staff-61', { cross: true });
    const steps = [
      ['itb-61', { kind: 'approve' }],
      ['lead-10.50', { kind: 'approve' }],
      ['board-1', { kind: 'approve' }],
    ] as const;
    const voted = steps.reduce((now, [who, act]) => acted(now, who, act, morning('2026-11-24')), cross);
    const { notices } = lookedAt(voted, [String(voted.open?.dueDay), '2026-12-09']);
    expect(notices.map((id) => id.split(' ').at(-1))).toEqual(['board-2', 'board-3']);
  });

  test('counts the working days of the real calendar: Christmas and New Year do not make anybody late', () => {
    const holidays = createHolidays();
    const context = { ...contextAt('2026-12-22T09:00:00.000Z'), holidays };
    const { request } = { request: submittedBy('staff-61', {}, { now: context.now }) };
    // 23, 28 and 29 December are the three working days.
    expect(request.open?.dueDay).toBe('2026-12-29');
    const quiet = look(request, { ...context, now: '2026-12-29T07:00:00.000Z' });
    expect(noticesOf(quiet.also)).toEqual([]);
    expect(quiet.doc.dueAt).toBe('2026-12-30T07:00:00.000Z');
    const early = look(request, { ...context, now: '2026-12-30T07:00:00.000Z' });
    expect(early.doc).toMatchObject({ open: { urged: 1 }, dueAt: '2027-01-04T07:00:00.000Z' });
  });

  test.each([
    ['summer begins', '2026-03-27T09:00:00.000Z', '2026-03-30T06:00:00.000Z'],
    ['winter begins', '2026-10-23T09:00:00.000Z', '2026-10-26T07:00:00.000Z'],
    ['it is just before midnight in Koblenz', '2026-11-24T22:59:00.000Z', '2026-11-25T07:00:00.000Z'],
    ['it is just after midnight in Koblenz', '2026-11-24T23:01:00.000Z', '2026-11-26T07:00:00.000Z'],
  ])('is looked at at eight o’clock on the wall, when %s', (_when, now, dueAt) => {
    const request = submittedBy('staff-61', {}, { now });
    expect(request.dueAt).toBe(dueAt);
    expect(timeOf(String(request.dueAt))).toBe('08:00');
  });
});

describe('an opinion that nobody gives', () => {
  const asked = acted(
    submittedBy('staff-61', { application: 'bau' }),
    'itb-61',
    { kind: 'approve' },
    morning('2026-11-24'),
  );

  test('is waited for until its last day is over, then the way goes on', () => {
    expect(asked.open).toMatchObject({ step: 'heard', dueDay: '2026-11-26' });
    expect(lookedAt(asked, ['2026-11-26']).request.open?.step).toBe('heard');
    const { request } = lookedAt(asked, ['2026-11-27']);
    expect(request.open?.step).toBe('granted');
    expect(request.settled.at(-1)).toMatchObject({ step: 'heard', outcome: 'not-heard' });
  });

  test('is not asked for when no application is named', () => {
    const without = acted(start, 'itb-61', { kind: 'approve' }, morning('2026-11-24'));
    expect(without.open?.step).toBe('granted');
  });
});

describe('a question that nobody answers', () => {
  const returned = acted(start, 'itb-61', { kind: 'ask', note: 'Wofür?' }, morning('2026-11-24'));

  test('reminds the requester, then tells who asked, then 10.50 every week; the step itself is not urged meanwhile', () => {
    const days = weekdays('2026-11-25', 16);
    const { request, notices } = lookedAt(returned, days);
    expect(notices.slice(0, 3)).toEqual([
      `${number} reminder 1 answer 1 staff-61`,
      `${number} reminder 1 answer 2 staff-61`,
      `${number} reminder 1 answer 2 itb-61`,
    ]);
    expect(notices.slice(3)).toEqual([`${number} alarm 1 late 2 lead-10.50`]);
    expect(request).toMatchObject({ state: 'returned', open: { urged: 0 }, question: { urged: 2 } });
  });
});

describe('when people change', () => {
  test('an open step moves to the new holder, with a trace in the history', () => {
    const assignments = [
      ...usual.filter(({ person }) => person !== 'itb-61'),
      holder('it-beauftragte', 'fa-bau', { unit: '61' }),
    ];
    const { request, notices } = lookedAt(start, ['2026-11-24'], { assignments });
    expect(request.open?.asked).toEqual(['fa-bau']);
    expect(notices).toEqual([expect.stringMatching(/ decide 1 .*fa-bau$/)]);
    expect(request.history.at(-1)).toMatchObject({
      act: 'moved',
      by: 'system',
      facts: { who: 'fa-bau', before: 'itb-61' },
    });
    expect(lookedAt(request, ['2026-11-25'], { assignments }).notices).toEqual([]);
  });

  test('a holder who goes on leave hands over to the deputy the next morning, and has it back after', () => {
    const gone = lookedAt(start, ['2026-11-24'], { absences: [away('itb-61')] });
    expect(gone.request.open?.asked).toEqual(['itb-61-deputy']);
    const back = lookedAt(gone.request, ['2026-11-25']);
    expect(back.request.open?.asked).toEqual(['itb-61']);
    expect(back.notices).toEqual([expect.stringMatching(/ decide 1 .*itb-61$/)]);
  });

  test('a position that falls vacant goes up and alarms 10.50, once', () => {
    const assignments = usual.filter(({ role }) => role !== 'it-beauftragte');
    const { request, notices } = lookedAt(start, ['2026-11-24', '2026-11-25'], { assignments });
    expect(request.open?.asked).toEqual(['lead-10.50']);
    expect(notices.filter((id) => id.includes(' alarm '))).toEqual([`${number} alarm 1 vacant lead-10.50`]);
  });

  test('work that a deputy has begun stays with the deputy when the holder comes back', () => {
    const staffing = { absences: [away('support-kgrz')] };
    const context = morning('2026-11-24', staffing);
    const approved = [
      ['itb-61', { kind: 'approve' }],
      ['lead-10.50', { kind: 'approve' }],
      ['betrieb-kgrz', { kind: 'take' }],
    ] as const;
    const taken = approved.reduce((now, [who, act]) => acted(now, who, act, context), start);
    expect(taken).toMatchObject({ state: 'in-progress', open: { takenBy: 'betrieb-kgrz' } });
    const { request } = lookedAt(taken, ['2026-11-25']);
    expect(request).toMatchObject({ state: 'in-progress', open: { takenBy: 'betrieb-kgrz' } });
    const done = acted(
      request,
      'betrieb-kgrz',
      { kind: 'finish', note: 'Steht bereit' },
      morning('2026-11-25'),
    );
    expect(done.state).toBe('done');
  });

  test('work that was begun is free again when whoever began it leaves', () => {
    const steps = [
      ['itb-61', { kind: 'approve' }],
      ['lead-10.50', { kind: 'approve' }],
      ['support-kgrz', { kind: 'take' }],
    ] as const;
    const taken = steps.reduce((now, [who, act]) => acted(now, who, act, morning('2026-11-24')), start);
    const assignments = usual.filter(({ person }) => person !== 'support-kgrz');
    const { request } = lookedAt(taken, ['2026-11-25'], { assignments });
    expect(request).toMatchObject({ state: 'approved', open: { asked: ['betrieb-kgrz'] } });
    expect(request.open?.takenBy).toBeUndefined();
  });
});

test('a request that has ended is never looked at again', () => {
  const done = acted(start, 'staff-61', { kind: 'withdraw' }, morning('2026-11-24'));
  expect(done.dueAt).toBeUndefined();
  expect(
    look({ ...done, dueAt: '2026-11-24T07:00:00.000Z' }, morning('2026-11-25')).doc.dueAt,
  ).toBeUndefined();
});
