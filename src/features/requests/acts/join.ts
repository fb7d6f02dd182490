import { z } from 'zod';
import type { Act } from '../../../case/case-type.ts';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { notified } from '../flow.ts';
import type { Context, Request } from '../model.ts';
import { actedBy } from '../policy.ts';
import { notJoinable, ownReport } from '../refusals.ts';
import { hasJoined, isJoinable } from '../reports/joining.ts';
import { pressed, readAnew } from '../reports/reading.ts';
import { requestAct } from './act.ts';

/* Neither is about a revision: whatever has become of it since a card was drawn, it concerns them or it does not. */

/** "Das betrifft mich auch": somebody else has the same trouble, and wants to know what becomes of it. */
const joining = {
  kind: 'join',
  title: { de: 'Das betrifft mich auch', en: 'This affects me, too' },
  input: z.object({}),
  buttons: { 'requests.join': {} },
  typed: [
    {
      de: '(?:das )?betrifft mich auch|habe ich auch|mich auch|ich auch',
      en: '(?:this |it )?affects me,? too|i have (?:this|it),? too|me,? too',
    },
  ],
  shows: 'joined',
  probe: () => ({}),
  decide(request, _input, by, context) {
    if (request.requester.id === by.id) throw ownReport();
    if (hasJoined(request, by.id)) return undefined;
    if (!isJoinable(request)) throw notJoinable();
    const joined = changed(deciding(request), {
      joined: [...(request.joined ?? []), { by: by.id, byName: by.name, at: context.now }],
      joinedBy: [...(request.joinedBy ?? []), by.id],
    });
    const { going, newly } = pressed(request, readAnew(joined, context), context);
    const visit = going.doc.open?.visit ?? 0;
    const noted = recorded(going, { ...actedBy(by), act: 'joined', facts: { visit } });
    return notified(noted, newly, 'decide', { key: `${visit} more` });
  },
} satisfies Act<Request, Context, object>;

/** @param joined shows it with what else became of it; `undefined` leaves it to the machine */
export const join = (joined: (turn: Turn, id: string) => Promise<Reply | undefined>) =>
  requestAct<object>({
    ...joining,
    came: ({ doc, isChanged }, turn) => (isChanged ? joined(turn, doc.id) : undefined),
  });

/** It does not concern them any more, or never did. */
export const leave = requestAct({
  kind: 'leave',
  title: { de: 'Betrifft mich nicht mehr', en: 'No longer affects me' },
  input: z.object({}),
  buttons: { 'requests.leave': {} },
  typed: [{ de: '(?:das )?betrifft mich nicht(?: mehr)?', en: '(?:this |it )?no longer affects me' }],
  probe: () => ({}),
  says: () => ({
    de: 'Sie bekommen dazu keine Nachrichten mehr.',
    en: 'You will get no more messages about this.',
  }),
  decide(request, _input, by) {
    if (!hasJoined(request, by.id)) return undefined;
    const left = changed(deciding(request), {
      joined: (request.joined ?? []).filter((one) => one.by !== by.id),
      joinedBy: (request.joinedBy ?? []).filter((one) => one !== by.id),
    });
    return recorded(left, { ...actedBy(by), act: 'left', facts: { visit: request.open?.visit ?? 0 } });
  },
});
