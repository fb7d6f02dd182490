import type { Language } from '../../../../core/text.ts';
import type { Meeting } from '../model.ts';
import { noSuchItem } from '../refusals.ts';

/** How an item of the agenda is named, typed or on a card. */

/** "Notiz TOP 3: …": words about one item of the agenda, in both languages. */
export function aboutItem(de: string, en: string) {
  const shape = (words: string) =>
    new RegExp(
      `^(?:${words})\\s+(?:zu |on |for )?(?:top|punkt|item)\\s*(?<item>\\d{1,3})[\\s:,–]+(?<note>.+)$`,
      'is',
    );
  const [german, english] = [shape(de), shape(en)];
  return {
    claims: (words: string): boolean => german.test(words) || english.test(words),
    language: (words: string): Language => (german.test(words) ? 'de' : 'en'),
    /** @throws {Refusal} when there is no such item */
    read(words: string, { plan }: Meeting): { readonly item: string; readonly note: string } {
      const { item: n, note = '' } = (german.exec(words) ?? english.exec(words))?.groups ?? {};
      const item = plan.items[Number(n) - 1];
      if (!item) throw noSuchItem(plan.items.length);
      return { item: item.id, note: note.trim() };
    },
  };
}

/** Parties of a list as cards carry it. */
export const partiesIn = (list: string): readonly string[] => list.split(',').filter(Boolean);

/** Number of an item on the agenda. @throws {Refusal} */
export function requiredItem({ plan }: Meeting, id: string): number {
  const at = plan.items.findIndex((one) => one.id === id);
  if (at < 0) throw noSuchItem(plan.items.length);
  return at + 1;
}
