import { z } from 'zod';
import type { Action } from '../../../core/feature.ts';
import { centsOf } from '../../../core/money.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { inPlace } from '../../../core/reply.ts';
import type { ActionTurn } from '../../../core/turn.ts';
import type { Act } from '../decide/act.ts';
import { actOn, type Desk, showCase } from '../desk.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
const text = z.string().max(4000).catch('');
const Pressed = z.object({
  id: z.string().max(40),
  visit: z.coerce.number().int().min(0).catch(0),
  note: text,
  to: text,
  reason: text,
  charge: text,
  budget: text,
  amount: text,
  decision: z.enum(['approve', 'reject']).catch('approve'),
});
type Pressed = z.infer<typeof Pressed>;

/** What each button means; the data only says which request and which opening of which step it was drawn for. */
const acts: Readonly<Record<string, (pressed: Pressed) => Act>> = {
  'requests.approve': ({ visit, note, budget, amount }) => ({
    kind: 'approve',
    visit,
    ...(note.trim() ? { note } : {}),
    // An amount that cannot be read must not pass as none.
    ...(budget.trim() ? { funding: { budget, cents: centsOf(amount) ?? 0 } } : {}),
  }),
  'requests.reject': ({ visit, note }) => ({ kind: 'reject', visit, note }),
  'requests.ask': ({ visit, note }) => ({ kind: 'ask', visit, note }),
  'requests.opine': ({ visit, note }) => ({ kind: 'opinion', visit, note }),
  'requests.pass-on': ({ visit, note, to }) => ({ kind: 'pass-on', visit, note, to }),
  'requests.take': ({ visit }) => ({ kind: 'take', visit }),
  'requests.finish': ({ visit, note }) => ({ kind: 'finish', visit, note }),
  'requests.answer': ({ visit, note }) => ({ kind: 'answer', visit, note }),
  'requests.withdraw': () => ({ kind: 'withdraw' }),
  'requests.override': ({ visit, reason, decision }) => ({ kind: 'override', visit, note: reason, decision }),
  'requests.assign': ({ visit, reason, charge }) => ({ kind: 'assign', visit, note: reason, to: charge }),
};

/** What can be pressed on the cards of requests. */
export function caseActions(desk: Desk): readonly Action[] {
  const acting = Object.entries(acts).map(([verb, act]) => ({
    verb,
    handle: async (turn: ActionTurn): Promise<Reply> => {
      const pressed = read(turn);
      return inPlace(await actOn(desk, turn, pressed.id, act(pressed)));
    },
  }));
  return [
    ...acting,
    { verb: 'requests.refresh', handle: async (turn) => inPlace(await showCase(desk, turn, read(turn).id)) },
    { verb: 'requests.show', handle: (turn) => showCase(desk, turn, read(turn).id) },
  ];
}

/** @throws {Refusal} when the card carries nothing that names a request */
function read(turn: ActionTurn): Pressed {
  const pressed = Pressed.safeParse(turn.data);
  if (pressed.success) return pressed.data;
  throw new Refusal('no-request-named', {
    de: 'Diese Karte nennt keinen Antrag. Schreiben Sie bitte „Meine Anträge“.',
    en: 'This card names no request. Please type “my requests”.',
  });
}
