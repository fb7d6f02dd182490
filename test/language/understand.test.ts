import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { namesOf } from '../../src/language/names.ts';
import { createUnderstanding } from '../../src/language/understand.ts';
import { directory, lexiconFile, roleFor, understood } from './seed.ts';

test.each(['Guten Morgen', 'Vielen Dank!', 'hello', 'ok, danke'])('"%s" is a pleasantry', (text) => {
  expect(understood(text).band).toBe('pleasantry');
});

test('a greeting before a question does not hide the question', () => {
  expect(roleFor('Hallo, mein Drucker geht nicht, danke!')).toBe('kgrz');
});

test.each(['', ' ', '🙂', '???', '\u0000', 'qwrtzp'])('"%s" means nothing', (text) => {
  expect(understood(text)).toMatchObject({ band: 'nothing', candidates: [] });
});

test('a matter of the house counts against an answer, and the explanation tells how much', () => {
  const heating = understood('Die Heizung im Serverraum ist kaputt');
  expect(heating.against).toBeGreaterThan(0);
  expect(roleFor('Die Heizung ist kaputt')).toBe('NONE');
});

test('an answer tells the task and the words that led to it', () => {
  const [best] = understood('Wer bewilligt EDV-Arbeitsplätze?').candidates;
  expect(best).toMatchObject({ role: 'strategisches-it-management', task: 'workplaces' });
  expect(best?.because.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['bewilligt', 'EDV Arbeitsplätze']),
  );
});

test('a mere matter is no application, but with a word for software it is', () => {
  const names = namesOf(directory, lexiconFile).filter(({ id }) => id === 'app:bussgeld');
  expect(names.map(({ is }) => is)).toEqual([['specialist-app'], ['domain']]);
  expect(names[0]?.words).toContain('OWi-Verfahren');
  expect(names[1]?.words).toContain('fines');
  expect(roleFor('Outlook works fine but attachments fail')).toBe('kgrz');
});

test('an application added to the directory is understood by its name', () => {
  const application = {
    id: 'blumo',
    name: 'Blumo',
    purpose: { de: 'Blumen', en: 'Flowers' },
    aliases: ['Blütenverfahren'],
    units: ['61'],
  };
  const understand = createUnderstanding(lexiconFile, { ...directory, applications: [application] });
  for (const text of ['Blumo stürzt ab', 'Wer betreut das Blütenverfahren?'])
    expect(understand(text, 'de').candidates[0]?.role).toBe('fachadministratoren');
});

const scrap = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5000 }),
  fc.string({ unit: fc.constantFrom(...'abcdefghäöüß-.,?!10 \n*:/()'), maxLength: 5000 }),
  fc
    .array(
      fc.constantFrom(
        'wer',
        'drucker',
        'nicht',
        'the board',
        'Fach',
        'verfahrens',
        '10.50',
        'oder wer',
        '🙂',
      ),
      {
        maxLength: 600,
      },
    )
    .map((words) => words.join(' ')),
);

test('any text gives a result, and the same text the same result', () => {
  fc.assert(
    fc.property(scrap, (text) => {
      const first = understood(text);
      expect(understood(text)).toEqual(first);
      expect(['sure', 'unsure', 'nothing', 'pleasantry']).toContain(first.band);
      expect(first.candidates.length > 0).toBe(first.band === 'sure' || first.band === 'unsure');
    }),
    { numRuns: 60 },
  );
});
