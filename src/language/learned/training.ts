import { languageOf } from '../../core/language.ts';
import type { KnownWords } from '../known-words.ts';
import { buildLexicon, byImportance, type LexiconFile } from '../lexicon.ts';
import type { ModelRole } from '../model.ts';
import { namesOf } from '../names.ts';
import { read } from '../read.ts';
import { createSpeller } from '../spelling.ts';
import { type Features, featuresOf } from './features.ts';
import { labels } from './labels.ts';
import { type Example, learn, type Settings, settings } from './learn.ts';
import type { Sentence } from './sentences.ts';
import type { Table } from './table.ts';

/** Rarer labels are lifted, by the fourth root of how rare they are; roots are exact everywhere, powers are not. */
const lifted = (share: number): number => Math.sqrt(Math.sqrt(share));

/**
 * Learns from sentences. The names of units and applications are left out: what is learned holds for every city.
 * The same sentences, vocabulary and roles give the same table, to the bit.
 */
export function trained(
  sentences: readonly Sentence[],
  file: LexiconFile,
  roles: readonly ModelRole[],
  known: KnownWords,
  how: Settings = settings,
): Table {
  const featuresFor = featureReader(file, roles, known);
  const often = new Map<string, number>();
  for (const {
    labels: [first = ''],
  } of sentences)
    often.set(first, (often.get(first) ?? 0) + 1);
  const usual = sentences.length / Math.max(often.size, 1);
  const examples = sentences.map(({ text, labels: meant, weight }): Example => {
    const share = usual / (often.get(meant[0] ?? '') ?? usual);
    return {
      features: featuresFor(text),
      right: meant.map((label) => labels.indexOf(label)),
      weight: weight * lifted(share),
    };
  });
  return learn(examples, labels.length, how);
}

/** Reads texts as training does: without names of a city. */
export function featureReader(
  file: LexiconFile,
  roles: readonly ModelRole[],
  known: KnownWords,
): (text: string) => Features {
  const lexicon = buildLexicon(file, namesOf({ roles, units: [], applications: [] }, file));
  const spell = createSpeller(byImportance(lexicon));
  return (text) => {
    const language = languageOf(text);
    return featuresOf({ ...read(text, language, lexicon, spell, known), text });
  };
}
