import { z } from 'zod';
import type { Action } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { ActionTurn, Turn } from '../../../core/turn.ts';
import { viewerOf } from '../board/desk.ts';
import {
  EnteredItem,
  entriesOfItem,
  type ItemEntries,
  itemWrong,
  movedItem,
  type Proposal,
  proposalOf,
  withItem,
  withoutItem,
  withProposals,
} from './agenda.ts';
import { type MeetingDesk, ofOffice } from './desk.ts';
import type { Item, Meeting } from './model.ts';
import { objectionItems } from './objections.ts';
import { agendaReply } from './views/agenda.ts';
import { openResolutions, resolutionItem } from './views/resolutions.ts';

const text = z.string().max(4000).catch('');
const Pressed = z.object({
  id: text,
  draft: z.coerce.number().int().catch(0),
  chosen: text,
  proposals: text,
  /** How many places an item goes; one if not said. */
  places: z.coerce.number().int().min(1).max(100).catch(1),
});
type Pressed = z.infer<typeof Pressed>;

type Change = (items: readonly Item[], pressed: Pressed, turn: ActionTurn) => Item[] | Promise<Item[]>;

/** What can be pressed on the card of the agenda. */
export function agendaActions(desk: MeetingDesk): readonly Action[] {
  const changing = (verb: string, change: Change): Action => ({
    verb,
    handle: async (turn) => {
      const pressed = readAgenda(turn);
      const meeting = await ofOffice(desk, turn, pressed.id);
      const items = await change(meeting.plan.items, pressed, turn);
      return inPlace(await saved(desk, turn, pressed, meeting, items, pressed.chosen));
    },
  });
  return [
    changing('beirat.item-up', (items, { chosen, places }) => movedItem(items, chosen, -places)),
    changing('beirat.item-down', (items, { chosen, places }) => movedItem(items, chosen, places)),
    changing('beirat.item-remove', (items, { chosen }) => withoutItem(items, chosen)),
    changing('beirat.take', async (items, { proposals }) =>
      withProposals(items, await proposalsFor(desk), proposals.split(',')),
    ),
    { verb: 'beirat.item-edit', handle: async (turn) => inPlace(await editItem(desk, turn)) },
    { verb: 'beirat.item-save', handle: async (turn) => inPlace(await saveItem(desk, turn)) },
  ];
}

/** @throws {Refusal} unless the office asks */
export const showAgenda = async (desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> =>
  agendaOf(desk, turn, await ofOffice(desk, turn, id));

/** The card of the agenda. */
export async function agendaOf(
  desk: MeetingDesk,
  turn: Turn,
  meeting: Meeting,
  more: Omit<Parameters<typeof agendaReply>[2], 'proposals'> = {},
): Promise<Reply> {
  const hasGuests = desk.rules().guests !== 'never';
  return agendaReply(meeting, turn.language, { proposals: await proposalsFor(desk), hasGuests, ...more });
}

/** What may be taken onto an agenda: open resolutions, ideas that wait for the Beirat. */
export async function proposalsFor(desk: MeetingDesk): Promise<readonly Proposal[]> {
  const meetings = await desk.meetings.collection.list();
  const objections = objectionItems(meetings).map(({ title, item }) => ({ key: item.id, title, item }));
  const open = openResolutions(meetings).map((resolution) => ({
    key: `resolution ${resolution.number}`,
    title: `${resolution.number} · ${resolution.wording}`,
    item: resolutionItem(resolution),
  }));
  const offers = (await desk.offers()).map((offer) =>
    proposalOf(offer, offer.rapporteur && desk.directory.person(offer.rapporteur)?.name),
  );
  return [...objections, ...open, ...offers];
}

async function editItem(desk: MeetingDesk, turn: ActionTurn): Promise<Reply> {
  const { id, chosen } = readAgenda(turn);
  const meeting = await ofOffice(desk, turn, id);
  const item = meeting.plan.items.find((one) => one.id === chosen);
  return agendaOf(desk, turn, meeting, { chosen, entries: item && entriesOfItem(item) });
}

async function saveItem(desk: MeetingDesk, turn: ActionTurn): Promise<Reply> {
  const pressed = readAgenda(turn);
  const meeting = await ofOffice(desk, turn, pressed.id);
  const entries: ItemEntries = EnteredItem.parse(turn.data);
  const wrong = itemWrong(entries);
  if (wrong.length > 0) return agendaOf(desk, turn, meeting, { entries, wrong });
  // The same form sent twice adds one item: its id is that of the version that the form was drawn for.
  const newId = `item-${pressed.draft}-${meeting.plan.items.length + 1}`;
  return saved(
    desk,
    turn,
    pressed,
    meeting,
    withItem(meeting.plan.items, entries, newId),
    entries.item,
    entries,
  );
}

/** Takes over the changed agenda, unless it has changed since the card was drawn. */
async function saved(
  desk: MeetingDesk,
  turn: Turn,
  { id, draft }: Pressed,
  before: Meeting,
  items: Item[],
  chosen: string,
  entries?: ItemEntries,
): Promise<Reply> {
  const by = { ...viewerOf(turn, desk), via: 'teams' as const };
  const data = { draft, plan: { ...before.plan, items } };
  try {
    const { doc, isChanged } = await desk.meetings.act(by, id, 'edit', data, turn.at);
    const isLate = !isChanged && draft !== doc.draft;
    return await agendaOf(desk, turn, doc, { chosen, remark: isLate ? late[turn.language] : undefined });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return agendaOf(desk, turn, before, { chosen, entries, remark: error.text[turn.language] });
  }
}

const late = {
  de: 'Die Tagesordnung wurde inzwischen geändert. So steht sie jetzt.',
  en: 'The agenda has been changed in the meantime. This is how it stands now.',
};

const readAgenda = (turn: ActionTurn): Pressed => Pressed.parse(turn.data);
