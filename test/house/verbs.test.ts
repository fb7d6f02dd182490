import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cardNames } from '../../src/adapters/cards/card-renderer.ts';
import { verbsIn } from '../support/cards.ts';
import { startProgram } from '../support/program.ts';

const { features } = await startProgram();
const handled = features.flatMap(({ actions }) => actions.map(({ verb }) => verb)).sort();
const onCards = cardNames('cards').map((card) => ({
  card,
  verbs: verbsIn(JSON.parse(readFileSync(`cards/${card}.json`, 'utf8'))),
}));

describe('what can be pressed', () => {
  test.each(onCards.filter(({ verbs }) => verbs.length > 0))(
    'on the card $card leads somewhere',
    ({ verbs }) => {
      expect(verbs.filter((verb) => !handled.includes(verb))).toEqual([]);
    },
  );

  test('stands on a card, for every action', () => {
    const offered = new Set(onCards.flatMap(({ verbs }) => verbs));
    expect(handled.length).toBeGreaterThanOrEqual(4);
    expect(handled.filter((verb) => !offered.has(verb))).toEqual([]);
  });

  test('begins with the name of its feature', () => {
    const foreign = features.flatMap(({ id, actions }) =>
      actions.filter(({ verb }) => !verb.startsWith(`${id}.`)).map(({ verb }) => `${id}: ${verb}`),
    );
    expect(foreign).toEqual([]);
  });
});
