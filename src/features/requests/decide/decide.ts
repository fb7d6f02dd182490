import type { Party } from '../../../core/party.ts';
import type { Change } from '../../../core/ports/store.ts';
import type { Context } from '../context.ts';
import { asChange, type Progress } from '../owing.ts';
import { ends, type Request } from '../request.ts';
import type { Act } from './act.ts';
import { assign, override } from './by-keeper.ts';
import { answer, withdraw } from './by-requester.ts';
import { passOn } from './pass-on.ts';
import { ask } from './question.ts';
import { opinion, vote } from './vote.ts';
import { finish, take } from './work.ts';

/**
 * What an act makes of a request, with the notices it owes. Pure; rights and people are those of the context.
 * @returns `undefined` when it changes nothing: a repetition, a late act, or a request that has come to its end
 * @throws {Refusal} when this party may not do it, or not now
 */
export function decide(request: Request, act: Act, by: Party, context: Context): Change<Request> | undefined {
  if (ends.includes(request.state) || isLate(request, act)) return undefined;
  const progress = progressOf(request, act, by, context);
  return progress && asChange(progress, context);
}

const isLate = ({ open }: Request, act: Act): boolean =>
  'visit' in act && act.visit !== undefined && act.visit !== open?.visit;

function progressOf(request: Request, act: Act, by: Party, context: Context): Progress | undefined {
  switch (act.kind) {
    case 'approve':
    case 'reject':
      return vote(request, act, by, context);
    case 'opinion':
      return opinion(request, act, by, context);
    case 'ask':
      return ask(request, act, by, context);
    case 'pass-on':
      return passOn(request, act, by, context);
    case 'take':
      return take(request, by, context);
    case 'finish':
      return finish(request, act, by, context);
    case 'answer':
      return answer(request, act, by, context);
    case 'withdraw':
      return withdraw(request, act, by, context);
    case 'override':
      return override(request, act, by, context);
    case 'assign':
      return assign(request, act, by, context);
    default:
      return act satisfies never;
  }
}
