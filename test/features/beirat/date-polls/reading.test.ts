import { describe, expect, test } from '@jest/globals';
import { pollWrong, usualReplyBy } from '../../../../src/features/beirat/date-polls/form.ts';
import {
  isChoices,
  languageOfAnswer,
  readChoices,
  readDates,
} from '../../../../src/features/beirat/date-polls/reading.ts';
import { contextAt, wednesday } from '../world.ts';

describe('dates as people write them', () => {
  test.each([
    ['10.12.2026 14:00, 17.12.2026 14:00', ['2026-12-10 14:00', '2026-12-17 14:00'], undefined],
    ['Do., 10.12.2026 um 9 Uhr und Do., 17.12.2026', ['2026-12-10 09:00', '2026-12-17 14:30'], undefined],
    [
      '2026-12-10, 2026-12-17; 2027-01-07 16:00',
      ['2026-12-10 14:30', '2026-12-17 14:30', '2027-01-07 16:00'],
      undefined,
    ],
    [
      '10.12.2026 14:00, 17.12.2026 14:00 bis 02.12.2026',
      ['2026-12-10 14:00', '2026-12-17 14:00'],
      '2026-12-02',
    ],
    ['10.12.2026 or 17.12.2026, answer by 2.12.2026', ['2026-12-10 14:30', '2026-12-17 14:30'], '2026-12-02'],
  ] as const)('"%s"', (text, dates, replyBy) => {
    const read = readDates(text, '14:30');
    expect(read?.options.map(({ day, time }) => `${day} ${time}`)).toEqual(dates);
    expect(read?.replyBy).toBe(replyBy);
  });

  test.each(['morgen', '10.12.2026, irgendwann', '31.02.2026', 'bis 02.12.2026', ''])(
    '"%s" is none',
    (text) => {
      expect(readDates(text, '14:00')).toBeUndefined();
    },
  );
});

describe('answers as people write them', () => {
  test.each([
    ['ja', { 1: 'yes', 2: 'yes', 3: 'yes' }],
    ['Nein.', { 1: 'no', 2: 'no', 3: 'no' }],
    ['ja, nein, zur Not', { 1: 'yes', 2: 'no', 3: 'maybe' }],
    ['1 ja, 3 nein', { 1: 'yes', 3: 'no' }],
    ['2: if need be', { 2: 'maybe' }],
    ['passt nicht', { 1: 'no', 2: 'no', 3: 'no' }],
  ])('"%s"', (text, expected) => {
    expect(readChoices(text, ['1', '2', '3'])).toEqual(expected);
  });

  test.each(['ja, nein', '4 ja', '1 ja, nein, nein'])('"%s" is an answer, but not to three dates', (text) => {
    expect(isChoices(text)).toBe(true);
    expect(readChoices(text, ['1', '2', '3'])).toBeUndefined();
  });

  test.each(['ja, aber nur vormittags', 'jein', 'nehmen 2', ''])('"%s" is no answer', (text) => {
    expect(isChoices(text)).toBe(false);
  });
});

test.each([
  ['ja, nein', 'de'],
  ['1 zur Not', 'de'],
  ['nehmen 2', 'de'],
  ['No, yes', 'en'],
  ['2: if need be', 'en'],
  ['take 2', 'en'],
  ['', undefined],
  ['ok', undefined],
])('"%s" is %s', (text, language) => {
  expect(languageOfAnswer(text)).toBe(language);
});

describe('what is wrong with a new poll', () => {
  const context = contextAt(wednesday);
  const date = (day: string, time = '14:00') => ({ day, time });
  const two = [date('2026-12-10'), date('2026-12-17')];
  const problem = (options: Parameters<typeof pollWrong>[0]['options'] = two, replyBy = '2026-12-02') =>
    pollWrong({ form: 'f', options, replyBy }, context)
      .map(({ at, text }) => `${at}: ${text.de}`)
      .join(' ');

  test('is nothing for two dates to come', () => {
    expect(problem()).toBe('');
  });

  test.each<[string, Parameters<typeof pollWrong>[0]['options']]>([
    ['1: Nennen Sie zwei bis fünf', [date('2026-12-10')]],
    ['4: Nennen Sie zwei bis fünf', Array.from({ length: 6 }, (_, at) => date(`2026-12-1${at}`))],
    ['0: Ein Termin braucht Tag und Uhrzeit.', [date('2026-12-10', ''), date('2026-12-17')]],
    ['0: Dieser Termin ist heute oder schon vorbei', [date('2026-11-25'), date('2026-12-17')]],
    ['1: Dieser Termin steht schon darüber.', [date('2026-12-10'), date('2026-12-10')]],
  ])('says "%s"', (words, options) => {
    expect(problem(options)).toContain(words);
  });

  test.each(['2026-11-24', '2026-12-10', 'irgendwann'])('says that nobody can answer by "%s"', (replyBy) => {
    expect(problem(two, replyBy)).toContain('replyBy: Die Antwortfrist');
  });

  test('leaves the last day to the rules, but before the first date', () => {
    expect(usualReplyBy(two, context)).toBe('2026-12-02');
    expect(usualReplyBy([date('2026-11-30')], context)).toBe('2026-11-29');
  });
});
