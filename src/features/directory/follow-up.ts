import type { Directory } from './model.ts';
import { type NamedPlace, unitNumber } from './named-place.ts';
import type { Hit } from './understanding/read.ts';
import type { Understanding } from './understanding/understand.ts';
import type { AnswerRef } from './views.ts';

const opens = /^\s*(und|and|auch|also|dann|what about|how about|wie (sieht|ist) es)\b/i;
const contactWords =
  /nummer|telefon|durchwahl|mail|adresse|erreich|kontakt|reach|phone|number|contact|extension/i;
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
  if (tokens.length > longest || asksSomethingElse(understood, previous, directory)) return undefined;
  const asksForDeputy = hits.some(({ concept }) => concept.id === 'deputise');
  const isSameRole = asksForDeputy || contactWords.test(text);
  if (!opens.test(text)) return isSameRole && !isPlaced(place) ? previous : undefined;
  if (place.application) return { role: 'fachadministratoren', task: 'application-care' };
  return isSameRole || isPlaced(place) ? previous : undefined;
}

const isPlaced = (place: NamedPlace): boolean =>
  Boolean(place.unit || place.application || place.unknownUnit);

/** A matter, a role or a word of its own makes a new question. */
function asksSomethingElse(understood: Understanding, previous: AnswerRef, directory: Directory): boolean {
  const { hits, unknown } = understood.reading;
  const places = hits.filter(({ concept }) => /^(unit|app):/.test(concept.id));
  const isOfUnits = directory.roles.some(({ id, level }) => id === previous.role && level === 'units');
  const isPlace = (hit: Hit): boolean => {
    if (hit.concept.id.startsWith('r:')) return isOfUnits && unitNumber.test(hit.text);
    return places.some((place) => hit.from <= place.to && place.from <= hit.to);
  };
  const isAside = (hit: Hit): boolean =>
    isPlace(hit) || sides.has(hit.concept.id) || contactWords.test(hit.text);
  return (
    unknown.some((word) => !contactWords.test(word)) ||
    understood.candidates.some(({ because }) => !because.every(isAside)) ||
    hits.some((hit) => (hit.concept.foreign || hit.concept.id.startsWith('r:')) && !isAside(hit))
  );
}

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
