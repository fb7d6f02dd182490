import type { Digest } from '../../../core/history.ts';
import type { Addressee } from '../../../core/notice.ts';
import { type Party, partyOf } from '../../../core/party.ts';
import type { AgendaOffers } from '../../../core/ports/agenda.ts';
import type { CalendarFile } from '../../../core/ports/calendar-file.ts';
import type { Links } from '../../../core/ports/links.ts';
import type { Papers } from '../../../core/ports/papers.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Holidays } from '../../../core/working-days.ts';
import type { Context } from '../board/context.ts';
import type { Rules } from '../board/rules.ts';
import { seeing } from './access.ts';
import type { Act } from './decide/act.ts';
import { decide } from './decide/decide.ts';
import type { Meeting } from './meeting.ts';
import { noSuchMeeting } from './refusals.ts';

/** What everything that is said or pressed about meetings works with. */
export type Desk = {
  readonly meetings: Collection<Meeting>;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  /** The rules in use; others after a reload. */
  readonly rules: () => Rules;
  readonly digest: Digest;
  readonly newId: () => string;
  readonly links: Links;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
  /** Ideas that wait for a place on an agenda. */
  readonly offers: AgendaOffers;
};

export const contextAt = ({ directory, holidays, rules, digest }: Desk, at: string): Context => ({
  now: at,
  directory,
  holidays,
  rules: rules(),
  digest,
});

/** Who says or presses something, and how they read. */
export const viewerOf = (turn: Turn, { directory }: Pick<Desk, 'directory'>): Party & Addressee => ({
  ...partyOf(turn.actor, directory),
  language: turn.language,
});

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
