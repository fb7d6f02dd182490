import { lately } from '../core/lately.ts';
import type { Language } from '../core/text.ts';
import { type Pattern, parseAsk } from './asks.ts';
import type { Hit } from './hit.ts';
import type { KnownWords } from './known-words.ts';
import type { Learned } from './learned/weights.ts';
import { buildLexicon, byImportance, type LexiconFile } from './lexicon.ts';
import { type Candidate, candidatesFor } from './match.ts';
import { type Judgement, judge } from './meaning.ts';
import type { Model } from './model.ts';
import { namesOf } from './names.ts';
import { type Reading, read } from './read.ts';
import { askingClauses, inScene } from './scene.ts';
import { createSpeller } from './spelling.ts';

/** What a text means, with everything that led there. */
export type Understanding = {
  /** `sure`: answer; `unsure`: offer the candidates; `nothing`: not regulated; `pleasantry`: a greeting or thanks. */
  readonly band: 'sure' | 'unsure' | 'nothing' | 'pleasantry';
  /** Best first; already reduced to those worth naming. */
  readonly candidates: readonly Candidate[];
  /** The best explanation of every role, however weak, best first. */
  readonly ranked: readonly Candidate[];
  readonly reading: Reading;
  /** What both opinions come to; absent where nothing was learned. */
  readonly judgement?: Judgement | undefined;
  /** How much speaks against any answer: words of matters that the role model does not regulate. */
  readonly against: number;
};

export type Understand = (text: string, language: Language) => Understanding;

/** Calibrated on the tuning questions; `bench/understanding.ts` shows what moving them costs. */
export const thresholds = {
  /** A best score from here on is an answer. */
  sure: 1.75,
  /** Below this nothing is named. */
  unsure: 1.35,
  /** A second role this close is offered as well. */
  tie: 0.12,
  /** Share of the weight of foreign words that counts against. */
  foreign: 0.8,
  /** Cost of each word that means nothing to the vocabulary, at most three. */
  unknown: 0.06,
  /** Further cost of each when a single word carries the whole answer. */
  unknownAlone: 0.06,
};

/** A turn reads its text several times, and parts of it. */
const textsOfOneTurn = 16;

/** Builds the understanding of a directory. Expensive (tens of milliseconds); do it once per directory version. */
export function createUnderstanding(
  file: LexiconFile,
  directory: Model,
  learned?: Learned,
  known?: KnownWords,
): Understand {
  const lexicon = buildLexicon(file, namesOf(directory, file));
  const spell = createSpeller(byImportance(lexicon));
  const patterns = patternsOf(directory);
  const understandIn = (language: Language) =>
    lately((text): Understanding => {
      const understood = decide(read(text, language, lexicon, spell, known), patterns);
      return learned ? { ...understood, judgement: judge(text, understood, learned) } : understood;
    }, textsOfOneTurn);
  const inLanguage = { de: understandIn('de'), en: understandIn('en') };
  return (text, language) => inLanguage[language](text);
}
function patternsOf(directory: Model): readonly Pattern[] {
  return directory.roles.flatMap((role) => [
    parseAsk(`r:${role.id}`, role.id),
    ...role.tasks.flatMap((task) => task.asks.map((line) => parseAsk(line, role.id, task.id))),
  ]);
}

function decide(reading: Reading, patterns: readonly Pattern[]): Understanding {
  const meaningful = reading.hits.filter((hit) => hit.concept.weight > 0);
  if (isPleasantry(meaningful, reading))
    return { band: 'pleasantry', candidates: [], ranked: [], reading, against: 0 };
  const hits = inScene(reading);
  const all = candidatesFor(hits, patterns);
  const against = weightAgainst(hits, reading, all[0]);
  const ranked = all.map((candidate) => ({ ...candidate, score: candidate.score - against }));
  const scored = ranked.filter((candidate) => candidate.score >= thresholds.unsure);
  const best = scored[0];
  if (!best) return { band: 'nothing', candidates: [], ranked, reading, against };
  const close = scored.filter((candidate) => best.score - candidate.score <= thresholds.tie);
  const band = best.score >= thresholds.sure ? 'sure' : 'unsure';
  return { band, candidates: band === 'sure' ? close : scored.slice(0, 4), ranked, reading, against };
}

function isPleasantry(meaningful: readonly Hit[], reading: Reading): boolean {
  return (
    meaningful.length > 0 &&
    reading.unknown.length === 0 &&
    meaningful.every((hit) => hit.concept.id === 'pleasantry')
  );
}

/** Foreign matters that the best explanation does not itself use, and unknown words. */
function weightAgainst(hits: readonly Hit[], reading: Reading, best: Candidate | undefined): number {
  const used = new Set(best?.because.flatMap((hit) => range(hit.from, hit.to)));
  const asking = askingClauses(hits, reading.tokens);
  const counts = (hit: Hit): boolean =>
    asking.size === 0 ||
    asking.has(reading.tokens[hit.from]?.clause ?? 0) ||
    !isAnswered(asking, best, reading);
  const foreign = hits
    .filter(
      (hit) =>
        hit.concept.foreign &&
        hit.concept.id !== 'pleasantry' &&
        counts(hit) &&
        !range(hit.from, hit.to).every((at) => used.has(at)),
    )
    .reduce((sum, hit) => sum + hit.weight, 0);
  const perWord = thresholds.unknown + (best?.because.length === 1 ? thresholds.unknownAlone : 0);
  return foreign * thresholds.foreign + Math.min(reading.unknown.length, 3) * perWord;
}

/** Whether the clause that asks says itself what it is about; else the story around it does. */
const isAnswered = (asking: ReadonlySet<number>, best: Candidate | undefined, { tokens }: Reading): boolean =>
  best?.because.some((hit) => hit.concept.weight >= 0.8 && asking.has(tokens[hit.from]?.clause ?? 0)) ??
  false;

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
