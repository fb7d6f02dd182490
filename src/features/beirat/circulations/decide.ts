import type { Party } from '../../../core/party.ts';
import type { Change, New } from '../../../core/ports/store.ts';
import { type Context, today } from '../board/context.ts';
import { chairNow, composition, officeNow } from '../board/members.ts';
import { noChair, textMissing } from '../board/refusals.ts';
import { actor, requireChair, requireOffice } from '../board/rights.ts';
import type { CirculationAct, CirculationText } from './act.ts';
import { begin } from './begin.ts';
import {
  ballotCase,
  ballotId,
  type Circulation,
  type CirculationState,
  circulationCase,
  nextCirculationLook,
} from './circulation.ts';
import { withdraw } from './end.ts';
import { notNowFor, wordingMissing } from './refusals.ts';
import { begun, noted, type Steps, set, told, written } from './steps.ts';
import { object, vote } from './vote.ts';
import { votersNow } from './voters.ts';

type Going = Steps<Circulation>;

/** A new draft. @throws {Refusal} unless the office writes it */
export function drafted(id: string, text: CirculationText, by: Party, context: Context): Change<Circulation> {
  requireOffice(by, context);
  const circulation: Circulation = {
    id,
    version: 0,
    state: 'draft',
    ...textOf(text),
    draft: 1,
    ballots: [],
    reminded: false,
    history: [],
    createdBy: by.id,
    createdAt: context.now,
    changedAt: context.now,
  };
  const noting = noted(begun(circulation), { ...actor(by), act: 'drafted' }, context);
  const { version: _, ...fresh } = noting.doc;
  return { doc: fresh as New<Circulation> };
}

const textOf = ({ title, wording, reasons, days }: CirculationText) => {
  if (!title.trim() || !wording.trim()) throw wordingMissing();
  const why = reasons?.trim();
  return { title: title.trim(), wording: wording.trim(), ...(why ? { reasons: why } : {}), days };
};

/**
 * What an act makes of a circulation, with the notices it owes. Pure.
 * @returns `undefined` when it changes nothing: a repetition, or an act on what has changed since
 * @throws {Refusal} when this party may not do it, or not now
 */
export function decideCirculation(
  circulation: Circulation,
  act: CirculationAct,
  by: Party,
  context: Context,
): Change<Circulation> | undefined {
  if ('draft' in act && act.draft !== undefined && act.draft !== circulation.draft) return undefined;
  const steps = stepsOf(circulation, act, by, context);
  return steps && asChange(steps, context);
}

function stepsOf(
  circulation: Circulation,
  act: CirculationAct,
  by: Party,
  context: Context,
): Going | undefined {
  switch (act.kind) {
    case 'edit':
      return edit(circulation, act.text, by, context);
    case 'submit':
      return submit(circulation, by, context);
    case 'recall':
      return recall(circulation, by, context);
    case 'approve':
      return approve(circulation, by, context);
    case 'wish':
      return wish(circulation, act.note, by, context);
    case 'withdraw':
      return withdraw(circulation, act.reason, by, context);
    case 'vote':
      return vote(circulation, act, by, context);
    case 'object':
      return object(circulation, act.text, by, context);
    default:
      return act satisfies never;
  }
}

export function requireIn({ state }: Circulation, ...allowed: readonly CirculationState[]): void {
  if (!allowed.includes(state)) throw notNowFor(state);
}

/** Changes the draft; one that the chair has before them comes back. */
function edit(
  circulation: Circulation,
  text: CirculationText,
  by: Party,
  context: Context,
): Going | undefined {
  requireOffice(by, context);
  requireIn(circulation, 'draft', 'awaiting-approval');
  const next = textOf(text);
  const { reasons: _, ...rest } = circulation;
  const isSame =
    next.title === circulation.title &&
    next.wording === circulation.wording &&
    next.days === circulation.days &&
    (next as { reasons?: string }).reasons === circulation.reasons;
  if (isSame) return undefined;
  const edited = { ...rest, ...next, state: 'draft' as const, draft: circulation.draft + 1 };
  return noted(begun(edited), { ...actor(by), act: 'edited', facts: { draft: edited.draft } }, context);
}

function submit(circulation: Circulation, by: Party, context: Context): Going | undefined {
  requireOffice(by, context);
  if (circulation.state === 'awaiting-approval') return undefined;
  requireIn(circulation, 'draft');
  const chair = chairNow(context);
  if (!chair) throw noChair();
  const { wish: _, ...rest } = circulation;
  const facts = { draft: circulation.draft, to: chair.person.id };
  const submitted = noted(
    begun({ ...rest, state: 'awaiting-approval' as const }),
    { ...actor(by), act: 'submitted', facts },
    context,
  );
  const key = submitted.doc.history.length;
  return told(submitted, [chair.person.id], { name: 'circulation-approve', key }, context);
}

function recall(circulation: Circulation, by: Party, context: Context): Going | undefined {
  requireOffice(by, context);
  if (circulation.state === 'draft') return undefined;
  requireIn(circulation, 'awaiting-approval');
  const back = set(begun(circulation), { state: 'draft', draft: circulation.draft + 1 });
  return noted(back, { ...actor(by), act: 'recalled' }, context);
}

/** The chair approves: the voting begins at once. */
function approve(circulation: Circulation, by: Party, context: Context): Going | undefined {
  const acting = requireChair(by, context);
  if (circulation.state === 'voting') return undefined;
  requireIn(circulation, 'awaiting-approval');
  return begin(circulation, acting, context);
}

function wish(circulation: Circulation, note: string, by: Party, context: Context): Going {
  const acting = requireChair(by, context);
  requireIn(circulation, 'awaiting-approval');
  const text = note.trim();
  if (!text) throw textMissing();
  const back = set(begun(circulation), {
    state: 'draft',
    draft: circulation.draft + 1,
    wish: { by: by.id, byName: by.name, text, at: context.now },
  });
  const wished = noted(back, { ...acting, act: 'wished', note: text }, context);
  const office = [officeNow(context), circulation.createdBy].filter((party) => party !== by.id);
  return told(wished, office, { name: 'circulation-wish', key: wished.doc.history.length }, context);
}

/** The decision as one write. Everybody's card shows the new state. */
export function asChange(steps: Going, context: Context): Change<Circulation> {
  const { doc } = steps;
  const deputies = votersNow(doc, context).flatMap((voter) => voter.deputies.map(({ id }) => id));
  const members = composition(context, today(context)).flatMap(({ holder }) => holder?.person.id ?? []);
  const parties = doc.ballots.length > 0 ? [...new Set([...members, ...deputies])] : [];
  const cards = [
    { kind: circulationCase, id: doc.id },
    ...parties.map((party) => ({ kind: ballotCase, id: ballotId(doc.id, party) })),
  ];
  return written(steps, cards, nextCirculationLook(doc), context);
}
