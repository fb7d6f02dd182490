import { z } from 'zod';
import type { Action } from '../../../../core/feature.ts';
import { Refusal } from '../../../../core/refusal.ts';
import type { Reply } from '../../../../core/reply.ts';
import { inPlace } from '../../../../core/reply.ts';
import type { ActionTurn, Turn } from '../../../../core/turn.ts';
import { contextAt, viewerOf } from '../../board/desk.ts';
import { requireOffice } from '../../board/rights.ts';
import {
  EnteredItem,
  entriesOfItem,
  type ItemEntries,
  itemProblem,
  movedItem,
  withItem,
  withoutItem,
  withProposals,
} from '../agenda.ts';
import { actOn, visibleMeeting } from '../desk.ts';
import type { Item, Meeting } from '../model.ts';
import { noMeetingNamed } from '../refusals.ts';
import { agendaOf, type PlanDesk, proposalsFor } from '../start.ts';

const text = z.string().max(4000).catch('');
const Pressed = z.object({
  id: z.string().max(40),
  draft: z.coerce.number().int().catch(0),
  chosen: text,
  proposals: text,
});
type Pressed = z.infer<typeof Pressed>;

type Change = (items: readonly Item[], pressed: Pressed, turn: ActionTurn) => Item[] | Promise<Item[]>;

/** What can be pressed on the card of the agenda. */
export function agendaActions(desk: PlanDesk): readonly Action[] {
  const changing = (verb: string, change: Change): Action => ({
    verb,
    handle: async (turn) => {
      const pressed = readAgenda(turn);
      const meeting = await planned(desk, turn, pressed.id);
      const items = await change(meeting.plan.items, pressed, turn);
      return inPlace(await saved(desk, turn, pressed, meeting, items, pressed.chosen));
    },
  });
  return [
    {
      verb: 'beirat.agenda',
      handle: async (turn) => inPlace(await showAgenda(desk, turn, readAgenda(turn).id)),
    },
    changing('beirat.item-up', (items, { chosen }) => movedItem(items, chosen, -1)),
    changing('beirat.item-down', (items, { chosen }) => movedItem(items, chosen, 1)),
    changing('beirat.item-remove', (items, { chosen }) => withoutItem(items, chosen)),
    changing('beirat.take', async (items, { proposals }) =>
      withProposals(items, await proposalsFor(desk), proposals.split(',')),
    ),
    { verb: 'beirat.item-edit', handle: async (turn) => inPlace(await editItem(desk, turn)) },
    { verb: 'beirat.item-save', handle: async (turn) => inPlace(await saveItem(desk, turn)) },
  ];
}

/** @throws {Refusal} unless the office asks */
export async function showAgenda(desk: PlanDesk, turn: Turn, id: string, remark?: string): Promise<Reply> {
  return agendaOf(desk, turn, await planned(desk, turn, id), { remark });
}

async function planned(desk: PlanDesk, turn: Turn, id: string): Promise<Meeting> {
  const by = viewerOf(turn, desk);
  requireOffice(by, contextAt(desk, turn.at));
  return visibleMeeting(desk, id, by.id, turn.at);
}

async function editItem(desk: PlanDesk, turn: ActionTurn): Promise<Reply> {
  const { id, chosen } = readAgenda(turn);
  const meeting = await planned(desk, turn, id);
  const item = meeting.plan.items.find((one) => one.id === chosen);
  return agendaOf(desk, turn, meeting, { chosen, entries: item && entriesOfItem(item) });
}

async function saveItem(desk: PlanDesk, turn: ActionTurn): Promise<Reply> {
  const pressed = readAgenda(turn);
  const meeting = await planned(desk, turn, pressed.id);
  const entries: ItemEntries = EnteredItem.parse(turn.data);
  const problem = itemProblem(entries);
  if (problem) return agendaOf(desk, turn, meeting, { entries, remark: problem[turn.language] });
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
  desk: PlanDesk,
  turn: Turn,
  { id, draft }: Pressed,
  before: Meeting,
  items: Item[],
  chosen: string,
  entries?: ItemEntries,
): Promise<Reply> {
  const act = { kind: 'edit' as const, draft, plan: { ...before.plan, items } };
  try {
    const { meeting, hasEffect } = await actOn(desk, viewerOf(turn, desk), id, act, turn.at);
    const isLate = !hasEffect && draft !== meeting.draft;
    return await agendaOf(desk, turn, meeting, { chosen, remark: isLate ? late[turn.language] : undefined });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return agendaOf(desk, turn, before, { chosen, entries, remark: error.text[turn.language] });
  }
}

const late = {
  de: 'Die Tagesordnung wurde inzwischen geändert. So steht sie jetzt.',
  en: 'The agenda has been changed in the meantime. This is how it stands now.',
};

function readAgenda(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw noMeetingNamed();
}
