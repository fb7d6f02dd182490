import type { Idea } from '../model.ts';
import { likeness, type Token, tokensOf } from './words.ts';

/** What an idea says, as far as likeness goes: the title counts most. */
export type Said = { readonly title: string; readonly problem: string };

/** Chosen in bench/ideas.ts: from here on two ideas are shown as alike. */
export const alike = 0.32;

type Read = { readonly title: readonly Token[]; readonly all: readonly Token[] };
const read = ({ title, problem }: Said): Read => ({
  title: tokensOf(title),
  all: tokensOf(`${title} ${problem}`),
});

/** How much two ideas have in common, from 0 to 1. */
export const similarity = (a: Said, b: Said): number => compared(read(a), read(b));

function compared(one: Read, other: Read): number {
  const titles = overlap(one.title, other.title);
  const crossed = Math.max(covered(one.title, other.all), covered(other.title, one.all));
  const texts = overlap(one.all, other.all);
  return 0.25 * titles + 0.375 * crossed + 0.375 * texts;
}

/** Shared words among all words of both. */
const overlap = (a: readonly Token[], b: readonly Token[]): number => {
  const all = weightOf(a) + weightOf(b);
  return all === 0 ? 0 : (sharedIn(a, b) + sharedIn(b, a)) / all;
};

/** How much of what the one says is said by the other. */
const covered = (a: readonly Token[], b: readonly Token[]): number =>
  sharedIn(a, b) / Math.max(2, weightOf(a));

const weightOf = (tokens: readonly Token[]): number => tokens.reduce((sum, { weight }) => sum + weight, 0);

const sharedIn = (a: readonly Token[], b: readonly Token[]): number =>
  a.reduce((sum, token) => sum + token.weight * Math.max(0, ...b.map((other) => likeness(token, other))), 0);

const most = 3;

/** Ideas that may say the same, the most alike first; what was taken back or merged leads nowhere. */
export function similarIdeas(said: Said & { readonly id?: string }, ideas: readonly Idea[]): readonly Idea[] {
  const wanted = read(said);
  return ideas
    .filter(({ id, state }) => id !== said.id && state !== 'withdrawn' && state !== 'duplicate')
    .map((idea) => ({ idea, score: compared(wanted, read(idea)) }))
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score || a.idea.id.localeCompare(b.idea.id))
    .slice(0, most)
    .map(({ idea }) => idea);
}

/** Ideas about what somebody typed, best first; every word of it should be found somewhere. */
export function foundIdeas(query: string, ideas: readonly Idea[]): readonly Idea[] {
  const wanted = tokensOf(query);
  if (wanted.length === 0) return [];
  return ideas
    .map((idea) => ({ idea, score: sharedIn(wanted, textOf(idea)) / weightOf(wanted) }))
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score || b.idea.createdAt.localeCompare(a.idea.createdAt))
    .map(({ idea }) => idea);
}

const textOf = ({ title, problem, benefit, merged }: Idea): readonly Token[] =>
  tokensOf([title, problem, benefit, ...merged.map((one) => `${one.title} ${one.problem}`)].join(' '));
