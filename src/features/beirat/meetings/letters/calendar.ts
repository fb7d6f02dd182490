import { momentOf } from '../../../../core/day.ts';
import type { HistoryEntry } from '../../../../core/history.ts';
import type { Addressee, Letter, Notice } from '../../../../core/notice.ts';
import type { CalendarFile } from '../../../../core/ports/calendar-file.ts';
import type { RoleDirectory } from '../../../../core/ports/role-directory.ts';
import { endOf } from '../labels.ts';
import type { DispatchKind, Invitee, Meeting } from '../model.ts';
import { agendaText, dateTaken, meetingName } from './texts.ts';

/** What changes the calendar of a member. */
const calendarKinds: readonly DispatchKind[] = ['invitation', 'deputy', 'released', 'change', 'cancellation'];

type Ports = {
  readonly calendarFile: CalendarFile;
  readonly directory: RoleDirectory;
  /** Whether an answer from a calendar arrives. */
  readonly readsMailbox?: boolean | undefined;
};

/** The calendar entry that goes with a notice; none for those without an address, or when nothing changes there. */
export function calendarFor(
  ports: Ports,
  meeting: Meeting,
  one: Invitee,
  notice: Notice,
  { language, name }: Addressee,
): Letter['calendar'] {
  const address = ports.directory.person(one.party)?.email;
  const kind = notice.kind.replace(/^beirat\./, '') as DispatchKind;
  if (!address || !calendarKinds.includes(kind)) return undefined;
  const off = kind === 'cancellation' ? takenBack(meeting, notice) : undefined;
  const method = off || kind === 'released' ? 'CANCEL' : 'REQUEST';
  const [day = '', time = ''] = off
    ? dateTaken(meeting, off).split(' ')
    : [meeting.plan.day, meeting.plan.time];
  const { plan } = meeting;
  const entry = method === 'CANCEL' ? calendarAt(meeting, off?.n ?? entryOf(notice)) : meeting.calendar;
  const text = ports.calendarFile({
    method,
    id: eventOf(meeting.id, one.party, entry),
    sequence: sequenceOf(one, notice),
    startsAt: momentOf(day, time),
    endsAt: momentOf(day, endOf(time, plan.minutes)),
    title: meetingName(meeting, language),
    description: method === 'CANCEL' ? '' : agendaText(meeting, language),
    location: plan.place,
    ...(plan.onlineUrl ? { onlineUrl: plan.onlineUrl } : {}),
    attendee: { name, address },
    asksReply: ports.readsMailbox === true,
    language,
    stampedAt: notice.createdAt,
  });
  return { method, text };
}

/** The entry that took the date back which a cancellation tells of. */
export const takenBack = ({ history }: Meeting, notice: Notice): HistoryEntry | undefined =>
  history.findLast(({ n, act }) => n <= entryOf(notice) && (act === 'postponed' || act === 'cancelled'));

const entryOf = ({ facts }: Notice): number => Number(facts?.entry ?? 0);

/** Which entry in the calendars it was at a place of the history: every postponement begins a new one. */
const calendarAt = ({ history }: Meeting, before: number): number =>
  history.filter(({ n, act }) => n < before && act === 'postponed').length;

/** Which entry it is in a calendar: `CalendarEvent.id`. */
const eventOf = (meeting: string, party: string, entry: number): string => `${meeting} ${party} c${entry}`;

/** The meeting, the member and the entry that an answer from a calendar names. */
export function readEvent(event: string) {
  const [, meeting, party, entry] = /^(B-\d{4}-\d+) (.+) c(\d+)$/.exec(event) ?? [];
  return meeting && party ? { meeting, party, entry: Number(entry) } : undefined;
}

/** The newest that has gone to this member's calendar: an answer to less is about something else. */
export const newestSequence = ({ dispatches }: Invitee): number =>
  dispatches.filter(({ kind }) => calendarKinds.includes(kind)).length - 1;

/**
 * Counts what has gone to this member's calendar before: one more at every change, also where somebody is let go as a
 * deputy and needed again. The same notice sent again keeps its number.
 */
function sequenceOf({ dispatches }: Invitee, { id }: Notice): number {
  const lines = dispatches.filter(({ kind }) => calendarKinds.includes(kind));
  const at = lines.findIndex(({ notice }) => notice === id);
  return at >= 0 ? at : lines.length;
}
