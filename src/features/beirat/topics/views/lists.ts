import { labelOf } from '../../../../core/case-number.ts';
import { dayIn, dayOf } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import { shortened, wordsIn } from '../../../../core/text.ts';
import type { Turn } from '../../../../core/turn.ts';
import { isOffice } from '../../board/members.ts';
import { dueText, isDue } from '../demand.ts';
import type { Topics } from '../desk.ts';
import { topicStateWords } from '../labels.ts';
import { proposesAs, topicSeenAs } from '../policy.ts';

/** Card `beirat/topic-list`: topics that somebody proposed or decides on, open ones first. */
export type TopicListView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly empty?: string | undefined;
  readonly items: readonly { readonly id: string; readonly title: string; readonly text: string }[];
  readonly more?: string | undefined;
  readonly proposes: boolean;
};

const most = 12;

export async function topicsReply({ collection, contextAt, viewerOf }: Topics, turn: Turn): Promise<Reply> {
  const context = contextAt(turn.at);
  const { id, language } = viewerOf(turn);
  const t = wordsIn(language);
  const theirs = (await collection.list())
    .filter((topic) => topicSeenAs(topic, id, context))
    .sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') || b.createdAt.localeCompare(a.createdAt),
    );
  const title = isOffice(id, context)
    ? t('Themenvorschläge für die Tagesordnung', 'Topics proposed for the agenda')
    : theirs.every(({ by }) => by === id)
      ? t('Ihre Themenvorschläge', 'Your topic proposals')
      : t('Themenvorschläge', 'Topic proposals');
  const left = theirs.length - most;
  const view: TopicListView = {
    roles: [],
    title,
    empty: theirs.length === 0 ? t('Zurzeit gibt es keine.', 'There are none at present.') : undefined,
    items: theirs.slice(0, most).map((topic) => ({
      id: topic.id,
      title: `${labelOf(topic)} · ${shortened(topic.title, 100)}`,
      text: `${isDue(topic) ? `${t('Sitzung verlangt', 'Meeting demanded')}, ${dueText(topic, language)}` : topicStateWords[topic.state][language]} · ${topic.byName} · ${dayIn(language, dayOf(topic.createdAt))}`,
    })),
    more:
      left > 0
        ? t(`${left} ältere öffnen Sie mit ihrer Nummer.`, `Open the ${left} older ones by their number.`)
        : undefined,
    proposes: proposesAs(id, context) !== undefined,
  };
  return { card: 'beirat/topic-list', data: view, summary: title, language };
}
