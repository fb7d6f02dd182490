import { dayIn, daysBefore } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import { type Context, today } from '../../board/context.ts';
import { officeNow } from '../../board/members.ts';
import { daysBetween } from '../../board/notice-period.ts';
import { textMissing } from '../../board/refusals.ts';
import { actor } from '../../board/rights.ts';
import { isThere } from '../attendance.ts';
import { isSettled, objectionsDay, openObjections } from '../deadlines.ts';
import type { Meeting, Objection, Session } from '../model.ts';
import {
  bySystem,
  changed,
  dispatching,
  outdating,
  type Progress,
  recorded,
  starting,
  telling,
} from '../owing.ts';
import { requireState } from '../policy.ts';
import type { RecordActOf } from '../record/act.ts';
import {
  chairNotThere,
  endMissing,
  minutesNotSent,
  noSuchObjection,
  objectionsOpen,
  objectionsOver,
  objectionsPending,
} from '../refusals.ts';
import { end, requireSession } from './hold.ts';
import { inviteeFor } from './reply.ts';

/** Sends the minutes to everybody who was invited or was there; corrected ones again. Objections count from then. */
export function sendMinutes(
  before: Meeting,
  act: RecordActOf<'send-minutes'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const ended = act.endedAt ? end(before, { kind: 'end', endedAt: act.endedAt }, by, context) : undefined;
  const meeting = ended?.meeting ?? before;
  const session = requireSession(meeting);
  if (!session.endedAt) throw endMissing();
  const there = session.attendance.filter(isThere);
  if (there.length > 0 && !there.some(({ party }) => party === session.chairedBy)) throw chairNotThere();
  if (session.sentDraft === session.draft) return undefined;
  const objectionsUntil = daysBefore(today(context), -context.rules.minutes.objectionDays);
  const sent = changed(starting(meeting), {
    session: { ...session, sentAt: context.now, sentDraft: session.draft, objectionsUntil },
    urged: { ...meeting.urged, record: 0 },
  });
  const facts = { draft: session.draft, until: objectionsUntil };
  const noted = recorded(sent, { ...actor(by), act: 'minutes-sent', facts }, context);
  return dispatching(noted, 'minutes', readersOf(meeting, session), context, {
    key: `draft ${session.draft}`,
    facts: { draft: session.draft },
  });
}

function readersOf({ invitees }: Meeting, { attendance }: Session): readonly string[] {
  const there = attendance.filter(isThere).map(({ party }) => party);
  return invitees
    .filter(({ party, releasedAt }) => !releasedAt || there.includes(party))
    .map(({ party }) => party);
}

/** A member objects to the minutes; the office is told. */
export function object(
  meeting: Meeting,
  act: RecordActOf<'object'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const one = inviteeFor(meeting, by.id, context);
  requireState(meeting, 'held', 'minuted');
  const { session } = meeting;
  if (!session?.sentAt || !session.objectionsUntil) throw minutesNotSent();
  const text = act.text.trim();
  if (session.objections.some((known) => known.by === by.id && known.text === text)) return undefined;
  const until = session.objectionsUntil;
  if (meeting.state === 'minuted' || today(context) > until)
    throw objectionsOver(dayIn('de', until), dayIn('en', until));
  if (!text) throw textMissing();
  const objection = { n: session.objections.length + 1, by: by.id, byName: one.name, text, at: context.now };
  const facts = { objection: objection.n };
  const objected = recorded(
    changed(starting(meeting), { session: { ...session, objections: [...session.objections, objection] } }),
    { by: by.id, byName: one.name, act: 'objected', note: text, facts },
    context,
  );
  return telling(outdating(objected, [by.id]), 'objection', officeNow(context), context, { facts });
}

/** The office says what it did about an objection; the member hears of it. */
export function answerObjection(
  meeting: Meeting,
  act: RecordActOf<'answer-objection'>,
  by: Party,
  context: Context,
): Progress | undefined {
  const session = requireSession(meeting);
  const one = session.objections.find(({ n }) => n === act.objection);
  const text = act.text.trim();
  if (one?.answer === text && text) return undefined;
  if (!one || one.answer) throw noSuchObjection();
  if (!text) throw textMissing();
  const answered: Objection = { ...one, answer: text, answeredAt: context.now };
  const objections = session.objections.map((other) => (other === one ? answered : other));
  const facts = { objection: one.n, name: one.byName };
  const noted = recorded(
    changed(starting(meeting), { session: { ...session, objections } }),
    { ...actor(by), act: 'objection-answered', note: text, facts },
    context,
  );
  return telling(noted, 'objection-answered', one.by, context, { facts: { objection: one.n } });
}

/** Closes a meeting whose minutes nobody can object to any more. */
export function close(meeting: Meeting, by: Party, context: Context): Progress | undefined {
  if (meeting.state === 'minuted') return undefined;
  const session = requireSession(meeting);
  if (!session.sentAt || !session.objectionsUntil || session.sentDraft !== session.draft)
    throw minutesNotSent();
  if (openObjections(session).length > 0) throw objectionsOpen();
  const until = session.objectionsUntil;
  if (today(context) <= until) throw objectionsPending(dayIn('de', until), dayIn('en', until));
  return closed(starting(meeting), actor(by), context);
}

const closed = (
  progress: Progress,
  who: { readonly by: string; readonly byName: string },
  context: Context,
): Progress => recorded(changed(progress, { state: 'minuted' }), { ...who, act: 'closed' }, context);

/**
 * What the morning brings once the minutes were sent: closes the meeting when the time for objections is over and
 * nothing is open, else reminds the office of what is, once a week.
 */
export function afterObjections(progress: Progress, day: string, context: Context): Progress {
  const { meeting } = progress;
  const due = objectionsDay(meeting);
  if (meeting.state !== 'held' || !meeting.session || due === undefined || day < due) return progress;
  if (isSettled(meeting.session)) return closed(progress, bySystem, context);
  const weeks = Math.floor(daysBetween(due, day) / 7);
  const stage = meeting.urged.record + 1 + weeks;
  const noted = changed(progress, { urged: { ...meeting.urged, record: stage } });
  const key = `sent ${meeting.session.sentDraft} ${stage}`;
  return telling(noted, 'record', officeNow(context), context, { key });
}
