import { bySystem, changed, type Decision, deciding, notified, recorded } from '../../../case/decision.ts';
import { dayOf, momentOf } from '../../../core/day.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import type { Context } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import type { Topic } from './model.ts';

/** Working days after which the office is reminded of a topic that nobody has said anything about, again and again. */
const everyDays = 10;

const reminderAt = ({ createdAt, urged }: Topic, { holidays }: Context): string =>
  momentOf(addWorkingDays(dayOf(createdAt), everyDays * (urged + 1), holidays), '08:00');

export const topicDueAt = (topic: Topic, context: Context): string | undefined =>
  topic.state === 'open' ? reminderAt(topic, context) : undefined;

/** Stages that were slept through make one reminder. */
export function topicOnTime(topic: Topic, context: Context): Decision<Topic> | undefined {
  if (topic.state !== 'open') return undefined;
  let { urged } = topic;
  while (reminderAt({ ...topic, urged }, context) <= context.now) urged += 1;
  if (urged === topic.urged) return undefined;
  const reminded = recorded(changed(deciding(topic), { urged }), { ...bySystem, act: 'topic-reminded' });
  return notified(reminded, [officeNow(context)], { name: 'topic-reminder', key: urged });
}
