import { addWorkingDays } from '../../../core/working-days.ts';
import { type Context, today } from '../context.ts';
import type { Idea } from '../idea.ts';
import { nextMorning } from '../mornings.ts';
import { bySystem, changed, type Progress, recorded, telling } from '../owing.ts';
import { askedOf, officeOf } from '../rights.ts';
import { countingScores, unnamed } from '../scoring.ts';

/** Working days after the meeting that the office has to record what came of it. */
const recordDays = 10;

function toBeRecorded({ place }: Idea, context: Context): Partial<Idea> {
  const day = place && place.day > today(context) ? place.day : today(context);
  const dueDay = addWorkingDays(day, recordDays, context.holidays);
  return { dueDay, dueAt: nextMorning(context), urged: 0 };
}

/** From now on the scores may be seen; the office of the Beirat is asked to record what came of it. */
export function revealed(progress: Progress, context: Context): Progress {
  const count = countingScores(progress.idea.scores).length;
  const open = recorded(
    changed(progress, {
      revealedAt: context.now,
      visit: progress.idea.visit + 1,
      scores: unnamed(progress.idea.scores, context.now),
      ...toBeRecorded(progress.idea, context),
    }),
    { ...bySystem, act: 'revealed', facts: { count } },
    context,
  );
  return telling(open, 'record', askedOf(officeOf(open.idea, context)), context);
}
