import { describe, expect, test } from '@jest/globals';
import { readCommand } from '../../../src/features/ideas/chat/commands.ts';
import { letterWish } from '../../../src/features/ideas/letter/typed.ts';

const id = 'ID-2026-0007';
const marks = { benefit: 4, effort: 2, feasibility: 5, urgency: 3 };

describe('a number of an idea', () => {
  test.each(['ID-2026-0007', 'id 2026 7', 'ID/2026/7', 'Id-2026-7?', ' id-2026-07 . '])(
    'is read from "%s"',
    (text) => {
      expect(readCommand(text)).toEqual({ id });
    },
  );

  test.each(['IT-2026-0007', 'Idee 7', 'Was ist ID?', 'ID-26-7', 'Idee: ID-2026-7'])(
    'is not in "%s"',
    (text) => {
      expect(readCommand(text)).toBeUndefined();
    },
  );

  test('with words that are no command shows the idea and says so', () => {
    expect(readCommand(`${id} gefällt mir`)).toEqual({ id, unclear: true });
    expect(readCommand(`${id} bewerten 6 2 3 4`)).toEqual({ id, unclear: true });
  });
});

describe('what is typed behind it', () => {
  test.each([
    ['unterstützen', { kind: 'support', on: true }],
    ['Support!', { kind: 'support', on: true }],
    ['nicht mehr unterstützen', { kind: 'support', on: false }],
    ['ablehnen: Gibt es schon?', { kind: 'decline', note: 'Gibt es schon?' }],
    ['decline: no', { kind: 'decline', note: 'no' }],
    ['Rückfrage: Wie viele?', { kind: 'ask', note: 'Wie viele?' }],
    ['antworten: 400', { kind: 'answer', note: '400' }],
    ['prüfen', { kind: 'review' }],
    ['in den Beirat', { kind: 'offer' }],
    ['to the Beirat', { kind: 'offer' }],
    ['zurückholen', { kind: 'recall' }],
    ['zurückziehen', { kind: 'withdraw' }],
    ['bewerten 4 2 5 3: hilft vielen', { kind: 'score', marks, comment: 'hilft vielen' }],
    ['score 4,2,5,3', { kind: 'score', marks }],
    ['machbar: los', { kind: 'evaluate', outcome: 'feasible', way: 'los' }],
    [
      'machbar mit Auflagen: später',
      { kind: 'evaluate', outcome: 'feasible-with-conditions', way: 'später' },
    ],
    ['nicht machbar: anders', { kind: 'evaluate', outcome: 'not-feasible', way: 'anders' }],
    ['not feasible', { kind: 'evaluate', outcome: 'not-feasible', way: '' }],
    ['abschließen: erledigt', { kind: 'finish', note: 'erledigt' }],
  ])('"%s" is an act', (words, act) => {
    expect(readCommand(`${id} ${words}`)?.act).toEqual(act);
  });

  test('names the other idea, or asks for the form of a request', () => {
    expect(readCommand(`${id} Dublette von id 2026 3`)?.of).toBe('ID-2026-0003');
    expect(readCommand(`${id} duplicate of ID-2026-3`)?.of).toBe('ID-2026-0003');
    expect(readCommand(`${id} Antrag`)?.becomes).toBe('');
    expect(readCommand(`${id} make it a request: project`)?.becomes).toBe('project');
  });

  test('says which language is spoken', () => {
    expect([`${id} support`, `${id} unterstützen`].map((text) => readCommand(text)?.language)).toEqual([
      'en',
      'de',
    ]);
  });
});

describe('the weekly letter', () => {
  test.each([
    ['Ideenbrief', { language: 'de' }],
    ['ideenbrief an', { language: 'de', on: true }],
    ['Ideenbrief aus!', { language: 'de', on: false }],
    ['idea letter on about AI, traffic', { language: 'en', on: true, topics: ['ai', 'mobility'] }],
    [
      'Ideenbrief zu Künstliche Intelligenz und Parken',
      { language: 'de', on: true, topics: ['ai', 'mobility'] },
    ],
  ])('"%s" is understood', (text, wish) => {
    expect(letterWish(text)).toEqual(wish);
  });

  test.each(['Brief', 'Ideen', 'Wer schreibt den Ideenbrief?'])('"%s" is something else', (text) => {
    expect(letterWish(text)).toBeUndefined();
  });
});
