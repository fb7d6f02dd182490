import { lately } from '../../../core/lately.ts';
import { ends, type Request } from '../model.ts';

/** Words that say nothing about the matter. */
const empty = new Set(
  'der die das ein eine einen einem und oder für fuer mit von im in am an auf zu the a an and or for with of in on to new neue neuer neues'.split(
    ' ',
  ),
);

/** The titles of a list are compared with those of an office again and again. */
const mostTitles = 10_000;

/** The words of a text, without capitals, endings and what says nothing. */
const wordsOf = lately(
  (text): ReadonlySet<string> =>
    new Set(
      (
        text
          .normalize('NFC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]{3,}/gu) ?? []
      )
        .filter((word) => !empty.has(word))
        .map((word) => word.replace(/(?:en|er|es|e|n|s)$/u, '')),
    ),
  mostTitles,
);

/** How much two titles have in common, from 0 to 1: shared words among those of the shorter one. */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  let shared = 0;
  for (const word of first) if (second.has(word)) shared += 1;
  return shared / Math.max(1, Math.min(first.size, second.size));
}

/** Open requests that may be for the same thing, the most alike first. */
export function similarTo(title: string, requests: readonly Request[], most = 3): readonly Request[] {
  return requests
    .filter(({ state }) => !ends.includes(state))
    .map((request) => ({ request, score: likeness(title, request.title) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score || b.request.createdAt.localeCompare(a.request.createdAt))
    .slice(0, most)
    .map(({ request }) => request);
}
