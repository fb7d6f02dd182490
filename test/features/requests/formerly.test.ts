import { describe, expect, test } from '@jest/globals';
import { enteredAll, parseForm } from '../../../src/features/requests/form/parse.ts';
import { asAskedNow } from '../../../src/features/requests/formerly.ts';
import { RequestType } from '../../../src/features/requests/types/model.ts';
import { changeLines } from '../../../src/features/requests/views/changes.ts';
import { factsOf } from '../../../src/features/requests/views/fields.ts';
import { directoryWith, workplace } from './world.ts';

const directory = directoryWith();
const text = (words: string) => ({ de: words, en: words });
const choice = (id: string) => ({ id, label: text(id) });
const type = RequestType.parse({
  ...workplace,
  fields: [
    {
      id: 'planned',
      kind: 'choice',
      formerly: { field: 'unplanned', values: { true: 'no' } },
      label: text('Eingeplant'),
      choices: [choice('yes'), choice('no'), choice('unknown')],
    },
  ],
});

describe('a field that was asked as its contrary before', () => {
  test('reads in old requests as it was meant; a tick that was not set said nothing', () => {
    expect(factsOf({ unplanned: true }, type, directory, 'de')).toEqual([
      { title: 'Eingeplant', value: 'no' },
    ]);
    expect(factsOf({ unplanned: false }, type, directory, 'de')).toEqual([]);
    expect(asAskedNow({ unplanned: true, planned: 'yes' }, type)).toEqual({ planned: 'yes' });
    expect(asAskedNow({ unplanned: true }, undefined)).toEqual({ unplanned: true });
  });

  test('is filled in again from an old request, and is no change by itself', () => {
    expect(enteredAll({ unplanned: true }, type)).toEqual({ planned: 'no' });
    expect(changeLines({ unplanned: true }, { planned: 'no' }, type, directory, 'de')).toEqual([]);
    expect(changeLines({ unplanned: true }, { planned: 'yes' }, type, directory, 'de')).toEqual([
      'Eingeplant: no → yes',
    ]);
  });

  test.each([
    [{ f_unplanned: 'true' }, { planned: 'no' }],
    [{ f_unplanned: 'false' }, {}],
    [{ f_unplanned: 'true', f_planned: 'yes' }, { planned: 'yes' }],
    [{ f_planned: '' }, {}],
  ])('is read from a card of then: %j', (data, values) => {
    expect(parseForm(type, { ...data, unit: '61' }, directory, '2026-11-24').values).toEqual(values);
  });
});
