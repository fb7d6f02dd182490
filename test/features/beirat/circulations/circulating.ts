import type { Showing } from '../../../../src/case/case-type.ts';
import { decideAct, decideTime, firstWrite } from '../../../../src/case/cases.ts';
import type { Addressee } from '../../../../src/core/notice.ts';
import type { Party } from '../../../../src/core/party.ts';
import type { Change } from '../../../../src/core/ports/store.ts';
import type { Reply } from '../../../../src/core/reply.ts';
import type { Context } from '../../../../src/features/beirat/board/context.ts';
import {
  type CirculationText,
  drafted as draftedAs,
} from '../../../../src/features/beirat/circulations/acts/draft.ts';
import type { Circulation, Vote } from '../../../../src/features/beirat/circulations/model.ts';
import { circulationType } from '../../../../src/features/beirat/circulations/type.ts';
import { outcomeOf } from '../../../support/outcome.ts';
import { contextAt, party, type Staffing, wednesday } from '../world.ts';

export const type = circulationType(async () => {
  throw new Error('nobody opens a form here');
});

export type CirculationAct =
  | { readonly kind: 'edit'; readonly draft?: number; readonly text: CirculationText }
  | { readonly kind: 'submit' | 'recall' | 'approve'; readonly draft?: number }
  | { readonly kind: 'wish'; readonly draft?: number; readonly note: string }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'vote'; readonly vote: Vote; readonly via: 'teams' | 'mail' }
  | { readonly kind: 'object'; readonly text: string };

/** What an act makes of a circulation, as a card or a page would carry it. */
export function decideCirculation(
  circulation: Circulation,
  act: CirculationAct,
  by: Party,
  context: Context,
) {
  if (act.kind === 'edit') {
    const { text, ...rest } = act;
    return decideAct(type, circulation, { ...rest, ...text }, by, context);
  }
  if (act.kind === 'object')
    return decideAct(type, circulation, { kind: 'object', objection: act.text }, by, context);
  const via = 'via' in act ? act.via : 'teams';
  return decideAct(type, circulation, { ...act }, { ...by, via }, context);
}

export const circulationAtMorning = (circulation: Circulation, context: Context) =>
  decideTime(type, circulation, context);
export const drafted = (id: string, text: CirculationText, by: Party, context: Context) =>
  firstWrite(type, draftedAs(id, text, by, context), context);

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
  after(circulation, circulationAtMorning(circulation, contextAt(theEnd, staffing)));

/** What becomes of an act: the new state, `nothing`, or the code of the refusal. */
export const outcome = (
  circulation: Circulation,
  act: CirculationAct,
  who: string,
  now = wednesday,
): string => outcomeOf(() => decideCirculation(circulation, act, party(who), contextAt(now)));

/** The machine's answer to what a view may offer. */
const canFor = (circulation: Circulation, who: string, now: string) => (kind: string) => {
  const act = type.acts.find((one) => one.kind === kind);
  const probe = act?.probe(circulation, party(who), contextAt(now));
  if (!act || probe === undefined) return false;
  return outcome(circulation, { kind, ...probe } as CirculationAct, who, now).startsWith('→');
};

type Shown = (circulation: Circulation, viewer: Addressee, context: Context, showing: Showing) => Reply;

/** A view as the machine draws it. */
export const drawn =
  (view: Shown) =>
  (circulation: Circulation, viewer: Addressee, context: Context): Reply =>
    view(circulation, viewer, context, {
      can: canFor(circulation, viewer.id, context.now),
      why: () => undefined,
    });
