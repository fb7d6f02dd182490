import { bySystem, changed, type Decision, deciding, notified, recorded } from '../../../case/decision.ts';
import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import type { Context } from '../board/context.ts';
import { chairNow, officeNow } from '../board/members.ts';
import { nextUrging, type Pace } from '../board/urging.ts';
import { isDue } from './demand.ts';
import type { Topic } from './model.ts';

/** Working days after which the office is reminded of a topic that nobody has said anything about, again and again. */
const everyDays = 10;

const reminderAt = ({ createdAt, urged }: Topic, { holidays }: Context): string =>
  momentOf(addWorkingDays(dayOf(createdAt), everyDays * (urged + 1), holidays), '08:00');

/** Days before a demanded meeting is to be invited to, and that day itself; then every week. */
const paceOfDue: Pace = { first: [1, 4], again: 7 };

/** The next day on which office and chair are reminded of a demanded meeting. */
const nextDue = ({ demand }: Topic, told = demand?.urged): string =>
  nextUrging(daysBefore(demand?.reached?.due ?? '', 4), told, paceOfDue);

export function topicDueAt(topic: Topic, context: Context): string | undefined {
  if (isDue(topic)) return momentOf(nextDue(topic), '08:00');
  return topic.state === 'open' && !topic.demand?.reached ? reminderAt(topic, context) : undefined;
}

/** Stages that were slept through make one reminder. */
export function topicOnTime(topic: Topic, context: Context): Decision<Topic> | undefined {
  if (isDue(topic)) return dueOnTime(topic, context);
  if (topic.state !== 'open' || topic.demand?.reached) return undefined;
  let { urged } = topic;
  while (reminderAt({ ...topic, urged }, context) <= context.now) urged += 1;
  if (urged === topic.urged) return undefined;
  const reminded = recorded(changed(deciding(topic), { urged }), { ...bySystem, act: 'topic-reminded' });
  return notified(reminded, [officeNow(context)], { name: 'topic-reminder', key: urged });
}

function dueOnTime(topic: Topic, context: Context): Decision<Topic> | undefined {
  const { demand } = topic;
  if (!demand) return undefined;
  let urged = demand.urged;
  while (momentOf(nextDue(topic, urged), '08:00') <= context.now) urged = nextDue(topic, urged);
  if (!urged || urged === demand.urged) return undefined;
  const reminded = recorded(changed(deciding(topic), { demand: { ...demand, urged } }), {
    ...bySystem,
    act: 'topic-demand-reminded',
  });
  return notified(reminded, [officeNow(context), chairNow(context)?.person.id], {
    name: 'demand-reminder',
    key: urged,
  });
}
