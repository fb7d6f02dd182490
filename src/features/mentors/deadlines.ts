import type { BesideRead } from '../../case/case-type.ts';
import { bySystem, changed, type Decision, deciding, notified, recorded } from '../../case/decision.ts';
import type { World } from '../../case/world.ts';
import { dayOf, momentOf } from '../../core/day.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { ended, news } from './acts/answer.ts';
import type { Mentoring } from './model.ts';
import { officeOf } from './policy.ts';
import { isMentor } from './profiles/model.ts';
import { morningAfter, rhythm } from './rhythm.ts';

/**
 * When it is looked at next: when time has something to say, and every working morning, for the mentor may have left.
 * What becomes of an ended one is a matter of its record.
 */
export function mentoringDueAt(mentoring: Mentoring, context: World): string | undefined {
  const due = timeOf(mentoring, context);
  if (due === undefined) return undefined;
  const { now, holidays } = context;
  const morning = momentOf(addWorkingDays(dayOf(now), 1, holidays), '08:00');
  return due < morning ? due : morning;
}

/** When time has something to say about it next. */
function timeOf(mentoring: Mentoring, { holidays }: World): string | undefined {
  const { state, createdAt, acceptedAt = createdAt, reminded, feedbackAskedAt } = mentoring;
  if (state === 'asked')
    return reminded
      ? morningAfter(createdAt, rhythm.expire)
      : momentOf(addWorkingDays(dayOf(createdAt), rhythm.remind, holidays), '08:00');
  if (state === 'accepted')
    return morningAfter(acceptedAt, feedbackAskedAt ? rhythm.close : rhythm.askFeedback);
  return undefined;
}

/** What time and the directory make of a mentoring. However long nobody looked, only the last thing that is due happens. */
export function mentoringOnTime(
  mentoring: Mentoring,
  context: World,
  read: BesideRead,
): Decision<Mentoring> | undefined {
  const { state, asker, mentor, createdAt, acceptedAt = createdAt } = mentoring;
  const { now } = context;
  if (state === 'asked') {
    if (now >= morningAfter(createdAt, rhythm.expire))
      return news(byTime(mentoring, 'expired', 'time', context, read), [asker.id, mentor.id]);
    if (!isMentor(mentor.id, context))
      return news(byTime(mentoring, 'expired', 'left', context, read), [asker.id, mentor.id]);
    // After the reminder the next thing is the end, which has been ruled out above.
    return !mentoring.reminded && now >= (timeOf(mentoring, context) ?? '')
      ? remindedOf(mentoring)
      : undefined;
  }
  if (state !== 'accepted') return undefined;
  if (now >= morningAfter(acceptedAt, rhythm.close))
    return news(byTime(mentoring, 'closed', 'time', context, read), [asker.id, mentor.id]);
  if (!isMentor(mentor.id, context)) {
    const office = officeOf(context);
    const all = [asker.id, mentor.id, ...(office ? [office] : [])];
    return news(byTime(mentoring, 'closed', 'left', context, read), [...new Set(all)]);
  }
  const isAskedNow = !mentoring.feedbackAskedAt && now >= morningAfter(acceptedAt, rhythm.askFeedback);
  return isAskedNow ? askedForFeedback(mentoring, now) : undefined;
}

function byTime(
  mentoring: Mentoring,
  state: 'expired' | 'closed',
  why: 'time' | 'left',
  context: World,
  read: BesideRead,
): Decision<Mentoring> {
  const over = ended(deciding(mentoring), state, context, read);
  return recorded(over, { ...bySystem, act: state, facts: { why } });
}

function remindedOf(mentoring: Mentoring): Decision<Mentoring> {
  const reminded = recorded(changed(deciding(mentoring), { reminded: true }), {
    ...bySystem,
    act: 'reminded',
  });
  return notified(reminded, [mentoring.mentor.id], { name: 'reminder' });
}

function askedForFeedback(mentoring: Mentoring, now: string): Decision<Mentoring> {
  const asking = recorded(changed(deciding(mentoring), { feedbackAskedAt: now }), {
    ...bySystem,
    act: 'feedback-asked',
  });
  return notified(asking, mentoring.feedbackGiven ? [] : [mentoring.asker.id], { name: 'feedback' });
}
