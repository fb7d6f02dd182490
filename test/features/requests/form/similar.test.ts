import { describe, expect, test } from '@jest/globals';
import { likeness } from '../../../../src/features/requests/form/similar.ts';

describe('two titles', () => {
  test.each([
    ['Notebook für Ortstermine', 'Notebook Ortstermine', 1],
    ['Neue Notebooks für die Bauberatung', 'Notebook Bauberatung', 1],
    ['Online appointments', 'Appointments online for citizens', 1],
  ])('„%s“ and „%s“ mean the same', (a, b, score) => {
    expect(likeness(a, b)).toBe(score);
  });

  test.each([
    ['Notebook für Ortstermine', 'Lizenzen für Bildbearbeitung'],
    ['', 'Notebook'],
    ['für die', 'für das'],
  ])('„%s“ and „%s“ have nothing in common', (a, b) => {
    expect(likeness(a, b)).toBe(0);
  });
});
