import { describe, expect, test } from '@jest/globals';
import { usual, wished } from '../../../src/features/notices/preferences.ts';
import { quietOf, timeOf, wishIn } from '../../../src/features/notices/typed.ts';

describe('what somebody typed about notifications', () => {
  test.each([
    ['Benachrichtigungen', {}],
    ['meine Benachrichtigungen', {}],
    ['notification settings', undefined],
    ['notifications settings', {}],
    ['Benachrichtigungen sofort', { delivery: 'at-once' }],
    ['BENACHRICHTIGUNGEN TÄGLICH!', { delivery: 'digest' }],
    ['notifications once a day', { delivery: 'digest' }],
    ['Benachrichtigungen auch per E-Mail', { mailToo: true }],
    ['notifications by email too', { mailToo: true }],
    ['Benachrichtigungen nur in Teams', { mailToo: false }],
    ['Benachrichtigungen auf Englisch', { language: 'en' }],
    ['notifications in German', { language: 'de' }],
    ['Ruhezeit 18:00 bis 07:00', { quiet: { from: '18:00', to: '07:00' } }],
    ['Ruhezeit von 18 bis 7 Uhr', { quiet: { from: '18:00', to: '07:00' } }],
    ['Ruhezeit 18.30 Uhr - 7.15 Uhr', { quiet: { from: '18:30', to: '07:15' } }],
    ['quiet hours from 22 to 24', { quiet: { from: '22:00', to: '00:00' } }],
    ['quiet hours off', { quiet: null }],
    ['keine Ruhezeit', { quiet: null }],
    ['Ruhezeit 25 bis 7', undefined],
    ['Ruhezeit', undefined],
    ['Wer ist für Benachrichtigungen zuständig?', undefined],
    ['Benachrichtigungen kommen bei mir nicht an, was nun', undefined],
  ])('%s', (text, wish) => {
    expect(wishIn(text)).toEqual(wish);
  });
});

test.each([
  ['7', '00', '07:00'],
  ['23', '59', '23:59'],
  ['24', '00', '00:00'],
  ['24', '01', undefined],
  ['12', '60', undefined],
  ['', '00', undefined],
])('%s:%s is the time %s', (hours, minutes, time) => {
  expect(timeOf(hours, minutes)).toBe(time);
});

test.each([
  ['', '', null],
  ['18:00', '07:00', { from: '18:00', to: '07:00' }],
  ['18:00', '', 'incomplete'],
  ['', '07:00', 'incomplete'],
  ['abends', '07:00', 'incomplete'],
])('the form with %p and %p means %p', (from, to, quiet) => {
  expect(quietOf(from, to)).toEqual(quiet);
});

describe('a wish that comes true', () => {
  test('changes what it names and leaves the rest', () => {
    const before = { ...usual('itb-61'), quiet: { from: '18:00', to: '07:00' } };
    expect(wished(before, { mailToo: true })).toEqual({ ...before, mailToo: true });
  });

  test('ends quiet hours', () => {
    const before = { ...usual('itb-61'), quiet: { from: '18:00', to: '07:00' } };
    expect(wished(before, { quiet: null })).toEqual(usual('itb-61'));
  });

  test('from eight to eight is no quiet time', () => {
    expect(wished(usual('itb-61'), { quiet: { from: '08:00', to: '08:00' } })).toEqual(usual('itb-61'));
  });
});
