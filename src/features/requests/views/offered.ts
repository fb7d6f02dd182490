import type { Showing } from '../../../case/case-type.ts';
import { earlierVote } from '../decided.ts';
import { asksFor, type Context, type Request } from '../model.ts';
import { actsHere, awaitsBudget, isKeeper } from '../policy.ts';
import { stepOf } from '../route.ts';
import { isDecision } from '../types/model.ts';

/** What somebody is offered: what the decision would take from them now. */
export type Can = Readonly<
  Record<
    | 'decide'
    | 'opine'
    | 'opineSame'
    | 'take'
    | 'finish'
    | 'ask'
    | 'passOn'
    | 'answer'
    | 'unask'
    | 'withdraw'
    | 'resubmit'
    | 'change'
    | 'fund'
    | 'prolong'
    | 'expire'
    | 'tell'
    | 'correct'
    | 'reopen'
    | 'override'
    | 'assign',
    boolean
  >
>;

export function offered(request: Request, viewer: string, context: Context, can: Showing['can']): Can {
  const isOwn = request.requester.id === viewer;
  const duty = stepOf(request, request.open?.step)?.duty;
  const decides = duty !== undefined && isDecision({ duty });
  return {
    decide: can('approve'),
    opine: can('opinion'),
    // What they had said before a change can be left as it is.
    opineSame: can('opinion') && earlierVote(request, request.open?.step ?? '', viewer)?.by === viewer,
    take: can('take'),
    finish: can('finish'),
    ask: can('ask'),
    passOn: can('pass-on'),
    answer: can('answer'),
    unask: can('unask'),
    withdraw: can('withdraw'),
    // Opens the form; there is nothing to decide.
    resubmit: isOwn && request.state === 'rejected',
    change: request.state !== 'returned' && can('change'),
    prolong: can('prolong'),
    expire: can('expire'),
    tell: can('tell'),
    correct: can('correct'),
    reopen: can('reopen'),
    fund: awaitsBudget(request) && !asksFor(request, viewer) && isKeeper(viewer, context),
    // 10.50 decides at its own step in the ordinary way.
    override: can('override') && !(decides && actsHere(request, viewer, context)),
    assign: can('assign'),
  };
}
