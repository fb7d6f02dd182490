import type { Party } from '../../../core/party.ts';
import type { AgendaOffers } from '../../../core/ports/agenda.ts';
import type { CalendarFile } from '../../../core/ports/calendar-file.ts';
import type { Papers } from '../../../core/ports/papers.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { type BoardDesk, contextAt } from '../board/desk.ts';
import type { Act } from './decide/act.ts';
import { decide } from './decide/decide.ts';
import type { Meeting } from './model.ts';
import { seeing } from './policy.ts';
import { noSuchMeeting } from './refusals.ts';

/** What everything that is said or pressed about meetings works with. */
export type Desk = Omit<BoardDesk, 'forms'> & {
  readonly meetings: Collection<Meeting>;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
  /** Ideas that wait for a place on an agenda. */
  readonly offers: AgendaOffers;
};

/** @throws {Refusal} when there is no such meeting or it does not concern this party: the same no for both */
export async function visibleMeeting(desk: Desk, id: string, party: string, at: string): Promise<Meeting> {
  const meeting = await desk.meetings.get(id);
  if (!meeting || seeing(meeting, party, contextAt(desk, at)).length === 0) throw noSuchMeeting(id);
  return meeting;
}

/**
 * Does something with a meeting.
 * @returns the meeting as it is now, and whether the act changed it
 * @throws {Refusal} as {@link visibleMeeting}, and what the decision refuses
 */
export async function actOn(
  desk: Desk,
  by: Party,
  id: string,
  act: Act,
  at: string,
): Promise<{ readonly meeting: Meeting; readonly hasEffect: boolean }> {
  const before = await visibleMeeting(desk, id, by.id, at);
  const context = contextAt(desk, at);
  const { doc, isChanged } = await desk.meetings.change(before.id, (current) =>
    decide(current, act, by, context),
  );
  return { meeting: doc, hasEffect: isChanged };
}
