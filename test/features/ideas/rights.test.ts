import { describe, expect, test } from '@jest/globals';
import { askedOf, maySee, officeOf, reviewersOf } from '../../../src/features/ideas/policy.ts';
import { outcomeOf } from '../../support/outcome.ts';
import { acted, away, contextAt, decide, ideaOf, party, people, type Staffing } from './world.ts';

const mayReview = (submitter: string, scope: 'internal' | 'city', staffing: Staffing = {}) => {
  const context = contextAt(undefined, staffing);
  const idea = ideaOf(submitter, { scope });
  return people.filter((who) =>
    outcomeOf(() => decide(idea, { kind: 'review' }, party(who), context)).startsWith('→'),
  );
};

describe('who reviews an idea', () => {
  test('is 10.50 and its deputy for the administration, the Digitallotse and the deputy for city and economy', () => {
    expect(mayReview('staff-61', 'internal')).toEqual(['lead-10.50', 'lead-10.50-deputy']);
    expect(mayReview('staff-61', 'city')).toEqual(['digitallotse', 'digitallotse-deputy']);
  });

  test('is never whoever had the idea, who is told why', () => {
    expect(mayReview('lead-10.50', 'internal')).toEqual(['lead-10.50-deputy']);
    const own = ideaOf('lead-10.50');
    expect(outcomeOf(() => decide(own, { kind: 'review' }, party('lead-10.50'), contextAt()))).toBe(
      'own-idea',
    );
    expect(outcomeOf(() => decide(own, { kind: 'review' }, party('staff-36'), contextAt()))).toBe(
      'not-yours',
    );
  });

  test('is asked once: the holder, the deputy while the holder is away', () => {
    const idea = ideaOf('staff-61');
    expect(askedOf(reviewersOf(idea, contextAt()))).toEqual(['lead-10.50']);
    const gone = contextAt(undefined, { absences: [away('lead-10.50')] });
    expect(askedOf(reviewersOf(idea, gone))).toEqual(['lead-10.50-deputy']);
    expect(askedOf(officeOf(idea, gone))).toEqual(['digitallotse']);
  });
});

test('a deputy acts "i. V.", a holder does not', () => {
  const idea = ideaOf('staff-61');
  const by = (who: string) => acted(idea, who, { kind: 'review' }).history.at(-1)?.onBehalfOf;
  expect([by('lead-10.50'), by('lead-10.50-deputy')]).toEqual([undefined, 'Funktion lead-10.50']);
});

test('an idea is there to be read by everybody, one that was taken back only by those who had to do with it', () => {
  const idea = ideaOf('staff-61');
  const readers = (of: typeof idea) => people.filter((who) => maySee(of, who, contextAt()));
  expect(readers(idea)).toEqual([...people]);
  expect(readers(acted(idea, 'staff-61', { kind: 'withdraw' }))).toEqual([
    'staff-61',
    'lead-10.50',
    'lead-10.50-deputy',
    'digitallotse',
    'digitallotse-deputy',
  ]);
});
