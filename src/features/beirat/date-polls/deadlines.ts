import {
  bySystem,
  changed,
  type Decision,
  deciding,
  notified,
  recorded,
  showingTo,
} from '../../../case/decision.ts';
import { daysBefore, momentOf } from '../../../core/day.ts';
import { type Context, today } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import { ended } from './acts/close.ts';
import { type DatePoll, isOpen, silentIn } from './model.ts';

const morning = '08:00';

/** The day before the last, unless the poll began (or was prolonged) only then. */
const reminderDay = ({ replyBy, createdAt, prolongedAt }: DatePoll): string | undefined => {
  const day = daysBefore(replyBy, 1);
  return momentOf(day, morning) > (prolongedAt ?? createdAt) ? day : undefined;
};

/** Its end is told in the morning after the last day. */
export function pollDueAt(poll: DatePoll): string | undefined {
  if (poll.state !== 'open') return undefined;
  const reminder = poll.reminded ? undefined : reminderDay(poll);
  return momentOf(reminder ?? daysBefore(poll.replyBy, -1), morning);
}

/** What the morning brings: a reminder to the silent the day before the last, the result to the office after it. */
export function pollOnTime(poll: DatePoll, context: Context): Decision<DatePoll> | undefined {
  if (poll.state !== 'open') return undefined;
  if (!isOpen(poll, context)) {
    const over = ended(poll, bySystem, 'poll-ended');
    return notified(over, [officeNow(context)], { name: 'poll-result', key: keyOf(poll) });
  }
  const day = reminderDay(poll);
  if (poll.reminded || day === undefined || today(context) < day) return undefined;
  const silent = silentIn(poll, context).map(({ party }) => party);
  const reminded = showingTo(changed(deciding(poll), { reminded: true }), []);
  if (silent.length === 0) return reminded;
  const entry = { ...bySystem, act: 'poll-reminded', facts: { members: silent.length } };
  return notified(recorded(reminded, entry), silent, { name: 'poll-reminder', key: keyOf(poll) });
}

/** A poll that was prolonged reminds once more. */
const keyOf = ({ prolonged = 0 }: DatePoll): number => prolonged + 1;
