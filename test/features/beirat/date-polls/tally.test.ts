import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choices } from '../../../../src/features/beirat/date-polls/model.ts';
import { bestOf, standingsOf } from '../../../../src/features/beirat/date-polls/tally.ts';
import { contextAt, wednesday, without } from '../world.ts';
import { allSaid, says, startedAt } from './polling.ts';

const context = contextAt(wednesday);
const voters = ['chair', 'kgrz', 'admin', 'city', 'economy', 'science'] as const;
const poll = startedAt();

/** Answers for the first date, in the order of the voting members. */
const first = (...said: readonly ('yes' | 'maybe' | 'no' | 'open')[]) => {
  const acts = voters.flatMap((who, at) => {
    const choice = said[at];
    return choice && choice !== 'open' ? [[who, says(choice)] as const] : [];
  });
  const [standing] = standingsOf(allSaid(poll, acts), context);
  if (!standing) throw new Error('there is no first date');
  return standing;
};

describe('the quorum of a date (four of seven)', () => {
  test.each([
    ['certain', ['yes', 'yes', 'yes', 'yes']],
    ['if-need-be', ['yes', 'yes', 'yes', 'maybe']],
    ['possible', ['yes', 'yes', 'no', 'no']],
    ['lost', ['yes', 'yes', 'no', 'no', 'no']],
    ['possible', []],
  ] as const)('is %s after %j', (prospect, said) => {
    expect(first(...said).prospect).toBe(prospect);
  });

  test('does not count those who advise', () => {
    const [standing] = standingsOf(allSaid(poll, [['lotse', says('yes')]]), context);
    expect(standing?.by.yes.map(({ party }) => party)).toEqual(['lotse']);
    expect(standing?.votingYes).toBe(0);
  });

  test('counts everybody once: who can, could, cannot, has not said', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...choices, 'open' as const), { maxLength: 6 }), (said) => {
        const { by, votingYes, votingYesOrMaybe } = first(...said);
        expect(by.yes.length + by.maybe.length + by.no.length + by.open.length).toBe(7);
        expect(votingYesOrMaybe).toBeGreaterThanOrEqual(votingYes);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the date that suits best', () => {
  const best = (...acts: Parameters<typeof allSaid>[1]) =>
    bestOf(standingsOf(allSaid(poll, acts), context))?.option.id;

  test('is none before anybody can', () => {
    expect(best()).toBeUndefined();
    expect(best(['kgrz', says('no', 'no')])).toBeUndefined();
  });

  test('is one that the chair can, even if more can on another', () => {
    expect(
      best(['chair', says('no', 'yes')], ['kgrz', says('yes', 'no')], ['admin', says('yes', 'no')]),
    ).toBe('2');
  });

  test('is otherwise the one with the better quorum, then with more who can', () => {
    expect(best(['kgrz', says('no', 'yes')], ['admin', says('yes', 'yes')])).toBe('2');
    const all = voters.map((who) => [who, says('maybe', 'yes')] as const);
    expect(best(...all)).toBe('2');
  });

  test('is the earlier of two that suit equally', () => {
    expect(best(['kgrz', says('yes', 'yes')])).toBe('1');
  });
});

test('who chairs is said for each date, and whether there is a deputy', () => {
  expect(first('no')).toMatchObject({ chair: 'no', chairHasDeputy: true });
  expect(first('open')).toMatchObject({ chair: 'open' });
  const vacant = contextAt(wednesday, { assignments: without('chair') });
  expect(standingsOf(poll, vacant)[0]?.chair).toBeUndefined();
});
