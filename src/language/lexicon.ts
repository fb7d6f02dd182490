import { z } from 'zod';
import type { Language } from '../core/text.ts';
import { stem } from '../core/word.ts';
import { tokenise } from './words.ts';

/** The vocabulary file: what everyday words mean. */
export const LexiconFile = z.strictObject({
  concepts: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/, 'name a concept in lower-case letters and "-"'),
    z.strictObject({
      weight: z.number().min(0).max(5),
      is: z.array(z.string()).default([]),
      compounds: z.enum(['open', 'known', 'none']).default('known'),
      foreign: z.boolean().default(false),
      hides: z.boolean().default(false),
      words: z.string().transform((list) =>
        list
          .split(',')
          .map((word) => word.trim())
          .filter(Boolean),
      ),
    }),
  ),
  spoken: z.record(z.string(), z.string()).default({}),
  derive: z
    .array(z.strictObject({ parts: z.tuple([z.string(), z.string()]), gives: z.string() }))
    .default([]),
});
export type LexiconFile = z.infer<typeof LexiconFile>;

/** Something a word can mean, with how much it says. */
export type Concept = {
  readonly id: string;
  readonly weight: number;
  /** The concept itself and everything it also counts as. */
  readonly kinds: readonly string[];
  /**
   * What may stand before the word in a compound: anything ("open": Etikettendrucker), another known word
   * ("known"), nothing ("none": a Seniorenbeirat is no Beirat of ours).
   */
  readonly compounds: 'open' | 'known' | 'none';
  readonly foreign: boolean;
  /** Whether a phrase hides what its single words would mean. */
  readonly hides: boolean;
};

/** One way to say a concept: one or more stems in order. */
export type Entry = {
  readonly concept: Concept;
  readonly stems: readonly string[];
  /** Up to three words may stand between the parts. */
  readonly gap: boolean;
  /** Only exactly this word counts: no inflection, no compound, no typo. Upper-case letters must match too. */
  readonly exact?: string | undefined;
  readonly language?: Language | undefined;
};

/** The vocabulary, indexed for reading. */
export type Lexicon = {
  /** Entries of a single word by stem. */
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  /** Entries of several words by the stem of the first. */
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  /** Every stem that occurs anywhere: what is in here is no typing error. */
  readonly parts: ReadonlySet<string>;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly derive: LexiconFile['derive'];
  /** Spoken forms by folded key: "nich" → "nicht". */
  readonly spoken: ReadonlyMap<string, string>;
};

/** Names that come from the directory: roles, units, applications. */
export type NamedConcept = {
  readonly id: string;
  readonly weight: number;
  readonly is: readonly string[];
  readonly compounds?: Concept['compounds'];
  readonly words: readonly string[];
  /** Several words are also understood when written as one: "digitalerbeirat". */
  readonly joined?: boolean;
};

/** Builds the vocabulary of a language-wide file and the directory's own names. @throws on unknown concepts. */
export function buildLexicon(file: LexiconFile, names: readonly NamedConcept[]): Lexicon {
  const sources = [
    ...Object.entries(file.concepts).map(([id, concept]) => ({ id, joined: false, ...concept })),
    ...names.map((name) => ({
      compounds: 'known' as const,
      foreign: false,
      hides: false,
      joined: false,
      ...name,
    })),
  ];
  const parents = new Map(sources.map((source) => [source.id, source.is]));
  const concepts = new Map<string, Concept>();
  const words = new Map<string, Entry[]>();
  const phrases = new Map<string, Entry[]>();
  const parts = new Set<string>();
  for (const source of sources) {
    const { id, weight, compounds, foreign, hides, joined, is } = source;
    const concept: Concept = {
      id,
      weight,
      compounds,
      foreign,
      hides,
      kinds: [...new Set([id, ...is.flatMap((parent) => kindsOf(parent, parents))])],
    };
    if (!concepts.has(id)) concepts.set(id, concept);
    for (const entry of source.words.flatMap((word) => entriesOf(word, concept, joined))) {
      for (const part of entry.stems) parts.add(part);
      addOnce(entry.stems.length > 1 ? phrases : words, entry);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return {
    words,
    phrases,
    parts,
    concepts,
    derive: file.derive,
    spoken: new Map(Object.entries(file.spoken)),
  };
}

function addOnce(index: Map<string, Entry[]>, entry: Entry): void {
  const first = entry.stems[0] as string;
  const list = index.get(first);
  if (!list) index.set(first, [entry]);
  else if (!list.some((other) => sameEntry(other, entry))) list.push(entry);
}

const sameEntry = (a: Entry, b: Entry): boolean =>
  a.concept === b.concept &&
  a.exact === b.exact &&
  a.language === b.language &&
  a.stems.join(' ') === b.stems.join(' ');

function kindsOf(id: string, parents: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const direct = parents.get(id);
  if (!direct) throw new Error(`the lexicon has no concept "${id}"`);
  return [...new Set([id, ...direct.flatMap((parent) => kindsOf(parent, parents))])];
}

/** "=IT@de" → exact, German only; "geht … nicht" → with a gap; "e-mail" → two tied words and also joined. */
function entriesOf(word: string, concept: Concept, joinAll: boolean): readonly Entry[] {
  const [, marker, rest = '', language] = /^(=?)(.*?)(?:@(de|en))?$/.exec(word) as RegExpExecArray;
  const tokens = tokenise(rest.replaceAll('…', ' '));
  const stems = tokens.map((token) => token.stem);
  const common = { concept, gap: word.includes('…'), language: language as Language | undefined };
  if (marker) return [{ ...common, stems, exact: rest }];
  if (tokens.length === 1)
    return formsOf(tokens[0]?.key as string).map((form) => ({ ...common, stems: [form] }));
  const tied = tokens.slice(0, -1).every((token) => token.tied);
  const joined = stem(tokens.map((token) => token.key).join(''));
  return [
    { ...common, stems },
    ...(tied || (joinAll && joined.length >= shortestJoined) ? [{ ...common, stems: [joined] }] : []),
  ];
}

const shortestJoined = 10;

/** The stem, and for what may be a German verb its third person: betreiben → betreibt, starten → startet. */
function formsOf(key: string): readonly string[] {
  const base = stem(key);
  if (key.length <= 5) return [base];
  if (/(er|el)n$/.test(key)) return [base, `${base}t`];
  return key.endsWith('en') ? [base, `${base}t`, `${base}et`] : [base];
}

/** Every stem, those that say most about responsibilities first; parts of phrases last. */
export function byImportance({ words, parts }: Lexicon): readonly string[] {
  const importance = (stemmed: string): number =>
    Math.max(0, ...(words.get(stemmed) ?? []).map(({ concept }) => (concept.foreign ? 0.1 : concept.weight)));
  const ranked = [...parts].map((part) => ({ part, importance: importance(part) }));
  return ranked.sort((a, b) => b.importance - a.importance).map(({ part }) => part);
}
