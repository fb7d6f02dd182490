import { describe, expect, test } from '@jest/globals';
import type { RoleId } from '../../../src/core/ports/role-directory.ts';
import {
  askedOf,
  type Entitled,
  ideaSeenAs,
  isInBeirat,
  mayHandOver,
  mayReadCompany,
  maySeparate,
  reviewersOf,
  votingSeatOf,
  votingSeats,
} from '../../../src/features/ideas/policy.ts';
import { deputy, holder } from '../../support/directory-builder.ts';
import { acted, away, contextAt, ideaOf, people, type Staffing } from './world.ts';

/* Who may do what with an idea, role by role: vacancies, absences, own ideas, seats. */

const names = (list: readonly Entitled[]) =>
  list.map(({ person, onBehalfOf }) => (onBehalfOf ? `${person.id} i. V. ${onBehalfOf}` : person.id));
const only = (...rows: NonNullable<Staffing['assignments']>): Staffing => ({ assignments: rows });
const [itm, board] = ['strategisches-it-management', 'stadtvorstand'] as const satisfies readonly RoleId[];

describe('when nobody of the reviewing role is there', () => {
  const both = [holder(itm, 'lead-10.50'), deputy(itm, 'lead-10.50-deputy'), holder(board, 'chair')];
  const reviewers = (staffing: Staffing, submitter = 'staff-61') =>
    names(reviewersOf(ideaOf(submitter), contextAt(undefined, staffing)));

  test('the role above acts in its place, and those who are away keep their right', () => {
    const gone = { ...only(...both), absences: [away('lead-10.50'), away('lead-10.50-deputy')] };
    expect(reviewers(gone)).toEqual([
      'lead-10.50',
      'lead-10.50-deputy i. V. Funktion lead-10.50',
      'chair i. V. Funktion lead-10.50',
    ]);
  });
  test('but not while one of them is', () => {
    expect(reviewers({ ...only(...both), absences: [away('lead-10.50')] })).not.toContain(
      'chair i. V. Funktion lead-10.50',
    );
    expect(reviewers(only(...both))).toHaveLength(2);
  });
  test('a vacant role is named in whose place somebody acts', () => {
    expect(reviewers(only(holder(board, 'chair')))).toEqual(['chair i. V. Strategisches IT-Management']);
  });
  test('the same person is not named twice, and never for their own idea', () => {
    const twice = [holder(itm, 'chair'), holder(board, 'chair'), deputy(board, 'chair-deputy')];
    expect(reviewers({ ...only(...twice), absences: [away('chair')] })).toEqual([
      'chair',
      'chair-deputy i. V. Funktion chair',
    ]);
    expect(reviewers(only(holder(itm, 'chair'), holder(board, 'chair')), 'chair')).toEqual([]);
  });
  test('roles that stand above each other end, with nobody', () => {
    const context = contextAt(undefined, only());
    const above: Partial<Record<RoleId, RoleId>> = { [itm]: board, [board]: itm };
    const directory = { ...context.directory, roleAbove: (role: RoleId) => above[role] };
    expect(reviewersOf(ideaOf('staff-61'), { ...context, directory })).toEqual([]);
  });
  test('without a role above nobody is put in', () => {
    const context = contextAt(undefined, { ...only(...both), absences: [away('lead-10.50')] });
    const directory = { ...context.directory, roleAbove: () => undefined };
    expect(names(reviewersOf(ideaOf('staff-61'), { ...context, directory }))).toHaveLength(2);
  });
});

test('all holders who are there are asked; without one the first who stands in, and nobody who is away', () => {
  const one = (id: string, more: Partial<Entitled> = {}): Entitled => ({
    person: { id, name: id, unit: '61' },
    role: itm,
    isAbsent: false,
    ...more,
  });
  const standIn = { onBehalfOf: 'x' };
  expect(askedOf([one('a'), one('b'), one('c', standIn)])).toEqual(['a', 'b']);
  expect(askedOf([one('a', { isAbsent: true }), one('b', standIn), one('c', standIn)])).toEqual(['b']);
  expect(askedOf([one('c', standIn), one('a')])).toEqual(['a']);
  expect(askedOf([one('a', { isAbsent: true })])).toEqual([]);
});

describe('an idea of a company', () => {
  const idea = ideaOf('digitallotse', { scope: 'city', company: 'Zephyr' });
  test('is reviewed by whoever entered it, too', () => {
    expect(names(reviewersOf(idea, contextAt()))).toContain('digitallotse');
    expect(names(reviewersOf(ideaOf('digitallotse', { scope: 'city' }), contextAt()))).not.toContain(
      'digitallotse',
    );
  });
  test('shows the company to whoever entered it and to those who decide on it, to nobody else', () => {
    const entered = ideaOf('staff-61', { scope: 'city', company: 'Zephyr' });
    expect(people.filter((who) => mayReadCompany(entered, who, contextAt()))).toEqual([
      'staff-61',
      'digitallotse',
      'digitallotse-deputy',
    ]);
    const vacant = contextAt(undefined, only(holder(board, 'chair'), holder(itm, 'lead-10.50')));
    const standsIn = reviewersOf(entered, vacant).map(({ person }) => person.id);
    expect(standsIn.length).toBeGreaterThan(0);
    expect(people.filter((who) => mayReadCompany(entered, who, vacant))).toEqual(
      people.filter((who) => who === 'staff-61' || standsIn.includes(who)),
    );
  });
});

describe('who scores', () => {
  const idea = ideaOf('staff-61');
  test('each voting seat, the holder before the deputy; the advisory one and whoever had the idea do not', () => {
    const seats = votingSeats(idea, contextAt()).map(({ seat, people: there }) => [
      seat,
      ...there.map(({ person }) => person.id),
    ]);
    expect(seats).toEqual([
      ['chair', 'chair', 'chair-deputy'],
      ['science', 'science'],
      ['economy', 'economy'],
    ]);
    expect(votingSeats(ideaOf('science'), contextAt()).map(({ seat }) => seat)).toEqual(['chair', 'economy']);
  });
  test('for their seat, and in which capacity', () => {
    expect(votingSeatOf('chair-deputy', idea, contextAt())).toEqual({ seat: 'chair', as: 'deputy' });
    expect(votingSeatOf('economy', idea, contextAt())).toEqual({ seat: 'economy', as: 'holder' });
    expect(votingSeatOf('digitallotse', idea, contextAt())).toBeUndefined();
  });
  test('people whom the directory gives no seat are one each', () => {
    const free = contextAt(
      undefined,
      only(holder('digitaler-beirat', 'science'), holder('digitaler-beirat', 'economy')),
    );
    const voting = { ...free, isVoting: () => true };
    expect(votingSeats(idea, voting).map(({ seat }) => seat)).toEqual(['science', 'economy']);
  });
  test('the Beirat is its members and deputies', () => {
    expect(people.filter((who) => isInBeirat(who, contextAt()))).toEqual([
      'digitallotse',
      'chair',
      'chair-deputy',
      'science',
      'economy',
    ]);
  });
});

describe('what is offered at the end of an idea', () => {
  const idea = ideaOf('staff-61');
  const may = (
    of: typeof idea,
    who: (one: typeof idea, party: string, context: ReturnType<typeof contextAt>) => boolean,
  ) => people.filter((party) => who(of, party, contextAt()));
  const reviewers = ['lead-10.50', 'lead-10.50-deputy'];
  const merged = { ...idea, state: 'duplicate' as const, brought: [] as never };

  test('a merge is undone by those who review it, where it brought something and only there', () => {
    expect(may(merged, maySeparate)).toEqual(reviewers);
    const { brought: _, ...bare } = merged;
    expect(may(bare, maySeparate)).toEqual([]);
    expect(may({ ...merged, state: 'under-review' }, maySeparate)).toEqual([]);
  });
  test('a request is made of one that was evaluated, by those who review it', () => {
    const reviewed = acted(idea, 'lead-10.50', { kind: 'review' });
    const evaluated = { ...reviewed, state: 'evaluated' as const };
    expect(may(evaluated, mayHandOver)).toEqual(reviewers);
    expect(may(reviewed, mayHandOver)).toEqual([]);
    expect(may({ ...reviewed, state: 'done' }, mayHandOver)).toEqual([]);
  });
  test('whoever does not see one that was taken back has no card of it', () => {
    const back = acted(idea, 'staff-61', { kind: 'withdraw' });
    const seen = (of: typeof idea) => people.map((who) => ideaSeenAs(of, who, contextAt()));
    expect(new Set(seen(idea))).toEqual(new Set(['idea']));
    expect(ideaSeenAs(back, 'science', contextAt())).toBeUndefined();
    expect(ideaSeenAs(back, 'staff-61', contextAt())).toBe('idea');
    const wanted = { ...back, supporters: [{ id: 'science', name: 'F' }] } as typeof back;
    expect(['science', 'economy'].map((who) => ideaSeenAs(wanted, who, contextAt()))).toEqual([
      'idea',
      undefined,
    ]);
  });
});
