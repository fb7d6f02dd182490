import { z } from 'zod';
import { changed, deciding, recorded, without } from '../../../case/decision.ts';
import { sawOf } from '../decided.ts';
import { advanced, ended, notified, reported, settled } from '../flow.ts';
import { revisionOf, type Vote } from '../model.ts';
import { actedBy, requireBelow, requireKeeper, standing } from '../policy.ts';
import { notForDecision, reasonMissing } from '../refusals.ts';
import { guarded, requestAct, requireSeen, text } from './act.ts';

/** 10.50 decides in the place of a role below it, with a reason that stands at the step; whose step it was hears of it. */
export const override = requestAct({
  kind: 'override',
  title: { de: 'Eingreifen (10.50)', en: 'Intervene (10.50)' },
  input: z.object({
    ...guarded,
    reason: text,
    decision: z.enum(['approve', 'reject']).catch('approve'),
  }),
  buttons: { 'requests.override': {} },
  typed: [{ de: 'eingreifen', en: 'override', read: (rest) => decisionIn(rest) }],
  probe: (request) => ({ revision: revisionOf(request), reason: '…', decision: 'approve' as const }),
  fieldsOf: ({ reason }) => ({ reason }),
  decide(request, { reason, decision, ...drawnFor }, by, context) {
    requireKeeper(request, by, context);
    const { step, open } = standing(request, context);
    requireBelow(step, request, by, context);
    if (!reason.trim()) throw reasonMissing();
    // Work and what is reported are nothing to agree to, and what is limited in time is ended, not rejected.
    if (request.report || step.duty === 'renew' || (step.duty === 'do' && decision === 'approve'))
      throw notForDecision();
    if (decision === 'approve') requireSeen(request, drawnFor, by, context);
    const said: Vote = {
      ...actedBy(by),
      say: decision === 'approve' ? 'yes' : 'no',
      note: reason.trim(),
      at: context.now,
      saw: sawOf(request, context),
      isOverride: true,
    };
    const signed = changed(deciding(request), { open: { ...open, votes: [...open.votes, said] } });
    const done = recorded(without(signed, 'question'), {
      ...actedBy(by),
      act: decision === 'approve' ? 'override-approved' : 'override-rejected',
      note: reason.trim(),
      facts: { step: step.id, visit: open.visit },
    });
    const others = open.asked.filter((party) => party !== by.id);
    const told = notified(done, others, 'news');
    if (decision === 'reject') return ended(settled(told, 'refused', context), 'rejected', context);
    const left = settled(told, step.duty === 'hear' ? 'not-heard' : 'agreed', context);
    return advanced(reported(left, by.id), context);
  },
});

/** "zustimmen: eilt"; `undefined` when it is neither yes nor no. */
function decisionIn(rest: string) {
  const { what, reason = '' } =
    /^(?<what>zustimmen|ablehnen|approve|agree|reject)\s*(?::\s*(?<reason>.+))?$/isu.exec(rest)?.groups ?? {};
  return what ? { reason, decision: /ablehnen|reject/i.test(what) ? 'reject' : 'approve' } : undefined;
}
