import type { Block } from '../../../../core/ports/pages.ts';
import { type Language, quoted, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import {
  attachments,
  changeSentence,
  changesFor,
  confidentiality,
  introOf,
  itemLines,
  replyByFact,
  statements,
  whenAndWhere,
} from '../letters/texts.ts';
import type { Invitee, Meeting } from '../model.ts';
import { answerLine, toneOf } from '../views/invitation.ts';

/** The invitation on a member's page: how it stands, what has changed, all of the agenda. */
export function invitationBlocks(
  meeting: Meeting,
  one: Invitee,
  context: Context,
  language: Language,
): readonly Block[] {
  const isOver = one.releasedAt !== undefined || meeting.state === 'cancelled';
  const good = toneOf(meeting, one) === 'good';
  const t = wordsIn(language);
  const changes = one.releasedAt ? [] : changesFor(meeting, one);
  return [
    { kind: 'note', tone: good ? 'done' : 'hint', text: answerLine(meeting, one, language) },
    ...texts([...introOf(meeting, one, language), ...statements(meeting, context, language)]),
    ...(changes.length > 0
      ? ([
          { kind: 'heading', text: t('Was sich geändert hat', 'What has changed') },
          { kind: 'list', items: changes.map((entry) => changeSentence(meeting, entry, language)) },
        ] satisfies readonly Block[])
      : []),
    ...(isOver || !meeting.plan.greeting ? [] : texts([quoted(meeting.plan.greeting, language)])),
    {
      kind: 'facts',
      facts: isOver
        ? whenAndWhere(meeting, language).slice(0, 2)
        : [...whenAndWhere(meeting, language), ...replyByFact(meeting, language)],
    },
    ...(isOver ? [] : agendaBlocks(meeting, language)),
    ...(isOver ? [] : questionBlocks(meeting, one, language)),
  ];
}

function agendaBlocks(meeting: Meeting, language: Language): readonly Block[] {
  const t = wordsIn(language);
  const links = attachments(meeting, language);
  const { onlineUrl } = meeting.plan;
  return [
    { kind: 'heading', text: t('Tagesordnung', 'Agenda') },
    { kind: 'list', ordered: true, items: meeting.plan.items.map((item) => itemLines(item, language)) },
    ...texts(confidentiality(meeting, language)),
    ...(links.length > 0 || onlineUrl
      ? ([
          { kind: 'heading', text: t('Anlagen und Zugang', 'Attachments and access') },
          {
            kind: 'links',
            links: [
              ...links,
              ...(onlineUrl ? [{ title: t('Online teilnehmen', 'Take part online'), url: onlineUrl }] : []),
            ],
          },
        ] satisfies readonly Block[])
      : []),
  ];
}

/** Own questions with their answers, the newest first. */
function questionBlocks({ questions }: Meeting, { party }: Invitee, language: Language): readonly Block[] {
  const own = questions.filter(({ by }) => by === party).reverse();
  if (own.length === 0) return [];
  const t = wordsIn(language);
  const open = t('Noch nicht beantwortet.', 'Not answered yet.');
  return [
    { kind: 'heading', text: t('Ihre Fragen', 'Your questions') },
    {
      kind: 'list',
      items: own.map(
        ({ text, answer }) =>
          `${text}\n${answer ? `${answer.byName}: ${quoted(answer.text, language)}` : open}`,
      ),
    },
  ];
}

const texts = (paragraphs: readonly string[]): readonly Block[] =>
  paragraphs.map((text) => ({ kind: 'text', text }));
