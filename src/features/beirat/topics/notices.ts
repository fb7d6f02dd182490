import { caseNotice, entriesTold } from '../../../case/notice.ts';
import { labelOf } from '../../../core/case-number.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../../core/notice.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { isOffice } from '../board/members.ts';
import { topicLink } from '../board/topic-link.ts';
import type { TopicDesk } from './desk.ts';
import { happenedTo } from './labels.ts';
import type { Topic } from './model.ts';
import { topicSeenAs } from './policy.ts';

/*
 * What is said about topics by way of the outbox. A topic may be confidential: titles, subjects and mails have its number
 * only, its words stand on the card and on the personal page.
 */

type Row = {
  readonly title: Text;
  readonly repeatable: boolean;
  readonly joins?: true;
  readonly says: (topic: Topic, notice: Notice, to: Addressee, context: Context) => string | undefined;
};

const ifOpen =
  (text: Text): Row['says'] =>
  ({ state }, _notice, to, context) =>
    state === 'open' && isOffice(to.id, context) ? text[to.language] : undefined;

const rows: Readonly<Record<string, Row>> = {
  topic: {
    title: { de: 'Thema für die Tagesordnung', en: 'Topic for the agenda' },
    repeatable: true,
    says: ifOpen({
      de: 'Bitte nehmen Sie das Thema in die Tagesordnung auf, oder sagen Sie, warum nicht.',
      en: 'Please put the topic on the agenda, or say why not.',
    }),
  },
  'topic-reminder': {
    title: { de: 'Erinnerung: Thema für die Tagesordnung', en: 'Reminder: topic for the agenda' },
    repeatable: false,
    says: ifOpen({
      de: 'Erinnerung: Dieser Themenvorschlag wartet noch auf eine Antwort.',
      en: 'Reminder: this topic proposal is still waiting for an answer.',
    }),
  },
  'topic-news': {
    title: { de: 'Neues zu einem Themenvorschlag', en: 'News about a topic proposal' },
    repeatable: true,
    joins: true,
    says({ history }, notice, { language }) {
      const told = entriesTold(notice)
        .toReversed()
        .flatMap((number) => history[number - 1] ?? []);
      return told.map((entry) => happenedTo(entry, language)).join(' ') || undefined;
    },
  },
};

export const topicNotices = (desk: TopicDesk): readonly NoticeKind[] =>
  Object.entries(rows).map(([name, { title, repeatable, joins, says }]) =>
    caseNotice(desk.topics, {
      kind: `beirat.${name}`,
      title,
      repeatable,
      joins,
      subject: (words, topic) => `${words}: ${labelOf(topic)}`,
      concerns: (topic, to, context, notice) =>
        topicSeenAs(topic, to.id, context) !== undefined && says(topic, notice, to, context) !== undefined,
      async say(topic, to, context, notice) {
        const remark = says(topic, notice, to, context) ?? '';
        const reply = await desk.topics.draw(topic, to, context, { remark });
        return { reply, letter: await letterOf(desk, topic, remark, to, context) };
      },
    }),
  );

async function letterOf(
  { links, directory }: TopicDesk,
  topic: Topic,
  remark: string,
  to: Addressee,
  context: Context,
): Promise<Omit<Letter, 'subject'>> {
  const t = wordsIn(to.language);
  const paragraphs = [t('Guten Tag!', 'Hello,'), `${labelOf(topic)}: ${remark}`];
  if (topic.by !== to.id || directory.person(to.id)?.email === undefined)
    return {
      paragraphs: [
        ...paragraphs,
        t(
          `Zum Bearbeiten schreiben Sie Lotse in Microsoft Teams: ${labelOf(topic)}`,
          `To deal with it, write to Lotse in Microsoft Teams: ${labelOf(topic)}`,
        ),
      ],
    };
  const url = await topicLink(links, to, context.now);
  return {
    paragraphs: [
      ...paragraphs,
      t(
        'Worum es geht und was gesagt wurde, steht auf Ihrer persönlichen Seite. Der Link gilt nur für Sie.',
        'What it is about and what was said stands on your personal page. The link is for you only.',
      ),
    ],
    links: [{ title: t('Ihre Themenvorschläge', 'Your topic proposals'), url }],
  };
}
