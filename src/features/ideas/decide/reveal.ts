import type { Context } from '../context.ts';
import { bySystem, changed, type Progress, recorded, telling } from '../owing.ts';
import { askedOf, officeOf } from '../rights.ts';
import { countingScores, unnamed } from '../scoring.ts';

/** From now on the scores may be seen; the office of the Beirat is asked to record what came of it. */
export function revealed(progress: Progress, context: Context): Progress {
  const count = countingScores(progress.idea.scores).length;
  const open = recorded(
    changed(progress, {
      revealedAt: context.now,
      visit: progress.idea.visit + 1,
      scores: unnamed(progress.idea.scores, context.now),
    }),
    { ...bySystem, act: 'revealed', facts: { count } },
    context,
  );
  return telling(open, 'record', askedOf(officeOf(open.idea, context)), context);
}
