import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, deciding, recorded } from '../../../../case/decision.ts';
import type { Context } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import type { DatePoll } from '../model.ts';

/** The office ends it before its time. */
export const close = actsOf<DatePoll, Context>()({
  kind: 'close',
  title: { de: 'Umfrage beenden', en: 'End the poll' },
  input: z.object({}),
  typed: [{ de: 'beenden|schließen|schliessen', en: 'end|close' }],
  probe: () => ({}),
  decide(poll, _input, by, context) {
    requireOffice(by, context);
    return poll.state === 'ended' ? undefined : ended(poll, actor(by), 'poll-closed');
  },
});

export const ended = (
  poll: DatePoll,
  who: { readonly by: string; readonly byName: string },
  act: string,
): Decision<DatePoll> =>
  recorded(changed(deciding(poll), { state: 'ended' }), {
    ...who,
    act,
    facts: { answers: Object.keys(poll.answers).length },
  });
