import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Said, similarity } from '../../src/features/ideas/search/similar.ts';

/** Two ideas that say the same, or do not; the check part was never looked at while tuning. */
export type Pair = {
  readonly set: 'tuning' | 'check';
  readonly alike: boolean;
  readonly a: Said;
  readonly b: Said;
};

export const readPairs = (): readonly Pair[] =>
  readFileSync(join(import.meta.dirname, 'pairs.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

export type Quality = { readonly precision: number; readonly recall: number; readonly f1: number };

/** How well a threshold tells pairs apart: how many that are shown are alike, how many that are alike are shown. */
export function qualityAt(pairs: readonly Pair[], threshold: number): Quality {
  const shown = pairs.filter(({ a, b }) => similarity(a, b) >= threshold);
  const right = shown.filter(({ alike }) => alike).length;
  const precision = shown.length === 0 ? 1 : right / shown.length;
  const recall = right / pairs.filter(({ alike }) => alike).length;
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}
