import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { findingsOf } from '../../../src/case/audit.ts';
import { brokenEntry } from '../../../src/core/history.ts';
import type { Change } from '../../../src/core/ports/store.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { signedBeside } from '../../../src/features/requests/actors.ts';
import { extraFindings } from '../../../src/features/requests/audit.ts';
import { sawOf } from '../../../src/features/requests/decided.ts';
import { asksFor, ends, Request } from '../../../src/features/requests/model.ts';
import { isBelow, rolesFrom } from '../../../src/features/requests/order.ts';
import { requestRecord } from '../../../src/features/requests/record.ts';
import { isSettled, nextStep, stepOf } from '../../../src/features/requests/route.ts';
import { isDecision } from '../../../src/features/requests/types/model.ts';
import {
  type Act,
  type ActKind,
  away,
  contextAt,
  decide,
  look,
  noticesOf,
  party,
  people,
  submittedBy,
  usual,
} from './world.ts';

/*
 * Random lives of a request: whoever does whatever, cards are pressed late and several times, days pass, people go on
 * leave, fall away and come back. Whatever happens, the invariants hold.
 */

const ids = people.map(([id]) => id);
/** What brings a request on comes up more often than what ends it. */
const kinds: readonly ActKind[] = [
  ...Array.from({ length: 8 }, () => ['approve', 'approve', 'opinion', 'take'] as const).flat(),
  'answer',
  'answer',
  ...([
    'pass-on',
    'pass-on',
    'ask',
    'ask',
    'unask',
    'finish',
    'finish',
    'reject',
    'reject',
    'withdraw',
    'override',
    'override',
    'assign',
  ] as const),
];

type Happening =
  | {
      readonly what: 'act';
      readonly who: number;
      readonly kind: ActKind;
      readonly to: number;
      readonly costs: number;
    }
  /** The same card pressed again, however long ago. */
  | { readonly what: 'again'; readonly which: number }
  | { readonly what: 'days'; readonly days: number }
  | { readonly what: 'leave'; readonly who: number }
  | { readonly what: 'change'; readonly row: number };

const index = fc.nat({ max: 1000 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('act' as const),
      who: index,
      kind: fc.constantFrom(...kinds),
      to: index,
      costs: fc.constantFrom(0, 50_000, 2_000_000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('again' as const), which: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('days' as const), days: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('leave' as const), who: index }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('change' as const), row: index }) },
);

/** Deep-frozen: a decision that changed what it was given would throw. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

type Pressed = { readonly who: string; readonly act: Act };

const standIns = ['itb-61-deputy', 'lead-10.50-deputy', 'betrieb-kgrz'];

/** Somebody who may act is drawn more often than not, so that requests get somewhere. */
function pressed(request: Request, one: Extract<Happening, { what: 'act' }>): Pressed {
  const { open } = request;
  const likely =
    one.kind === 'answer' || one.kind === 'withdraw' ? [request.requester.id] : (open?.asked ?? []);
  const who =
    (one.who % 4 > 0 ? likely[one.who % Math.max(1, likely.length)] : undefined) ?? ids[one.who % ids.length];
  const to = ids[one.to % ids.length] ?? '';
  // Some type it: then it is for whatever is there now.
  const base = { ...(one.to % 5 === 0 ? {} : { visit: open?.visit ?? 0 }), note: 'weil' };
  const decision = one.to % 2 === 0 ? ('approve' as const) : ('reject' as const);
  const fields = { ...request.fields, costs: one.costs, cross: one.to % 3 > 0 };
  const more: Readonly<Partial<Record<ActKind, object>>> = {
    'pass-on': { to: one.to % 2 === 0 ? standIns[one.who % standIns.length] : to },
    assign: { to },
    override: { decision },
    answer: one.who % 2 === 0 ? { fields } : {},
  };
  return { who: who ?? '', act: { kind: one.kind, ...base, ...more[one.kind] } as Act };
}

/** A life under way: the request, what it owed so far, and the world around it. */
class Life {
  request: Request;
  now = Date.parse('2026-11-23T10:00:00Z');
  leave = new Set<string>();
  rows = [...usual];
  readonly owed: string[] = [];
  readonly cards: Pressed[] = [];
  readonly drawn = new Map<number, string>();
  readonly asked = new Map<string, Set<string>>();
  readonly said = { typed: 0, pressed: 0 };

  constructor(requester: string, colleague?: string) {
    const start = { unit: '61', ...(colleague ? { colleague } : {}) };
    this.request = frozen(submittedBy(requester, { application: 'bau', costs: 50_000 }, start));
    check(this.request);
    this.shows();
  }

  context() {
    const staffing = { assignments: this.rows, absences: [...this.leave].map(away) };
    return contextAt(new Date(this.now).toISOString(), staffing);
  }

  step(one: Happening): void {
    switch (one.what) {
      case 'act':
        this.cards.push(pressed(this.request, one));
        this.press(this.cards.at(-1));
        return;
      case 'again':
        this.press(this.cards[one.which % Math.max(1, this.cards.length)]);
        return;
      case 'days':
        this.now += one.days * 86_400_000;
        if ((this.request.dueAt ?? '9') <= new Date(this.now).toISOString())
          this.becomes(look(this.request, this.context()));
        return;
      case 'leave': {
        const who = ids[one.who % ids.length] ?? '';
        if (!this.leave.delete(who)) this.leave.add(who);
        return;
      }
      case 'change': {
        const row = usual[one.row % usual.length];
        this.rows =
          row && this.rows.includes(row)
            ? this.rows.filter((other) => other !== row)
            : [...this.rows, ...(row ? [row] : [])];
        return;
      }
      default:
        one satisfies never;
    }
  }

  press(card: Pressed | undefined): void {
    const change = card && this.tried(card);
    if (!change) return;
    this.becomes(change, card.act);
    // The same delivery once more, right behind: never an error, never a second effect.
    if ('visit' in card.act && card.act.visit !== undefined)
      expect(decide(this.request, card.act, party(card.who), this.context())).toBeUndefined();
    this.now += 60_000;
  }

  tried({ act, who }: Pressed): Change<Request> | undefined {
    try {
      return decide(this.request, act, party(who), this.context());
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** Nobody decides in the place of a role above their own, and no stand-in signs a second step. */
  ranks(before: Request): void {
    const { directory, now } = this.context();
    const day = now.slice(0, 10);
    const known = new Set(
      [...before.settled.flatMap(({ votes }) => votes), ...(before.open?.votes ?? [])].map((one) =>
        JSON.stringify(one),
      ),
    );
    for (const { step: id, votes } of [
      ...this.request.settled,
      ...(this.request.open ? [this.request.open] : []),
    ]) {
      const step = stepOf(this.request, id);
      if (!step || !isDecision(step)) continue;
      for (const one of votes.filter((vote) => !known.has(JSON.stringify(vote)))) {
        const place = step.of === 'unit' ? { unit: this.request.unit } : {};
        const roles = rolesFrom(step.role, directory);
        expect(roles.filter((role) => directory.holdsRole(one.by, role, place, day))).not.toEqual([]);
        if (one.isOverride) expect(isBelow(step.role, 'strategisches-it-management', directory)).toBe(true);
        const beside = signedBeside(step, before);
        if (one.isOverride || one.onBehalfOf) expect(beside.map(({ by }) => by)).not.toContain(one.by);
        expect(beside.filter(({ isOverride }) => isOverride).map(({ by }) => by)).not.toContain(one.by);
      }
    }
  }

  /**
   * A new yes or opinion stands beside what was before whoever gave it: the card carries the content of its revision, and
   * typed words hold only where a step has never been asked about anything else.
   */
  seen(before: Request, act: Act): void {
    const known = new Set(
      [...before.settled, ...(before.open ? [before.open] : [])].flatMap(({ votes }) =>
        votes.map((one) => JSON.stringify(one)),
      ),
    );
    const all = [...this.request.settled, ...(this.request.open ? [this.request.open] : [])];
    for (const { step, votes } of all)
      for (const one of votes.filter((vote) => vote.say !== 'no' && !known.has(JSON.stringify(vote)))) {
        const visit = 'visit' in act ? act.visit : undefined;
        const shown = visit === undefined ? [...(this.asked.get(step) ?? [])] : [this.drawn.get(visit)];
        expect([...new Set(shown)]).toEqual([one.saw]);
        this.said[visit === undefined ? 'typed' : 'pressed'] += 1;
      }
  }

  /** What the cards of each revision show, and what each step was ever asked about. */
  shows(): void {
    const { open } = this.request;
    if (!open || this.request.state === 'returned') return;
    const saw = sawOf(this.request, { digest: randomIds.digest });
    this.drawn.set(open.visit, saw);
    this.asked.set(open.step, (this.asked.get(open.step) ?? new Set()).add(saw));
  }

  becomes({ doc, also }: Change<Request>, act?: Act): void {
    const before = this.request;
    this.request = frozen({ ...doc, version: before.version + 1 });
    if (act) this.seen(before, act);
    this.shows();
    // That a position is vacant is told once per visit, however often it changes; the outbox keeps the first.
    this.owed.push(...noticesOf(also).filter((id) => !id.includes(' vacant ')));
    check(this.request, before);
    this.ranks(before);
    expect(new Set(this.owed).size).toBe(this.owed.length);
    if (!ends.includes(this.request.state)) {
      expect(Date.parse(String(this.request.dueAt))).toBeGreaterThan(this.now);
    }
  }
}

const decisive = [
  'recommended',
  'advised-against',
  'approved',
  'rejected',
  'opinion',
  'passed-on',
  'asked-back',
  'taken',
  'carried-out',
];

/** What holds for every request at any time. */
function check(request: Request, before?: Request): void {
  expect(Request.safeParse(request).error).toBeUndefined();
  const { history, open, state, settled } = request;
  expect(brokenEntry(history, request.id, randomIds.digest)).toBeUndefined();
  if (before) {
    expect(history.slice(0, before.history.length)).toEqual(before.history);
    expect(open?.visit ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(before.open?.visit ?? 0);
  }
  expect(history.filter(({ act, by }) => decisive.includes(act) && asksFor(request, by))).toEqual([]);
  const votes = [...settled.flatMap((one) => one.votes), ...(open?.votes ?? [])];
  expect(votes.filter(({ by }) => asksFor(request, by))).toEqual([]);
  const spoken = (open?.votes ?? []).map(({ by }) => by);
  expect(new Set(spoken).size).toBe(spoken.length);
  ticks(request);
  if (ends.includes(state)) {
    expect([open, request.dueAt, request.question]).toEqual([undefined, undefined, undefined]);
    expect(request.closedAt).toBeDefined();
  } else {
    expect(request.closedAt).toBeUndefined();
    expect(Boolean(request.question)).toBe(state === 'returned');
    const duty = stepOf(request, open?.step)?.duty;
    if (state === 'in-approval') expect(['recommend', 'approve', 'hear']).toContain(duty);
    if (state === 'approved' || state === 'in-progress') expect(duty).toBe('do');
    expect(Boolean(open?.takenBy)).toBe(
      state === 'in-progress' || (state === 'returned' && Boolean(open?.takenBy)),
    );
  }
  // Nothing is carried out that somebody had to decide and did not.
  if (state === 'done') expect(nextStep(request)).toBeUndefined();
  if (duty(request) === 'do') {
    const undecided = request.route.filter(
      (step) => step.duty === 'approve' && nextStep(request)?.id === step.id,
    );
    expect(undecided.filter((step) => !isSettled(step, request))).toEqual([]);
  }
}

/** Nobody's tick ever stands beside content that they did not see, also where it has come to its end. */
function ticks(request: Request): void {
  const saw = sawOf(request, { digest: randomIds.digest });
  const standing = request.route.flatMap(({ id }) => {
    const last = request.settled.findLast(({ step }) => step === id);
    return last && bound.has(last.outcome) ? last.votes : [];
  });
  const open = request.state === 'returned' ? [] : (request.open?.votes ?? []);
  expect([...standing, ...open].filter((vote) => vote.saw !== saw)).toEqual([]);
}

const bound = new Set(['agreed', 'advised-against', 'heard', 'carried-out']);

const duty = (request: Request) => stepOf(request, request.open?.step)?.duty;

test('the random lives reach every state and every kind of entry', () => {
  const states = new Set<string>();
  const entries = new Set<string>();
  const said = { typed: 0, pressed: 0 };
  const lives = fc.sample(fc.array(happening, { minLength: 50, maxLength: 80 }), { numRuns: 110, seed: 11 });
  for (const happenings of lives) {
    const life = new Life('staff-61');
    for (const one of happenings) {
      life.step(one);
      states.add(life.request.state);
    }
    for (const { act } of life.request.history) entries.add(act);
    said.typed += life.said.typed;
    said.pressed += life.said.pressed;
  }
  expect(Math.min(said.typed, said.pressed)).toBeGreaterThan(20);
  expect([...states].sort()).toEqual(
    ['approved', 'done', 'in-approval', 'in-progress', 'rejected', 'returned', 'withdrawn'].sort(),
  );
  const reached = [
    ...decisive,
    'answered',
    'unasked',
    'changed',
    'reopened',
    'asked',
    'informed',
    'not-heard',
    'moved',
    'urged',
    'assigned',
    'override-approved',
  ];
  expect(reached.filter((act) => !entries.has(act))).toEqual([]);
});

describe('whatever happens to a request', () => {
  test.each<[string, string | undefined]>([
    ['staff-61', undefined],
    ['itb-61', undefined],
    ['lead-10.50', undefined],
    ['support-kgrz', undefined],
    ['board-1', undefined],
    ['staff-61', 'itb-61'],
    ['itb-61', 'lead-10.50'],
  ])(
    'asked for by %s (for %s), its history is whole, it waits at one step or at none, and nobody decides on their own',
    (requester, colleague) => {
      void fc.assert(
        fc.property(fc.array(happening, { minLength: 15, maxLength: 60, size: 'max' }), (happenings) => {
          const life = new Life(requester, colleague);
          for (const one of happenings) life.step(one);
          // The chain and the seal of the end cover all that came before it.
          expect(findingsOf(life.request, requestRecord.covers, randomIds.digest)).toEqual([]);
          expect(extraFindings(life.request)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});
