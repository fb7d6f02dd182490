import { describe, expect, test } from '@jest/globals';
import { limitFindings, withLimits } from '../../src/app/because-limit.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import type { RequestType } from '../../src/features/requests/types/model.ts';
import { demoDirectory } from '../support/directory-builder.ts';

const shipped = await openRequestTypes(await demoDirectory());
const [example] = shipped as [RequestType];
type Step = RequestType['route'][number];

/** A type with one step for that condition and that sentence. */
const typeWith = (because: string, when?: Step['when'], en = because): RequestType => ({
  ...example,
  route: [{ ...(example.route[0] as Step), because: { de: because, en }, when }],
});
/** Amounts do not break before their sign. */
const typed = (text = ''): string => text.replaceAll('\u00a0', ' ');
const becauseOf = (type: RequestType) => {
  const { de, en } = withLimits([type])[0]?.route[0]?.because ?? { de: '', en: '' };
  return { de: typed(de), en: typed(en) };
};
const warnings = (type: RequestType) =>
  limitFindings([{ value: type, path: ['types', 0] }]).map(({ text, severity, path }) => [
    severity,
    path.join('.'),
    typed(text.de),
  ]);

describe('a sentence names the limit of its condition', () => {
  test.each([
    [25_000, '25.000 €', '€25,000'],
    [800, '800 €', '€800'],
    [1234.5, '1.234,50 €', '€1,234.50'],
  ])('%d', (over, de, en) => {
    const said = becauseOf(typeWith('weil es über {limit} kostet', { field: 'costs', over }, 'over {limit}'));
    expect(said).toEqual({ de: `weil es über ${de} kostet`, en: `over ${en}` });
  });

  test('also as one of several conditions', () => {
    const when = { any: [{ field: 'fundamental', is: true } as const, { field: 'costs', over: 50_000 }] };
    expect(becauseOf(typeWith('über {limit}', when)).de).toBe('über 50.000 €');
  });

  test('and stays as it is where it names none', () => {
    expect(becauseOf(typeWith('weil es neu ist', { field: 'costs', over: 5 })).de).toBe('weil es neu ist');
  });

  test('no shipped sentence shows the placeholder', () => {
    const said = shipped.flatMap(({ route }) =>
      route.flatMap(({ because }) => [because.de, because.en].map(typed)),
    );
    expect(said.filter((text) => text.includes('{limit}'))).toEqual([]);
    expect(said.some((text) => text.includes('25.000 €'))).toBe(true);
  });
});

describe('the check warns', () => {
  test('of an amount that is not the limit', () => {
    expect(warnings(typeWith('weil es über 25.000 € kostet', { field: 'costs', over: 15_000 }))).toEqual([
      ['warning', 'types.0.route.0.because', expect.stringContaining('nennt 25.000 €')],
    ]);
  });

  test('of a placeholder for a limit that is not there', () => {
    expect(warnings(typeWith('weil es über {limit} kostet'))).toEqual([
      ['warning', 'types.0.route.0.because', expect.stringContaining('dort steht keine')],
    ]);
  });

  test.each([
    ['the placeholder', typeWith('über {limit}', { field: 'costs', over: 15_000 })],
    ['the right amount', typeWith('über 15.000 €', { field: 'costs', over: 15_000 })],
    ['an amount beside other conditions', typeWith('kostet 5 €', { field: 'fundamental', is: true })],
  ])('not of %s', (_what, type) => {
    expect(warnings(type)).toEqual([]);
  });
});
