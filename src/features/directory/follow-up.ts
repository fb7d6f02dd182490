import type { Hit } from '../../language/read.ts';
import type { Understanding } from '../../language/understand.ts';
import type { Directory } from './model.ts';
import { type NamedPlace, unitNumber } from './named-place.ts';
import type { AnswerRef } from './views.ts';

const opens = /^\s*(und|and|auch|also|dann|what about|how about|wie (sieht|ist) es)\b/i;
const contactWord =
  /^(telefon|telefonnummer|rufnummer|nummer|durchwahl|e|mail|mailadresse|email|adresse|kontakt\p{L}*|erreich\p{L}*|reach\p{L}*|phone|number|contact|extension)$/iu;
const longest = 8;

/**
 * "und der Stellvertreter?", "und für Amt 37?", "und die Nummer?": the answer before, to be seen from another
 * side. `undefined` when the text is a question of its own.
 */
export function followUp(
  text: string,
  understood: Understanding,
  place: NamedPlace,
  previous: AnswerRef,
  directory: Directory,
): AnswerRef | undefined {
  const { tokens, hits } = understood.reading;
  const isAside = asideOf(understood, previous, directory);
  if (tokens.length > longest || asksSomethingElse(understood, isAside)) return undefined;
  const asksForDeputy = hits.some(({ concept }) => concept.id === 'deputise');
  const isSameRole = asksForDeputy || tokens.some((token) => contactWord.test(token.text));
  if (!opens.test(text)) {
    const isBare = hits.every((hit) => hit.weight === 0 || isAside(hit));
    return isSameRole && isBare && !isPlaced(place) ? previous : undefined;
  }
  if (place.application) return { role: 'fachadministratoren', task: 'application-care' };
  return isSameRole || isPlaced(place) ? previous : undefined;
}

const isPlaced = (place: NamedPlace): boolean =>
  Boolean(place.unit || place.application || place.unknownUnit);

/** A matter, a role or a word of its own makes a new question. */
function asksSomethingElse({ reading, candidates }: Understanding, isAside: (hit: Hit) => boolean): boolean {
  return (
    reading.unknown.some((word) => !isContact(word)) ||
    candidates.some(({ because }) => !because.every(isAside)) ||
    reading.hits.some((hit) => (hit.concept.foreign || isRole(hit)) && !isAside(hit))
  );
}

/** Tells what only says where, or from which side, to look at the role of the answer before. */
function asideOf({ reading }: Understanding, previous: AnswerRef, { roles }: Directory) {
  const places = reading.hits.filter(({ concept }) => /^(unit|app):/.test(concept.id));
  const isOfUnits = roles.some(({ id, level }) => id === previous.role && level === 'units');
  return (hit: Hit): boolean => {
    if (isRole(hit)) return isOfUnits && unitNumber.test(hit.text);
    const isPlace = places.some((place) => hit.from <= place.to && place.from <= hit.to);
    return isPlace || sides.has(hit.concept.id) || isContact(hit.text);
  };
}

const isRole = (hit: Hit): boolean => hit.concept.id.startsWith('r:');
const isContact = (words: string): boolean => words.split(/[\s-]+/).every((word) => contactWord.test(word));

/** Words that only say from which side to look at the same role. */
const sides = new Set([
  'deputise',
  'represent',
  'contact',
  'who',
  'unit',
  'in-unit',
  'department',
  'pleasantry',
]);
