import {
  bySystem,
  changed,
  type Decision,
  deciding,
  notified,
  quietly,
  recorded,
} from '../../case/decision.ts';
import { daysBefore, momentOf } from '../../core/day.ts';
import { addWorkingDays, workingDaysBetween } from '../../core/working-days.ts';
import { settled, waitsFor } from './acts/steps.ts';
import { type Context, today } from './context.ts';
import { type Idea, isOver, revisionOf, waitsForAgenda } from './model.ts';
import { askedOf, reviewersOf } from './policy.ts';
import { isVotingOpen, seatsOwing } from './scoring.ts';

/** An idea that somebody has is looked at every working morning, at eight in Koblenz. */
export const ideaDueAt = (idea: Idea, context: Context): string | undefined =>
  isOver(idea) || !idea.dueDay ? undefined : nextMorning(context);

function nextMorning(context: Context): string {
  const from = (day: string): string => momentOf(addWorkingDays(day, 1, context.holidays), '08:00');
  const first = from(daysBefore(today(context), 1));
  return first > context.now ? first : from(today(context));
}

/**
 * What time makes of an idea that waits. Whoever has it is reminded when it is late, and again every fifth working day;
 * nothing is forgotten silently.
 */
export function ideaOnTime(idea: Idea, context: Context): Decision<Idea> | undefined {
  if (isOver(idea) || !idea.dueDay) return undefined;
  const late = workingDaysBetween(idea.dueDay, today(context), context.holidays);
  const stage = late > 0 ? 1 + Math.floor((late - 1) / everyDays(idea)) : 0;
  if (stage <= idea.urged) return keptUp(idea, context);
  const urged = recorded(settled(changed(deciding(idea), { urged: stage }), context), {
    ...bySystem,
    act: 'urged',
    facts: { stage, visit: revisionOf(idea) },
  });
  // Who offered it can take it back and decide alone.
  const also = waitsForAgenda(idea) ? askedOf(reviewersOf(idea, context)) : [];
  return notified(urged, [...new Set([...urged.doc.waitsFor, ...also])], { name: 'reminder' });
}

/** Working days between reminders. */
const everyDays = (idea: Idea): number => (waitsForAgenda(idea) ? 20 : 5);

/** Whoever holds the role now finds it in the list of what waits; somebody new is told. */
function keptUp(idea: Idea, context: Context): Decision<Idea> | undefined {
  const now = waitsFor(idea, context);
  if (String(now) === String(idea.waitsFor)) return undefined;
  const newcomers = now.filter((party) => !idea.waitsFor.includes(party));
  const kept = settled(deciding(idea), context);
  if (newcomers.length === 0) return quietly(kept);
  return notified(kept, newcomers, { name: askFor(idea), key: `new ${today(context)}` });
}

const askFor = (idea: Idea): string => {
  if (idea.state === 'evaluated') return 'next';
  if (waitsForAgenda(idea)) return 'reminder';
  return idea.state === 'on-agenda' ? 'record' : 'review';
};

/** Days before the meeting on which members are reminded whose score is missing. */
const remindDays = 2;

/** Members who owe a score before the meeting are reminded once. */
export function remindedToScore(decision: Decision<Idea>, context: Context): Decision<Idea> | undefined {
  const { doc: idea, happened } = decision;
  const { place } = idea;
  if (!place || idea.urged > 0 || !isVotingOpen(idea, context)) return undefined;
  // Who has just been asked is not reminded at once.
  if (today(context) < daysBefore(place.day, remindDays) || happened.some((one) => 'told' in one))
    return undefined;
  const key = `score ${place.meeting} ${place.day}`;
  return changed(notified(decision, seatsOwing(idea, context), { name: 'reminder', key }), { urged: 1 });
}
