import { fileBlocks, fileField, filesPressed, withFiled } from '../../../case/files-page.ts';
import { labelOf } from '../../../core/case-number.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import type { Block, Field, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import { Refusal } from '../../../core/refusal.ts';
import { quoted, type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { contextAt } from '../board/desk.ts';
import { topicPath } from '../board/topic-link.ts';
import { countOf, countText, dueText } from './demand.ts';
import type { TopicDesk } from './desk.ts';
import { created, type Entered, readTopic, wrongField } from './form.ts';
import { lastDayLine, topicStateWords } from './labels.ts';
import type { Topic } from './model.ts';
import { mayDemand, proposesAs, topicSeenAs } from './policy.ts';

type Drawn = {
  readonly note?: Block;
  readonly entered?: Entered;
  readonly wrong?: ReturnType<typeof wrongField>;
  /** What is wrong with a file, at the topic that it was sent for. */
  readonly fileProblem?: { readonly id: string; readonly text: Text };
};

/** Members without Teams propose topics here, and see what became of theirs. Opening the page changes nothing. */
export const topicPage = (desk: TopicDesk): PageRoute => ({
  path: topicPath,
  ...(desk.kept ? { longestFile: desk.kept.limits.bytes } : {}),
  get: (visit) => pageOf(desk, visit),
  async post(visit, form, sent = []) {
    const at = visit.now.toISOString();
    const party = visit.subject.party ?? '';
    const by = { id: party, name: desk.directory.person(party)?.name ?? party };
    const t = wordsIn(visit.language);
    const done = (de: string, en: string): Drawn => ({
      note: { kind: 'note', tone: 'done', text: t(de, en) },
    });
    try {
      const filed = desk.kept && (await filesPressed(desk.kept.linked, by, form, sent, at));
      if (filed)
        return await withFiled(filed, ({ problem }) =>
          pageOf(desk, visit, problem ? { fileProblem: { id: form['file-add'] ?? '', text: problem } } : {}),
        );
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
      const id = await created(desk, by, readTopic(form), at);
      const added = sent.length > 0 ? await desk.kept?.linked.add(by, id, sent, at) : undefined;
      const drawn = done(
        `Danke, Ihr Vorschlag ist bei der Geschäftsführung. ${added?.said.de ?? ''}`.trim(),
        `Thank you, your proposal is with the board’s office. ${added?.said.en ?? ''}`.trim(),
      );
      // The topic is there; what is wrong with its file is said where another one can be added.
      return await pageOf(desk, visit, {
        ...drawn,
        ...(added && !added.isKept ? { fileProblem: { id, text: added.said } } : {}),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const wrong = wrongField(error);
      if (!wrong)
        return await pageOf(desk, visit, {
          note: { kind: 'note', tone: 'wrong', text: error.text[visit.language] },
        });
      const entered = readTopic(form);
      return {
        ...(await pageOf(desk, visit, { entered, wrong })),
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
  const { kept } = desk;
  const filesOf = async ({ id }: Topic): Promise<readonly Block[]> => {
    const seen = await kept?.linked.seen(party, id, context.now);
    const problem = drawn.fileProblem?.id === id ? drawn.fileProblem.text : undefined;
    return seen ? fileBlocks({ id, party, ...seen }, kept?.limits, language, problem) : [];
  };
  const blocksOf = async (
    of: readonly Topic[],
    draw: (topic: Topic, files: readonly Block[]) => readonly Block[],
  ) => (await Promise.all(of.map(async (topic) => draw(topic, await filesOf(topic))))).flat();
  const form = { ...drawn.entered, form: drawn.entered?.form || desk.newId() };
  return {
    title,
    language,
    body: [
      ...(drawn.note ? [drawn.note] : []),
      ...(mayPropose
        ? [
            { kind: 'text' as const, text: lastDayLine(context, language) },
            formOf(
              form,
              mayDemand(party, context),
              drawn.wrong,
              desk.kept && fileField(desk.kept.limits, language),
              language,
              t,
            ),
          ]
        : []),
      ...(others.length > 0
        ? [{ kind: 'heading' as const, text: t('Andere verlangen eine Sitzung', 'Others demand a meeting') }]
        : []),
      ...(await blocksOf(others, (topic, files) => [
        ...demandBlocks(topic, party, context, language, t),
        ...files,
      ])),
      ...(own.length > 0 ? [{ kind: 'heading' as const, text: t('Ihre Vorschläge', 'Your proposals') }] : []),
      ...(await blocksOf(
        own.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)),
        (topic, files) => ownBlocks(topic, party, context, language, t, files),
      )),
    ],
  };
}

type Words = ReturnType<typeof wordsIn>;

const formOf = (
  entered: Partial<Entered> & { readonly form: string },
  demands: boolean,
  wrong: Drawn['wrong'],
  file: Field | undefined,
  language: Visit['language'],
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
      error: wrong?.field === 'title' ? wrong.text[language] : undefined,
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
            error: wrong?.field === 'demands' ? wrong.text[language] : undefined,
            ...(entered.demands ? { value: 'yes' } : {}),
          },
        ]
      : []),
    ...(file ? [file] : []),
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
  files: readonly Block[],
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
    ...files,
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
