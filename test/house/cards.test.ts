import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as AdaptiveCards from 'adaptivecards';
import {
  type AdaptiveCardJson,
  cardNames,
  createCardRenderer,
} from '../../src/adapters/cards/card-renderer.ts';
import { actionDataIn, type CardPart, partsOf, sampleNames, samplesOf } from '../support/cards.ts';
import { strictProblems } from '../support/strict-card.ts';

const folder = 'cards';
const render = createCardRenderer(folder);
const cases = sampleNames(folder).flatMap((card) =>
  samplesOf(folder, card).map((sample) => ({
    name: `${card}: ${sample.title}`,
    sample,
    card: render({ card, data: sample.data, summary: sample.title, language: sample.language }),
  })),
);

const ofType = (card: AdaptiveCardJson, type: string): readonly CardPart[] =>
  partsOf(card).filter((part) => String(part.type).startsWith(type));

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

/** Every wording of a template, as the pairs `{ de, en }`. */
const textsOf = (template: unknown): readonly CardPart[] =>
  partsOf(template).filter((part) => Object.hasOwn(part, 'de') || Object.hasOwn(part, 'en'));

describe('the folder of cards', () => {
  test('has samples for every card, and a card for all samples', () => {
    expect(cardNames(folder).length).toBeGreaterThanOrEqual(10);
    expect(sampleNames(folder)).toEqual(cardNames(folder));
  });

  test.each(cardNames(folder))('%s is shown in German and in English', (card) => {
    const languages = samplesOf(folder, card).map((sample) => sample.language);
    expect(new Set(languages)).toEqual(new Set(['de', 'en']));
  });

  test.each(cardNames(folder))('%s says everything in both languages', (card) => {
    const template: unknown = JSON.parse(readFileSync(`${folder}/${card}.json`, 'utf8'));
    for (const text of textsOf(template)) {
      expect(text).toEqual({ de: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    }
  });

  test.each(cardNames(folder))('every wording of %s is shown by one of its samples', (card) => {
    const template: unknown = JSON.parse(readFileSync(`${folder}/${card}.json`, 'utf8'));
    const shown = cases
      .filter(({ name }) => name.startsWith(`${card}: `))
      .map((one) => JSON.stringify(one.card));
    const verbatim = textsOf(template)
      .map((text) => String(text.de))
      .filter((text) => !text.includes('${'));
    const missing = verbatim.filter(
      (text) => !shown.some((json) => json.includes(JSON.stringify(text).slice(1, -1))),
    );
    expect(missing).toEqual([]);
  });
});

describe.each(cases)('$name', ({ sample, card }) => {
  test('is filled completely', () => {
    expect(JSON.stringify(card)).not.toMatch(/\$\{|\$when|\$each|undefined|\[object/);
  });

  test('is a valid card of schema 1.5', () => {
    expect(complaintsOf(card)).toEqual([]);
    expect(strictProblems(card)).toEqual([]);
    expect(ofType(card, 'Table')).toEqual([]);
    expect(ofType(card, 'Media')).toEqual([]);
  });

  test('names its language and says something where no card can be drawn', () => {
    expect(card).toMatchObject({ lang: sample.language, fallbackText: sample.title, version: '1.5' });
  });

  test('stays below 28 KB counted as UTF-16', () => {
    expect(JSON.stringify(card).length * 2).toBeLessThan(28 * 1024);
  });

  test('has at most six actions in a row', () => {
    const rows = [card, ...ofType(card, 'ActionSet')].map(
      ({ actions }) => (actions ?? []) as readonly unknown[],
    );
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(6);
  });

  test('opens and closes only what is there', () => {
    const ids = partsOf(card).flatMap(({ id }) => (id ? [id] : []));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { targetElements } of ofType(card, 'Action.ToggleVisibility')) {
      expect(ids).toEqual(expect.arrayContaining(targetElements as unknown[]));
    }
  });

  test('can be pressed where Action.Execute is unknown, with the same data', () => {
    for (const action of ofType(card, 'Action.Execute')) {
      const { verb, title, data, fallback } = action;
      expect(data).toMatchObject({ verb, lang: sample.language });
      expect(fallback).toEqual({
        ...(action.style ? { style: action.style } : {}),
        type: 'Action.Submit',
        title,
        data,
      });
    }
  });

  test('can be read and used without seeing it', () => {
    for (const part of partsOf(card)) {
      const type = String(part.type);
      if (type === 'TextBlock') expect(part).toMatchObject({ wrap: true, text: expect.stringMatching(/\S/) });
      if (type.startsWith('Input.')) expect(part).toMatchObject({ label: expect.stringMatching(/\S/) });
      if (type === 'Image') expect(part).toMatchObject({ altText: expect.stringMatching(/\S/) });
      if (type.startsWith('Action.')) expect(part).toMatchObject({ title: expect.stringMatching(/\S/) });
    }
  });

  test('carries the ids of the roles that it names', () => {
    if (sample.data.thanks) return;
    const carried = actionDataIn(card).flatMap((data) => (data.roles ? [data.roles] : []));
    expect(carried).not.toEqual([]);
    for (const roles of carried) expect(roles).toEqual(sample.data.roles ?? []);
  });
});
