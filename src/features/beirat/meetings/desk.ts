import type { Cases } from '../../../case/cases.ts';
import type { LinkedFiles } from '../../../case/files-page.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { AgendaOffers } from '../../../core/ports/agenda.ts';
import type { CalendarFile } from '../../../core/ports/calendar-file.ts';
import type { Files } from '../../../core/ports/files.ts';
import type { Papers } from '../../../core/ports/papers.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Context } from '../board/context.ts';
import { type BoardDesk, contextAt } from '../board/desk.ts';
import { requireOffice } from '../board/rights.ts';
import type { Meeting } from './model.ts';
import { isInvolved } from './policy.ts';
import { notInvited } from './refusals.ts';

export type Meetings = Cases<Meeting, Context>;

/** What everything that is said or pressed about meetings works with. */
export type MeetingDesk = BoardDesk & {
  readonly meetings: Meetings;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
  /** What may be kept with a meeting; absent where no files are kept. */
  readonly kept?: { readonly limits: FileLimits; readonly linked: LinkedFiles } | undefined;
  /** Contents of papers, where files are kept. */
  readonly contents?: Pick<Files, 'read'> | undefined;
  /** Whether an answer from a calendar arrives. */
  readonly readsMailbox?: boolean | undefined;
  /** What waits for a place on an agenda. */
  readonly offers: AgendaOffers;
};

/** A meeting for whoever takes part in it or prepares it. @throws {Refusal} when it does not concern them */
export async function visibleTo(
  { meetings }: Pick<MeetingDesk, 'meetings'>,
  turn: Turn,
  id: string,
): Promise<Meeting> {
  const viewer = meetings.viewerOf(turn).id;
  const meeting = await meetings.visible(id, viewer, turn.at);
  // What it recommends to somebody opens nothing else of it to them.
  if (!isInvolved(meeting, viewer, meetings.contextAt(turn.at))) throw notInvited();
  return meeting;
}

/** A meeting for the office. @throws {Refusal} for everybody else */
export async function ofOffice(desk: MeetingDesk, turn: Turn, id: string): Promise<Meeting> {
  requireOffice(desk.meetings.viewerOf(turn), contextAt(desk, turn.at));
  return visibleTo(desk, turn, id);
}
