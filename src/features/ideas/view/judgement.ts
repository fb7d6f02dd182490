import type { Addressee } from '../../../core/notice.ts';
import type { Language } from '../../../core/text.ts';
import { shortened } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import type { Idea } from '../idea.ts';
import { isInBeirat, isReviewer, mayReadPlace, votingSeats } from '../rights.ts';
import { countingScores, judged } from '../scoring.ts';
import { criterionWords } from './words.ts';

/**
 * What the Beirat thinks: nothing of it before everybody has scored or the day of the meeting is over. What it thinks of
 * an item that is not public is for its members and those who review; all others learn the result.
 */
export function judgement(
  idea: Idea,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  context: Context,
) {
  const insider = isReviewer(id, context) || isInBeirat(id, context);
  const mayKnow = insider || (idea.place !== undefined && mayReadPlace(idea.place, id, context));
  if (!idea.revealedAt || !mayKnow) return { judged: [], judgedBy: '', comments: [] };
  const counting = countingScores(idea.scores);
  const by =
    language === 'de'
      ? `${counting.length} von ${Math.max(counting.length, votingSeats(idea, context).length)} Sitzen haben bewertet`
      : `${counting.length} of ${Math.max(counting.length, votingSeats(idea, context).length)} seats have scored`;
  return {
    judged: judged(idea.scores).map(({ criterion, median, lowest, highest }) => ({
      title: criterionWords[criterion][language],
      text: `${dots(median)} ${decimal(median, language)} (${lowest}–${highest})`,
    })),
    judgedBy: by,
    comments: insider ? counting.flatMap(({ comment }) => (comment ? [shortened(comment, 180)] : [])) : [],
  };
}

const dots = (median: number): string => '●'.repeat(Math.round(median)) + '○'.repeat(5 - Math.round(median));
const decimal = (value: number, language: Language): string =>
  value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
