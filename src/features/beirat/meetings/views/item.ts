import { labelOf } from '../../../../core/case-number.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { bodiesOf } from '../../board/answering.ts';
import type { Context } from '../../board/context.ts';
import { candidates, itemQuorum } from '../attendance.ts';
import { guestsToRecord } from '../guests.ts';
import { taskOf, votesLine } from '../minutes/items.ts';
import type { Held, Resolution } from '../model.ts';
import { chairOfItem, isThereAt, orderOf } from '../presence.ts';
import { answerState } from '../recommendations.ts';
import { noSuchItem } from '../refusals.ts';
import { declaredAt } from './declared.ts';

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
  /** What was declared in confidence before the meeting, and is chosen above. */
  readonly declared?: string | undefined;
  /** Everybody who may be there, and who is, when the item is dealt with. */
  readonly people: readonly Choice[];
  readonly present: string;
  /** Who came for this item only, one a line, and whether anybody was to. */
  readonly guests: string;
  readonly hasGuests: boolean;
  /** Who chairs it where that is not the chair, or that nobody does. */
  readonly chaired?: string | undefined;
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
  readonly none: number;
  readonly owner: string;
  readonly dueDay: string;
  /** Bodies that it may be addressed to, and which one it is. */
  readonly bodies: readonly Choice[];
  readonly addressee: string;
  readonly before?: string | undefined;
  readonly next?: string | undefined;
};

/** What stands in the forms when it must not be lost. */
export type ItemEntries = {
  readonly [Name in
    | 'note'
    | 'excluded'
    | 'present'
    | 'guests'
    | 'number'
    | 'wording'
    | 'yes'
    | 'no'
    | 'abstain'
    | 'none'
    | 'owner'
    | 'dueDay'
    | 'addressee']?: ItemView[Name] | undefined;
};

const isOf = (one: { readonly item: string; readonly party: string }, item: string, party: string): boolean =>
  one.item === item && one.party === party;

/** The form with a resolution in it, to be corrected. */
export const entriesOf = ({
  number,
  wording,
  votes,
  owner = '',
  dueDay = '',
  addressee,
}: Resolution): ItemEntries => ({
  number,
  wording,
  ...votes,
  none: votes.none ?? 0,
  owner,
  dueDay,
  addressee: addressee?.id ?? 'none',
});

/** @throws {Refusal} when there is no such item */
export function itemReply(
  meeting: Held,
  itemId: string,
  context: Context,
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
  const declared = declaredAt(meeting, itemId);
  const order = orderOf(meeting);
  const people = peopleOf(meeting, context);
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
      [
        ...session.conflicts.filter((one) => one.item === itemId),
        ...declared.filter(({ party }) => !session.conflicts.some((one) => isOf(one, itemId, party))),
      ]
        .map(({ party }) => party)
        .join(','),
    declared:
      declared.length > 0
        ? say(
            `Vorab vertraulich mitgeteilt und oben ausgewählt: ${declared.map(({ name }) => name).join(', ')}`,
            `Declared in confidence before and chosen above: ${declared.map(({ name }) => name).join(', ')}`,
          )
        : undefined,
    people: people.map(({ party, name }) => ({ title: shortened(name, 50), value: party })),
    present:
      entries.present ??
      session.attendance
        .filter((one) => isThereAt(one, itemId, order))
        .map(({ party }) => party)
        .join(','),
    guests: entries.guests ?? guestsToRecord(meeting, item).join('\n'),
    hasGuests: Boolean(item.guests?.length) || session.guestsAt?.[itemId] !== undefined,
    chaired: chairedText(meeting, itemId, context, language),
    resolutions: mine.slice(0, mostShown).map((one) => resolutionLine(meeting, one, language)),
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
    bodies:
      bodiesOf(context.rules).length === 0
        ? []
        : [
            { title: say('niemanden', 'nobody'), value: 'none' },
            ...bodiesOf(context.rules).map(({ id, name }) => ({ title: name[language], value: id })),
          ],
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

/** Those of the record, and deputies who may come unasked. */
function peopleOf(meeting: Held, context: Context) {
  const known = meeting.session.attendance;
  const more = candidates(meeting, context).filter(({ party }) => !known.some((one) => one.party === party));
  return [...known, ...more].slice(0, mostMembers);
}

function chairedText(
  meeting: Held,
  item: string,
  { rules }: Context,
  language: Language,
): string | undefined {
  const say = wordsIn(language);
  const { session } = meeting;
  const seat = rules.seats.find(({ kind }) => kind === 'chair')?.id;
  const chair = chairOfItem(session, item, orderOf(meeting), seat);
  if (chair?.party === session.chairedBy) return undefined;
  const n = orderOf(meeting).indexOf(item) + 1;
  return chair
    ? say(`Leitung zu diesem Punkt: ${chair.name}`, `This item is chaired by ${chair.name}`)
    : say(
        `Wer leitet diesen Punkt? Schreiben Sie „${labelOf(meeting)} Leitung TOP ${n}: NAME“.`,
        `Who chairs this item? Write “${labelOf(meeting)} chair item ${n}: NAME”.`,
      );
}

const mostMembers = 20;
const mostShown = 2;

const resolutionForm = (entries: ItemEntries) => ({
  number: entries.number || 'new',
  wording: entries.wording ?? '',
  yes: entries.yes ?? 0,
  no: entries.no ?? 0,
  abstain: entries.abstain ?? 0,
  none: entries.none ?? 0,
  owner: entries.owner ?? '',
  dueDay: entries.dueDay ?? '',
  addressee: entries.addressee || 'none',
});

const resolutionLine = (meeting: Held, one: Resolution, language: Language) => ({
  title: `${wordsIn(language)('Beschluss', 'Resolution')} ${one.number}`,
  text: shortened(one.wording, 300),
  votes: [
    votesLine(meeting, one, language),
    taskOf(one, language),
    // What the body answered stands beside what was recommended to it.
    one.addressee && one.answer ? answerState(one, '', language) : '',
  ]
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
