import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../../src/core/refusal.ts';
import type { Act } from '../../../../src/features/requests/decide/act.ts';
import { decide } from '../../../../src/features/requests/decide/decide.ts';
import type { Request } from '../../../../src/features/requests/request.ts';
import { stepOf } from '../../../../src/features/requests/route.ts';
import {
  type Possible,
  peopleOf,
  possible,
  receiversOf,
} from '../../../../src/features/requests/view/possible.ts';
import { allActed, away, contextAt, party, people, type Staffing, submittedBy } from '../world.ts';

/* What the card offers and what the decision allows must be the same, for everybody and at every point of the way. */

const note = 'weil es so ist';
const yes: Act = { kind: 'approve' };
const ask: Act = { kind: 'ask', note };
const start = submittedBy('staff-61', { application: 'bau', cross: true });
const recommended = allActed(start, [['itb-61', yes]]);
const heard = allActed(recommended, [['fa-bau', { kind: 'opinion', note }]]);
const granted = allActed(heard, [['lead-10.50', yes]]);
const voting = allActed(granted, [['board-1', yes]]);
const approved = allActed(voting, [['board-2', yes]]);
const taken = allActed(approved, [['support-kgrz', { kind: 'take' }]]);

const points: readonly (readonly [string, Request])[] = [
  ['recommended', start],
  ['heard', recommended],
  ['decided', heard],
  ['voted on', granted],
  ['voted on after the first vote', voting],
  ['returned', allActed(heard, [['lead-10.50', ask]])],
  ['returned from work', allActed(taken, [['support-kgrz', ask]])],
  ['approved', approved],
  ['worked on', taken],
  ['done', allActed(taken, [['support-kgrz', { kind: 'finish', note }]])],
  ['rejected', allActed(start, [['itb-61', { kind: 'reject', note }]])],
  ['withdrawn', allActed(start, [['staff-61', { kind: 'withdraw' }]])],
];

const staffings: readonly (readonly [string, Staffing])[] = [
  ['everybody is there', {}],
  ['holders are away', { absences: ['itb-61', 'lead-10.50', 'support-kgrz', 'board-3'].map(away) }],
];

/** The acts behind each thing that a card offers. */
const behind = (
  request: Request,
  who: string,
  staffing: Staffing,
): Readonly<Partial<Record<Possible, readonly Act[]>>> => {
  const context = contextAt('2026-11-24T08:00:00.000Z', staffing);
  const step = stepOf(request, request.open?.step);
  const [receiver] = step ? receiversOf(step, request, who, context) : [];
  const [charge] = peopleOf(step, request, context).filter(({ value }) => value !== request.open?.assignedTo);
  return {
    decide: [yes, { kind: 'reject', note }],
    opine: [{ kind: 'opinion', note }],
    take: [{ kind: 'take' }],
    finish: [{ kind: 'finish', note }],
    ask: [ask],
    passOn: [{ kind: 'pass-on', note, to: receiver?.value ?? 'nobody' }],
    answer: [{ kind: 'answer', note }],
    withdraw: [{ kind: 'withdraw' }],
    override: [
      { kind: 'override', note, decision: 'approve' },
      { kind: 'override', note, decision: 'reject' },
    ],
    assign: [{ kind: 'assign', note, to: charge?.value ?? 'nobody' }],
  };
};

function hasEffect(request: Request, act: Act, who: string, staffing: Staffing): boolean {
  try {
    return decide(request, act, party(who), contextAt('2026-11-24T08:00:00.000Z', staffing)) !== undefined;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** 10.50 decides at its own step in the ordinary way, and rejects work only by typing: not offered, but allowed. */
const typedOnly: ReadonlySet<Possible> = new Set(['override']);

describe.each(staffings)('when %s', (_when, staffing) => {
  describe.each(points)('a request that is %s', (_point, request) => {
    test.each(people.map(([id]) => id))('offers %s what they may do, and nothing else', (who) => {
      const context = contextAt('2026-11-24T08:00:00.000Z', staffing);
      const can = possible(request, stepOf(request, request.open?.step), who, context);
      for (const [what, acts] of Object.entries(behind(request, who, staffing))) {
        const allowed = acts.every((act) => hasEffect(request, act, who, staffing));
        const offered = can[what as Possible];
        if (typedOnly.has(what as Possible))
          expect({ what, holds: !offered || allowed }).toEqual({ what, holds: true });
        else expect({ what, offered }).toEqual({ what, offered: allowed });
      }
    });
  });
});

test('only who made a rejected request can submit it again', () => {
  const rejected = points.find(([point]) => point === 'rejected')?.[1] as Request;
  const able = people.filter(
    ([who]) => possible(rejected, undefined, who, contextAt('2026-11-24T08:00:00.000Z')).resubmit,
  );
  expect(able.map(([id]) => id)).toEqual(['staff-61']);
});
