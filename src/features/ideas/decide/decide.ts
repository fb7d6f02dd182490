import type { Party } from '../../../core/party.ts';
import type { Change } from '../../../core/ports/store.ts';
import type { Context } from '../context.ts';
import { type Idea, isOver } from '../idea.ts';
import { asChange, type Progress, settledDoc } from '../owing.ts';
import type { Act } from './act.ts';
import { ask, decline, finish, offer, recall, review } from './by-reviewer.ts';
import { answer, withdraw } from './by-submitter.ts';
import { evaluate } from './evaluate.ts';
import { score } from './score.ts';
import { support } from './support.ts';

/**
 * What an act makes of an idea, with the notices it owes. Pure; rights and people are those of the context.
 * @returns `undefined` when it changes nothing: a repetition, a late act, or an idea that has come to its end
 * @throws {Refusal} when this party may not do it, or not now
 */
export function decide(idea: Idea, act: Act, by: Party, context: Context): Change<Idea> | undefined {
  if (isOver(idea) || isLate(idea, act)) return undefined;
  // A click on "support" is no step of the idea: it is counted when somebody looks, cards are not sent anew for it.
  if (act.kind === 'support') {
    const next = support(idea, act, by);
    return next && { doc: settledDoc(next, context) };
  }
  const progress = progressOf(idea, act, by, context);
  return progress && asChange(progress, context);
}

const isLate = (idea: Idea, { visit }: Act): boolean => visit !== undefined && visit !== idea.visit;

function progressOf(
  idea: Idea,
  act: Exclude<Act, { kind: 'support' }>,
  by: Party,
  context: Context,
): Progress | undefined {
  switch (act.kind) {
    case 'answer':
      return answer(idea, act, by, context);
    case 'withdraw':
      return withdraw(idea, act, by, context);
    case 'review':
      return review(idea, by, context);
    case 'ask':
      return ask(idea, act, by, context);
    case 'decline':
      return decline(idea, act, by, context);
    case 'offer':
      return offer(idea, by, context);
    case 'recall':
      return recall(idea, by, context);
    case 'evaluate':
      return evaluate(idea, act, by, context);
    case 'score':
      return score(idea, act, by, context);
    case 'finish':
      return finish(idea, act, by, context);
    default:
      return act satisfies never;
  }
}
