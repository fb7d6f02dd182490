import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { itemQuorum } from '../attendance.ts';
import { taskOf, votesOf } from '../minutes/items.ts';
import type { Held, Resolution } from '../model.ts';
import { noSuchItem } from '../refusals.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/record-item`: one item with its note, conflicts of interest and resolutions. */
export type ItemView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly record: number;
  readonly item: string;
  readonly title: string;
  readonly subtitle: string;
  readonly remark?: string | undefined;
  readonly quorum?: string | undefined;
  readonly noQuorum?: string | undefined;
  readonly note: string;
  readonly members: readonly Choice[];
  /** Parties, separated by commas: what a choice of several takes and gives. */
  readonly excluded: string;
  readonly resolutions: readonly { readonly title: string; readonly text: string; readonly votes: string }[];
  readonly more?: string | undefined;
  readonly numbers: readonly Choice[];
  readonly isOpen: boolean;
  readonly canResolve: boolean;
  /** Of the resolution form. */
  readonly number: string;
  readonly wording: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly owner: string;
  readonly dueDay: string;
  readonly before?: string | undefined;
  readonly next?: string | undefined;
};

/** What stands in the forms when it must not be lost. */
export type ItemEntries = Partial<
  Pick<ItemView, 'note' | 'excluded' | 'number' | 'wording' | 'yes' | 'no' | 'abstain' | 'owner' | 'dueDay'>
>;

/** The form with a resolution in it, to be corrected. */
export const entriesOf = ({ number, wording, votes, owner = '', dueDay = '' }: Resolution): ItemEntries => ({
  number,
  wording,
  ...votes,
  owner,
  dueDay,
});

/** @throws {Refusal} when there is no such item */
export function itemReply(
  meeting: Held,
  itemId: string,
  language: Language,
  { remark, entries = {} }: { readonly remark?: string | undefined; readonly entries?: ItemEntries } = {},
): Reply {
  const say = wordsIn(language);
  const { items } = meeting.plan;
  const at = items.findIndex(({ id }) => id === itemId);
  const item = items[at];
  if (!item) throw noSuchItem(items.length);
  const { session } = meeting;
  const mine = meeting.resolutions.filter((one) => one.item === itemId);
  const { isReached } = itemQuorum(meeting, itemId, session);
  const isOpen = meeting.state === 'held';
  const quorum = quorumLine(meeting, itemId, language);
  const left = mine.length - mostShown;
  const view: ItemView = {
    roles: [],
    id: meeting.id,
    record: session.draft,
    item: itemId,
    title: `${say('TOP', 'Item')} ${at + 1}: ${shortened(item.title, 150)}`,
    subtitle: `${say('Niederschrift', 'Minutes')} ${labelOf(meeting)} · ${item.public ? say('öffentlich', 'public') : say('nichtöffentlich', 'not public')}`,
    remark,
    quorum: isReached ? quorum : undefined,
    noQuorum: isReached ? undefined : quorum,
    note: entries.note ?? session.notes[itemId] ?? '',
    members: session.attendance
      .slice(0, mostMembers)
      .map(({ party, name }) => ({ title: shortened(name, 60), value: party })),
    excluded:
      entries.excluded ??
      session.conflicts
        .filter((one) => one.item === itemId)
        .map(({ party }) => party)
        .join(','),
    resolutions: mine.slice(0, mostShown).map((one) => resolutionLine(one, language)),
    more: left > 0 ? say(`… und ${left} weitere`, `… and ${left} more`) : undefined,
    numbers:
      mine.length > 0
        ? [
            { title: say('Neuer Beschluss', 'New resolution'), value: 'new' },
            ...mine.map(({ number }) => ({
              title: say(`${number} berichtigen`, `Correct ${number}`),
              value: number,
            })),
          ]
        : [],
    isOpen,
    canResolve: isOpen && isReached,
    ...resolutionForm(entries),
    before: items[at - 1]?.id,
    next: items[at + 1]?.id,
  };
  return {
    card: 'beirat/record-item',
    data: view,
    summary: `${view.title}: ${quorum}`,
    language,
  };
}

const mostMembers = 20;
const mostShown = 4;

const resolutionForm = (entries: ItemEntries) => ({
  number: entries.number || 'new',
  wording: entries.wording ?? '',
  yes: entries.yes ?? 0,
  no: entries.no ?? 0,
  abstain: entries.abstain ?? 0,
  owner: entries.owner ?? '',
  dueDay: entries.dueDay ?? '',
});

const resolutionLine = (one: Resolution, language: Language) => ({
  title: `${wordsIn(language)('Beschluss', 'Resolution')} ${one.number}`,
  text: shortened(one.wording, 400),
  votes: [`${one.isAdopted ? '✓' : '✕'} ${votesOf(one, language)}`, taskOf(one, language)]
    .filter(Boolean)
    .join(' · '),
});

/** "Beschlussfähig zu diesem Punkt: 5 von nötigen 4 …" */
function quorumLine(meeting: Held, item: string, language: Language): string {
  const say = wordsIn(language);
  const { there, needed, excluded, isReached } = itemQuorum(meeting, item, meeting.session);
  const without = excluded > 0 ? say(` (befangen: ${excluded})`, ` (excluded: ${excluded})`) : '';
  return isReached
    ? say(
        `Zu diesem Punkt beschlussfähig: ${there} stimmberechtigte Sitze${without}, nötig ${needed}.`,
        `Quorum for this item: ${there} voting seats${without}, ${needed} needed.`,
      )
    : say(
        `Zu diesem Punkt nicht beschlussfähig: ${there} stimmberechtigte Sitze${without}, nötig ${needed}. Halten Sie die Beratung als Notiz fest.`,
        `No quorum for this item: ${there} voting seats${without}, ${needed} needed. Record the discussion as a note.`,
      );
}
