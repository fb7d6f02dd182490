import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, type Event, recorded } from '../../../../case/decision.ts';
import { dayIn } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { type Context, today } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { attendanceOf, leastNeeded, seatsThere, standingOf } from '../attendance.ts';
import { conveningOf } from '../convening.ts';
import { begin, outdatingAll } from '../ledger.ts';
import { type Attendance, type Meeting, type Presence, presences, type Session } from '../model.ts';
import { requireState } from '../policy.ts';
import { wasThere } from '../presence.ts';
import { chairNotThere, notYet, timeWrong } from '../refusals.ts';
import { stamp, text } from './input.ts';

const act = actsOf<Meeting, Context>();

const field = 'presence-';
/** Fields `presence-PARTY`. Who is not named is taken from the answers. */
export function presenceIn(data: Readonly<Record<string, unknown>>): Readonly<Record<string, Presence>> {
  const found = Object.entries(data).flatMap(([name, value]) => {
    const presence = presences.find((one) => one === value);
    return name.startsWith(field) && presence ? [[name.slice(field.length), presence] as const] : [];
  });
  return Object.fromEntries(found.slice(0, 400));
}

const HoldInput = z
  .looseObject({
    record: stamp,
    startedAt: text,
    endedAt: text,
    /** Party; without it the chair, or the deputy who is there. */
    chairedBy: text,
    guests: z.string().max(4000).optional().catch(undefined),
  })
  .transform(({ record, startedAt, endedAt, chairedBy, guests, ...more }) => ({
    record,
    startedAt,
    endedAt,
    chairedBy,
    guests,
    presence: presenceIn(more),
  }));
type HoldInput = z.infer<typeof HoldInput>;

/** Opens the record of a meeting whose day has come, or corrects what was found at its beginning. */
export const hold = act({
  kind: 'hold',
  title: { de: 'Sitzung eröffnen', en: 'Open the meeting' },
  input: HoldInput,
  buttons: { 'beirat.hold': {} },
  typed: [
    {
      de: 'eröffnen|eroeffnen',
      en: 'open',
      read: (rest, { session, plan }) => ({ startedAt: timeIn(rest) ?? session?.startedAt ?? plan.time }),
    },
  ],
  probe: ({ plan }) => ({
    record: undefined,
    startedAt: plan.time,
    endedAt: '',
    chairedBy: '',
    guests: undefined,
    presence: {},
  }),
  decide(meeting, input, by, context) {
    requireOffice(by, context);
    if (isOldRecord(meeting, input.record)) return undefined;
    if (meeting.session) return corrected(meeting, meeting.session, input, by, context);
    requireState(meeting, 'invited');
    const { day } = meeting.plan;
    if (today(context) < day) throw notYet(dayIn('de', day), dayIn('en', day));
    const session: Session = {
      ...findings(meeting, input, by, context),
      minutesBy: by.id,
      minutesByName: by.name,
      isConvened: conveningOf(meeting, context).isDuly,
      conflicts: [],
      notes: reported(meeting, context),
      draft: 1,
      objections: [],
    };
    const facts = { there: seatsThere(session.attendance), hasQuorum: session.hasQuorum };
    const urged = { ...meeting.urged, record: Math.max(meeting.urged.record, 1) };
    const held = changed(begin(meeting), { state: 'held', session, urged });
    return outdatingAll(recorded(held, { ...actor(by), act: 'held', facts }));
  },
});

/** What became of recommendations stands in the record to begin with; whoever keeps it may change the words. */
const reported = ({ plan }: Meeting, { report }: Context): Session['notes'] => {
  const item = plan.items.find(({ shows }) => shows === 'recommendations');
  return item && report ? { [item.id]: report } : {};
};

function corrected(
  meeting: Meeting,
  session: Session,
  input: HoldInput,
  by: Party,
  context: Context,
): Decision<Meeting> | undefined {
  requireState(meeting, 'held');
  const next = { ...session, ...findings(meeting, input, by, context) };
  if (JSON.stringify(next) === JSON.stringify(session)) return undefined;
  return redrafted(begin(meeting), next, { ...actor(by), act: 'attendance' });
}

/** What was found at the beginning. */
function findings(meeting: Meeting, input: HoldInput, by: Party, context: Context) {
  const before = meeting.session;
  const attendance = withKeeper(attendanceOf(meeting, input.presence, context), before ? undefined : by.id);
  const chair = chairOf(attendance, { named: input.chairedBy, before: before?.chairedBy }, by, context);
  const startedAt = requiredTime(input.startedAt);
  const endedAt = input.endedAt ? requiredTime(input.endedAt, startedAt) : before?.endedAt;
  const guests = input.guests === undefined ? before?.guests : input.guests.trim();
  return {
    startedAt,
    ...(endedAt ? { endedAt } : {}),
    chairedBy: chair.party,
    chairedByName: chair.name,
    guests: guests || undefined,
    attendance,
    hasQuorum: seatsThere(attendance) >= leastNeeded(meeting),
  };
}

/** Whoever opens the record is there: who did not answer the own invitation is not absent for that. */
const withKeeper = (attendance: Attendance[], keeper: string | undefined): Attendance[] =>
  attendance.map((one) =>
    one.party === keeper && one.presence === 'absent' ? { ...one, presence: 'in-person' } : one,
  );

type Chairs = { readonly named?: string | undefined; readonly before?: string | undefined };

/** Who chaired: whoever was named, else the holder of the chair, else the deputy; of those who are there. */
function chairOf(attendance: readonly Attendance[], { named, before }: Chairs, by: Party, context: Context) {
  const there = attendance.filter(wasThere);
  // Nobody of the members: whoever keeps the minutes opens and closes it.
  if (!named && !there.some(({ voting }) => voting)) return { party: by.id, name: by.name };
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
export function chairAfter(session: Session, attendance: readonly Attendance[], context: Context) {
  const there = attendance.filter(wasThere);
  if (there.some(({ party, voting }) => voting && party === session.chairedBy)) return {};
  const chair = usualChair(there, context);
  if (chair) return { chairedBy: chair.party, chairedByName: chair.name };
  if (session.attendance.some((one) => one.voting && wasThere(one) && one.party === session.chairedBy))
    throw chairNotThere();
  return {};
}

/** Records when the meeting ended. */
export const end = act({
  kind: 'end',
  title: { de: 'Ende festhalten', en: 'Record the end' },
  input: z.object({ endedAt: text }),
  buttons: { 'beirat.end': {} },
  typed: [{ de: 'ende|beendet', en: 'ended|end', read: (rest) => ({ endedAt: timeIn(rest) ?? '' }) }],
  probe: () => ({ endedAt: '23:59' }),
  decide(meeting, { endedAt }, by, context) {
    requireOffice(by, context);
    return ended(meeting, endedAt, by);
  },
});

export function ended(meeting: Meeting, written: string, by: Party): Decision<Meeting> | undefined {
  const session = requireSession(meeting);
  const endedAt = requiredTime(written, session.startedAt);
  if (session.endedAt === endedAt) return undefined;
  const entry = { ...actor(by), act: 'ended', facts: { endedAt } };
  return redrafted(begin(meeting), { ...session, endedAt }, entry);
}

/** "14:05", "14.05 Uhr", "um 14 Uhr" */
export function timeIn(written: string): string | undefined {
  const [, hours, minutes = '00'] =
    /^(?:um|at)?\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*uhr)?[.!?]*$/i.exec(written.trim()) ?? [];
  return hours && `${hours.padStart(2, '0')}:${minutes}`;
}

/** The record of a meeting that is held. @throws {Refusal} before it was opened, or when it is closed */
export function requireSession(meeting: Meeting): Session {
  requireState(meeting, 'held');
  // A meeting that is held has a session: `hold` writes both.
  return meeting.session as Session;
}

/**
 * Changes the record: a new draft of the minutes. The record says what was; a resolution that does not fit it any more
 * is named in the history and shown as what it is.
 */
export function redrafted(
  decision: Decision<Meeting>,
  session: Session,
  entry: Event['event'],
): Decision<Meeting> {
  const next = { ...session, draft: session.draft + 1 };
  const { doc } = decision;
  const lost = doc.resolutions.filter(
    (one) => standingOf(doc, one) === 'good' && standingOf({ ...doc, session: next }, one) !== 'good',
  );
  const facts = lost.length > 0 ? { lost: lost.map(({ number }) => number).join(', ') } : {};
  return recorded(changed(decision, { session: next }), {
    ...entry,
    ...(entry.facts || lost.length > 0 ? { facts: { ...entry.facts, ...facts } } : {}),
  });
}

/** Whether a card was drawn for an earlier draft of the minutes: what it asks for comes to nothing. */
export const isOldRecord = ({ session }: Meeting, record: number | undefined): boolean =>
  record !== undefined && record !== (session?.draft ?? 0);

export function requiredTime(written: string, after?: string): string {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(written.trim()) ?? [];
  const time = hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : '';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || (after && time <= after)) throw timeWrong();
  return time;
}
