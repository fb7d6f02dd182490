import { z } from 'zod';
import { appended } from '../../../core/history.ts';
import type { Party } from '../../../core/party.ts';
import type { Also, Beside, DocumentRef, New } from '../../../core/ports/store.ts';
import { type Context, today } from '../board/context.ts';
import { requireOffice } from '../board/rights.ts';
import type { Meeting, Plan } from './meeting.ts';

const Counter = z.looseObject({ id: z.string(), version: z.number(), last: z.int() });

/** The newest number of a year's meetings, read beside the new meeting so that a number is given once. */
export const counterOf = (year: string): DocumentRef => ({ collection: 'counters', id: `meetings-${year}` });

/** The year that a meeting is numbered in: that of its day. */
export const yearOf = ({ day }: Pick<Plan, 'day'>): string => day.slice(0, 4);

/**
 * A new meeting with the next number of its year, and the counter's new state for the same write.
 * @throws {Refusal} unless the party is the office
 */
export function planned(
  { plan, secondOf }: { readonly plan: Plan; readonly secondOf?: string | undefined },
  by: Party,
  counter: Beside | undefined,
  context: Context,
): { readonly meeting: New<Meeting>; readonly also: readonly Also[] } {
  requireOffice(by, context);
  const year = yearOf(plan);
  const last = counter ? Counter.parse(counter).last + 1 : 1;
  const id = `B-${year}-${last}`;
  const { now, digest } = context;
  const entry = {
    at: now,
    by: by.id,
    byName: by.name,
    act: 'planned',
    facts: { day: plan.day, on: today(context) },
  };
  const meeting: New<Meeting> = {
    id,
    state: 'planned',
    ...(secondOf ? { secondOf } : {}),
    plan,
    draft: 1,
    issue: 0,
    sequence: 0,
    calendar: 0,
    invitees: [],
    questions: [],
    urged: { reminders: 0, warned: false, record: 0 },
    sending: false,
    resolutions: [],
    history: appended([], id, entry, digest),
    createdBy: by.id,
    createdAt: now,
    changedAt: now,
  };
  const { collection, id: counterId } = counterOf(year);
  return { meeting, also: [{ collection, doc: counter ? { ...counter, last } : { id: counterId, last } }] };
}
