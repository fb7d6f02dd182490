import { dayIn, dayOf } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { type Context, today } from '../../board/context.ts';
import { noticePeriod } from '../../board/notice-period.ts';
import { actor } from '../../board/rights.ts';
import { attendanceOf, candidates, isThere, itemQuorum, quorumOfMeeting, seatsThere } from '../attendance.ts';
import type { Attendance, Meeting, Session } from '../model.ts';
import { changed, outdating, type Progress, recorded, starting } from '../owing.ts';
import { requireState } from '../policy.ts';
import type { RecordActOf } from '../record/act.ts';
import { chairNotThere, nobodyLikeThat, notYet, resolutionStands, timeWrong } from '../refusals.ts';

/** Opens the record of a meeting whose day has come, or corrects what was found at its beginning. */
export function hold(
  meeting: Meeting,
  act: RecordActOf<'hold'>,
  by: Party,
  context: Context,
): Progress | undefined {
  if (meeting.session) return corrected(meeting, meeting.session, act, by, context);
  requireState(meeting, 'invited');
  const { day } = meeting.plan;
  if (today(context) < day) throw notYet(dayIn('de', day), dayIn('en', day));
  const session: Session = {
    ...findings(meeting, act, by, context),
    minutesBy: by.id,
    minutesByName: by.name,
    isConvened: isConvened(meeting, context),
    conflicts: [],
    notes: {},
    draft: 1,
    objections: [],
  };
  const facts = { there: seatsThere(session.attendance), hasQuorum: session.hasQuorum };
  const urged = { ...meeting.urged, record: Math.max(meeting.urged.record, 1) };
  const held = changed(starting(meeting), { state: 'held', session, urged });
  return outdating(recorded(held, { ...actor(by), act: 'held', facts }, context), 'all');
}

function corrected(
  meeting: Meeting,
  session: Session,
  act: RecordActOf<'hold'>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireState(meeting, 'held');
  const next = { ...session, ...findings(meeting, act, by, context) };
  if (JSON.stringify(next) === JSON.stringify(session)) return undefined;
  return redrafted(meeting, next, { ...actor(by), act: 'attendance' }, context);
}

/** What was found at the beginning. */
function findings(meeting: Meeting, act: RecordActOf<'hold'>, by: Party, context: Context) {
  const before = meeting.session;
  const attendance = attendanceOf(meeting, act.presence ?? {}, context);
  const chair = chairOf(attendance, { named: act.chairedBy, before: before?.chairedBy }, by, context);
  const startedAt = requiredTime(act.startedAt);
  const endedAt = act.endedAt ? requiredTime(act.endedAt, startedAt) : before?.endedAt;
  const guests = act.guests === undefined ? before?.guests : act.guests.trim();
  return {
    startedAt,
    ...(endedAt ? { endedAt } : {}),
    chairedBy: chair.party,
    chairedByName: chair.name,
    guests: guests || undefined,
    attendance,
    hasQuorum: seatsThere(attendance) >= quorumOfMeeting(meeting).needed,
  };
}

type Chairs = { readonly named?: string | undefined; readonly before?: string | undefined };

/** Who chaired: whoever was named, else the holder of the chair, else the deputy; of those who are there. */
function chairOf(attendance: readonly Attendance[], { named, before }: Chairs, by: Party, context: Context) {
  const there = attendance.filter(isThere);
  if (there.length === 0) return { party: by.id, name: by.name };
  const found = named
    ? there.find(({ party }) => party === named)
    : (there.find(({ party }) => party === before) ?? usualChair(there, context));
  if (!found) throw chairNotThere();
  return found;
}

function usualChair(there: readonly Attendance[], { rules }: Context): Attendance | undefined {
  const seat = rules.seats.find(({ kind }) => kind === 'chair')?.id;
  const chairs = there.filter((one) => one.seat === seat);
  return chairs.find((one) => one.as === 'member') ?? chairs[0];
}

/** Opened with nobody there, a meeting finds its chair as people are recorded. @throws {Refusal} when the chair leaves */
function chairAfter(session: Session, attendance: readonly Attendance[], context: Context) {
  const there = attendance.filter(isThere);
  if (there.some(({ party }) => party === session.chairedBy)) return {};
  const chair = usualChair(there, context);
  if (chair) return { chairedBy: chair.party, chairedByName: chair.name };
  if (session.attendance.some((one) => isThere(one) && one.party === session.chairedBy))
    throw chairNotThere();
  return {};
}

/** Records for one person whether they were there. */
export function attend(
  meeting: Meeting,
  act: RecordActOf<'attend'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const session = requireSession(meeting);
  const known = candidates(meeting, context);
  const one = [...session.attendance, ...known].find(({ party }) => party === act.party);
  if (!one)
    throw nobodyLikeThat(
      act.party,
      known.map(({ name }) => name),
    );
  const note = act.note?.trim();
  const attendance = attendanceOf(meeting, { [act.party]: act.presence }, context).map((row) =>
    row.party === act.party && note !== undefined ? { ...row, note: note || undefined } : row,
  );
  if (JSON.stringify(attendance) === JSON.stringify(session.attendance)) return undefined;
  const next = {
    ...session,
    attendance,
    ...chairAfter(session, attendance, context),
    hasQuorum: seatsThere(attendance) >= quorumOfMeeting(meeting).needed,
  };
  const facts = { name: one.name, who: act.party, presence: act.presence };
  return redrafted(meeting, next, { ...actor(by), act: 'attendance', facts }, context);
}

/** Records when the meeting ended. */
export function end(
  meeting: Meeting,
  act: RecordActOf<'end'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const session = requireSession(meeting);
  const endedAt = requiredTime(act.endedAt, session.startedAt);
  if (session.endedAt === endedAt) return undefined;
  const facts = { endedAt };
  return redrafted(meeting, { ...session, endedAt }, { ...actor(by), act: 'ended', facts }, context);
}

/** The record of a meeting that is held. @throws {Refusal} before it was opened, or when it is closed */
export function requireSession(meeting: Meeting): Session {
  requireState(meeting, 'held');
  // A meeting that is held has a session: `hold` writes both.
  return meeting.session as Session;
}

/** Changes the record: a new draft of the minutes. @throws {Refusal} when a resolution would not fit it any more */
export function redrafted(
  meeting: Meeting,
  session: Session,
  entry: Parameters<typeof recorded>[1],
  context: Context,
): Progress {
  const next = { ...session, draft: session.draft + 1 };
  const unfit = meeting.resolutions.find(({ item, votes }) => {
    const { there, isReached } = itemQuorum(meeting, item, next);
    return !isReached || votes.yes + votes.no + votes.abstain > there;
  });
  if (unfit) throw resolutionStands(unfit.number);
  return recorded(changed(starting(meeting), { session: next }), entry, context);
}

/** Whether the notice period was kept, or shortened with a reason that the invitation states. */
export function isConvened(meeting: Meeting, context: Context): boolean {
  return isPeriodKept(meeting, context) || Boolean(meeting.plan.urgency);
}

export function isPeriodKept(
  meeting: Meeting,
  { rules, holidays }: Pick<Context, 'rules' | 'holidays'>,
): boolean {
  const sent = convenedAt(meeting);
  return sent !== undefined && noticePeriod(meeting.plan.day, dayOf(sent), rules, holidays).isKept;
}

/** When members were invited to this day, ISO 8601 UTC. */
export const convenedAt = ({ history }: Pick<Meeting, 'history'>): string | undefined =>
  history.findLast(({ act }) => act === 'invited' || act === 'moved')?.at;

function requiredTime(written: string, after?: string): string {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(written.trim()) ?? [];
  const time = hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : '';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || (after && time <= after)) throw timeWrong();
  return time;
}
