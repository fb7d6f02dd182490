import { describe, expect, test } from '@jest/globals';
import { languageOf } from '../../src/core/language.ts';

describe('the language of a text', () => {
  test.each([
    ['Who approves EDV-Arbeitsplätze?'],
    ['who is responsible for the Digitallotse'],
    ['What does 10.50 do?'],
    ['Where can I get a new laptop?'],
    ['My screen stays black'],
    ['thanks'],
    ['help'],
    ['Hello!'],
    ['Who’s in charge of KGRZ?'],
    ['And the deputy?'],
    ['org chart'],
  ])('is English: %s', (text) => {
    expect(languageOf(text)).toBe('en');
  });

  test.each([
    ['User Support?'],
    ['Smart City Koblenz – wer koordiniert das?'],
    ['DITMa'],
    ['Wer ist zustaendig fuer Open Data?'],
    ['Mein Bildschirm bleibt schwarz'],
    ['Help Desk: wen rufe ich an?'],
    ['und der Stellvertreter?'],
    ['Hilfe'],
    ['👍'],
    ['HuFa'],
    ['IT-Beauftragter Amt 61'],
    ['Strategisches IT-Management'],
    ['10.50'],
    ['Organigramm'],
    ['Was will der Beirat?'],
  ])('is German: %s', (text) => {
    expect(languageOf(text)).toBe('de');
  });

  test('is the fallback when the text says nothing about it', () => {
    expect(languageOf('KGRZ', 'en')).toBe('en');
    expect(languageOf('', 'en')).toBe('en');
  });

  test('is German for umlauts even when the fallback is English', () => {
    expect(languageOf('Bürgeramt', 'en')).toBe('de');
  });
});
