import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Idea } from '../../../src/features/ideas/model.ts';
import { ideaRecord } from '../../../src/features/ideas/record.ts';
import { countingScores, judged } from '../../../src/features/ideas/scoring.ts';
import { outcomeOf } from '../../support/outcome.ts';
import {
  acted,
  allActed,
  away,
  contextAt,
  decide,
  everySituation,
  ideaOf,
  noticesOf,
  party,
  people,
  place,
  scoring,
  told,
  viewOf,
} from './world.ts';

const { 'being scored': invited, 'offered, on no agenda': offered } = everySituation();
const secret = 'Das Geheimnis der Wissenschaft';

const viewsOf = (idea: Idea, context = contextAt()) =>
  people.flatMap((id) =>
    (['de', 'en'] as const).map((language) => ({
      id,
      json: JSON.stringify(viewOf(idea, id, context, language)),
    })),
  );

describe('before all have scored', () => {
  const scored = acted(acted(invited, 'science', scoring(5, secret)), 'economy', scoring(5, secret));

  test('nobody’s view holds what somebody else said, whoever looks', () => {
    for (const { id, json } of viewsOf(scored)) {
      const own = id === 'science' || id === 'economy';
      expect(json.includes(secret) ? `${id} sees` : '').toBe(own ? `${id} sees` : '');
      expect(json).not.toMatch(/"judged":\[\{|"comments":\["|"judgedBy":"[^"]/);
    }
  });

  test('a view does not even depend on what others said', () => {
    const other = acted(acted(invited, 'science', scoring(1, 'anders')), 'economy', scoring(5, secret));
    const of = (idea: Idea) => viewsOf(idea).filter(({ id }) => id !== 'science');
    expect(of(scored)).toEqual(of(other));
  });

  test('the history tells that somebody scored, not how', () => {
    expect(JSON.stringify(scored.history)).not.toMatch(new RegExp(`${secret}|benefit`));
  });

  test('a score can be changed', () => {
    const changed = acted(scored, 'science', scoring(2));
    expect(changed.scores.filter(({ by }) => by === 'science').map(({ marks }) => marks.benefit)).toEqual([
      2,
    ]);
  });
});

describe('when all voting seats have scored', () => {
  const all = allActed(invited, [
    ['chair-deputy', scoring(1)],
    ['science', scoring(5, secret)],
    ['economy', scoring(2)],
  ]);

  test('the scores are shown as median and spread, without names', () => {
    expect(judged(all.scores)[0]).toEqual({ criterion: 'benefit', median: 2, lowest: 1, highest: 5 });
    const isPublic = told(all, { place: place({ readers: 'everybody' }) });
    const outsider = viewsOf(isPublic).find(({ id }) => id === 'staff-36');
    expect(outsider?.json).toContain('(1–5)');
    expect(outsider?.json).not.toContain(secret);
    const member = viewsOf(all).find(({ id }) => id === 'economy');
    expect(member?.json).toContain(secret);
    expect(member?.json).not.toContain('Funktion science');
  });

  test('nobody can score any more, and the office is asked to record the result', () => {
    expect(outcomeOf(() => decide(all, scoring(3), party('science'), contextAt()))).toBe('voting-closed');
    expect(all.waitsFor).toEqual(['digitallotse']);
  });

  test('nothing that is kept tells any more who said what', () => {
    const { scores } = all;
    expect(scores).toHaveLength(3);
    expect(JSON.stringify(scores)).not.toMatch(/chair|science|economy/);
    expect(new Set(scores.map(({ at }) => at)).size).toBe(1);
    const other = allActed(invited, [
      ['economy', scoring(2)],
      ['science', scoring(5, secret)],
      ['chair-deputy', scoring(1)],
    ]);
    expect(other.scores).toEqual(scores);
  });

  test('nor does what the audit keeps: without the salt, which is gone, nobody can try out who said what', () => {
    const [first, again] = [0, 1].map(() =>
      allActed(
        invited,
        [
          ['chair', scoring(1)],
          ['science', scoring(5)],
          ['economy', scoring(2)],
        ],
        contextAt(),
      ),
    ) as [Idea, Idea];
    expect(first.scores).toEqual(again.scores);
    expect(JSON.stringify([first, again])).not.toContain('salt');
    const digests = ({ history }: Idea) =>
      history.filter(({ act }) => act === 'scored').map(({ content }) => content);
    expect(digests(first).slice(0, 2)).not.toEqual(digests(again).slice(0, 2));
    expect(digests(first)[0]).toBeDefined();
    // What a former version kept without one is in no digest until it has lost its names.
    const scored = acted(invited, 'science', scoring(5));
    const old = { ...scored, scores: scored.scores.map(({ salt: _, ...one }) => one) };
    const { covers } = ideaRecord;
    expect(covers(old)).toEqual(covers({ ...old, scores: [] }));
    expect(covers(scored)).not.toEqual(covers({ ...scored, scores: [] }));
  });

  test('a deputy counts only where the holder said nothing', () => {
    const both = allActed(invited, [
      ['chair-deputy', scoring(1)],
      ['chair', scoring(5)],
    ]);
    expect(countingScores(both.scores).map(({ by }) => by)).toEqual(['chair']);
    expect(judged(all.scores)[0]).toMatchObject({ lowest: 1 });
  });
});

describe('the time for scoring', () => {
  test('begins when the meeting that has the idea on its agenda is invited to', () => {
    const context = contextAt();
    expect(outcomeOf(() => decide(offered, scoring(3), party('science'), context))).toBe('voting-closed');
    expect(invited.waitsFor).toEqual(['chair', 'science', 'economy']);
  });

  test('ends with the day of the meeting: what was said until then is shown', () => {
    const one = acted(invited, 'science', scoring(4));
    const onTheDay = contextAt('2026-12-03T22:00:00.000Z');
    expect(told(one, {}, onTheDay).revealedAt).toBeUndefined();
    const after = contextAt('2026-12-03T23:30:00.000Z');
    const closed = told(one, {}, after);
    expect(closed.revealedAt).toBe(after.now);
    expect(judged(closed.scores)[0]?.median).toBe(4);
    expect(outcomeOf(() => decide(one, scoring(3), party('chair'), after))).toBe('voting-closed');
  });

  test('moves with the meeting, and stops when it is cancelled', () => {
    const later = told(invited, { place: place({ day: '2026-12-10' }) });
    expect(
      outcomeOf(() => decide(later, scoring(3), party('chair'), contextAt('2026-12-09T08:00:00.000Z'))),
    ).toBe('→ on-agenda');
    const off = told(invited, { place: undefined });
    expect([off.state, off.place, off.waitsFor]).toEqual(['on-agenda', undefined, ['digitallotse']]);
  });

  test('the day alone is no result of the Beirat: not before all have scored or the sitting was held', () => {
    const after = contextAt('2026-12-07T08:00:00.000Z');
    const placed = told(everySituation()['being scored'], { place: place() });
    const nobody = told({ ...placed, scores: [] }, { place: place() }, after);
    expect(nobody.revealedAt).toBeDefined();
    const record = { kind: 'evaluate', outcome: 'feasible', way: 'Los' } as const;
    expect(outcomeOf(() => decide(nobody, record, party('digitallotse'), after))).toBe('voting-open');
    const held = told(nobody, { place: place({ state: 'held' }) }, after);
    expect(acted(held, 'digitallotse', record, after).state).toBe('evaluated');
  });

  test('leaves nothing when the meeting is cancelled and the idea taken back: nobody has seen the scores', () => {
    const off = told(acted(invited, 'science', scoring(5, secret)), { place: undefined });
    expect(off.scores).toHaveLength(1);
    expect(acted(off, 'staff-61', { kind: 'withdraw' }).scores).toEqual([]);
  });

  test('a meeting before the idea was offered again says nothing about it', () => {
    expect(told(offered, { place: place({ day: '2026-11-01', state: 'held' }) })).toBe(offered);
  });
});

test('who had the idea does not judge it, and is not waited for', () => {
  const own = told(acted(ideaOf('science'), 'lead-10.50', { kind: 'offer' }), { place: place() });
  expect(outcomeOf(() => decide(own, scoring(5), party('science'), contextAt()))).toBe('own-idea');
  const rest = allActed(own, [
    ['chair', scoring(3)],
    ['economy', scoring(3)],
  ]);
  expect(rest.revealedAt).toBeDefined();
});

test('those who are away are not asked, their deputies are', () => {
  const context = contextAt(undefined, { absences: [away('chair')] });
  const progress = told(offered, { place: place() }, context);
  expect(progress.waitsFor).toEqual(['chair-deputy', 'science', 'economy']);
});

test('each member is asked once for a meeting', () => {
  const change = decide(offered, { kind: 'support', on: true }, party('staff-36'), contextAt());
  expect(noticesOf(change?.also)).toEqual([]);
  expect(told(invited, { place: place({ item: 5 }) }).place?.item).toBe(5);
});

test('the median lies between the lowest and the highest, whatever is scored', () => {
  const score = fc.record({ seat: fc.string({ minLength: 1 }), benefit: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 9 }), (given) => {
      const scores = given.map(({ seat, benefit }) => ({
        seat,
        by: seat,
        as: 'holder' as const,
        marks: { benefit, effort: 1, feasibility: 1, urgency: 1 },
        at: '2026-11-23T08:00:00.000Z',
      }));
      const [benefit] = judged(scores);
      const counted = countingScores(scores).map(({ marks }) => marks.benefit);
      expect(benefit?.lowest).toBe(Math.min(...counted));
      expect(benefit?.highest).toBe(Math.max(...counted));
      const below = counted.filter((one) => one <= (benefit?.median ?? 0)).length;
      const above = counted.filter((one) => one >= (benefit?.median ?? 0)).length;
      expect(Math.min(below, above) * 2).toBeGreaterThanOrEqual(counted.length);
    }),
  );
});
