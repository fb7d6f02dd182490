import { labelOf } from '../../../core/case-number.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import type { Block, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import { Refusal } from '../../../core/refusal.ts';
import { quoted, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { contextAt } from '../board/desk.ts';
import { topicPath } from '../board/topic-link.ts';
import { countOf, countText, dueText } from './demand.ts';
import type { TopicDesk } from './desk.ts';
import { atField, created, type Entered, readTopic } from './form.ts';
import { lastDayLine, topicStateWords } from './labels.ts';
import type { Topic } from './model.ts';
import { mayDemand, proposesAs, topicSeenAs } from './policy.ts';

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
      const pressed = form.demand
        ? (['demand', form.demand] as const)
        : form.undemand
          ? (['undemand', form.undemand] as const)
          : undefined;
      if (pressed) {
        await desk.topics.act({ ...by, via: 'mail' }, pressed[1], pressed[0], {}, at);
        return await pageOf(
          desk,
          visit,
          done('Gespeichert. So steht es jetzt.', 'Saved. This is how it stands now.'),
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
      if (!(error instanceof Refusal)) throw error;
      if (!atField.includes(error.code))
        return await pageOf(desk, visit, {
          note: { kind: 'note', tone: 'wrong', text: error.text[visit.language] },
        });
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
  const open = await desk.topics.collection.list({ where: { state: 'open' } });
  const others = open.filter(
    (topic) => topic.by !== party && topicSeenAs(topic, party, context) && topic.demand,
  );
  if (!mayPropose && own.length === 0 && others.length === 0)
    return {
      status: 404,
      title,
      language,
      body: [
        {
          kind: 'text',
          text: t(
            'Diese Seite ist nicht mehr für Sie. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
            'This page is no longer for you. The board’s office answers questions.',
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
        ? [
            { kind: 'text' as const, text: lastDayLine(context, language) },
            formOf(form, mayDemand(party, context), drawn.problem, t),
          ]
        : []),
      ...(others.length > 0
        ? [{ kind: 'heading' as const, text: t('Andere verlangen eine Sitzung', 'Others demand a meeting') }]
        : []),
      ...others.flatMap((topic) => demandBlocks(topic, party, context, language, t)),
      ...(own.length > 0 ? [{ kind: 'heading' as const, text: t('Ihre Vorschläge', 'Your proposals') }] : []),
      ...own
        .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
        .flatMap((topic) => ownBlocks(topic, party, context, language, t)),
    ],
  };
}

type Words = ReturnType<typeof wordsIn>;

const formOf = (
  entered: Partial<Entered> & { readonly form: string },
  demands: boolean,
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
    ...(demands
      ? [
          {
            kind: 'check' as const,
            name: 'demands',
            label: t(
              'Ich verlange dazu eine Sitzung; die stimmberechtigten Mitglieder lesen das Thema und können sich anschließen',
              'I demand a meeting about it; the voting members read the topic and can join',
            ),
            ...(entered.demands ? { value: 'yes' } : {}),
          },
        ]
      : []),
  ],
  buttons: [{ title: t('Vorschlagen', 'Propose') }],
});

/** What counts, and the button to join or to take it back. */
function demandForm(topic: Topic, party: string, context: Context, t: Words): readonly Block[] {
  const { id, state, demand } = topic;
  if (state !== 'open' || demand?.reached || !mayDemand(party, context)) return [];
  const isSigned = demand?.by.some((one) => one.party === party) ?? false;
  const button = isSigned
    ? { title: t('Nicht mehr verlangen', 'No longer demand it'), name: 'undemand', value: id }
    : {
        title: demand
          ? t('Sitzung mit verlangen', 'Join the demand')
          : t('Sitzung dazu verlangen', 'Demand a meeting'),
        name: 'demand',
        value: id,
      };
  return [{ kind: 'form', fields: [], buttons: [button] }];
}

function demandFact(topic: Topic, context: Context, language: Visit['language'], t: Words) {
  const count = countOf(topic, context);
  if (!topic.demand || !count) return [];
  const names = topic.demand.by.map(({ name }) => name).join(', ');
  const value = [`${countText(count, language)} (${names})`, dueText(topic, language)]
    .filter(Boolean)
    .join('; ');
  return [{ title: t('Sitzung verlangt', 'Meeting demanded'), value }];
}

/** Somebody else's topic about which a meeting is demanded. */
function demandBlocks(
  topic: Topic,
  party: string,
  context: Context,
  language: Visit['language'],
  t: Words,
): readonly Block[] {
  return [
    {
      kind: 'facts',
      facts: [
        {
          title: `${labelOf(topic)} · ${topic.byName}`,
          value: [topic.title, topic.text].filter(Boolean).join('\n'),
        },
        ...demandFact(topic, context, language, t),
      ],
    },
    ...demandForm(topic, party, context, t),
  ];
}

function ownBlocks(
  topic: Topic,
  party: string,
  context: Context,
  language: Visit['language'],
  t: Words,
): readonly Block[] {
  const { state, title, createdAt, answer, meeting, id } = topic;
  const where = meeting ? ` (${labelOf({ id: meeting })})` : '';
  return [
    {
      kind: 'facts',
      facts: [
        { title: `${labelOf(topic)} · ${dayIn(language, dayOf(createdAt))}`, value: title },
        { title: t('Stand', 'State'), value: `${topicStateWords[state][language]}${where}` },
        ...demandFact(topic, context, language, t),
        ...(answer
          ? [{ title: t('Antwort', 'Answer'), value: `${answer.byName}: ${quoted(answer.text, language)}` }]
          : []),
      ],
    },
    ...demandForm(topic, party, context, t),
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
