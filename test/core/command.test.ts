import { describe, expect, test } from '@jest/globals';
import { command, isTyped } from '../../src/core/command.ts';

const isGaps = command('Lücken', 'offene Fragen', 'it-rollenmodell');

describe('a command', () => {
  test.each([
    'Lücken',
    'lücken',
    'LÜCKEN',
    ' Lücken! ',
    'Lücken?',
    'offene  Fragen',
    'Offene-Fragen',
    'IT Rollenmodell',
  ])('is recognised in "%s"', (text) => {
    expect(isGaps(text)).toBe(true);
  });

  test('is recognised when an umlaut was pasted as two characters', () => {
    expect(isGaps('Lücken'.normalize('NFD'))).toBe(true);
  });

  test.each(['', '?', 'Lücke', 'Wo sind die Lücken?', 'Lücken Lücken', 'offeneFragen'])(
    'is not recognised in "%s"',
    (text) => {
      expect(isGaps(text)).toBe(false);
    },
  );

  test('is short: a page of blanks around it is not read', () => {
    expect(isGaps(`Lücken${' '.repeat(100_000)}`)).toBe(false);
  });
});

test('what was typed is compared the same way', () => {
  expect(isTyped('Org-Chart!', ['org chart'])).toBe(true);
  expect(isTyped('Org', ['org chart'])).toBe(false);
  expect(isTyped('anything', [])).toBe(false);
});
