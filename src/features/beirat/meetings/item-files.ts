import { type FileNote, sizeText } from '../../../case/files.ts';
import type { Party } from '../../../core/party.ts';
import type { Language } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { isOffice } from '../board/members.ts';
import type { Item, Meeting } from './model.ts';
import { hasBegun, isKeeper, mayPrepareItem } from './policy.ts';
import { isPrepared, reviewsFor } from './reviews.ts';

/*
 * Papers of an item as files. They lie with the meeting; on the agenda is what an item names, so a paper that is added or
 * taken off changes the agenda and goes the way of every change: to the chair before, as a supplement after the invitation.
 */

/** The papers of an item, in its order. One whose content is gone is none. */
export const papersOfItem = ({ files = [] }: Pick<Meeting, 'files'>, item: Item): readonly FileNote[] =>
  (item.files ?? []).flatMap((id) => files.find((one) => one.id === id) ?? []);

/** The items that somebody reports on, by the name that stands there. */
export function reportsOn(
  { plan }: Pick<Meeting, 'plan'>,
  party: string,
  { directory }: Pick<Context, 'directory'>,
): readonly Item[] {
  const same = (name: string) => name.trim().toLocaleLowerCase('de');
  const name = directory.person(party)?.name;
  return name === undefined
    ? []
    : plan.items.filter(({ rapporteur = '' }) => same(rapporteur) === same(name));
}

/**
 * Who may add a file, and until when: the office while the meeting is still to come; whoever reports on an item, once they
 * are invited. Nobody but these two sees it before the office puts it on the agenda.
 */
export function mayAddPapers(meeting: Meeting, { id }: Pick<Party, 'id'>, context: Context): boolean {
  if (hasBegun(meeting, context)) return false;
  if (isOffice(id, context)) return isPrepared(meeting) || meeting.state === 'invited';
  const isInvited = meeting.invitees.some((one) => one.party === id && !one.releasedAt);
  return meeting.state === 'invited' && isInvited && reportsOn(meeting, id, context).length > 0;
}

/** What those who report sent and no item names yet, the latest first. */
export function broughtPapers(meeting: Meeting, context: Context): readonly FileNote[] {
  const named = new Set(meeting.plan.items.flatMap(({ files = [] }) => files));
  return (meeting.files ?? []).filter(({ id, by }) => !named.has(id) && !isOffice(by, context)).toReversed();
}

/** Number of the item that somebody reports on who brought a file. */
export function numberFor(
  meeting: Meeting,
  { by }: Pick<FileNote, 'by'>,
  context: Context,
): number | undefined {
  const [item] = reportsOn(meeting, by, context);
  return item && meeting.plan.items.indexOf(item) + 1;
}

/** The files that somebody may have: office and chair all of them, others those of the items that they
 * prepare or review, and what they brought. */
export function filesFor(meeting: Meeting, party: string, context: Context): readonly FileNote[] {
  const { files = [], plan } = meeting;
  if (isOffice(party, context)) return files;
  const reviewed = new Set(reviewsFor(meeting, party).map(({ item }) => item));
  const isInvited = meeting.invitees.some((one) => one.party === party && !one.releasedAt);
  const isTheirs = (item: Item) =>
    reviewed.has(item.id) ||
    ((isInvited || isKeeper(meeting, party, context)) && mayPrepareItem(meeting, item.id, party, context));
  const ids = new Set(plan.items.filter(isTheirs).flatMap((item) => item.files ?? []));
  return files.filter(({ id, by }) => ids.has(id) || by === party);
}

/** "Vorlage.pdf (240 KB)" */
export const fileText = ({ name, bytes }: Pick<FileNote, 'name' | 'bytes'>, language: Language): string =>
  `${name} (${sizeText(bytes, language)})`;

/** Bytes of papers that one pack carries: what mail servers and tablets still take. */
export const packRoom = 25 * 1024 * 1024;

/** Which papers fit into a pack, in the order of the agenda; one that is too large leaves room for the next. */
export function fitting(files: readonly FileNote[], room = packRoom): ReadonlySet<string> {
  let left = room;
  const taken = new Set<string>();
  for (const { id, bytes } of files) {
    if (taken.has(id) || bytes > left) continue;
    left -= bytes;
    taken.add(id);
  }
  return taken;
}

/**
 * The name of a paper inside the pack: numbered by its item, so that papers of one name stay apart. Plain letters only: viewers
 * look such names up by their bytes.
 */
export const packedName = (n: number, at: number, { name }: Pick<FileNote, 'name'>): string =>
  `TOP ${String(n).padStart(2, '0')}-${at + 1} ${plain(name)}`;

const plain = (name: string): string =>
  name
    .replaceAll(/[äöüÄÖÜß]/g, (sign) => umlauts[sign] ?? '')
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '');
const umlauts: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
};
