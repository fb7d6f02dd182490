import { z } from 'zod';
import type { Wrong } from '../../../core/at-field.ts';
import { labelOf } from '../../../core/case-number.ts';
import type { AgendaOffer } from '../../../core/ports/agenda.ts';
import type { Text } from '../../../core/text.ts';
import { guestsIn, mostGuests, tooManyGuests } from './guests.ts';
import type { Item } from './model.ts';

/** What can be done with the items of an agenda. Pure; the ids come from outside. */
export type ItemEntries = {
  /** Empty for a new item. */
  readonly item: string;
  readonly title: string;
  readonly text: string;
  readonly kind: Item['kind'];
  readonly isPublic: boolean;
  readonly rapporteur: string;
  /** One a line. */
  readonly guests: string;
  readonly minutes: string;
  /** One a line: "Vorlage: https://…" or just the address. */
  readonly links: string;
  /** Ids of files of the meeting, with commas between; a form that does not ask leaves them. */
  readonly files?: string | undefined;
};

export const emptyItem: ItemEntries = {
  item: '',
  title: '',
  text: '',
  kind: 'decision',
  isPublic: false,
  rapporteur: '',
  guests: '',
  minutes: '',
  links: '',
};

export const entriesOfItem = (item: Item): ItemEntries => ({
  item: item.id,
  title: item.title,
  text: item.text ?? '',
  kind: item.kind,
  isPublic: item.public,
  rapporteur: item.rapporteur ?? '',
  guests: (item.guests ?? []).join('\n'),
  minutes: item.minutes === undefined ? '' : String(item.minutes),
  links: item.links.map(({ title, url }) => (title === url ? url : `${title}: ${url}`)).join('\n'),
  ...(item.files ? { files: item.files.join(',') } : {}),
});

const word = (most: number) => z.string().max(most).trim().catch('');
export const EnteredItem = z.object({
  item: word(60),
  title: word(200),
  text: word(1500),
  kind: z.enum(['decision', 'information']).catch('decision'),
  isPublic: z
    .union([z.boolean(), z.string()])
    .transform((value) => value === true || value === 'true')
    .catch(false),
  rapporteur: word(120),
  guests: word(800),
  minutes: word(6),
  links: word(2000),
  files: z.string().max(4000).optional().catch(undefined),
});

/** Fields of an item at which something can be wrong. */
export const itemFields = ['title', 'guests', 'minutes', 'links'] as const;
export type ItemField = (typeof itemFields)[number];

/** What keeps an item from being taken over, each at its field, with the remedy. */
export function itemWrong({ title, guests, minutes, links }: ItemEntries): readonly Wrong<ItemField>[] {
  const fits: Readonly<Record<ItemField, boolean>> = {
    title: title !== '',
    guests: guestsIn(guests).length <= mostGuests,
    minutes: !minutes || /^\d{1,3}$/.test(minutes),
    links: linksIn(links) !== undefined,
  };
  const remedies: Readonly<Record<ItemField, Text>> = {
    title: { de: 'Geben Sie dem Punkt einen Titel.', en: 'Give the item a title.' },
    guests: tooManyGuests().text,
    minutes: { de: 'Die Dauer ist eine Zahl von Minuten.', en: 'The duration is a number of minutes.' },
    links: {
      de: 'Schreiben Sie je Zeile einen Link, z. B. „Vorlage: https://…“. Links beginnen mit https://',
      en: 'Write one link per line, e.g. “Paper: https://…”. Links begin with https://',
    },
  };
  return itemFields.filter((field) => !fits[field]).map((field) => ({ field, text: remedies[field] }));
}

/** The first of it, for a door with a line for all. */
export const itemProblem = (entries: ItemEntries): Text | undefined => itemWrong(entries)[0]?.text;

function linksIn(text: string): Item['links'] | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const read = lines.filter(Boolean).map((line) => /^(?:(.*?)\s*[:–-]?\s+)?(https?:\/\/\S+)$/i.exec(line));
  if (read.some((found) => !found)) return undefined;
  return read.map((found) => ({ title: found?.[1]?.trim() || (found?.[2] ?? ''), url: found?.[2] ?? '' }));
}

/** The agenda with an item added before the last (the usual end) or replaced. @param newId id of a new item */
export function withItem(items: readonly Item[], entries: ItemEntries, newId: string): Item[] {
  const known = items.find(({ id }) => id === entries.item);
  const { title, text, kind, isPublic, rapporteur, minutes, links } = entries;
  const guests = guestsIn(entries.guests);
  const files = entries.files === undefined ? (known?.files ?? []) : entries.files.split(',').filter(Boolean);
  const item: Item = {
    id: known?.id ?? newId,
    title,
    ...(text ? { text } : {}),
    kind,
    public: isPublic,
    ...(rapporteur ? { rapporteur } : {}),
    ...(guests.length > 0 ? { guests: [...guests] } : {}),
    ...(minutes ? { minutes: Number(minutes) } : {}),
    links: linksIn(links) ?? [],
    ...(files.length > 0 ? { files } : {}),
    ...(known?.ref ? { ref: known.ref } : {}),
    ...(known?.resolution ? { resolution: known.resolution } : {}),
    ...(known?.objection ? { objection: known.objection } : {}),
    ...(known?.shows ? { shows: known.shows } : {}),
    ...(known?.repeats ? { repeats: known.repeats } : {}),
  };
  return known ? items.map((one) => (one.id === known.id ? item : one)) : beforeLast(items, [item]);
}

/** "Any other business" stays the end. */
const beforeLast = (items: readonly Item[], more: readonly Item[]): Item[] =>
  items.length < 2 ? [...items, ...more] : [...items.slice(0, -1), ...more, ...items.slice(-1)];

export const withoutItem = (items: readonly Item[], id: string): Item[] =>
  items.filter((one) => one.id !== id);

/** The agenda with one item so many places further down, or up where it is negative; no further than to the end. */
export function movedItem(items: readonly Item[], id: string, by: number): Item[] {
  const at = items.findIndex((one) => one.id === id);
  const item = items[at];
  if (!item) return [...items];
  const others = withoutItem(items, id);
  const to = Math.min(Math.max(at + by, 0), others.length);
  return [...others.slice(0, to), item, ...others.slice(to)];
}

/** Something that may be taken onto the agenda: an idea or an open resolution, as a ready item. */
export type Proposal = { readonly key: string; readonly title: string; readonly item: Item };

export const proposalOf = (
  { ref, title, text, links, rapporteur }: AgendaOffer,
  name: string | undefined,
): Proposal => ({
  key: `${ref.kind} ${ref.id}`,
  title: `${labelOf({ id: ref.id })} · ${title}`,
  item: {
    id: `${ref.kind}-${ref.id}`,
    title,
    ...(text ? { text } : {}),
    kind: 'decision',
    public: false,
    ...(rapporteur && name ? { rapporteur: name } : {}),
    links: [...links],
    ref,
  },
});

/** Those that are not on the agenda yet. */
export const notTaken = (proposals: readonly Proposal[], items: readonly Item[]): readonly Proposal[] =>
  proposals.filter(({ item }) => !items.some(({ id }) => id === item.id));

/** The agenda with the chosen proposals. */
export const withProposals = (
  items: readonly Item[],
  proposals: readonly Proposal[],
  keys: readonly string[],
): Item[] =>
  beforeLast(
    items,
    notTaken(proposals, items)
      .filter(({ key }) => keys.includes(key))
      .map(({ item }) => item),
  );
