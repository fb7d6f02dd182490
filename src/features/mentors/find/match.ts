import { fold, stem } from '../../../core/word.ts';
import type { Field } from '../field.ts';

/** A word as it was typed, and what it is compared by. */
type Token = { readonly typed: string; readonly folded: string; readonly stem: string };

const tokensOf = (text: string): readonly Token[] =>
  (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).map((typed) => {
    const folded = fold(typed);
    return { typed, folded, stem: stem(folded) };
  });

/** A field that a text speaks of, and the words in it that say so. */
export type FieldHit = { readonly field: Field; readonly words: readonly string[] };

/** The fields that a text speaks of, those with most words first. */
export function fieldsIn(text: string, fields: readonly Field[]): readonly FieldHit[] {
  const tokens = tokensOf(text);
  return fields
    .map((field) => ({
      field,
      words: [...new Set(field.words.flatMap((words) => found(tokens, tokensOf(words))))],
    }))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
}

/** Where an expression stands in a text, as it was typed there. */
function found(tokens: readonly Token[], expression: readonly Token[]): readonly string[] {
  const [only] = expression;
  if (!only) return [];
  if (expression.length === 1) return tokens.filter((token) => isOf(token, only)).map(({ typed }) => typed);
  return tokens.flatMap((_, at) => {
    const row = tokens.slice(at, at + expression.length);
    const fits =
      row.length === expression.length && row.every((token, n) => isInflected(token, expression[n] as Token));
    return fits ? [row.map(({ typed }) => typed).join(' ')] : [];
  });
}

/** "künstlicher" is "künstlich" with an ending; the stem keeps "er", which may belong to a word. */
const isInflected = (token: Token, { stem: known }: Token): boolean =>
  token.stem === known ||
  (known.length >= shortestPart && token.folded.startsWith(known) && token.folded.length <= known.length + 2);

/** Shorter words stand inside others by chance: "ki" in "Kiosk". */
const shortestPart = 5;

/** The word itself, inflected or not, or a compound that begins or ends with it. */
const isOf = (token: Token, { stem: known, folded }: Token): boolean =>
  token.stem === known ||
  (known.length >= shortestPart &&
    (token.folded.startsWith(known) || token.stem.endsWith(known) || token.folded.endsWith(folded)));

/** Words of a text that stand in another one, too: what somebody asked for and what a mentor wrote about themselves. */
export function sharedWords(text: string, other: string): readonly string[] {
  const known = tokensOf(other);
  const longEnough = tokensOf(text).filter(({ folded }) => folded.length >= 6 && !common.has(folded));
  const shared = longEnough.filter((token) => known.some((word) => isOf(word, token)));
  return [...new Set(shared.map(({ typed }) => typed))];
}

/** Words of the question itself, which say nothing about a subject. */
const common = new Set(
  `beraten beratung mentor mentoren mentorin mentorinnen mentoring brauche brauchen suchen jemand jemanden
   erfahrung erfahrungen fragen themen konnte konnten kennen kennt mochte mochten digital digitale digitalen
   digitaler digitales digitalisierung projekt projekte advice adviser advisor someone somebody experience
   looking please question welche welcher hilfe helfen unsere unserem unserer unseren`.split(/\s+/),
);
