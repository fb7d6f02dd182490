import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/core/text.ts';

/** What a card is shown with: `cards/X.sample.json` is a list of these. */
export type CardSample = {
  readonly title: string;
  readonly language: Language;
  readonly data: Readonly<Record<string, unknown>>;
};

/** An element, action or any other object of a card. */
export type CardPart = Readonly<Record<string, unknown>>;

/** Names of the cards that have samples, `directory/answer`. */
export function sampleNames(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sample.json'))
    .map((file) => file.slice(0, -'.sample.json'.length).replaceAll('\\', '/'))
    .sort();
}

export function samplesOf(folder: string, name: string): readonly CardSample[] {
  return JSON.parse(readFileSync(join(folder, `${name}.sample.json`), 'utf8')) as readonly CardSample[];
}

/** Every object of a card or template, the outermost first; what an action carries in `data` is not entered. */
export function partsOf(node: unknown): readonly CardPart[] {
  if (Array.isArray(node)) return node.flatMap(partsOf);
  if (typeof node !== 'object' || node === null) return [];
  const part = node as CardPart;
  return [part, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}

/** The verbs that a card or template can send, sorted, each once. */
export function verbsIn(card: unknown): readonly string[] {
  const verbs = partsOf(card).flatMap((part) => (typeof part.verb === 'string' ? [part.verb] : []));
  return [...new Set(verbs)].sort();
}

/** The `data` of every action that carries something. */
export function actionDataIn(card: unknown): readonly CardPart[] {
  return partsOf(card).flatMap((part) =>
    String(part.type).startsWith('Action.') && part.data ? [part.data as CardPart] : [],
  );
}
