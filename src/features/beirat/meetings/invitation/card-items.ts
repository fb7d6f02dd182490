import type { Language } from '../../../../core/text.ts';
import { shortened } from '../../../../core/text.ts';
import type { Item } from '../meeting.ts';
import { itemDetail } from '../plan/agenda-view.ts';

/** One item of the agenda on a card. */
export type InvitationItem = {
  readonly text: string;
  readonly detail: string;
  readonly about?: string | undefined;
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

/** The agenda as far as a card has room for it. */
export type ShownAgenda = {
  readonly items: readonly InvitationItem[];
  /** A long agenda instead: one line for each item. */
  readonly lines: readonly string[];
  readonly more?: string | undefined;
};

const mostLines = 20;
/** Up to so many items each has its details and links; up to the smaller number also what it is about. */
const mostItems = 10;
const fewItems = 6;
/** Characters that all links of a card may take together: addresses of documents are long. */
const roomForLinks = 1400;

export function agendaOf(items: readonly Item[], language: Language): ShownAgenda {
  const dropped = (links: number) => items.flatMap((item) => item.links).length - links;
  if (items.length > mostItems) {
    const lines = items.slice(0, mostLines).map((item, at) => lineOf(item, at, language));
    return { items: [], lines, more: restOf(items.length - lines.length, dropped(0), language) };
  }
  let room = roomForLinks;
  const shown = items.map((item, at) => {
    const links = item.links.slice(0, mostInRow).flatMap(({ title, url }) => {
      room -= title.length + url.length + 60;
      return room < 0 ? [] : [{ title: shortened(title, 60), url }];
    });
    return itemOf(item, at, items.length <= fewItems, links, language);
  });
  return {
    items: shown,
    lines: [],
    more: restOf(0, dropped(shown.flatMap(({ links }) => links).length), language),
  };
}

/** Buttons in a row. */
const mostInRow = 6;

const itemOf = (
  item: Item,
  at: number,
  hasRoom: boolean,
  links: InvitationItem['links'],
  language: Language,
): InvitationItem => ({
  text: `${at + 1}. ${shortened(item.title, 120)}`,
  detail: shortened(itemDetail(item, language), 160),
  about: item.text && hasRoom ? shortened(item.text, 240) : undefined,
  links,
});

const lineOf = (item: Item, at: number, language: Language): string =>
  `${at + 1}. ${shortened(item.title, 100)} (${shortened(itemDetail(item, language), 70)})`;

function restOf(items: number, links: number, language: Language): string | undefined {
  const words =
    language === 'de'
      ? [...(items > 0 ? [`${items} weitere Punkte`] : []), ...(links > 0 ? [`${links} Anlagen`] : [])]
      : [...(items > 0 ? [`${items} more items`] : []), ...(links > 0 ? [`${links} attachments`] : [])];
  if (words.length === 0) return undefined;
  return language === 'de'
    ? `Nicht auf dieser Karte: ${words.join(' und ')}. „Alles lesen“ zeigt sie.`
    : `Not on this card: ${words.join(' and ')}. “Read all” shows them.`;
}
