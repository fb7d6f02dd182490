import { dayOf } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Item, Meeting } from './model.ts';

/** What a supplement did to the agenda, as facts of its entry: ids of items, never their words. */
export type Difference = { readonly added?: string; readonly changed?: string; readonly removed?: number };

export function differenceOf(before: readonly Item[], after: readonly Item[]): Difference {
  const known = new Map(before.map((item) => [item.id, JSON.stringify(item)]));
  const added = after.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const changed = after
    .filter((item) => known.has(item.id) && known.get(item.id) !== JSON.stringify(item))
    .map(({ id }) => id);
  const removed = before.filter(({ id }) => !after.some((item) => item.id === id)).length;
  return {
    ...(added.length > 0 ? { added: added.join(' ') } : {}),
    ...(changed.length > 0 ? { changed: changed.join(' ') } : {}),
    ...(removed > 0 ? { removed } : {}),
  };
}

/** What became of an item after the invitation, and on which day. */
export type Mark = { readonly is: 'new' | 'changed'; readonly day: string };

/** Items that are not as they were in the invitation, by their id. One that came later stays new. */
export function marksOf({ history }: Pick<Meeting, 'history'>): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { act, at, facts } of history) {
    if (act !== 'amended') continue;
    const day = dayOf(at);
    for (const id of idsIn(facts?.changed)) {
      if (marks.get(id)?.is !== 'new') marks.set(id, { is: 'changed', day });
    }
    for (const id of idsIn(facts?.added)) marks.set(id, { is: 'new', day });
  }
  return marks;
}

const idsIn = (written: unknown): readonly string[] =>
  typeof written === 'string' ? written.split(' ').filter(Boolean) : [];

/** "TOP 4 ist neu. TOP 2 ist geändert." with the numbers of now; empty for entries of before that was kept. */
export function supplementText(
  { facts }: Pick<HistoryEntry, 'facts'>,
  { plan }: Pick<Meeting, 'plan'>,
  language: Language,
): string {
  const say = wordsIn(language);
  const numbers = (ids: readonly string[]) =>
    plan.items.flatMap(({ id }, at) => (ids.includes(id) ? [`${say('TOP', 'item')} ${at + 1}`] : []));
  const named = (items: readonly string[]) => items.join(', ').replace(/^i/, 'I');
  const added = numbers(idsIn(facts?.added));
  const changed = numbers(idsIn(facts?.changed));
  const removed = typeof facts?.removed === 'number' ? facts.removed : 0;
  return [
    ...(added.length > 0 ? [`${named(added)} ${are(added.length, language)} ${say('neu', 'new')}.`] : []),
    ...(changed.length > 0
      ? [`${named(changed)} ${are(changed.length, language)} ${say('geändert', 'changed')}.`]
      : []),
    ...(removed > 0
      ? [
          removed === 1
            ? say('Ein Punkt ist entfallen.', 'One item was taken off.')
            : say(`${removed} Punkte sind entfallen.`, `${removed} items were taken off.`),
        ]
      : []),
  ].join(' ');
}

const are = (count: number, language: Language): string =>
  wordsIn(language)(count === 1 ? 'ist' : 'sind', count === 1 ? 'is' : 'are');
