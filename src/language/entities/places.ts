import { fold } from '../../core/word.ts';
import type { Hit } from '../hit.ts';

/** The units and applications that a reading names, by their ids, in the order of the text and each once. */
export function placesIn(hits: readonly Hit[]): {
  readonly units: readonly string[];
  readonly applications: readonly string[];
} {
  const ids = (prefix: string): readonly string[] => [
    ...new Set(
      [...hits]
        .sort((a, b) => a.from - b.from)
        .flatMap(({ concept }) => (concept.id.startsWith(prefix) ? [concept.id.slice(prefix.length)] : [])),
    ),
  ];
  return { units: ids('unit:'), applications: ids('app:') };
}

/** Somebody who can be named: by function ("IT-Beauftragte Amt 61") or by name. */
export type Nameable = { readonly id: string; readonly name: string };

const plain = (text: string): string =>
  ` ${text
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean)
    .map(fold)
    .join(' ')} `;

/** Finds the people whose whole name or function stands in a text; the longest first, so that a deputy is not their chief. */
export function createPeopleFinder(people: readonly Nameable[]): (text: string) => readonly string[] {
  const byFirst = new Map<string, { readonly id: string; readonly words: string }[]>();
  for (const { id, name } of people) {
    const words = plain(name).trim();
    const first = words.split(' ')[0] ?? '';
    if (words.length < 4) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { id, words }]);
  }
  return (text) => {
    let said = plain(text);
    const known = [...new Set(said.trim().split(' '))].flatMap((word) => byFirst.get(word) ?? []);
    const found: string[] = [];
    for (const { id, words } of known.sort((a, b) => b.words.length - a.words.length)) {
      if (!said.includes(` ${words} `)) continue;
      found.push(id);
      said = said.replaceAll(` ${words} `, ' ');
    }
    return found;
  };
}
