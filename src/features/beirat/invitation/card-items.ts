import type { Language } from '../../../core/text.ts';
import type { Item } from '../meeting.ts';
import { itemDetail } from '../plan/agenda-view.ts';
import { shortened } from '../words.ts';

/** One item of the agenda on a card. */
export type InvitationItem = {
  readonly text: string;
  readonly detail: string;
  readonly about?: string | undefined;
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

const mostItems = 20;
/** From so many items on there is no room for what they are about. */
const manyItems = 8;
/** Characters that all links of a card may take together: addresses of documents are long. */
const roomForLinks = 2200;

/** The agenda as far as a card has room for it, and what to say about the rest. */
export function itemsOf(
  items: readonly Item[],
  language: Language,
): { readonly items: readonly InvitationItem[]; readonly more?: string | undefined } {
  const shown: InvitationItem[] = [];
  let room = roomForLinks;
  let dropped = 0;
  for (const [at, item] of items.slice(0, mostItems).entries()) {
    const links = item.links.flatMap(({ title, url }) => {
      const size = title.length + url.length + 120;
      if (size > room) return [];
      room -= size;
      return [{ title: shortened(title, 60), url }];
    });
    dropped += item.links.length - links.length;
    shown.push(shownItem(item, at, items.length, links, language));
  }
  return { items: shown, more: restOf(items.length - shown.length, dropped, language) };
}

const shownItem = (
  item: Item,
  at: number,
  count: number,
  links: InvitationItem['links'],
  language: Language,
): InvitationItem => ({
  text: `${at + 1}. ${shortened(item.title, 120)}`,
  detail: shortened(itemDetail(item, language), 140),
  about: item.text && count <= manyItems ? shortened(item.text, 240) : undefined,
  // At most so many fit into a row of buttons.
  links: links.slice(0, 6),
});

function restOf(items: number, links: number, language: Language): string | undefined {
  const parts =
    language === 'de'
      ? [
          ...(items > 0 ? [`${items} weitere Punkte`] : []),
          ...(links > 0 ? [`${links} weitere Anlagen`] : []),
        ]
      : [...(items > 0 ? [`${items} more items`] : []), ...(links > 0 ? [`${links} more attachments`] : [])];
  if (parts.length === 0) return undefined;
  return language === 'de'
    ? `… und ${parts.join(', ')}: alles steht auf Ihrer Seite („Alles lesen“).`
    : `… and ${parts.join(', ')}: your page has everything (“Read all”).`;
}
