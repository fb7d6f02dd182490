import { z } from 'zod';
import { isPrivate } from '../../core/audience.ts';
import { command } from '../../core/command.ts';
import type { Feature, Intent } from '../../core/feature.ts';
import type { Reply } from '../../core/reply.ts';

import type { Text } from '../../core/text.ts';
import type { TextTurn, Turn } from '../../core/turn.ts';

type Offered = Pick<Intent, 'id' | 'title' | 'examples' | 'inMenu' | 'anywhere' | 'usefulTo'>;
/** A feature that has a page of the help to itself. */
type Topic = { readonly id: string; readonly name: Text; readonly offered: readonly Offered[] };

/** Card `help/help`: what can be typed, on the first page or about one topic. */
export type HelpView = {
  readonly title: string;
  /** On the first page: that questions can be asked freely. */
  readonly isFirst: boolean;
  readonly groups: readonly {
    readonly title: string;
    /** What can be pressed as it stands … */
    readonly press: readonly string[];
    /** … and what has a number or a value of its own in it, to be typed. */
    readonly examples: readonly string[];
  }[];
  /** Pages about one topic, in rows of buttons. */
  readonly rows: readonly { readonly topics: readonly { readonly id: string; readonly title: string }[] }[];
  /** Where others read along: that there is more in the personal chat, and the way there. */
  readonly elsewhere?: string | undefined;
  readonly ownChat?: string | undefined;
};

/**
 * Says what Lotse can do. The help is made of the features' own intents, so it never promises what is not there; in a
 * group it offers what works in a group, and to everybody what they have a use for.
 * @param features all others, in the order in which the help lists them
 */
export function createHelpFeature(
  features: readonly Feature[],
  say: (turn: TextTurn) => Promise<Reply>,
): Feature {
  const topics = features.flatMap(topicOf);
  const known = topics.map((topic) => ({ topic, isMeant: isAbout(topic.name) }));
  const topicIn = (text: string): Topic | undefined => known.find(({ isMeant }) => isMeant(text))?.topic;
  const help: Intent = {
    id: 'help',
    anywhere: true,
    title: { de: 'Zeigt, was Lotse kann', en: 'Shows what Lotse can do' },
    examples: {
      de: ['Hilfe', ...topics.map(({ name }) => `Hilfe ${name.de}`)],
      en: ['help', ...topics.map(({ name }) => `help ${name.en}`)],
    },
    match: (text) => isHelp(text) || topicIn(text) !== undefined,
    handle: async (turn) => helpReply(features, topics, topicIn(turn.text), turn),
  };
  return {
    id: 'help',
    intents: [help],
    actions: [
      {
        verb: 'help.show',
        anywhere: true,
        handle: async (turn) => {
          const { topic } = Pressed.parse(turn.data);
          const wanted = topics.find(({ id }) => id === topic);
          return helpReply(features, topics, wanted, turn);
        },
      },
      // What a card offers to be pressed is said as if it were typed: the same answer, the same rights.
      {
        verb: 'help.say',
        handle: (turn) => {
          const { kind: _, verb: __, data, ...base } = turn;
          return say({ ...base, kind: 'text', text: Said.parse(data).text, edited: false });
        },
      },
    ],
    welcome: async (turn) => {
      const { language } = turn;
      const { summary, card, data } = isPrivate(turn)
        ? {
            summary: summaries[language],
            card: 'help/welcome',
            data: {
              waiting: await waitingFor(features, turn),
              buttons: firstButtons.map(({ title, say: said }) => ({
                title: title[language],
                say: said[language],
              })),
            },
          }
        : {
            summary: summaries[language],
            card: 'help/welcome-group',
            data: { roles: [] },
          };
      return { card, data, summary, language, anywhere: true };
    },
  };
}

const Said = z.object({ text: z.string().trim().min(1).max(300).catch('Hilfe') });
const Pressed = z.object({ topic: z.string().max(60).catch('') });

const isHelp = command(
  'hilfe',
  'help',
  'menü',
  'menue',
  'menu',
  'befehle',
  'commands',
  'was kannst du',
  'was kannst du alles',
  'was können sie',
  'what can you do',
  'start',
);

/** "Hilfe Beirat", "help about the board". */
const isAbout = ({ de, en }: Text): ((text: string) => boolean) =>
  command(
    ...['Hilfe', 'Hilfe zu', 'Hilfe zum', 'Hilfe zur', 'Befehle'].map((word) => `${word} ${de}`),
    ...['help', 'help with', 'help about', 'help on', 'commands'].flatMap((word) => [
      `${word} ${en}`,
      `${word} the ${en}`,
    ]),
  );

const topicOf = ({ id, topic, otherwise, intents }: Feature): readonly Topic[] =>
  topic ? [{ id, name: topic, offered: [...(otherwise ? [otherwise] : []), ...intents] }] : [];

/** What most people need, the questions first: they are what people come for. */
const first = (features: readonly Feature[]): readonly Offered[] =>
  features
    .flatMap(({ otherwise, intents }) => [...(otherwise ? [otherwise] : []), ...intents])
    .filter(({ inMenu = true }) => inMenu);

const mostExamples = 3;
/** A card has room for so many buttons a group. */
const mostPressable = 1;

function asExamples(texts: readonly string[]): Pick<HelpView['groups'][number], 'press' | 'examples'> {
  const press = texts.filter(isPressable).slice(0, mostPressable);
  return { press, examples: texts.filter((text) => !press.includes(text)) };
}

/** An example with a number or a colon stands for the person's own: pressing it would act on somebody's case. */
const isPressable = (text: string): boolean => text.length <= longestPressable && !/[\d:]/.test(text);
/** The text stands on the card several times. */
const longestPressable = 40;

/** What the person is asked to do, so that a first visit of somebody who decides does not begin with nothing. */
async function waitingFor(features: readonly Feature[], turn: Turn) {
  const all = await Promise.all(features.map(({ waiting }) => waiting?.(turn) ?? []));
  return all.flat().map(({ text, say }) => ({ title: text[turn.language], say: say[turn.language] }));
}

async function helpReply(
  all: readonly Feature[],
  allTopics: readonly Topic[],
  wanted: Topic | undefined,
  turn: Turn,
): Promise<Reply & { readonly data: HelpView }> {
  const { language } = turn;
  const isOwn = isPrivate(turn);
  const useless = new Set<string>();
  for (const { intents } of all)
    for (const { id, usefulTo } of intents) if (usefulTo && !(await usefulTo(turn))) useless.add(id);
  const works = ({ id, anywhere }: Offered): boolean => (isOwn || anywhere === true) && !useless.has(id);
  const topics = allTopics
    .map((one) => ({ ...one, offered: one.offered.filter(works) }))
    .filter(({ offered }) => offered.length > 0);
  const topic = topics.find(({ id }) => id === wanted?.id);
  const title = topic ? `${about[language]} ${topic.name[language]}` : everything[language];
  const data: HelpView = {
    title,
    isFirst: topic === undefined,
    groups: (topic?.offered ?? first(all).filter(works)).map((offered) => ({
      title: offered.title[language],
      ...asExamples(offered.examples[language].slice(0, mostExamples)),
    })),
    rows: inRows(
      topics.filter(({ id }) => id !== topic?.id).map(({ id, name }) => ({ id, title: name[language] })),
    ),
    elsewhere: isOwn ? undefined : elsewhere[language],
    ownChat: isOwn ? undefined : turn.ownChat,
  };
  return { card: 'help/help', data, summary: summaries[language], language, anywhere: true };
}

/** A row of buttons holds five at most; three also fit a phone. */
const inRows = (topics: HelpView['rows'][number]['topics']): HelpView['rows'] =>
  topics.length === 0 ? [] : [{ topics: topics.slice(0, perRow) }, ...inRows(topics.slice(perRow))];
const perRow = 3;

/** What a first visit is for. */
const firstButtons: readonly { readonly title: Text; readonly say: Text }[] = [
  {
    title: { de: 'Störung melden', en: 'Report an incident' },
    say: { de: 'Störung melden', en: 'Report an incident' },
  },
  { title: { de: 'Etwas beantragen', en: 'Apply for something' }, say: { de: 'Antrag', en: 'Request' } },
  {
    title: { de: 'Wer ist zuständig?', en: 'Who is responsible?' },
    say: { de: 'Organigramm', en: 'Org chart' },
  },
  { title: { de: 'Meine Sachen', en: 'My things' }, say: { de: 'Meine Anträge', en: 'My requests' } },
];

const everything: Text = { de: 'Was Sie mich fragen können', en: 'What you can ask me' };
const about: Text = { de: 'Hilfe:', en: 'Help:' };
const elsewhere: Text = {
  de: 'Anträge, Sitzungen und alles, was nur Sie angeht, besprechen wir unter uns, im persönlichen Chat.',
  en: 'Requests, meetings and whatever concerns only you we talk about between us, in the personal chat.',
};
const summaries: Text = { de: 'Das kann Lotse', en: 'What Lotse can do' };
