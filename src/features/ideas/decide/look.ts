import type { Change } from '../../../core/ports/store.ts';
import { workingDaysBetween } from '../../../core/working-days.ts';
import { type Context, today } from '../context.ts';
import { type Idea, isOver } from '../idea.ts';
import { nextMorning } from '../mornings.ts';
import {
  asChange,
  bySystem,
  changed,
  type NoticeName,
  recorded,
  settledDoc,
  starting,
  telling,
  waitsFor,
} from '../owing.ts';

/**
 * What time makes of an idea that waits; called every working morning. Whoever has it is reminded when it is late, and
 * again every fifth working day; nothing is forgotten silently.
 */
export function look(idea: Idea, context: Context): Change<Idea> {
  const { leaseUntil: _lease, dueAt: _due, ...rest } = idea;
  if (isOver(idea) || !idea.dueDay) return { doc: rest };
  const again: Idea = { ...rest, dueAt: nextMorning(context) };
  const late = workingDaysBetween(idea.dueDay, today(context), context.holidays);
  const stage = late > 0 ? 1 + Math.floor((late - 1) / 5) : 0;
  if (stage <= idea.urged) return keptUp(again, context);
  const urged = recorded(
    changed(starting(again), { urged: stage }),
    { ...bySystem, act: 'urged', facts: { stage, visit: idea.visit } },
    context,
  );
  return asChange(telling(urged, 'reminder', waitsFor(urged.idea, context), context), context);
}

/** Whoever holds the role now finds it in the list of what waits; somebody new is told. */
function keptUp(idea: Idea, context: Context): Change<Idea> {
  const newcomers = waitsFor(idea, context).filter((party) => !idea.waitsFor.includes(party));
  if (newcomers.length === 0) return { doc: { ...settledDoc(idea, context), changedAt: idea.changedAt } };
  const key = `new ${today(context)}`;
  return asChange(telling(starting(idea), askFor(idea), newcomers, context, { key }), context);
}

const askFor = ({ state }: Idea): NoticeName => {
  if (state === 'evaluated') return 'next';
  return state === 'on-agenda' ? 'record' : 'review';
};
