import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openRequestTypes } from '../../../../src/app/request-types.ts';
import { createRoleDirectory } from '../../../../src/features/directory/role-directory.ts';
import { entered, inputName, parseForm } from '../../../../src/features/requests/form/parse.ts';
import type { FieldValue } from '../../../../src/features/requests/model.ts';
import type { Field, RequestType } from '../../../../src/features/requests/types/model.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';

const demo = await demoDirectory();
const types = await openRequestTypes(demo);
const directory = createRoleDirectory(() => demo);
const day = '2026-11-25';

const field = (id: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id,
  kind,
  label: { de: id, en: id },
  required: false,
  ...more,
});
const typeWith = (...fields: readonly Field[]): RequestType => ({
  ...(types[0] as RequestType),
  fields: [...fields],
});
const parse = (type: RequestType, typed: Readonly<Record<string, unknown>>) =>
  parseForm(
    type,
    { unit: '61', ...Object.fromEntries(Object.entries(typed).map(([id, value]) => [inputName(id), value])) },
    directory,
    day,
  );

describe('a field that was filled in', () => {
  test.each<[Field, unknown, FieldValue | undefined]>([
    [field('a', 'text'), '  ein Wort ', 'ein Wort'],
    [field('a', 'long-text'), 'eins\nzwei', 'eins\nzwei'],
    [field('a', 'number'), 7, 7],
    [field('a', 'number'), '1.000', 1000],
    [field('a', 'number'), '1,000', 1000],
    [field('a', 'number', { decimals: true }), '7,5', 7.5],
    [field('a', 'number', { decimals: true }), '2.5', 2.5],
    [field('a', 'number', { decimals: true }), 2.5, 2.5],
    [field('a', 'money'), '1.250,50 €', 125_050],
    [field('a', 'date'), '2026-12-15', '2026-12-15'],
    [field('a', 'date'), '15.12.2026', '2026-12-15'],
    [field('a', 'yes-no'), 'true', true],
    [field('a', 'yes-no'), true, true],
    [field('a', 'yes-no'), 'false', undefined],
    [field('a', 'unit'), '36', '36'],
    [field('a', 'application'), 'gis', 'gis'],
    [field('a', 'person'), 'itb-61', 'itb-61'],
    [field('a', 'link'), 'https://example.org/x', 'https://example.org/x'],
    [field('a', 'text'), '', undefined],
    [field('a', 'text'), { evil: true }, undefined],
  ])('%#: is stored as what it means', (one, typed, value) => {
    const { values, errors } = parse(typeWith(one), { a: typed });
    expect(errors).toEqual({});
    expect(values.a).toBe(value);
  });

  test.each<[Field, unknown]>([
    [field('a', 'text', { required: true }), ' '],
    [field('a', 'text', { longest: 5 }), 'zu lang'],
    [field('a', 'number', { min: 2 }), '1'],
    [field('a', 'number', { min: 1, required: true }), '0'],
    [field('a', 'number'), 'viele'],
    [field('a', 'number'), '2,5'],
    [field('a', 'number'), 2.5],
    [field('a', 'number', { decimals: true }), '2,5 Tage'],
    [field('a', 'money'), 'viel'],
    [field('a', 'money', { max: 100 }), '100,01'],
    [field('a', 'date'), 'morgen'],
    [field('a', 'date'), '2026-02-31'],
    [field('a', 'date', { notPast: true }), '2026-11-24'],
    [field('a', 'unit'), '99'],
    [field('a', 'application'), 'nichts'],
    [field('a', 'person'), 'niemand'],
    [field('a', 'link'), 'javascript:alert(1)'],
    [field('a', 'choice', { choices: [{ id: 'x', label: { de: 'X', en: 'X' } }] }), 'y'],
  ])('%#: and cannot be used is said at that field, in both languages', (one, typed) => {
    const { values, errors } = parse(typeWith(one), { a: typed });
    expect(Object.keys(errors)).toEqual(['a']);
    expect(errors.a).toEqual({ de: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) });
    expect(values).toEqual({});
  });

  test('and is 0 because the client sends that for a number left alone counts as empty', () => {
    expect(parse(typeWith(field('a', 'number', { min: 1 })), { a: '0' })).toMatchObject({
      errors: {},
      values: {},
    });
    expect(parse(typeWith(field('a', 'number')), { a: '0' })).toMatchObject({ values: { a: 0 } });
  });

  test('and is not in its range is told the range', () => {
    const wrong = (more: Partial<Field>) =>
      parse(typeWith(field('a', 'number', more)), { a: '99999' }).errors.a;
    expect(wrong({ min: 1, max: 10_000 })).toEqual({
      de: 'Schreiben Sie eine ganze Zahl von 1 bis 10.000.',
      en: 'Write a whole number from 1 to 10,000.',
    });
    expect(wrong({ max: 500, decimals: true })?.de).toBe('Schreiben Sie eine Zahl von 0 bis 500.');
  });

  test('does not hide the others: every error stands at its own field, what is right stays', () => {
    const type = typeWith(field('a', 'money'), field('b', 'text', { required: true }), field('c', 'text'));
    const { errors, typed, values } = parseForm(type, { f_a: 'viel', f_c: 'gut', unit: '' }, directory, day);
    expect(Object.keys(errors).sort()).toEqual(['a', 'b', 'unit']);
    expect(typed).toMatchObject({ a: 'viel', b: '', c: 'gut' });
    expect(values).toEqual({ c: 'gut' });
  });
});

test('what is shown in the form comes back the same', () => {
  const kinds = {
    text: fc.stringMatching(/^[a-zäöü]{1,20}$/),
    number: fc.integer({ min: 0, max: 1_000_000 }),
    money: fc.integer({ min: 0, max: 10_000_000_000 }),
    date: fc
      .date({ min: new Date('2026-12-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  } as const;
  fc.assert(
    fc.property(fc.record(kinds), (values) => {
      const fields = (Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => field(kind, kind));
      const typed = Object.fromEntries(
        fields.map((one) => [one.id, entered(values[one.kind as 'text'], one)]),
      );
      expect(parse(typeWith(...fields), typed)).toMatchObject({ errors: {}, values });
    }),
  );
});
