import type { Change } from '../../../../src/core/ports/store.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import type { CirculationAct } from '../../../../src/features/beirat/circulations/act.ts';
import type { Circulation, Vote } from '../../../../src/features/beirat/circulations/circulation.ts';
import { asChange, decideCirculation, drafted } from '../../../../src/features/beirat/circulations/decide.ts';
import { circulationAtMorning } from '../../../../src/features/beirat/circulations/end.ts';
import { contextAt, party, type Staffing, wednesday } from '../world.ts';

export const words = { title: 'Leitbild', wording: 'Der Beirat stimmt dem Leitbild zu.', days: 7 };

export const draftAt = (now = wednesday, staffing?: Staffing): Circulation => ({
  ...drafted('U-2026-1', words, party('lotse'), contextAt(now, staffing)).doc,
  version: 1,
});

export const after = (circulation: Circulation, change: Change<Circulation> | undefined): Circulation =>
  change ? { ...change.doc, version: circulation.version + 1 } : circulation;

export type Step = readonly [who: string, act: CirculationAct];

export const allDone = (
  circulation: Circulation,
  steps: readonly Step[],
  now = wednesday,
  staffing?: Staffing,
): Circulation =>
  steps.reduce(
    (current, [who, act]) =>
      after(current, decideCirculation(current, act, party(who), contextAt(now, staffing))),
    circulation,
  );

export const votes = (vote: Vote): CirculationAct => ({ kind: 'vote', vote, via: 'teams' });
export const toVoting: readonly Step[] = [
  ['lotse', { kind: 'submit' }],
  ['chair', { kind: 'approve' }],
];
export const votingAt = (now = wednesday, staffing?: Staffing): Circulation =>
  allDone(draftAt(now, staffing), toVoting, now, staffing);

/** The morning after the last day. */
export const theEnd = '2026-12-03T07:00:00.000Z';
export const counted = (circulation: Circulation, staffing?: Staffing): Circulation =>
  after(circulation, circulationAtMorning(circulation, contextAt(theEnd, staffing), asChange));

/** What becomes of an act: the new state, `nothing`, or the code of the refusal. */
export function outcome(circulation: Circulation, act: CirculationAct, who: string, now = wednesday): string {
  try {
    const change = decideCirculation(circulation, act, party(who), contextAt(now));
    return change ? `→ ${change.doc.state}` : 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
