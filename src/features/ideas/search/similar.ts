import type { Idea } from '../idea.ts';
import { likeness, type Token, tokensOf } from './words.ts';

/** What an idea says, as far as likeness goes: the title counts most. */
export type Said = { readonly title: string; readonly problem: string };

/** Chosen in bench/ideas.ts: from here on two ideas are shown as alike. */
export const alike = 0.36;

type Read = { readonly title: readonly Token[]; readonly all: readonly Token[] };
const read = ({ title, problem }: Said): Read => ({
  title: tokensOf(title),
  all: tokensOf(`${title} ${problem}`),
});

/** How much two ideas have in common, from 0 to 1. */
export function similarity(a: Said, b: Said): number {
  const [one, other] = [read(a), read(b)];
  const titles = overlap(one.title, other.title);
  const crossed = Math.max(covered(one.title, other.all), covered(other.title, one.all));
  const texts = overlap(one.all, other.all);
  return 0.45 * titles + 0.3 * crossed + 0.25 * Math.min(1, texts * 1.5);
}

/** Shared words among all words of both. */
const overlap = (a: readonly Token[], b: readonly Token[]): number => {
  if (a.length === 0 || b.length === 0) return 0;
  return (sharedIn(a, b) + sharedIn(b, a)) / (a.length + b.length);
};

/** How much of what the one says is said by the other; a single shared word is not enough. */
const covered = (a: readonly Token[], b: readonly Token[]): number => {
  const shared = sharedIn(a, b);
  return shared < 1.4 ? shared / Math.max(3, a.length) : shared / Math.max(1, a.length);
};

const sharedIn = (a: readonly Token[], b: readonly Token[]): number =>
  a.reduce((sum, token) => sum + Math.max(0, ...b.map((other) => likeness(token, other))), 0);

const most = 3;

/** Ideas that may say the same, the most alike first; what was taken back or merged leads nowhere. */
export function similarIdeas(said: Said & { readonly id?: string }, ideas: readonly Idea[]): readonly Idea[] {
  return ideas
    .filter(({ id, state }) => id !== said.id && state !== 'withdrawn' && state !== 'duplicate')
    .map((idea) => ({ idea, score: similarity(said, idea) }))
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
    .map((idea) => ({ idea, score: sharedIn(wanted, textOf(idea)) / wanted.length }))
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score || b.idea.createdAt.localeCompare(a.idea.createdAt))
    .map(({ idea }) => idea);
}

const textOf = ({ title, problem, benefit, merged }: Idea): readonly Token[] =>
  tokensOf([title, problem, benefit, ...merged.map((one) => `${one.title} ${one.problem}`)].join(' '));
