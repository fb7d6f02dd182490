import { z } from 'zod';
import type { Action } from '../../../../core/feature.ts';
import type { Reply } from '../../../../core/reply.ts';
import { inPlace } from '../../../../core/reply.ts';
import type { ActionTurn } from '../../../../core/turn.ts';
import type { MemberAct } from '../decide/act.ts';
import type { Desk } from '../desk.ts';
import { exportReply, fullReply } from '../links.ts';
import { noMeetingNamed } from '../refusals.ts';
import { answerInvitation, openInvitation } from './act.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
const text = z.string().max(4000).catch('');
const Pressed = z.object({
  id: z.string().max(40),
  issue: z.coerce.number().int().min(0).optional().catch(undefined),
  reason: text,
  question: text,
  proxy: text,
});
type Pressed = z.infer<typeof Pressed>;

const answer = (given: 'in-person' | 'online', { issue }: Pressed): MemberAct => ({
  kind: 'reply',
  answer: given,
  via: 'teams',
  ...(issue === undefined ? {} : { issue }),
});

/** What each button of a member's card means. */
const acts: Readonly<Record<string, (pressed: Pressed) => MemberAct>> = {
  'beirat.accept': (pressed) => answer('in-person', pressed),
  'beirat.accept-online': (pressed) => answer('online', pressed),
  'beirat.decline': ({ issue, reason, proxy }) => ({
    kind: 'reply',
    answer: 'no',
    via: 'teams',
    ...(reason.trim() ? { reason } : {}),
    ...(proxy.trim() ? { proxy: proxy.trim() } : {}),
    ...(issue === undefined ? {} : { issue }),
  }),
  'beirat.ask': ({ question }) => ({ kind: 'ask', text: question }),
};

/** What members press, and what leads to pages outside Teams. */
export function memberActions(desk: Desk): readonly Action[] {
  const acting = Object.entries(acts).map(([verb, act]) => ({
    verb,
    handle: async (turn: ActionTurn): Promise<Reply> => {
      const pressed = readPressed(turn);
      return inPlace(await answerInvitation(desk, turn, pressed.id, act(pressed)));
    },
  }));
  return [
    ...acting,
    {
      verb: 'beirat.refresh-invitation',
      handle: async (turn) => inPlace(await openInvitation(desk, turn, readPressed(turn).id)),
    },
    { verb: 'beirat.show-invitation', handle: (turn) => openInvitation(desk, turn, readPressed(turn).id) },
    { verb: 'beirat.full-invitation', handle: (turn) => fullReply(desk, turn, readPressed(turn).id) },
    { verb: 'beirat.export', handle: (turn) => exportReply(desk, turn, readPressed(turn).id) },
  ];
}

/** @throws {Refusal} when the card carries nothing that names a meeting */
function readPressed(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw noMeetingNamed();
}
