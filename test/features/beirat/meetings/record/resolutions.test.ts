import { describe, expect, test } from '@jest/globals';
import { dayOf } from '../../../../../src/core/day.ts';
import type { Meeting } from '../../../../../src/features/beirat/meetings/model.ts';
import {
  foundResolutions,
  openResolutions,
  resolutionItem,
  resolutionsFor,
} from '../../../../../src/features/beirat/meetings/views/resolutions.ts';
import { codeOf } from '../../../../support/outcome.ts';
import {
  acted,
  allActed,
  contextAt,
  held,
  meetingDay,
  mustBeHeld,
  office,
  recorded,
  sent,
  voting,
  weekLater,
} from './chamber.ts';
import { openSent } from './recording.ts';

const day = dayOf(weekLater);

const with_ = (...given: Parameters<typeof voting>): Meeting =>
  acted(held, office, voting(...given), meetingDay);
describe('a resolution', () => {
  test('gets the next number of its meeting', () => {
    const meeting = allActed(held, meetingDay, [
      [office, voting([3, 0, 0])],
      [office, voting([3, 1, 0], { item: 'secret' })],
      [office, voting([1, 0, 0], { wording: 'Ein anderer.' })],
    ]);
    expect(meeting.resolutions.map(({ number }) => number)).toEqual([
      'B-2026/1-01',
      'B-2026/1-02',
      'B-2026/1-03',
    ]);
  });

  test.each([
    [[3, 2, 0], true],
    [[2, 2, 1], false],
    [[0, 1, 4], false],
    [[1, 0, 4], true],
  ] as const)('with votes %j is adopted: %s', (votes, isAdopted) => {
    expect(with_(votes).resolutions[0]).toMatchObject({ isAdopted });
  });

  test.each([
    ['six votes of five seats', [5, 1, 0], {}, 'too-many-votes'],
    ['no votes', [0, 0, 0], {}, 'votes-missing'],
    ['half a vote', [1.5, 0, 0], {}, 'votes-missing'],
    ['fewer than none', [3, -1, 0], {}, 'votes-missing'],
    ['no wording', [3, 0, 0], { wording: '  ' }, 'wording-missing'],
    ['a day that does not exist', [3, 0, 0], { dueDay: '2027-02-30' }, 'due-day-wrong'],
    ['no item', [3, 0, 0], { item: 'other' }, 'no-such-item'],
    ['a number that was not given', [3, 0, 0], { number: 'B-2026/1-09' }, 'no-such-resolution'],
  ] as const)('with %s is refused', (_name, votes, more, code) => {
    expect(codeOf(() => with_(votes, more))).toBe(code);
  });

  test('is corrected under its number', () => {
    const once = with_([3, 2, 0]);
    const corrected = acted(
      once,
      office,
      voting([2, 3, 0], { number: 'B-2026/1-01', wording: 'Anders.' }),
      meetingDay,
    );
    expect(corrected.resolutions).toEqual([
      expect.objectContaining({ number: 'B-2026/1-01', wording: 'Anders.', isAdopted: false }),
    ]);
  });

  test('takes along what stood in the form of the item beside it', () => {
    const also = { text: 'Es wurde beraten.', excluded: ['beirat-wirtschaft'] };
    const meeting = with_([4, 0, 0], { also });
    expect(meeting.session?.notes.report).toBe('Es wurde beraten.');
    expect(meeting.session?.conflicts).toEqual([{ item: 'report', party: 'beirat-wirtschaft' }]);
    expect(codeOf(() => with_([5, 0, 0], { also }))).toBe('too-many-votes');
  });

  test('stays done when it is corrected', () => {
    const done = acted(
      recorded,
      office,
      { kind: 'resolution-done', number: 'B-2026/1-01', note: 'Ja' },
      meetingDay,
    );
    const corrected = acted(done, office, voting([3, 1, 0], { number: 'B-2026/1-01' }), meetingDay);
    expect(corrected.resolutions[0]?.done).toMatchObject({ by: office, note: 'Ja' });
  });
});

describe('open resolutions', () => {
  const rejected = acted(recorded, office, voting([0, 4, 0], { wording: 'Abgelehnt.' }), meetingDay);

  test('are those that were adopted and not carried out', () => {
    expect(openResolutions([rejected]).map(({ number }) => number)).toEqual(['B-2026/1-01', 'B-2026/1-02']);
    const done = acted(sent, office, { kind: 'resolution-done', number: 'B-2026/1-01' }, weekLater);
    expect(openResolutions([done]).map(({ number }) => number)).toEqual(['B-2026/1-02']);
  });

  test('in the order of years, meetings and numbers', () => {
    const as = (id: string, number: string) => ({
      ...rejected,
      id,
      resolutions: rejected.resolutions.slice(0, 1).map((one) => ({ ...one, number })),
    });
    const meetings = [
      as('B-2027-2', 'B-2027/2-01'),
      as('B-2027-10', 'B-2027/10-01'),
      as('B-2026-3', 'B-2026/3-01'),
    ];
    expect(openResolutions(meetings).map(({ number }) => number)).toEqual([
      'B-2026/3-01',
      'B-2027/2-01',
      'B-2027/10-01',
    ]);
  });

  test('come back as an item that names them', () => {
    const [first] = openResolutions([rejected]);
    if (!first) throw new Error('nothing is open');
    expect(resolutionItem(first)).toMatchObject({
      resolution: 'B-2026/1-01',
      title: expect.stringContaining('B-2026/1-01'),
      text: 'Der Beirat empfiehlt den Antrag.',
      rapporteur: 'Amt 80',
      public: false,
    });
  });

  test('a rejected one cannot be reported as done', () => {
    const number = rejected.resolutions[2]?.number ?? '';
    expect(codeOf(() => acted(rejected, office, { kind: 'resolution-done', number }, meetingDay))).toBe(
      'no-such-resolution',
    );
  });
});

describe('all resolutions, for whom they are', () => {
  const find = (party: string, words = '') =>
    foundResolutions(resolutionsFor([recorded], party, contextAt(meetingDay)), words, 'de', day).map(
      ({ number, state }) => `${number} ${state}`,
    );

  test('the newest first, with how they stand', () => {
    expect(find('beirat-verwaltung')).toEqual([
      'B-2026/1-02 ● angenommen, offen',
      'B-2026/1-01 ● angenommen, offen',
    ]);
  });

  test('by words of their wording, item or owner, inflected or not', () => {
    expect(find('beirat-verwaltung', 'auftrag vergeb')).toEqual(['B-2026/1-02 ● angenommen, offen']);
    expect(find('beirat-verwaltung', 'Amt 80')).toEqual(['B-2026/1-01 ● angenommen, offen']);
    expect(find('beirat-verwaltung', 'Schwimmbad')).toEqual([]);
  });

  test('whoever was excluded does not find what was resolved without them', () => {
    expect(find('beirat-wirtschaft')).toEqual(['B-2026/1-01 ● angenommen, offen']);
  });

  test('one that lost its quorum, one that was rejected, one that is done', () => {
    const gone = mustBeHeld({
      ...recorded,
      session: {
        ...recorded.session,
        attendance: recorded.session.attendance.map((one) => ({ ...one, presence: 'absent' as const })),
      },
    });
    const states = foundResolutions([gone], '', 'de', day).map(({ state }) => state);
    expect(states).toEqual(['! nicht wirksam', '! nicht wirksam']);
    const rejected = mustBeHeld(
      acted(recorded, office, voting([1, 4, 0], { wording: 'Vertagen.' }), meetingDay),
    );
    expect(foundResolutions([rejected], 'vertagen', 'de', day).map(({ state }) => state)).toEqual([
      '✕ abgelehnt',
    ]);
    const done = acted(
      recorded,
      office,
      { kind: 'resolution-done', number: 'B-2026/1-01', note: 'Bericht liegt vor' },
      meetingDay,
    );
    expect(foundResolutions([done], 'Amt 80', 'de', day)[0]?.state).toBe(
      '✓ erledigt am 10.12.2026: Bericht liegt vor',
    );
  });
});

test('they are called up by typing, by members only', async () => {
  const hall = await openSent();
  const asks = async (text: string, who: string) => hall.ask(text, { ...hall.as(who), at: weekLater });
  const found = await asks('Beschlüsse zu Antrag', 'beirat-verwaltung');
  expect(found.data).toMatchObject({ rows: [{ number: 'B-2026/1-01' }] });
  expect((await asks('All resolutions', 'beirat-verwaltung')).summary).toContain('All resolutions');
  expect((await asks('Alle Beschlüsse', 'staff-61')).card).toBe('shared/refusal');
});
