import { bySystem, changed, type Decision, deciding, notified, recorded } from '../../../case/decision.ts';
import { daysBefore, momentOf } from '../../../core/day.ts';
import { type Context, today } from '../board/context.ts';
import { counted } from './count.ts';
import { type Circulation, isVoting } from './model.ts';
import { missingVotes, recipientsOf } from './voters.ts';

const morning = '08:00';

/** The day before the last, unless the voting began only then. */
function reminderDay({ until, approval }: Circulation): string | undefined {
  const day = until && daysBefore(until, 1);
  return day && approval && momentOf(day, morning) > approval.at ? day : undefined;
}

/** The result is told in the morning after the last day. */
export function circulationDueAt(circulation: Circulation): string | undefined {
  if (circulation.state !== 'voting' || !circulation.until) return undefined;
  const reminder = circulation.reminded ? undefined : reminderDay(circulation);
  return momentOf(reminder ?? daysBefore(circulation.until, -1), morning);
}

/** What the morning brings: a reminder the day before the last, the result after it. */
export function circulationOnTime(
  circulation: Circulation,
  context: Context,
): Decision<Circulation> | undefined {
  if (circulation.state !== 'voting') return undefined;
  if (!isVoting(circulation, context)) return counted(deciding(circulation), context);
  const day = reminderDay(circulation);
  if (circulation.reminded || day === undefined || today(context) < day) return undefined;
  const reminded = changed(deciding(circulation), { reminded: true });
  const missing = missingVotes(circulation, context);
  if (missing.length === 0) return reminded;
  const entry = { ...bySystem, act: 'vote-reminded', facts: { members: missing.length } };
  return notified(recorded(reminded, entry), missing.flatMap(recipientsOf), {
    name: 'circulation-reminder',
    key: 1,
  });
}
