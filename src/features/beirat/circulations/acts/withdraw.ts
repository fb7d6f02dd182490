import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, deciding, recorded } from '../../../../case/decision.ts';
import type { Context } from '../../board/context.ts';
import { reasonMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { finished } from '../count.ts';
import { type Circulation, endedStates } from '../model.ts';
import { notNowFor } from '../refusals.ts';

/** The office takes it back; during the voting with a reason. Who has been asked hears of it. */
export const withdraw = actsOf<Circulation, Context>()({
  kind: 'withdraw',
  title: { de: 'Zurückziehen', en: 'Withdraw' },
  input: z.object({ reason: z.string().max(4000).catch('') }),
  typed: [{ de: 'zurückziehen|zurueckziehen', en: 'withdraw', rest: 'reason' }],
  probe: () => ({ reason: '…' }),
  wordsOf: ({ reason }) => reason,
  decide(circulation, { reason }, by, context) {
    requireOffice(by, context);
    if (circulation.state === 'withdrawn') return undefined;
    if (endedStates.includes(circulation.state)) throw notNowFor(circulation.state);
    const words = reason.trim().slice(0, 500);
    const wasVoting = circulation.state === 'voting';
    if (wasVoting && !words) throw reasonMissing();
    const withdrawn = recorded(
      changed(deciding(circulation), { state: 'withdrawn', ...(words ? { reason: words } : {}) }),
      { ...actor(by), act: 'withdrawn', ...(words ? { note: words } : {}) },
    );
    return wasVoting ? finished(withdrawn, context, by.id) : withdrawn;
  },
});
