import { caseRows } from '../../../case/case-rows.ts';
import { partyOf } from '../../../core/party.ts';
import type { CaseRow, TabVisit, Titled, Tone } from '../../../core/tab.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Agenda } from '../board/context.ts';
import type { Topics } from './desk.ts';
import { inTimeLine, topicStateWords } from './labels.ts';
import type { TopicState } from './model.ts';
import { proposesAs } from './policy.ts';

const tones: Readonly<Record<TopicState, Tone>> = {
  open: 'warning',
  placed: 'good',
  declined: 'plain',
  withdrawn: 'plain',
};

/** Topics that were proposed, as they stand in the list of the board's tab: one's own, for the office all. */
export async function topicRows(
  topics: Topics,
  agendas: readonly Agenda[],
  visit: TabVisit,
): Promise<readonly CaseRow[]> {
  const { language } = visit;
  const t = wordsIn(language);
  const viewer = partyOf(visit.actor, topics.contextAt(visit.at).directory);
  return caseRows(topics, viewer, visit, {
    oneClick: [],
    drawnFor: () => ({}),
    row(topic, _viewer, context) {
      const { title, state, by, byName } = topic;
      const isOver = state !== 'open';
      const inTime = isOver ? [] : [inTimeLine(topic, { ...context, agendas }, language)];
      return {
        title,
        state: topicStateWords[state][language],
        tone: tones[state],
        isOver,
        groups: [isOver ? 'over' : 'open'],
        facts: [
          t('Themenvorschlag', 'Topic proposal'),
          by === viewer.id ? t('von Ihnen', 'by you') : byName,
          ...inTime,
        ],
      };
    },
  });
}

/** What begins a new one, for whoever may propose. */
export const proposing = ({ contextAt }: Topics, { actor, language, at }: TabVisit) => {
  const context = contextAt(at);
  const words = wordsIn(language)('Thema vorschlagen', 'Propose a topic');
  const asks: readonly Titled<object>[] = [{ title: words, ask: { text: words } }];
  return proposesAs(partyOf(actor, context.directory).id, context) ? asks : [];
};
