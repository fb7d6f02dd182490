import type { Reading } from './read.ts';

/** Concepts of wanting something, and of getting it. */
const wanting = new Set(['need', 'buy', 'order', 'request', 'get']);
/** Words that only say more about the thing that is wanted, or nothing. */
const beside = new Set(['ordinary', 'new', 'pleasantry', 'unit', 'in-unit', 'department', 'who']);
/** A thing of the field, as against a word that is one now and then. */
const telling = 1.2;
const longest = 12;

/**
 * Whether a text says that a thing of IT is wanted and nothing else: "Ich brauche einen Server". However few such sentences were
 * learned from, there is nothing in it that somebody else's matter could be.
 */
export function wishesPlainly({ hits, unknown, tokens }: Reading): boolean {
  if (unknown.length > 0 || tokens.length > longest) return false;
  const wants = hits.some(({ concept }) => wanting.has(concept.id));
  const isThing = (hit: Reading['hits'][number]): boolean =>
    hit.concept.kinds.includes('it-object') && hit.weight >= telling && !hit.concept.foreign;
  return (
    wants &&
    hits.some(isThing) &&
    hits.every((hit) => {
      const { id, weight, foreign, kinds } = hit.concept;
      return (
        isThing(hit) ||
        wanting.has(id) ||
        beside.has(id) ||
        (weight < 0.5 && !foreign) ||
        kinds.includes('it-object')
      );
    })
  );
}
