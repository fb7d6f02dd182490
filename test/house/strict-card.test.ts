import { describe, expect, test } from '@jest/globals';
import { strictProblems } from '../support/strict-card.ts';

const cardOf = (...body: readonly object[]) => ({ type: 'AdaptiveCard', version: '1.5', lang: 'de', body });
const text = { type: 'TextBlock', text: 'Anzahl', wrap: true };
const number = { type: 'Input.Number', id: 'f_count', label: 'Anzahl' };

describe('a card that phones refuse is found', () => {
  test.each<[string, object, string]>([
    ['an empty text for a number', { ...number, value: '' }, 'Input.Number f_count: /value must be number'],
    ['a number written as a text', { ...number, value: '3' }, '/value must be number'],
    ['a limit written as a text', { ...number, min: '1' }, '/min must be number'],
    ['a number that is none', { ...number, value: Number.NaN }, 'value is no number'],
    [
      'a day that does not exist',
      { type: 'Input.Date', id: 'd', value: '2027-02-30' },
      'Input.Date d: value is no day',
    ],
    ['a time that does not exist', { type: 'Input.Time', id: 't', value: '25:00' }, 'value is no time'],
    ['an empty day', { type: 'Input.Date', id: 'd', value: '' }, 'value is no day'],
    ['a yes written as a text', { ...text, wrap: 'true' }, 'TextBlock Anzahl: /wrap must be boolean'],
    ['a text that is a number', { ...text, text: 7 }, '/text must be string'],
    ['an empty text', { ...text, text: '' }, 'has no text'],
    ['a property that holds nothing', { ...text, color: null }, 'color is null'],
    ['a property that nobody knows', { ...text, colour: 'good' }, 'additional properties colour'],
    ['a word that nobody knows', { ...text, size: 'Huge' }, '/size must'],
    ['an element that nobody knows', { type: 'TextBlok', text: 'a' }, 'TextBlok a: is of no known type'],
    ['nothing to choose from', { type: 'Input.ChoiceSet', id: 'c', choices: [] }, 'has no choices'],
    [
      'something deep inside',
      { type: 'ColumnSet', columns: [{ type: 'Column', items: [{ ...number, value: '' }] }] },
      'Input.Number f_count: /value must be number',
    ],
    [
      'something in an action',
      { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: '', verb: 'a.b' }] },
      'has an empty title',
    ],
    [
      'seven actions in a row',
      {
        type: 'ActionSet',
        actions: Array.from({ length: 7 }, (_, n) => ({ type: 'Action.Submit', title: `${n}` })),
      },
      'has 7 actions in a row',
    ],
  ])('%s', (_what, element, problem) => {
    expect(strictProblems(cardOf(text, element)).join('\n')).toContain(problem);
  });

  test('the same id twice', () => {
    expect(strictProblems(cardOf(number, number))).toEqual(['the id "f_count" stands there twice']);
  });

  test('something that is no card', () => {
    expect(strictProblems({ ...cardOf(text), type: 'Card' })).toEqual(['this is no adaptive card']);
    expect(strictProblems({ ...cardOf(text), body: 'text' }).join()).toContain('/body must be array');
  });
});

test('and a card that they draw is not', () => {
  const chosen = { type: 'Input.ChoiceSet', id: 'c', choices: [{ title: 'A', value: 'a' }], value: '' };
  const day = { type: 'Input.Date', id: 'd', value: '2028-02-29' };
  const pressed = {
    type: 'Action.Execute',
    title: 'Weiter',
    verb: 'a.b',
    fallback: { type: 'Action.Submit', title: 'Weiter', data: { deep: null } },
  };
  const card = { ...cardOf(text, { ...number, value: 2.5, min: 0 }, chosen, day), actions: [pressed] };
  expect(strictProblems(card)).toEqual([]);
});
