import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { composition, seatless } from '../../../../src/features/beirat/board/members.ts';
import {
  forecastOf,
  neededForItem,
  quorumOf,
  seatState,
} from '../../../../src/features/beirat/board/quorum.ts';
import { answers, type Invitee } from '../../../../src/features/beirat/meetings/model.ts';
import { contextAt, onSeat, rules, standIn, usual, wednesday, without } from '../world.ts';

/** So many voting seats, of which so many are taken. */
const seats = (count: number, taken: number) =>
  Array.from({ length: count }, (_, at) => ({
    seat: { id: `s${at}`, kind: 'expert' as const, vote: 'voting' as const, name: { de: 'S', en: 'S' } },
    holder: at < taken ? { person: { id: `p${at}`, name: 'P', unit: '01' } } : undefined,
    deputies: [],
  }));
const ruled = (of: 'seats' | 'members', second = 3) => ({ ...rules, quorum: { of, second } });

describe('how many must be there', () => {
  test.each([
    ['more than half of an even number', 8, 8, 'seats', false, 8, 5, undefined],
    ['more than half of an odd number', 7, 7, 'seats', false, 7, 4, undefined],
    ['of the seats, vacant ones too', 7, 4, 'seats', false, 7, 4, undefined],
    ['of the members where the rules say so', 7, 4, 'members', false, 4, 3, undefined],
    ['one of one', 1, 1, 'seats', false, 1, 1, undefined],
    ['three for what is repeated', 7, 7, 'seats', true, 7, 4, 3],
    ['never more for that than in the first', 3, 3, 'seats', true, 3, 2, 2],
    ['somebody, even where there are no seats', 0, 0, 'seats', true, 0, 1, 1],
  ] as const)('%s', (_what, count, taken, of, isSecond, expectedOf, needed, second) => {
    const expected = { of: expectedOf, needed, ...(second ? { second } : {}) };
    expect(quorumOf(seats(count, taken), ruled(of), isSecond)).toEqual(expected);
  });

  test('advisory seats do not count', () => {
    const now = contextAt(wednesday);
    expect(quorumOf(composition(now, '2026-11-25'), rules, false)).toEqual({ of: 7, needed: 4 });
  });

  test.each([
    ['all as long as nobody is excluded', 7, 4, 0, 4],
    ['a third as soon as somebody is', 7, 4, 1, 3],
    ['a third of an even number', 12, 7, 6, 4],
    ['never more than without', 7, 3, 5, 3],
    ['one of two', 2, 2, 1, 1],
  ])('for one item: %s', (_what, of, needed, excluded, expected) => {
    expect(neededForItem({ of, needed }, excluded)).toBe(expected);
  });
});

const invitee = (seat: string, answer?: Invitee['reply'] | string, more: Partial<Invitee> = {}): Invitee => ({
  party: `${seat}${more.for ? '-d' : ''}`,
  name: seat,
  seat,
  voting: true,
  as: more.for ? 'deputy' : 'member',
  since: wednesday,
  dispatches: [],
  ...(typeof answer === 'string'
    ? { reply: { answer: answer as 'no', issue: 1, at: wednesday, via: 'teams' as const } }
    : {}),
  ...more,
});
const gone = { releasedAt: wednesday };

describe('what the answers let expect', () => {
  test.each([
    ['nobody has answered', [invitee('a'), invitee('b')], 0, 2],
    ['one comes, one online', [invitee('a', 'in-person'), invitee('b', 'online')], 2, 0],
    ['one declines, no deputy', [invitee('a', 'no'), invitee('b')], 0, 1],
    ['the deputy is asked', [invitee('a', 'no'), invitee('a', undefined, { for: 'a' })], 0, 1],
    ['the deputy comes', [invitee('a', 'no'), invitee('a', 'online', { for: 'a' })], 1, 0],
    ['the deputy declines too', [invitee('a', 'no'), invitee('a', 'no', { for: 'a' })], 0, 0],
    [
      'the next deputy is asked',
      [
        invitee('a', 'no'),
        invitee('a', 'no', { for: 'a' }),
        invitee('a', undefined, { for: 'a', party: 'x' }),
      ],
      0,
      1,
    ],
    [
      'the member came back, the deputy was let go',
      [invitee('a', 'in-person'), invitee('a', 'in-person', { for: 'a', ...gone })],
      1,
      0,
    ],
    ['both were asked anew by another date', [invitee('a'), invitee('a', undefined, { for: 'a' })], 0, 1],
    ['the member has left the Beirat', [invitee('a', 'in-person', gone)], 0, 0],
    ['an advisory member comes', [invitee('a', 'in-person', { voting: false })], 0, 0],
  ] as const)('%s', (_what, invitees, coming, open) => {
    expect(forecastOf(invitees, { of: 7, needed: 4 })).toMatchObject({ coming, open });
  });

  test('it is certain, open or lost; never two of them, and no seat counts twice', () => {
    const someone = fc.record({
      seat: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      answer: fc.option(fc.constantFrom(...answers), { nil: undefined }),
      isDeputy: fc.boolean(),
      isOut: fc.boolean(),
    });
    void fc.assert(
      fc.property(fc.array(someone), fc.integer({ min: 1, max: 5 }), (list, needed) => {
        const invitees = list.map(({ seat, answer, isDeputy, isOut }) =>
          invitee(seat, answer, { ...(isDeputy ? { for: seat } : {}), ...(isOut ? gone : {}) }),
        );
        const { coming, open, isCertain, isLost } = forecastOf(invitees, { of: 5, needed });
        expect(coming + open).toBeLessThanOrEqual(5);
        expect(isCertain && isLost).toBe(false);
        expect(isCertain).toBe(coming >= needed);
        expect(isLost).toBe(coming + open < needed);
      }),
    );
  });
});

describe('who sits where', () => {
  const at = (assignments: typeof usual, day = '2026-11-25') =>
    composition(contextAt(wednesday, { assignments }), day).map(({ seat, holder, deputies }) =>
      [seat.id, holder?.person.id, ...deputies.map(({ person }) => person.id)].join(' '),
    );

  test('is the seats of the rules with the people of the directory, vacant ones too', () => {
    expect(at(usual)).toEqual([
      'chair chair chair-deputy',
      'executive lotse lotse-deputy',
      'kgrz kgrz kgrz-d1 kgrz-d2',
      'administration admin admin-d1',
      'city-group city',
      'economy economy',
      'economy-2 ',
      'science science',
    ]);
  });

  test('follows the terms', () => {
    const rows = [...without('city'), onSeat('city-group', 'city', { to: '2026-12-31' })];
    const later = [...rows, onSeat('city-group', 'newcomer', { from: '2027-01-01' })];
    expect(at(later)).toContain('city-group city');
    expect(at(later, '2027-01-01')).toContain('city-group newcomer');
    expect(at(rows, '2027-01-01')).toContain('city-group ');
  });

  test('leaves out people without a seat, and finds them', () => {
    const rows = [...usual, onSeat('culture', 'newcomer'), standIn('sport', 'stranger')];
    const context = contextAt(wednesday, { assignments: rows });
    expect(seatless(context, '2026-11-25').map(({ id }) => id)).toEqual(['newcomer', 'stranger']);
    expect(seatless(contextAt(wednesday), '2026-11-25')).toEqual([]);
  });
});

test('a seat whose holder and deputy have declined, or that nobody is invited for, will be empty', () => {
  expect(seatState([])).toBe('empty');
  expect(seatState([{ reply: { answer: 'no' } }] as never)).toBe('empty');
  expect(seatState([{ reply: { answer: 'no' } }, {}] as never)).toBe('open');
});
