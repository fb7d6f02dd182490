import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Language } from '../../../../core/text.ts';
import { shortened } from '../../../../core/text.ts';
import type { Item, Meeting } from '../meeting.ts';
import { emptyItem, type ItemEntries, notTaken, type Proposal } from './agenda.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/agenda`: the items, their order, a form for one of them, what is proposed. */
export type AgendaView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly draft: number;
  readonly title: string;
  readonly remark?: string | undefined;
  readonly items: readonly { readonly text: string; readonly detail?: string | undefined }[];
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly proposals: readonly Choice[];
  readonly formTitle: string;
  /** Opened for an item that is being changed. */
  readonly isOpen: boolean;
  readonly isClosed: boolean;
  readonly entries: Omit<ItemEntries, 'isPublic'> & { readonly isPublic: string };
};

export type AgendaShowing = {
  readonly proposals: readonly Proposal[];
  readonly entries?: ItemEntries | undefined;
  readonly chosen?: string | undefined;
  readonly remark?: string | undefined;
};

export function agendaReply(meeting: Meeting, language: Language, showing: AgendaShowing): Reply {
  const { proposals, entries, chosen = '', remark } = showing;
  const { items } = meeting.plan;
  const label = labelOf(meeting);
  const title = language === 'de' ? `Tagesordnung ${label}` : `Agenda ${label}`;
  const form = entries ?? emptyItem;
  // A long agenda leaves less room for each item.
  const many = items.length > 12;
  const view: AgendaView = {
    roles: [],
    id: meeting.id,
    draft: meeting.draft,
    title,
    remark,
    items: items.map((item, at) => ({
      text: `${at + 1}. ${shortened(item.title, many ? 60 : 120)}`,
      detail: shortened(itemDetail(item, language), many ? 60 : 200),
    })),
    choices: items.map((item, at) => ({
      title: `${at + 1}. ${shortened(item.title, many ? 40 : 60)}`,
      value: item.id,
    })),
    // The one that was removed cannot stay chosen.
    chosen: items.some(({ id }) => id === chosen) ? chosen : (items[0]?.id ?? ''),
    proposals: notTaken(proposals, items)
      .slice(0, 12)
      .map(({ key, title: name }) => ({ title: shortened(name, 80), value: key })),
    formTitle: formTitle(form, language),
    isOpen: entries !== undefined,
    isClosed: entries === undefined,
    entries: { ...form, isPublic: String(form.isPublic) },
  };
  return { card: 'beirat/agenda', data: view, summary: title, language };
}

const formTitle = ({ item }: ItemEntries, language: Language): string =>
  item
    ? language === 'de'
      ? 'Punkt ändern'
      : 'Change item'
    : language === 'de'
      ? 'Neuer Punkt'
      : 'New item';

/** "Beschluss · nicht öffentlich · 20 Min. · Digitallotse Wirtschaft · 1 Anlage" */
export function itemDetail(item: Item, language: Language): string {
  const words = language === 'de' ? german : english;
  return [
    item.kind === 'decision' ? words.decision : words.information,
    item.public ? words.public : words.closed,
    ...(item.minutes ? [`${item.minutes} ${words.minutes}`] : []),
    ...(item.rapporteur ? [item.rapporteur] : []),
    ...(item.resolution ? [`${words.from} ${item.resolution}`] : []),
    ...(item.links.length > 0
      ? [`${item.links.length} ${item.links.length === 1 ? words.link : words.links}`]
      : []),
  ].join(' · ');
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
