import { labelOf } from '../../../core/case-number.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import type { Block, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import { Refusal } from '../../../core/refusal.ts';
import { quoted, wordsIn } from '../../../core/text.ts';
import { contextAt } from '../board/desk.ts';
import { topicPath } from '../board/topic-link.ts';
import type { TopicDesk } from './desk.ts';
import { created, type Entered, readTopic } from './form.ts';
import { lastDayLine, topicStateWords } from './labels.ts';
import type { Topic } from './model.ts';
import { proposesAs } from './policy.ts';

type Drawn = { readonly note?: Block; readonly entered?: Entered; readonly problem?: string };

/** Members without Teams propose topics here, and see what became of theirs. Opening the page changes nothing. */
export const topicPage = (desk: TopicDesk): PageRoute => ({
  path: topicPath,
  get: (visit) => pageOf(desk, visit),
  async post(visit, form) {
    const at = visit.now.toISOString();
    const party = visit.subject.party ?? '';
    const by = { id: party, name: desk.directory.person(party)?.name ?? party };
    const t = wordsIn(visit.language);
    const done = (de: string, en: string): Drawn => ({
      note: { kind: 'note', tone: 'done', text: t(de, en) },
    });
    try {
      if (form.withdraw) {
        await desk.topics.act({ ...by, via: 'mail' }, form.withdraw, 'withdraw', {}, at);
        return await pageOf(
          desk,
          visit,
          done('Der Vorschlag ist zurückgezogen.', 'The proposal is withdrawn.'),
        );
      }
      await created(desk, by, readTopic(form), at);
      return await pageOf(
        desk,
        visit,
        done(
          'Danke, Ihr Vorschlag ist bei der Geschäftsführung.',
          'Thank you, your proposal is with the board’s office.',
        ),
      );
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'topic-title') throw error;
      const entered = readTopic(form);
      return {
        ...(await pageOf(desk, visit, { entered, problem: error.text[visit.language] })),
        status: 422,
      };
    }
  },
});

async function pageOf(desk: TopicDesk, { subject, now, language }: Visit, drawn: Drawn = {}): Promise<Page> {
  const party = subject.party ?? '';
  const context = { ...contextAt(desk, now.toISOString()), agendas: await desk.agendas() };
  const t = wordsIn(language);
  const own = await desk.topics.collection.list({ where: { by: party } });
  const title = t('Themen für den Digitalen Beirat', 'Topics for the Digital Advisory Board');
  const mayPropose = proposesAs(party, context) !== undefined;
  if (!mayPropose && own.length === 0)
    return {
      status: 404,
      title,
      language,
      body: [
        {
          kind: 'text',
          text: t(
            'Diese Seite ist nicht mehr für Sie. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
            'This page is no longer for you. The management of the Digital Advisory Board answers questions.',
          ),
        },
      ],
    };
  const form = { ...drawn.entered, form: drawn.entered?.form || desk.newId() };
  return {
    title,
    language,
    body: [
      ...(drawn.note ? [drawn.note] : []),
      ...(mayPropose
        ? [{ kind: 'text' as const, text: lastDayLine(context, language) }, formOf(form, drawn.problem, t)]
        : []),
      ...(own.length > 0 ? [{ kind: 'heading' as const, text: t('Ihre Vorschläge', 'Your proposals') }] : []),
      ...own
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
        .flatMap((topic) => ownBlocks(topic, language, t)),
    ],
  };
}

type Words = ReturnType<typeof wordsIn>;

const formOf = (
  entered: Partial<Entered> & { readonly form: string },
  problem: string | undefined,
  t: Words,
): Block => ({
  kind: 'form',
  fields: [
    { kind: 'hidden', name: 'form', value: entered.form },
    {
      kind: 'text',
      name: 'title',
      label: t('Thema', 'Topic'),
      maxLength: 160,
      required: true,
      value: entered.title,
      error: problem,
    },
    {
      kind: 'text',
      name: 'text',
      label: t('Worum geht es?', 'What is it about?'),
      lines: 5,
      maxLength: 1500,
      value: entered.text,
    },
    {
      kind: 'check',
      name: 'presents',
      label: t('Ich trage selbst dazu vor', 'I would present it myself'),
      ...(entered.presents ? { value: 'yes' } : {}),
    },
  ],
  buttons: [{ title: t('Vorschlagen', 'Propose') }],
});

function ownBlocks(topic: Topic, language: Visit['language'], t: Words): readonly Block[] {
  const { state, title, createdAt, answer, meeting, id } = topic;
  const where = meeting ? ` (${labelOf({ id: meeting })})` : '';
  return [
    {
      kind: 'facts',
      facts: [
        { title: `${labelOf(topic)} · ${dayIn(language, dayOf(createdAt))}`, value: title },
        { title: t('Stand', 'State'), value: `${topicStateWords[state][language]}${where}` },
        ...(answer
          ? [{ title: t('Antwort', 'Answer'), value: `${answer.byName}: ${quoted(answer.text, language)}` }]
          : []),
      ],
    },
    ...(state === 'open'
      ? [
          {
            kind: 'form' as const,
            fields: [],
            buttons: [{ title: t('Zurückziehen', 'Withdraw'), name: 'withdraw', value: id }],
          },
        ]
      : []),
  ];
}
