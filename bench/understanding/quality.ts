import { readFileSync } from 'node:fs';
import type { Engine } from './engines.ts';

export type Question = { readonly id: string; readonly q: string; readonly expect: readonly string[] };
/** The role named first for a question, or "NONE". */
export type Answer = (question: string) => string;
export type Quality = { readonly macro: number; readonly micro: number; readonly wronglyNamed: number };

const folder = new URL('../../test/features/directory/questions/', import.meta.url);

export const questionsOf = (set: string): readonly Question[] =>
  readFileSync(new URL(`${set}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Question);

/** Top-1 averaged over the roles and over the questions, and the share of NONE questions that get a role. */
export function qualityOf(answer: Answer, questions: readonly Question[]): Quality {
  const byRole = new Map<string, [right: number, all: number]>();
  for (const { q, expect } of questions) {
    const counts = byRole.get(expect[0] ?? '') ?? [0, 0];
    byRole.set(expect[0] ?? '', [counts[0] + (expect.includes(answer(q)) ? 1 : 0), counts[1] + 1]);
  }
  const counts = [...byRole.values()];
  const [right = 0, all = 1] = byRole.get('NONE') ?? [];
  return {
    macro: counts.reduce((sum, [ok, n]) => sum + ok / n, 0) / counts.length,
    micro: counts.reduce((sum, [ok]) => sum + ok, 0) / questions.length,
    wronglyNamed: 1 - right / all,
  };
}

/** An engine with the threshold for "nobody" that gives it the best macro average on the questions. */
export function calibrated({ ask }: Engine, questions: readonly Question[]): Answer {
  const asked = questions.map((question) => ({ question, hit: ask(question.q)[0] }));
  const scores = asked.map(({ hit }) => hit?.score ?? 0).sort((a, b) => a - b);
  const byText = new Map(asked.map(({ question, hit }) => [question.q, hit]));
  const steps = Array.from({ length: 40 }, (_, step) => scores[Math.floor((step / 40) * scores.length)] ?? 0);
  const withThreshold = (threshold: number): Answer => {
    return (text) => {
      const hit = byText.get(text) ?? ask(text)[0];
      return hit && hit.score >= threshold ? hit.role : 'NONE';
    };
  };
  const macro = (threshold: number): number => qualityOf(withThreshold(threshold), questions).macro;
  const best = steps.reduce((kept, step) => (macro(step) > macro(kept) ? step : kept), steps[0] ?? 0);
  return withThreshold(best);
}
