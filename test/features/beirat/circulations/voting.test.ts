import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brokenEntry } from '../../../../src/core/history.ts';
import { circulationDueAt } from '../../../../src/features/beirat/circulations/deadlines.ts';
import {
  ballotOwners,
  canVote,
  circulationSeenAs,
} from '../../../../src/features/beirat/circulations/policy.ts';
import { outcomeOf, tallyOf } from '../../../../src/features/beirat/circulations/tally.ts';
import { ballotReply as ballot } from '../../../../src/features/beirat/circulations/views/ballot.ts';
import { circulationReply as office } from '../../../../src/features/beirat/circulations/views/office.ts';
import { codeOf } from '../../../support/outcome.ts';
import { away, contextAt, party, rules, told, usual, wednesday } from '../world.ts';
import {
  after,
  allDone,
  circulationAtMorning,
  counted,
  decideCirculation,
  draftAt,
  drafted,
  drawn,
  toVoting,
  votes,
  votingAt,
  words,
} from './circulating.ts';

const [ballotReply, circulationReply] = [drawn(ballot), drawn(office)];

const voters = ['chair', 'kgrz', 'admin', 'city', 'economy', 'science'] as const;
const context = contextAt(wednesday);
const german = (id: string) => ({ id, name: id, language: 'de' as const });

describe('the beginning', () => {
  const submitted = allDone(draftAt(), toVoting.slice(0, 1));
  const begin = (staffing = {}) =>
    decideCirculation(submitted, { kind: 'approve' }, party('chair'), contextAt(wednesday, staffing));

  test('fixes the last day, the quorum and a ballot for each filled voting seat', () => {
    const { doc } = begin() ?? {};
    expect(doc).toMatchObject({ until: '2026-12-02', quorum: { of: 7, needed: 4 } });
    expect(doc?.ballots.map((ballot) => ballot.party)).toEqual(voters);
  });

  test('asks those who vote, and tells the office', () => {
    expect(told(begin())).toEqual([
      ...voters.map((who) => `circulation-vote ${who}`),
      'circulation-approved lotse',
    ]);
  });

  test('asks the deputy too while a member is away', () => {
    const asked = told(begin({ absences: [away('kgrz')] }));
    expect(asked).toContain('circulation-vote kgrz');
    expect(asked).toContain('circulation-vote kgrz-d1');
    expect(asked).not.toContain('circulation-vote kgrz-d2');
  });

  test('takes the quorum of those who hold a seat when the rules say so', () => {
    const own = { ...rules, quorum: { of: 'members', second: 3 } };
    expect(begin({ rules: own })?.doc.quorum).toEqual({ of: 6, needed: 4 });
  });

  test('by the deputy of the chair is marked', () => {
    const change = decideCirculation(submitted, { kind: 'approve' }, party('chair-deputy'), context);
    expect(change?.doc.approval).toMatchObject({
      by: 'chair-deputy',
      onBehalfOf: expect.stringContaining('chair'),
    });
  });

  test('is asked of whoever chairs at that moment', () => {
    const submit = (staffing = {}) =>
      told(decideCirculation(draftAt(), { kind: 'submit' }, party('lotse'), contextAt(wednesday, staffing)));
    expect(submit()).toEqual(['circulation-approve chair']);
    expect(submit({ absences: [away('chair')] })).toEqual(['circulation-approve chair-deputy']);
  });
});

describe('a vote', () => {
  const voting = votingAt();

  test('can be changed until the end', () => {
    const changed = allDone(voting, [
      ['kgrz', votes('yes')],
      ['kgrz', votes('abstain')],
    ]);
    expect(tallyOf(changed)).toMatchObject({ yes: 0, abstain: 1, took: 1 });
    expect(changed.history.slice(-2).map(({ act }) => act)).toEqual(['voted', 'vote-changed']);
  });

  test('given twice has one effect', () => {
    const once = allDone(voting, [['kgrz', votes('yes')]]);
    expect(decideCirculation(once, votes('yes'), party('kgrz'), context)).toBeUndefined();
  });

  test('stays secret until the end: nothing that anybody else sees depends on it', () => {
    const seenAfter = (vote: 'yes' | 'no' | 'abstain') => {
      const circulation = allDone(voting, [['kgrz', votes(vote)]]);
      return JSON.stringify([
        // Fingerprints are seen by nobody.
        circulation.history.map(({ hash: _h, previous: _p, content: _c, ...entry }) => entry),
        circulationReply(circulation, german('lotse'), context).data,
        circulationReply(circulation, german('chair'), context).data,
        ballotReply(circulation, german('admin'), context).data,
      ]);
    };
    expect(seenAfter('no')).toBe(seenAfter('yes'));
    expect(seenAfter('abstain')).toBe(seenAfter('yes'));
    expect(seenAfter('yes')).toContain('✓ hat abgestimmt: Funktion kgrz');
  });

  test('is seen by the whole Beirat after the end, and stands in the history then', () => {
    const end = counted(allDone(voting, [['kgrz', votes('no')]]));
    expect(JSON.stringify(ballotReply(end, german('admin'), context).data)).toContain('✕ Nein: ');
    expect(end.history.at(-1)?.facts?.votes).toContain('kgrz=no');
  });

  test('of a voting that was broken off is seen by nobody', () => {
    const end = allDone(voting, [
      ['kgrz', votes('no')],
      ['admin', { kind: 'object', text: '' }],
    ]);
    expect(ballotReply(end, german('city'), context).data.rows).toEqual([]);
    expect(circulationReply(end, german('lotse'), context).data.rows).toEqual([]);
  });
});

describe('a deputy', () => {
  const absent = { absences: [away('kgrz')] };
  const voting = votingAt(wednesday, absent);
  const by = (who: string, vote: 'yes' | 'no', circulation = voting, staffing = absent) =>
    allDone(circulation, [[who, votes(vote)]], wednesday, staffing);

  test('votes while the directory has the member away, and is marked', () => {
    const ballot = by('kgrz-d1', 'yes').ballots.find(({ seat }) => seat === 'kgrz');
    expect(ballot?.vote).toMatchObject({ by: 'kgrz-d1', onBehalfOf: expect.stringContaining('kgrz') });
  });

  test('does not vote once the member is back', () => {
    expect(() => by('kgrz-d1', 'yes', voting, { absences: [] })).toThrow('not-a-voter');
  });

  test('gives way to the member, whose own vote counts', () => {
    const own = by('kgrz', 'no', by('kgrz-d1', 'yes'));
    expect(tallyOf(own)).toMatchObject({ yes: 0, no: 1, took: 1 });
    expect(() => by('kgrz-d1', 'yes', own)).toThrow('member-voted');
  });
});

describe('the result', () => {
  const withVotes = (given: readonly ('yes' | 'no' | 'abstain' | 'none')[]) =>
    allDone(
      votingAt(),
      voters.flatMap((who, at) => {
        const vote = given[at];
        return vote && vote !== 'none' ? [[who, votes(vote)] as const] : [];
      }),
    );

  test.each([
    ['adopted', ['yes', 'yes', 'no', 'abstain']],
    ['adopted', ['yes', 'abstain', 'abstain', 'abstain']],
    ['rejected', ['yes', 'yes', 'no', 'no']],
    ['rejected', ['abstain', 'abstain', 'abstain', 'abstain']],
    ['no-quorum', ['yes', 'yes', 'yes']],
    ['no-quorum', []],
  ] as const)('is "%s" after %j', (state, given) => {
    expect(counted(withVotes(given)).state).toBe(state);
  });

  test('is found at once when all have voted, and told to office, chair and members once', () => {
    const nearly = withVotes(['yes', 'yes', 'yes', 'no', 'no']);
    expect(nearly.state).toBe('voting');
    const last = decideCirculation(nearly, votes('yes'), party('science'), context);
    expect(last?.doc.state).toBe('adopted');
    expect(told(last)).toEqual(['lotse', ...voters].map((who) => `circulation-result ${who}`));
  });

  test('does not wait for a seat that has become vacant', () => {
    const staffing = { assignments: usual.filter(({ person }) => person !== 'science') };
    const nearly = withVotes(['yes', 'yes', 'yes', 'no']);
    const last = decideCirculation(nearly, votes('yes'), party('economy'), contextAt(wednesday, staffing));
    expect(last?.doc.state).toBe('adopted');
  });

  test('needs enough who take part and more yes than no; one more yes never turns it against', () => {
    const count = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: 1, max: 9 }), (yes, no, abstain, needed) => {
        const tally = { yes, no, abstain, took: yes + no + abstain, of: 30, needed };
        const state = outcomeOf(tally);
        expect(state === 'adopted').toBe(tally.took >= needed && yes > no);
        if (state === 'adopted')
          expect(outcomeOf({ ...tally, yes: yes + 1, took: tally.took + 1 })).toBe('adopted');
      }),
    );
  });
});

describe('time', () => {
  const voting = votingAt();

  test('looks the day before the last and the morning after it, also when the clocks change', () => {
    expect(circulationDueAt(voting)).toBe('2026-12-01T07:00:00.000Z');
    const autumn = votingAt('2026-10-18T09:00:00.000Z');
    expect(circulationDueAt(autumn)).toBe('2026-10-25T07:00:00.000Z');
    expect(circulationDueAt({ ...autumn, until: '2026-10-25' })).toBe('2026-10-24T06:00:00.000Z');
    expect(circulationDueAt({ ...autumn, reminded: true })).toBe('2026-10-27T07:00:00.000Z');
  });

  test.each([
    ['a Thursday', '2026-11-26T09:00:00.000Z', '2026-12-03'],
    ['a Sunday', '2026-10-18T09:00:00.000Z', '2026-10-26'],
    ['Christmas and the weekend after it', '2026-12-18T09:00:00.000Z', '2026-12-28'],
    ['Easter', '2027-03-19T09:00:00.000Z', '2027-03-30'],
  ])('ends a week later, or on the next day that somebody works: %s', (_name, begun, until) => {
    expect(votingAt(begun).until).toBe(until);
  });

  test('reminds once whose vote is missing, and the deputy of who is away', () => {
    const staffing = { absences: [away('admin')] };
    const some = allDone(
      voting,
      voters.slice(0, 2).map((who) => [who, votes('yes')] as const),
    );
    const morning = contextAt('2026-12-01T07:00:00.000Z', staffing);
    const change = circulationAtMorning(some, morning);
    expect(told(change)).toEqual(
      ['admin', 'admin-d1', 'city', 'economy', 'science'].map((who) => `circulation-reminder ${who}`),
    );
    expect(told(circulationAtMorning(after(some, change), morning))).toEqual([]);
  });
});

test('one objection tells everybody but the one who objects', () => {
  const change = decideCirculation(
    votingAt(),
    { kind: 'object', text: 'Bitte beraten' },
    party('kgrz'),
    context,
  );
  expect(change?.doc.objection).toMatchObject({ by: 'kgrz', text: 'Bitte beraten' });
  expect(told(change)).toEqual(
    ['lotse', 'chair', 'admin', 'city', 'economy', 'science'].map((who) => `circulation-result ${who}`),
  );
});

test.each([
  ['draft', draftAt(), ['office', undefined, undefined, undefined, undefined]],
  [
    'submitted',
    allDone(draftAt(), toVoting.slice(0, 1)),
    ['office', 'office', undefined, undefined, undefined],
  ],
  ['voting', votingAt(), ['office', 'office', 'ballot', 'ballot', undefined]],
] as const)('who sees a circulation that is %s', (_name, circulation, expected) => {
  const roles = ['lotse', 'chair', 'kgrz', 'kgrz-d1', 'stranger'];
  expect(roles.map((who) => circulationSeenAs(circulation, who, context))).toEqual(expected);
});

describe('a ballot', () => {
  const absent = contextAt(wednesday, { absences: [away('kgrz')] });

  test('lies before all members, and before the deputy of who is away; before nobody until it is begun', () => {
    expect(ballotOwners(draftAt(), context)).toEqual([]);
    const owners = ballotOwners(votingAt(), context);
    expect(owners).toEqual(expect.arrayContaining([...voters]));
    expect(owners).not.toContain('kgrz-d1');
    expect(new Set(owners).size).toBe(owners.length);
    expect(ballotOwners(votingAt(), absent)).toEqual(expect.arrayContaining([...voters, 'kgrz-d1']));
  });

  test('is open to members and the deputy of who is away, while the vote is on', () => {
    const may = (who: string, circulation = votingAt(), now = context) =>
      canVote(circulation, party(who).id, now);
    expect(voters.map((who) => may(who))).toEqual(voters.map(() => true));
    expect([may('kgrz-d1'), may('kgrz-d1', votingAt(), absent), may('staff')]).toEqual([false, true, false]);
    expect([may('kgrz', draftAt()), may('kgrz', counted(votingAt()))]).toEqual([false, false]);
  });
});

test('the history of a whole life is chained', () => {
  const steps = [
    ['kgrz', votes('no')],
    ['admin', votes('yes')],
  ] as const;
  const { history } = counted(allDone(votingAt(), steps));
  expect(history.map(({ act }) => act)).toEqual([
    'drafted',
    'submitted',
    'approved',
    'voted',
    'voted',
    'no-quorum',
  ]);
  expect(brokenEntry(history, 'U-2026-1', context.digest)).toBeUndefined();
});

describe('whether anything is resolved by circulation, the rules of procedure say', () => {
  const ruled = (allowed: 'never' | 'exceptional' | 'always') =>
    contextAt(wednesday, { rules: { ...rules, circulation: { days: 7, allowed } } });
  const submit = (reasons: string | undefined, allowed: 'never' | 'exceptional' | 'always') => {
    const text = { title: 'Leitbild', wording: 'Der Beirat stimmt zu.', days: 7, reasons };
    const draft = { ...drafted('U-2026-1', text, party('lotse'), ruled('always')).doc, version: 1 };
    return codeOf(() => decideCirculation(draft, { kind: 'submit' }, party('lotse'), ruled(allowed)));
  };

  test('never: none is begun, and none that was begun goes on', () => {
    const begin = () => drafted('U-2026-1', words, party('lotse'), ruled('never'));
    expect(codeOf(begin)).toBe('no-circulation');
    expect(submit('eilt', 'never')).toBe('no-circulation');
  });

  test('as an exception: with the reason why it cannot wait', () => {
    expect(submit(undefined, 'exceptional')).toBe('exception-missing');
    expect(submit('Die Frist endet vor der Sitzung.', 'exceptional')).toBe('done');
    expect(submit(undefined, 'always')).toBe('done');
  });
});
