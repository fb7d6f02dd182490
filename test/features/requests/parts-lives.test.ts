import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { findingsOf } from '../../../src/case/audit.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { extraFindings } from '../../../src/features/requests/audit.ts';
import { sawOf } from '../../../src/features/requests/decided.ts';
import { openParts, Request } from '../../../src/features/requests/model.ts';
import { seenFrom } from '../../../src/features/requests/parts.ts';
import { requestRecord } from '../../../src/features/requests/record.ts';
import { isSettled, nextSteps } from '../../../src/features/requests/route.ts';
import { asked, type World, worldAt } from './checklist.ts';
import { type Act, decide, look, noticesOf, party, people } from './world.ts';

/* Random lives of a checklist. */

const ids = people.map(([id]) => id);
const kinds = [
  'finish',
  'finish',
  'finish',
  'take',
  'ask',
  'answer',
  'change',
  'pass-on',
  'assign',
  'withdraw',
];
type Happening =
  | {
      readonly what: 'act';
      readonly kind: string;
      readonly who: number;
      readonly which: number;
      readonly to: number;
    }
  | { readonly what: 'days'; readonly days: number };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('act' as const),
      kind: fc.constantFrom(...kinds),
      who: fc.nat(999),
      which: fc.nat(999),
      to: fc.nat(999),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('days' as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
);

function holds(request: Request, shown: ReadonlyMap<number, string>): void {
  expect(Request.safeParse(request).error).toBeUndefined();
  const parts = openParts(request);
  expect(new Set(parts.map(({ visit }) => visit)).size).toBe(parts.length);
  expect(new Set(parts.map(({ step }) => step)).size).toBe(parts.length);
  // Nobody's tick stands beside content that they did not see.
  const saw = sawOf(request, { digest: randomIds.digest });
  const ticks = request.route.flatMap(({ id }) => {
    const last = request.settled.findLast(({ step }) => step === id);
    return last?.outcome === 'carried-out' ? [last] : [];
  });
  for (const { votes, visit } of ticks) {
    if (!ticks.some(({ step }) => step === 'close')) expect(votes.map((one) => one.saw)).toEqual([saw]);
    expect(shown.get(visit) ?? votes[0]?.saw).toBe(votes[0]?.saw);
  }
  if (request.closedAt) {
    expect([parts, request.waitsFor, request.question]).toEqual([[], [], undefined]);
    if (request.state === 'done') expect(request.route.every((one) => isSettled(one, request))).toBe(true);
    return;
  }
  // Everything that may be open is, and nothing that is done or must wait.
  expect(nextSteps(request)).toEqual([]);
  expect(parts.filter(({ step }) => ticks.some((one) => one.step === step))).toEqual([]);
  const after = ticks.map(({ step }) => step);
  if (parts.some(({ step }) => step === 'collect'))
    expect(after).toEqual(expect.arrayContaining(['devices', 'rights']));
  if (parts.some(({ step }) => step === 'close')) expect(parts).toHaveLength(1);
  // Each part by itself is a request that waits at one step.
  for (const { visit, question, takenBy } of parts) {
    const seen = seenFrom(request, visit);
    expect(seen?.open?.visit).toBe(visit);
    expect(
      seen &&
        openParts(seen)
          .map((one) => one.visit)
          .sort(),
    ).toEqual(parts.map((one) => one.visit).sort());
    expect(seen?.state).toBe(question ? 'returned' : takenBy ? 'in-progress' : 'approved');
  }
  expect(Boolean(request.question)).toBe(request.state === 'returned');
  expect(parts.some(({ question }) => question)).toBe(request.state === 'returned');
}

test('Whatever happens to the parts, each is done once, seen, and the whole ends when all are done', () => {
  const reached = new Set<string>();
  void fc.assert(
    fc.property(fc.array(happening, { minLength: 10, maxLength: 40, size: 'max' }), (happenings) => {
      let request = asked();
      let now = Date.parse('2026-11-23T10:00:00Z');
      const shown = new Map<number, string>();
      const owed: string[] = [];
      for (const one of happenings) {
        for (const { visit, question } of openParts(request))
          if (!question) shown.set(visit, sawOf(request, { digest: randomIds.digest }));
        now += one.what === 'days' ? one.days * 86_400_000 : 60_000;
        const world = worldAt(new Date(now).toISOString());
        try {
          const change = one.what === 'days' ? look(request, world) : happened(request, one, world);
          if (!change) continue;
          owed.push(...noticesOf(change.also).filter((id) => !id.includes(' vacant ')));
          request = { ...(change.doc as Request), version: request.version + 1 };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        holds(request, shown);
        reached.add(request.state);
      }
      expect(new Set(owed).size).toBe(owed.length);
      expect(findingsOf(request, requestRecord.covers, randomIds.digest)).toEqual([]);
      expect(extraFindings(request)).toEqual([]);
    }),
    { numRuns: 60, seed: 11 },
  );
  expect([...reached].sort()).toEqual(['approved', 'done', 'in-progress', 'returned', 'withdrawn']);
});

function happened(request: Request, one: Extract<Happening, { what: 'act' }>, world: World) {
  const parts = openParts(request);
  const at = parts[one.which % Math.max(1, parts.length)];
  const likely = ['answer', 'change', 'withdraw'].includes(one.kind) ? ['staff-61'] : (at?.asked ?? []);
  const who =
    (one.who % 5 ? likely[one.who % Math.max(1, likely.length)] : undefined) ?? ids[one.who % ids.length];
  // Some are typed: then there is no card.
  const base = { note: 'weil', ...(one.to % 6 ? { visit: at?.visit ?? 0 } : {}) };
  const to = ids[one.to % ids.length] ?? '';
  const day = `2027-01-${10 + (one.to % 20)}`;
  const more: Readonly<Record<string, object>> = {
    'pass-on': { to: 'betrieb-kgrz' },
    assign: { to },
    change: { kind: 'answer', fields: { ...request.fields, day } },
  };
  // Taking it back would end most lives at once.
  if (one.kind === 'withdraw' && one.to % 4) return undefined;
  return decide(request, { kind: one.kind, ...base, ...more[one.kind] } as Act, party(who ?? ''), world);
}
