import { type Language, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { voteMarks, voteWords } from '../labels.ts';
import { type Circulation, decidedStates } from '../model.ts';
import { votersNow } from '../voters.ts';

/**
 * One line for each voting seat. While the voting lasts only whether there is a vote; after a result how it was given.
 * A voting that was broken off keeps its votes to itself.
 */
export function votesIn(circulation: Circulation, context: Context, language: Language): readonly string[] {
  const t = wordsIn(language);
  const isDecided = decidedStates.includes(circulation.state);
  const isOver = !isDecided && circulation.state !== 'voting';
  if (isOver) return [];
  return votersNow(circulation, context).map(({ ballot, isAbsent, holder }) => {
    const { vote, name } = ballot;
    const who = vote && !vote.onBehalfOf ? vote.byName : name;
    const behalf = vote?.onBehalfOf ? ` (${t('i. V.', 'by deputy')} ${vote.byName})` : '';
    if (vote && isDecided)
      return `${voteMarks[vote.vote]} ${voteWords[vote.vote][language]}: ${who}${behalf}`;
    if (vote) return `✓ ${t('hat abgestimmt', 'has voted')}: ${who}${behalf}`;
    if (isDecided) return `○ ${t('hat nicht abgestimmt', 'has not voted')}: ${who}`;
    const away = isAbsent && holder ? t(' (abwesend)', ' (away)') : '';
    return `? ${t('noch nicht', 'not yet')}: ${who}${away}`;
  });
}
