import { caseNotice, entriesTold } from '../../../case/notice.ts';
import { labelOf } from '../../../core/case-number.ts';
import { dayIn } from '../../../core/day.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../../core/notice.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { chairCapacity, isOffice } from '../board/members.ts';
import { topicLink } from '../board/topic-link.ts';
import { countOf, countText, isDue } from './demand.ts';
import type { TopicDesk } from './desk.ts';
import { happenedTo } from './labels.ts';
import type { Topic } from './model.ts';
import { mayDemand, topicSeenAs } from './policy.ts';

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

/** For those who invite, until it was done. */
const ifDue =
  (de: (count: string, due: string) => string, en: (count: string, due: string) => string): Row['says'] =>
  (topic, _notice, { id, language }, context) => {
    const reached = topic.demand?.reached;
    if (!reached || !isDue(topic) || !(isOffice(id, context) || chairCapacity(id, context))) return undefined;
    const words = language === 'de' ? de : en;
    return words(countText(reached, language), dayIn(language, reached.due));
  };

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
  'demand-join': {
    title: { de: 'Eine Sitzung wird verlangt', en: 'A meeting is demanded' },
    repeatable: true,
    says(topic, _notice, to, context) {
      const { demand, state } = topic;
      const count = countOf(topic, context);
      const mayJoin = mayDemand(to.id, context) && !demand?.by.some(({ party }) => party === to.id);
      if (state !== 'open' || !demand || demand.reached || !count || !mayJoin) return undefined;
      return wordsIn(to.language)(
        `${topic.byName} verlangt eine Sitzung des Beirats zu diesem Thema (${countText(count, 'de')}). Wenn Sie sich anschließen, zählt Ihr Sitz mit.`,
        `${topic.byName} demands a meeting of the board about this topic (${countText(count, 'en')}). If you join, your seat counts.`,
      );
    },
  },
  demand: {
    title: { de: 'Eine Sitzung ist verlangt', en: 'A meeting has been demanded' },
    repeatable: true,
    says: ifDue(
      (count, due) =>
        `${count}: Sie verlangen eine Sitzung zu diesem Thema. Bitte laden Sie bis ${due} ein; das Thema steht bei den Vorschlägen für die Tagesordnung obenan.`,
      (count, due) =>
        `${count}: they demand a meeting about this topic. Please invite by ${due}; the topic comes first among those proposed for the agenda.`,
    ),
  },
  'demand-reminder': {
    title: { de: 'Erinnerung: verlangte Sitzung', en: 'Reminder: demanded meeting' },
    repeatable: false,
    says: ifDue(
      (_count, due) => `Zu der verlangten Sitzung ist noch nicht eingeladen. Einzuladen ist bis ${due}.`,
      (_count, due) => `The demanded meeting has not been invited to yet. The last day is ${due}.`,
    ),
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
  const hasPage = topic.by === to.id || (topic.demand !== undefined && mayDemand(to.id, context));
  if (!hasPage || directory.person(to.id)?.email === undefined)
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
