import { z } from 'zod';
import type { Action } from '../../../../core/feature.ts';
import type { Reply } from '../../../../core/reply.ts';
import { inPlace } from '../../../../core/reply.ts';
import type { ActionTurn } from '../../../../core/turn.ts';
import { contextAt } from '../../board/desk.ts';
import type { Desk } from '../desk.ts';
import { type Presence, presences } from '../model.ts';
import { noMeetingNamed } from '../refusals.ts';
import { type ItemEntries, itemReply } from '../views/item.ts';
import { type StartEntries, startReply } from '../views/start.ts';
import { object, reportDone } from './acting.ts';
import {
  recordCard,
  recording,
  showItem,
  showLinks,
  showMinutes,
  showRecord,
  showResolutions,
  showStart,
  whenHeld,
} from './showing.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
const text = z.string().max(4000).catch('');
const count = z.coerce.number().int().min(0).max(999).catch(0);
const Pressed = z.object({
  id: z.string().max(40),
  record: z.coerce.number().int().min(0).optional().catch(undefined),
  item: text,
  note: text,
  excluded: text,
  number: text,
  wording: text,
  yes: count,
  no: count,
  abstain: count,
  owner: text,
  dueDay: text,
  startedAt: text,
  endedAt: text,
  chairedBy: text,
  guests: text,
  objection: count,
  /** Pressed on a card of the record itself, which is to be replaced. */
  here: z.boolean().catch(false),
  /** The chosen resolution is to be put into the form. */
  load: z.boolean().catch(false),
});
type Pressed = z.infer<typeof Pressed>;

type Handle = (turn: ActionTurn, pressed: Pressed) => Promise<Reply>;

/** What is pressed on the cards of the record. All but the links and a first look take the place of the card. */
export function recordActions(desk: Desk): readonly Action[] {
  const simple: Readonly<Record<string, Handle>> = {
    'beirat.record-start': (turn, { id }) => showStart(desk, turn, id),
    'beirat.record-item': (turn, { id, item, load, number }) =>
      showItem(desk, turn, id, item, load ? number : ''),
    'beirat.hold': (turn, pressed) => hold(desk, turn, pressed),
    'beirat.record-save': (turn, pressed) => saveItem(desk, turn, pressed),
    'beirat.resolve': (turn, pressed) => resolve(desk, turn, pressed),
    'beirat.end': (turn, { id, endedAt }) => recording(desk, turn, id, { kind: 'end', endedAt }),
    'beirat.send-minutes': (turn, { id, record, endedAt }) =>
      recording(desk, turn, id, {
        kind: 'send-minutes',
        ...(endedAt ? { endedAt } : {}),
        ...guard(record),
      }),
    'beirat.close': (turn, { id }) => recording(desk, turn, id, { kind: 'close' }),
    'beirat.answer-objection': (turn, { id, objection, note }) =>
      recording(desk, turn, id, { kind: 'answer-objection', objection, text: note }, (meeting, after) =>
        recordCard(desk, turn, meeting, after.isRefused ? { ...after, typed: note } : after),
      ),
    'beirat.object': (turn, { id, note }) => object(desk, turn, id, note),
  };
  return [
    ...Object.entries(simple).map(([verb, handle]) => ({
      verb,
      handle: async (turn: ActionTurn) => inPlace(await handle(turn, read(turn))),
    })),
    {
      verb: 'beirat.record',
      async handle(turn) {
        const { id, here } = read(turn);
        const reply = await showRecord(desk, turn, id);
        return here ? inPlace(reply) : reply;
      },
    },
    {
      verb: 'beirat.minutes',
      async handle(turn) {
        const { id, here } = read(turn);
        const reply = await showMinutes(desk, turn, id);
        return here ? inPlace(reply) : reply;
      },
    },
    { verb: 'beirat.minutes-links', handle: (turn) => showLinks(desk, turn, read(turn).id) },
    {
      verb: 'beirat.resolutions',
      handle: async (turn) => inPlace(await showResolutions(desk, turn)),
    },
    { verb: 'beirat.resolution-done', handle: async (turn) => inPlace(await done(desk, turn)) },
  ];
}

const guard = (record: number | undefined) => (record === undefined ? {} : { record });

function hold(desk: Desk, turn: ActionTurn, pressed: Pressed): Promise<Reply> {
  const { id, record, startedAt, endedAt, chairedBy, guests } = pressed;
  const entries: StartEntries = { startedAt, endedAt, guests, chairedBy, presence: presenceIn(turn.data) };
  const act = {
    kind: 'hold',
    startedAt,
    guests,
    presence: entries.presence,
    ...(endedAt ? { endedAt } : {}),
    ...(chairedBy ? { chairedBy } : {}),
    ...guard(record),
  } as const;
  return recording(desk, turn, id, act, (meeting, after) =>
    after.isRefused && (meeting.state === 'invited' || meeting.state === 'held')
      ? startReply(meeting, contextAt(desk, turn.at), turn.language, { ...after, entries })
      : recordCard(desk, turn, meeting, after),
  );
}

/** Fields `presence-PARTY`. */
function presenceIn(data: ActionTurn['data']): Readonly<Record<string, Presence>> {
  const found = Object.entries(data).flatMap(([name, value]) => {
    const presence = presences.find((one) => one === value);
    return name.startsWith(field) && presence ? [[name.slice(field.length), presence] as const] : [];
  });
  return Object.fromEntries(found.slice(0, 400));
}
const field = 'presence-';

function saveItem(desk: Desk, turn: ActionTurn, pressed: Pressed): Promise<Reply> {
  const { id, item, note, excluded, record } = pressed;
  const act = { kind: 'item', item, text: note, excluded: partiesIn(excluded), ...guard(record) } as const;
  return recording(desk, turn, id, act, itemCard(desk, turn, item, { note, excluded }));
}

const partiesIn = (list: string): readonly string[] => list.split(',').filter(Boolean);

function resolve(desk: Desk, turn: ActionTurn, pressed: Pressed): Promise<Reply> {
  const { id, item, record, number, wording, yes, no, abstain, owner, dueDay, note, excluded } = pressed;
  const act = {
    kind: 'resolve',
    item,
    wording,
    yes,
    no,
    abstain,
    owner,
    dueDay,
    also: { text: note, excluded: partiesIn(excluded) },
    ...(number && number !== 'new' ? { number } : {}),
    ...guard(record),
  } as const;
  const entries = { note, excluded, number, wording, yes, no, abstain, owner, dueDay };
  return recording(desk, turn, id, act, itemCard(desk, turn, item, entries));
}

/** The item again; what was typed stays in it when it was refused. */
const itemCard = (desk: Desk, turn: ActionTurn, item: string, entries: ItemEntries) =>
  whenHeld(desk, turn, (meeting, after) =>
    itemReply(meeting, item, turn.language, {
      remark: after.remark,
      ...(after.isRefused ? { entries } : {}),
    }),
  );

const Done = z.object({ number: text, note: text });

/** A resolution names its meeting. */
async function done(desk: Desk, turn: ActionTurn): Promise<Reply> {
  const { number, note } = Done.parse(turn.data);
  return reportDone(desk, turn, number, note);
}

/** @throws {Refusal} when the card carries nothing that names a meeting */
function read(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw noMeetingNamed();
}
