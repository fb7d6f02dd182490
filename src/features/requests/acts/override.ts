import { z } from 'zod';
import { deciding, recorded, without } from '../../../case/decision.ts';
import { advanced, ended, notified, reported, settled } from '../flow.ts';
import { actedBy, requireKeeper, standing } from '../policy.ts';
import { notForDecision, reasonMissing } from '../refusals.ts';
import { guarded, requestAct, text } from './act.ts';

/** 10.50 decides in somebody's place, with a reason; those whose step it was hear of it. */
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
  probe: () => ({ reason: '…', decision: 'approve' as const }),
  wordsOf: ({ reason }) => reason,
  decide(request, { reason, decision }, by, context) {
    requireKeeper(request, by, context);
    const { step, open } = standing(request, context);
    if (!reason.trim()) throw reasonMissing();
    if (step.duty === 'do' && decision === 'approve') throw notForDecision();
    const done = recorded(without(deciding(request), 'question'), {
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
