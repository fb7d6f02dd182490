import { createRequire } from 'node:module';
import type { AdaptiveCardJson } from '../../src/adapters/cards/card-renderer.ts';
import { actionDataIn, buttonsOf, type CardPart, partsOf } from '../support/cards.ts';
import { type Drawn, sizeOf } from '../support/drawn.ts';
import { strictProblems } from '../support/strict-card.ts';

// The package's main file is for bundlers, Node reads the bundle.
const AdaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

/** Something that is asked of every card. */
export type CardRule = {
  readonly asks: string;
  /** Nothing when the card is as it should be. */
  readonly problems: (drawn: Pick<Drawn, 'card' | 'reply'>) => readonly string[];
};

/** What Teams shows, as UTF-16. */
export const largestCard = 28 * 1024;
const mostInRow = 6;

/** @param verbs what the program has handlers for */
export const cardRules = (verbs: ReadonlySet<string>): readonly CardRule[] => [
  {
    asks: 'it is filled completely',
    problems: ({ card }) =>
      JSON.stringify(card).match(/\$\{[^}]*\}?|\$when|\$each|\bundefined\b|\[object/g) ?? [],
  },
  { asks: 'it is a valid card of schema 1.5', problems: ({ card }) => complaintsOf(card) },
  { asks: 'phones take every value in it', problems: ({ card }) => strictProblems(card) },
  {
    asks: 'it keeps to what Teams draws',
    problems: ({ card }) =>
      partsOf(card).flatMap(({ type }) =>
        /^(Table|Media)/.test(String(type)) ? [`there is a ${type}`] : [],
      ),
  },
  {
    asks: 'it names its language and says something where no card can be drawn',
    problems: ({ card, reply }) => [
      ...(card.lang === reply.language && card.version === '1.5' ? [] : ['language or version is wrong']),
      ...(card.fallbackText.trim() ? [] : ['there is no fallbackText']),
    ],
  },
  {
    asks: 'it stays below 28 KB',
    problems: ({ card }) => (sizeOf(card) < largestCard ? [] : [`${(sizeOf(card) / 1024).toFixed(1)} KB`]),
  },
  {
    asks: `it has at most ${mostInRow} actions in a row`,
    problems: ({ card }) =>
      [card as CardPart, ...partsOf(card).filter(({ type }) => type === 'ActionSet')].flatMap(
        ({ actions }) => {
          const count = Array.isArray(actions) ? actions.length : 0;
          return count > mostInRow ? [`${count} actions in a row`] : [];
        },
      ),
  },
  { asks: 'it opens and closes only what is there', problems: ({ card }) => togglesOf(card) },
  {
    asks: 'every button has its handler, and can be pressed where Action.Execute is unknown, with the same data',
    problems: ({ card, reply }) =>
      buttonsOf(card).flatMap((button) => buttonProblems(button, reply.language, verbs)),
  },
  {
    asks: 'it can be read and used without seeing it',
    problems: ({ card }) => partsOf(card).flatMap(unnamed),
  },
  {
    asks: 'an action carries the ids of the roles that it names',
    problems: ({ card, reply }) => {
      // Thanks take the place of the buttons.
      if (reply.data.thanks) return [];
      const carried = actionDataIn(card).flatMap((data) => (data.roles ? [JSON.stringify(data.roles)] : []));
      const named = JSON.stringify(reply.data.roles ?? []);
      if (carried.length === 0) return ['no action has roles'];
      return carried.filter((roles) => roles !== named).map((roles) => `${roles} instead of ${named}`);
    },
  },
];

function complaintsOf(card: AdaptiveCardJson): readonly string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  forgetLastLanguage();
  parsed.parse(card, context);
  const failures = parsed.validateProperties().validationEvents.map((event) => event.message);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...failures];
}

/** The library checks `lang` with a global pattern, which remembers where it stopped: every second card would fail. */
function forgetLastLanguage(): void {
  const { langProperty } = AdaptiveCards.CardElement;
  if (langProperty.regEx) langProperty.regEx.lastIndex = 0;
}

function togglesOf(card: AdaptiveCardJson): readonly string[] {
  const ids = partsOf(card).flatMap(({ id }) => (typeof id === 'string' && id ? [id] : []));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id "${id}" is there twice`);
  const missing = partsOf(card)
    .flatMap(({ targetElements }) => (Array.isArray(targetElements) ? targetElements : []))
    .filter((id) => !ids.includes(id))
    .map((id) => `there is no "${id}" to open`);
  return [...twice, ...missing];
}

function buttonProblems(
  { verb, title, data, style, associatedInputs, fallback }: CardPart,
  lang: string,
  verbs: ReadonlySet<string>,
): readonly string[] {
  const carried = (data ?? {}) as CardPart;
  const alike = { ...(style ? { style } : {}), ...(associatedInputs ? { associatedInputs } : {}) };
  const same = { ...alike, type: 'Action.Submit', title, data };
  return [
    ...(verbs.has(String(verb)) ? [] : [`nobody handles "${verb}"`]),
    ...(carried.verb === verb && carried.lang === lang
      ? []
      : [`"${verb}" lacks verb or language in its data`]),
    ...(sorted(fallback) === sorted(same) ? [] : [`"${verb}" falls back to something else`]),
  ];
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What a screen reader needs of an element. */
function unnamed(part: CardPart): readonly string[] {
  const type = String(part.type);
  const lacks = (name: string) =>
    /\S/.test(String(part[name] ?? '')) ? [] : [`${type} ${part.id ?? ''} has no ${name}`];
  if (type === 'TextBlock')
    return [...lacks('text'), ...(part.wrap === true ? [] : [`"${part.text}" does not wrap`])];
  if (type.startsWith('Input.')) return lacks('label');
  if (type === 'Image') return lacks('altText');
  return type.startsWith('Action.') ? lacks('title') : [];
}
