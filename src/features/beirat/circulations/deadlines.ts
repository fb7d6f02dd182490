import { bySystem, changed, type Decision, deciding, notified, recorded } from '../../../case/decision.ts';
import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import { type Context, today } from '../board/context.ts';
import { chairSeat, officeNow } from '../board/members.ts';
import { nextUrging, type Pace } from '../board/urging.ts';
import { counted } from './count.ts';
import { type Circulation, isVoting } from './model.ts';
import { missingVotes, recipientsOf } from './voters.ts';

const morning = '08:00';

/** The day before the last, unless the voting began only then. */
function reminderDay({ until, approval }: Circulation): string | undefined {
  const day = until && daysBefore(until, 1);
  return day && approval && momentOf(day, morning) > approval.at ? day : undefined;
}

/** A draft waits for the office, a submitted one for the chair: what was done last begins it. */
const paces: Readonly<Partial<Record<Circulation['state'], Pace>>> = {
  draft: { first: [14], again: 28 },
  'awaiting-approval': { first: [2, 4, 7], again: 7 },
};

function urgingDay({ state, history, waited }: Circulation): string | undefined {
  const pace = paces[state];
  return pace && nextUrging(dayOf(history.at(-1)?.at ?? ''), waited, pace);
}

/** What waits for office or chair is said again and again; the result is told in the morning after the last day. */
export function circulationDueAt(circulation: Circulation): string | undefined {
  const urging = urgingDay(circulation);
  if (urging) return momentOf(urging, morning);
  if (circulation.state !== 'voting' || !circulation.until) return undefined;
  const reminder = circulation.reminded ? undefined : reminderDay(circulation);
  return momentOf(reminder ?? daysBefore(circulation.until, -1), morning);
}

/** What the morning brings: a reminder the day before the last, the result after it. */
export function circulationOnTime(
  circulation: Circulation,
  context: Context,
): Decision<Circulation> | undefined {
  if (paces[circulation.state]) return waiting(circulation, context);
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

/** The chair, from the second time on the deputy too; the office of its own draft. */
function waiting(circulation: Circulation, context: Context): Decision<Circulation> | undefined {
  const now = today(context);
  const day = urgingDay(circulation);
  if (day === undefined || now < day) return undefined;
  const { state, waited, history, draft } = circulation;
  const seat = chairSeat(context);
  const holder = seat?.holder?.person.id;
  const isFirst =
    (waited ?? '') <= dayOf(history.at(-1)?.at ?? '') && seat?.holder?.absentUntil === undefined;
  const deputies = isFirst ? [] : (seat?.deputies ?? []).slice(0, 1).map(({ person }) => person.id);
  const told = changed(deciding(circulation), { waited: now });
  return state === 'draft'
    ? notified(told, [officeNow(context)], { name: 'circulation-draft', key: `${draft} ${now}` })
    : notified(told, [holder, ...deputies], { name: 'circulation-approve', key: `waits ${draft} ${now}` });
}
