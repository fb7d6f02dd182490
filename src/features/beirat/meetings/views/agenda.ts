import { type ErrorsAt, errorsAt, pleaseCheck, type Wrong } from '../../../../core/at-field.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import {
  emptyItem,
  type ItemEntries,
  type ItemField,
  itemFields,
  notTaken,
  type Proposal,
} from '../agenda.ts';
import { guestsText } from '../guests.ts';
import { fileText } from '../item-files.ts';
import type { Item, Meeting } from '../model.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/agenda`: the items, their order, a form for one of them, what is proposed. */
export type AgendaView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly draft: number;
  readonly title: string;
  readonly label: string;
  readonly remark?: string | undefined;
  readonly items: readonly { readonly text: string; readonly detail?: string | undefined }[];
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly proposals: readonly Choice[];
  readonly formTitle: string;
  /** Opened for an item that is being changed. */
  readonly isOpen: boolean;
  readonly isClosed: boolean;
  /** Guests may be invited to single items. */
  readonly hasGuests: boolean;
  /** Files of the meeting, of which an item takes some. */
  readonly files: readonly Choice[];
  readonly errors: ErrorsAt<ItemField>;
  readonly entries: Omit<ItemEntries, 'isPublic' | 'files'> & {
    readonly isPublic: string;
    readonly files: string;
  };
};

export type AgendaShowing = {
  readonly proposals: readonly Proposal[];
  readonly hasGuests?: boolean | undefined;
  readonly entries?: ItemEntries | undefined;
  readonly chosen?: string | undefined;
  readonly remark?: string | undefined;
  /** What is wrong with the item that was entered. */
  readonly wrong?: readonly Wrong<ItemField>[] | undefined;
};

export function agendaReply(meeting: Meeting, language: Language, showing: AgendaShowing): Reply {
  const { proposals, hasGuests = false, entries, chosen = '', remark, wrong = [] } = showing;
  const { items } = meeting.plan;
  const label = labelOf(meeting);
  const title = wordsIn(language)(`Tagesordnung ${label}`, `Agenda ${label}`);
  const form = entries ?? emptyItem;
  // A long agenda leaves less room for each item.
  const many = items.length > 12;
  const view: AgendaView = {
    roles: [],
    id: meeting.id,
    draft: meeting.draft,
    title,
    label,
    remark: remark ?? (wrong.length > 0 ? pleaseCheck[language] : undefined),
    errors: errorsAt(itemFields, wrong, language),
    items: items.map((item, at) => ({
      text: `${at + 1}. ${shortened(item.title, many ? 44 : 120)}`,
      detail: detailWithin(many ? 48 : 200, item, language),
    })),
    choices: items.map((item, at) => ({
      title: `${at + 1}. ${shortened(item.title, many ? 40 : 60)}`,
      value: item.id,
    })),
    // The one that was removed cannot stay chosen.
    chosen: items.some(({ id }) => id === chosen) ? chosen : (items[0]?.id ?? ''),
    proposals: notTaken(proposals, items)
      .slice(0, 8)
      .map(({ key, title: name }) => ({ title: shortened(name, 80), value: key })),
    formTitle: formTitle(form, language),
    isOpen: entries !== undefined,
    isClosed: entries === undefined,
    hasGuests: hasGuests || form.guests !== '',
    files: (meeting.files ?? []).map((file) => ({
      title: shortened(fileText(file, language), 60),
      value: file.id,
    })),
    entries: { ...form, files: form.files ?? '', isPublic: String(form.isPublic) },
  };
  return {
    card: 'beirat/agenda',
    data: view,
    summary: title,
    language,
    nothingDone: remark ?? wrong[0]?.text[language],
  };
}

const formTitle = ({ item }: ItemEntries, language: Language): string =>
  item ? wordsIn(language)('Punkt ändern', 'Change item') : wordsIn(language)('Neuer Punkt', 'New item');

/** "Beschluss · nicht öffentlich · 20 Min. · Digitallotse Wirtschaft · 1 Anlage" */
export const itemDetail = (item: Item, language: Language): string => detailsOf(item, language).join(' · ');

/** The same within a length: what has no room is left out as a whole, never cut in the middle. */
export function detailWithin(longest: number, item: Item, language: Language): string {
  const details = detailsOf(item, language);
  const fitting = (count: number): string =>
    [...details.slice(0, count), ...(count < details.length ? ['…'] : [])].join(' · ');
  const counts = details.map((_, at) => details.length - at);
  const most = counts.find((count) => fitting(count).length <= longest);
  return most === undefined ? shortened(details.join(' · '), longest) : fitting(most);
}

function detailsOf(item: Item, language: Language): readonly string[] {
  const words = language === 'de' ? german : english;
  const papers = item.links.length + (item.files?.length ?? 0);
  return [
    item.kind === 'decision' ? words.decision : words.information,
    item.public ? words.public : words.closed,
    ...(item.minutes ? [`${item.minutes} ${words.minutes}`] : []),
    ...(item.rapporteur ? [item.rapporteur] : []),
    ...(item.guests?.length ? [guestsText(item.guests, language)] : []),
    ...(item.resolution ? [`${words.from} ${item.resolution}`] : []),
    ...(papers > 0 ? [`${papers} ${papers === 1 ? words.link : words.links}`] : []),
  ];
}

const german = {
  decision: 'Beschluss',
  information: 'Information',
  public: 'öffentlich',
  closed: 'nicht öffentlich',
  minutes: 'Min.',
  from: 'offen aus',
  link: 'Anlage',
  links: 'Anlagen',
};
const english = {
  decision: 'Decision',
  information: 'Information',
  public: 'public',
  closed: 'not public',
  minutes: 'min',
  from: 'open from',
  link: 'attachment',
  links: 'attachments',
};

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
const roomForLinks = 1000;

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
  detail: detailWithin(160, item, language),
  about: item.text && hasRoom ? shortened(item.text, 240) : undefined,
  links,
});

const lineOf = (item: Item, at: number, language: Language): string =>
  `${at + 1}. ${shortened(item.title, 100)} (${detailWithin(70, item, language)})`;

function restOf(items: number, links: number, language: Language): string | undefined {
  const words =
    language === 'de'
      ? [
          ...(items > 0 ? [items === 1 ? '1 weiterer Punkt' : `${items} weitere Punkte`] : []),
          ...(links > 0 ? [links === 1 ? '1 Anlage' : `${links} Anlagen`] : []),
        ]
      : [
          ...(items > 0 ? [items === 1 ? '1 more item' : `${items} more items`] : []),
          ...(links > 0 ? [links === 1 ? '1 attachment' : `${links} attachments`] : []),
        ];
  if (words.length === 0) return undefined;
  return wordsIn(language)(
    `Nicht auf dieser Karte: ${words.join(' und ')}. „Alles lesen“ zeigt sie.`,
    `Not on this card: ${words.join(' and ')}. “Read all” shows them.`,
  );
}

const mostOnCard = 20;
/** Once answers come in, they need the room: characters that the whole agenda may take then. */
const roomForItems = 480;

/** The agenda on the card of the office and the chair. */
export function itemsOf(
  { plan, issue }: Meeting,
  language: Language,
): readonly { readonly text: string; readonly detail: string }[] {
  let room = issue === 0 ? Number.POSITIVE_INFINITY : roomForItems;
  const shown = plan.items.slice(0, mostOnCard).flatMap((item, at) => {
    const many = plan.items.length > 12;
    const text = `${at + 1}. ${shortened(item.title, many ? 50 : 70)}`;
    const detail = detailWithin(many ? 48 : 60, item, language);
    room -= text.length + detail.length;
    return room < 0 ? [] : [{ text, detail }];
  });
  const left = plan.items.length - shown.length;
  if (left === 0) return shown;
  const t = wordsIn(language);
  const rest = {
    text: t(`… und ${left} weitere`, `… and ${left} more`),
    detail: t('Die Vorschau und die Einladung zeigen mehr.', 'The preview and the invitation show more.'),
  };
  return [...shown, rest];
}
