import { caseRows } from '../../../case/case-rows.ts';
import type { Cases } from '../../../case/cases.ts';
import { partyOf } from '../../../core/party.ts';
import type { CaseRow, TabVisit } from '../../../core/tab.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { dateLabel } from './labels.ts';
import type { DatePoll } from './model.ts';

/** Date polls as they stand in the list of the board's tab. */
export const pollRows = (polls: Cases<DatePoll, Context>, visit: TabVisit): Promise<readonly CaseRow[]> => {
  const { language } = visit;
  const t = wordsIn(language);
  const viewer = partyOf(visit.actor, polls.contextAt(visit.at).directory);
  return caseRows(polls, viewer, visit, {
    oneClick: [],
    drawnFor: () => ({}),
    row({ state, options, replyBy, answers, chosen }) {
      const isOver = state === 'ended';
      const taken = options.find(({ id }) => id === chosen);
      return {
        title: options.map((option) => dateLabel(option, language)).join(' · '),
        state: taken
          ? `${t('genommen', 'taken')}: ${dateLabel(taken, language)}`
          : isOver
            ? t('beendet', 'ended')
            : t('offen', 'open'),
        tone: taken ? 'good' : isOver ? 'plain' : 'accent',
        isOver,
        groups: [isOver ? 'over' : 'open'],
        facts: [
          t('Terminumfrage', 'Date poll'),
          ...(isOver || answers[viewer.id] ? [] : [t('Ihre Antwort steht aus', 'your answer is open')]),
        ],
        due: isOver ? undefined : replyBy,
      };
    },
  });
};
