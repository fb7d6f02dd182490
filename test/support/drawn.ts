import {
  type AdaptiveCardJson,
  cardNames,
  createCardRenderer,
} from '../../src/adapters/cards/card-renderer.ts';
import type { Condition } from '../../src/adapters/cards/piece.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Played } from '../situations/situation.ts';

/** A card as somebody saw it. */
export type Drawn = { readonly situation: string; readonly reply: Reply; readonly card: AdaptiveCardJson };

/** All that is known about a template: the cards made of it, how its conditions were decided, what could not be bound. */
export type Shown = {
  readonly drawn: readonly Drawn[];
  readonly conditions: ReadonlyMap<string, ReadonlySet<boolean>>;
  readonly unbound: ReadonlySet<string>;
};

/**
 * Draws what was seen, looking closely: a name that the view did not return is noted with card and place. What was seen
 * several times is drawn once.
 */
export function draw(played: readonly Played[], folder = 'cards'): ReadonlyMap<string, Shown> {
  const all = new Map(cardNames(folder).map((name) => [name, nothing()]));
  const onCondition = (name: string, { at, wanted, holds }: Condition) => {
    const key = `${at} ${wanted}`;
    const { conditions } = all.get(name) ?? nothing();
    conditions.set(key, (conditions.get(key) ?? new Set()).add(holds));
  };
  const [strict, lenient] = [
    createCardRenderer(folder, { strict: true, onCondition }),
    createCardRenderer(folder),
  ];
  const known = new Set<string>();
  for (const { situation, seen } of played) {
    for (const { reply } of seen) {
      const shown = all.get(reply.card);
      const key = JSON.stringify([reply.card, reply.language, reply.summary, reply.data]);
      if (!shown || known.has(key)) continue;
      known.add(key);
      try {
        shown.drawn.push({ situation, reply, card: strict(reply) });
      } catch (error) {
        shown.unbound.add(error instanceof Error ? error.message : String(error));
        shown.drawn.push({ situation, reply, card: lenient(reply) });
      }
    }
  }
  return all;
}

const nothing = () => ({
  drawn: [] as Drawn[],
  conditions: new Map<string, Set<boolean>>(),
  unbound: new Set<string>(),
});

/** Keys whose text may differ between two cards that are built alike. */
const words: ReadonlySet<string> = new Set(
  'text title label value placeholder errorMessage altText fallbackText speak lang url data id targetElements'.split(
    ' ',
  ),
);

/** How a card is built, without its words. */
export const structureOf = (card: object): string =>
  JSON.stringify(card, (key, value) =>
    words.has(key) && typeof value !== 'object' ? '' : key === 'data' ? '' : value,
  );

/** One card of each structure, the one that takes most room: the same rules hold for the others. */
export function oneOfEach(drawn: readonly Drawn[]): readonly Drawn[] {
  const largest = new Map<string, Drawn>();
  for (const one of drawn) {
    const structure = structureOf(one.card);
    const known = largest.get(structure);
    if (!known || sizeOf(one.card) > sizeOf(known.card)) largest.set(structure, one);
  }
  return [...largest.values()];
}

/** In bytes, as Teams counts: UTF-16. */
export const sizeOf = (card: object): number => JSON.stringify(card).length * 2;
