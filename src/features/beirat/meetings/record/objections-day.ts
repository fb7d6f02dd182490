import { daysBefore } from '../../../../core/day.ts';
import type { Meeting } from '../meeting.ts';
import type { Objection, Session } from './session.ts';

export const openObjections = ({ objections }: Pick<Session, 'objections'>): readonly Objection[] =>
  objections.filter(({ answer }) => !answer);

/** Nothing is left to do but to wait: every objection is dealt with, and what was sent is the newest draft. */
export const isSettled = (session: Session): boolean =>
  openObjections(session).length === 0 && session.sentDraft === session.draft;

/** When minutes that were sent are looked at next: the day after the last for objections, then weekly. */
export function objectionsDay({ session, urged }: Pick<Meeting, 'session' | 'urged'>): string | undefined {
  if (!session?.objectionsUntil) return undefined;
  const weeks = isSettled(session) ? 0 : urged.record;
  return daysBefore(session.objectionsUntil, -1 - 7 * weeks);
}
