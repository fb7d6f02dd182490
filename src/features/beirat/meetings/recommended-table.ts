import { partyOf } from '../../../core/party.ts';
import { maySteer } from '../../../core/steering.ts';
import type { Block, TableBlock, TabPart } from '../../../core/tab.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import type { MeetingDesk } from './desk.ts';
import { closedItem } from './letters/texts.ts';
import { answerState, isWaiting, type Recommendation } from './recommendations.ts';
import { isTheirs, mayRead, recommendationsFor } from './views/recommendations.ts';
import { isOverdue } from './views/resolutions.ts';

/** For those who steer: what the Beirat recommended, and the answers. What is not public stands with its number only. */
export const steeringTab = (desk: MeetingDesk): TabPart => ({
  tab: 'steering',
  order: 30,
  async show({ actor, language, at }): Promise<readonly Block[]> {
    const viewer = partyOf(actor, desk.directory);
    const context = desk.meetings.contextAt(at);
    if (!maySteer(viewer.id, desk.directory, today(context))) return [];
    const all = recommendationsFor(await desk.meetings.collection.list(), viewer.id, context, true);
    return recommended(all, viewer.id, context, language);
  },
});

/** What was recommended to others and what they answered; nothing where nothing was. */
export function recommended(
  all: readonly Recommendation[],
  party: string,
  context: Context,
  language: Language,
): readonly TableBlock[] {
  if (all.length === 0) return [];
  const t = wordsIn(language);
  const day = today(context);
  return [
    {
      kind: 'table',
      id: 'recommendations',
      title: t('Empfehlungen des Beirats und Antworten', 'Recommendations of the board and answers'),
      head: [t('Nummer', 'Number'), t('An', 'To'), t('Wortlaut', 'Wording'), t('Stand', 'State')],
      rows: all.map((one) => {
        const isOpenTo = mayRead(one, party, context);
        const isLate = isWaiting(one) && isOverdue(one, day);
        return {
          cells: [
            one.number,
            one.addressee.name[language],
            isOpenTo ? one.wording : closedItem(one.n, language),
            answerState(one, day, language, !isOpenTo),
          ],
          ask: { text: isTheirs(one, party, context) ? one.number : t('Empfehlungen', 'Recommendations') },
          tone: isLate ? 'attention' : isWaiting(one) ? 'warning' : 'plain',
        };
      }),
      empty: '–',
      file: t('Empfehlungen-Beirat.csv', 'recommendations-board.csv'),
    },
  ];
}
