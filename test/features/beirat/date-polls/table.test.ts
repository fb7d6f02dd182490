import { describe, expect, test } from '@jest/globals';
import { brokenEntry } from '../../../../src/core/history.ts';
import { pollDueAt } from '../../../../src/features/beirat/date-polls/deadlines.ts';
import { type DatePoll, pollCase } from '../../../../src/features/beirat/date-polls/model.ts';
import { away, contextAt, party, told, usual, wednesday, without } from '../world.ts';
import {
  after,
  allSaid,
  dates,
  decidePoll,
  outcome,
  pollAtMorning,
  says,
  startedAt,
  startedPoll,
} from './polling.ts';

/*
 * Every situation × every act × every role. The office (which has a seat too), a member, a deputy, a stranger.
 */

const roles = ['lotse', 'kgrz', 'kgrz-d1', 'stranger'] as const;
const acts = {
  answer: says('yes', 'no'),
  'answer nothing': says(),
  close: { kind: 'close' },
  extend: { kind: 'extend' },
  'take 1': { kind: 'take', option: '1' },
  'take 3': { kind: 'take', option: '3' },
} as const;
type Row = Readonly<Record<keyof typeof acts, readonly [string, string, string, string]>>;

const officeOnly = (office: string) => [office, 'only-office', 'only-office', 'only-office'] as const;
const membersOnly = (member: string) => [member, member, 'not-asked', 'not-asked'] as const;

const open = startedAt();
const closed = allSaid(open, [['lotse', { kind: 'close' }]]);
const taken = allSaid(open, [['lotse', { kind: 'take', option: '1' }]]);

const situations: readonly (readonly [name: string, poll: DatePoll, now: string, row: Row])[] = [
  [
    'open',
    open,
    wednesday,
    {
      answer: membersOnly('→ open'),
      'answer nothing': membersOnly('choice-missing'),
      close: officeOnly('→ ended'),
      extend: officeOnly('→ open'),
      'take 1': officeOnly('→ ended'),
      'take 3': officeOnly('no-such-date'),
    },
  ],
  [
    'open, but the last day is over',
    open,
    '2026-12-02T23:00:00.000Z',
    {
      answer: membersOnly('poll-over'),
      'answer nothing': membersOnly('poll-over'),
      close: officeOnly('→ ended'),
      extend: officeOnly('→ open'),
      'take 1': officeOnly('→ ended'),
      'take 3': officeOnly('no-such-date'),
    },
  ],
  [
    'ended',
    closed,
    wednesday,
    {
      answer: membersOnly('poll-over'),
      'answer nothing': membersOnly('poll-over'),
      close: officeOnly('nothing'),
      extend: officeOnly('→ open'),
      'take 1': officeOnly('→ ended'),
      'take 3': officeOnly('no-such-date'),
    },
  ],
  [
    'decided',
    taken,
    wednesday,
    {
      answer: membersOnly('poll-over'),
      'answer nothing': membersOnly('poll-over'),
      close: officeOnly('nothing'),
      extend: officeOnly('poll-over'),
      'take 1': officeOnly('nothing'),
      'take 3': officeOnly('no-such-date'),
    },
  ],
  [
    'long over',
    closed,
    '2026-12-10T09:00:00.000Z',
    {
      answer: membersOnly('poll-over'),
      'answer nothing': membersOnly('poll-over'),
      close: officeOnly('nothing'),
      extend: officeOnly('cannot-prolong'),
      'take 1': officeOnly('date-passed'),
      'take 3': officeOnly('no-such-date'),
    },
  ],
];

const cells = situations.flatMap(([name, poll, now, row]) =>
  Object.entries(acts).flatMap(([act, made]) =>
    roles.map((role, at) => ({
      name,
      act,
      role,
      found: outcome(poll, made, role, now),
      expected: row[act as keyof Row][at],
    })),
  ),
);

test.each(cells)('a poll that is $name: "$act" by $role', ({ found, expected }) => {
  expect(found).toBe(expected);
});

describe('a poll that starts', () => {
  const start = (who: string, staffing = {}) =>
    startedPoll('T-2026-1', dates, party(who), contextAt(wednesday, staffing));

  test('puts its dates in order and asks every holder but the one who starts it', () => {
    const change = start('lotse');
    expect(change.doc.options.map(({ id, day }) => `${id} ${day}`)).toEqual(['1 2026-12-10', '2 2026-12-17']);
    expect(told(change)).toEqual([
      'poll chair',
      'poll kgrz',
      'poll admin',
      'poll city',
      'poll economy',
      'poll science',
    ]);
  });

  test('is started by the office only', () => {
    expect(() => start('chair')).toThrow('only-office');
    expect(start('lotse-deputy').doc.createdBy).toBe('lotse-deputy');
  });
});

describe('an answer', () => {
  test('can be changed until the end, date by date', () => {
    const poll = allSaid(open, [
      ['kgrz', says('yes', 'no')],
      ['kgrz', { kind: 'answer', choices: { 2: 'maybe' }, via: 'mail' }],
    ]);
    expect(poll.answers.kgrz?.choices).toEqual({ 1: 'yes', 2: 'maybe' });
    expect(poll.history.map(({ act }) => act)).toEqual([
      'poll-started',
      'poll-answered',
      'poll-answer-changed',
    ]);
  });

  test('given again changes nothing', () => {
    const poll = allSaid(open, [['kgrz', says('yes', 'no')]]);
    expect(outcome(poll, says('yes', 'no'), 'kgrz')).toBe('nothing');
  });

  test('keeps the remark that was made before, unless it is taken away', () => {
    const said = (note?: string) => ({ ...says('yes'), ...(note === undefined ? {} : { note }) });
    const poll = allSaid(open, [
      ['kgrz', said('nur vormittags')],
      ['kgrz', says('no')],
    ]);
    expect(poll.answers.kgrz?.note).toBe('nur vormittags');
    expect(allSaid(poll, [['kgrz', said(' ')]]).answers.kgrz?.note).toBeUndefined();
  });

  test('needs a choice: a remark alone is none', () => {
    expect(outcome(open, { kind: 'answer', choices: {}, note: 'Mal sehen', via: 'mail' }, 'kgrz')).toBe(
      'choice-missing',
    );
  });

  test('ignores dates that the poll does not have', () => {
    const poll = allSaid(open, [['kgrz', says('yes', 'no', 'yes')]]);
    expect(poll.answers.kgrz?.choices).toEqual({ 1: 'yes', 2: 'no' });
  });

  test('that completes the poll is told to the office once, even if it is changed again', () => {
    const others = ['lotse', 'chair', 'kgrz', 'admin', 'city', 'economy'];
    const nearly = allSaid(
      open,
      others.map((who) => [who, says('yes', 'yes')] as const),
    );
    const last = decidePoll(nearly, says('no', 'no'), party('science'), contextAt(wednesday));
    expect(told(last)).toEqual(['poll-complete lotse']);
    const again = decidePoll(after(nearly, last), says('yes', 'no'), party('science'), contextAt(wednesday));
    expect(told(again)).toEqual([]);
  });

  test('comes from whoever holds the seat at that moment', () => {
    const staffing = {
      assignments: [
        ...without('science'),
        ...usual.filter(({ person }) => person === 'science').map((row) => ({ ...row, person: 'newcomer' })),
      ],
    };
    expect(() => decidePoll(open, says('yes'), party('science'), contextAt(wednesday, staffing))).toThrow(
      'not-asked',
    );
    expect(decidePoll(open, says('yes'), party('newcomer'), contextAt(wednesday, staffing))).toBeDefined();
  });
});

describe('more time', () => {
  const now = contextAt(wednesday);
  const later = (until?: string) =>
    decidePoll(open, { kind: 'extend', ...(until ? { until } : {}) }, party('lotse'), now);

  test('is half a week without a day, and tells those who have not answered', () => {
    const change = later();
    expect(change?.doc).toMatchObject({ replyBy: '2026-12-05', reminded: false, prolonged: 1 });
    expect(told(change).filter((line) => line.startsWith('poll-prolonged')).length).toBe(6);
    expect(change?.doc.history.at(-1)).toMatchObject({
      act: 'poll-prolonged',
      facts: { from: '2026-12-02', until: '2026-12-05' },
    });
  });

  test.each([
    ['2026-12-09', '→'],
    ['2026-12-10', 'cannot-prolong'],
    ['2026-12-02', 'nothing'],
    ['2026-12-01', 'cannot-prolong'],
    ['2026-02-30', 'cannot-prolong'],
  ])('until %s: %s', (until, expected) => {
    const found = outcome(open, { kind: 'extend', until }, 'lotse');
    expect(found.slice(0, 1) === '→' ? '→' : found).toBe(expected);
  });

  test('opens an ended poll again as long as no date was taken, and reminds once more under another name', () => {
    const again = after(
      closed,
      decidePoll(closed, { kind: 'extend', until: '2026-12-04' }, party('lotse'), now),
    );
    expect(again.state).toBe('open');
    const reminder = pollAtMorning({ ...again, reminded: false }, contextAt('2026-12-03T07:00:00.000Z'));
    expect(told(reminder)).toContain('poll-reminder science');
    expect(JSON.stringify(reminder?.also)).toContain('T-2026-1 poll-reminder 2 science');
  });
});

describe('time', () => {
  test('looks at eight in the morning of the day before the last, then of the day after it', () => {
    expect(pollDueAt(open)).toBe('2026-12-01T07:00:00.000Z');
    expect(pollDueAt({ ...open, reminded: true })).toBe('2026-12-03T07:00:00.000Z');
    expect(pollDueAt(closed)).toBeUndefined();
  });

  test('keeps the morning when the clocks change in between', () => {
    const poll = startedAt('2026-10-20T09:00:00.000Z', undefined, { replyBy: '2026-10-24' });
    expect(pollDueAt(poll)).toBe('2026-10-23T06:00:00.000Z');
    expect(pollDueAt({ ...poll, reminded: true })).toBe('2026-10-25T07:00:00.000Z');
  });

  test('reminds the silent once, the absent too', () => {
    const poll = allSaid(open, [
      ['chair', says('yes', 'yes')],
      ['lotse', says('no', 'no')],
    ]);
    const context = contextAt('2026-12-01T07:00:00.000Z', { absences: [away('kgrz')] });
    const change = pollAtMorning(poll, context);
    expect(told(change)).toEqual(
      ['kgrz', 'admin', 'city', 'economy', 'science'].map((who) => `poll-reminder ${who}`),
    );
    expect(told(pollAtMorning(after(poll, change), context))).toEqual([]);
  });

  test('reminds nobody of a poll that began only the day before its end', () => {
    const poll = startedAt('2026-12-01T09:00:00.000Z');
    expect(pollDueAt(poll)).toBe('2026-12-03T07:00:00.000Z');
    expect(told(pollAtMorning(poll, contextAt('2026-12-01T10:00:00.000Z')))).toEqual([]);
  });

  test('ends it after the last day and tells whoever keeps the office', () => {
    const change = pollAtMorning(open, contextAt('2026-12-03T07:00:00.000Z', { absences: [away('lotse')] }));
    expect(change?.doc.state).toBe('ended');
    expect(told(change)).toEqual(['poll-result lotse-deputy']);
    expect(change?.doc.dueAt).toBeUndefined();
  });
});

test('everything stands in a chained history, and the cards are brought up to date', () => {
  const change = decidePoll(
    allSaid(open, [['kgrz', says('yes')]]),
    { kind: 'take', option: '2' },
    party('lotse'),
    contextAt(wednesday),
  );
  const { history = [], chosen } = change?.doc ?? {};
  expect(chosen).toBe('2');
  expect(brokenEntry(history, 'T-2026-1', contextAt(wednesday).digest)).toBeUndefined();
  const cards = (change?.also ?? []).filter(({ collection }) => collection === 'refreshes');
  expect(cards.map(({ doc }) => doc.about)).toContainEqual({ kind: pollCase, id: 'T-2026-1' });
  expect(cards.map(({ doc }) => doc.about)).toContainEqual({ kind: 'date-answer', id: 'T-2026-1 science' });
});
