import type { Party } from '../../../core/party.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import { type Context, today } from '../context.ts';
import { nextMorning } from '../flow.ts';
import { changed, type Progress, recorded, starting, telling } from '../owing.ts';
import type { Request } from '../request.ts';
import type { Act } from './act.ts';
import { actedBy, actingHere } from './at-step.ts';
import { hasVotedAlready, reasonMissing } from './refusals.ts';

/** Working days that the requester has for an answer before being reminded. */
const answerDays = 5;

/** Sends the request back to the requester with a question; the step waits for the answer. */
export function ask(
  request: Request,
  act: Extract<Act, { kind: 'ask' }>,
  by: Party,
  context: Context,
): Progress | undefined {
  if (request.state === 'returned' && request.question?.by === by.id) return undefined;
  const { acting, step, open } = actingHere(request, by, context);
  if (open.votes.some((vote) => vote.by === by.id)) throw hasVotedAlready();
  const text = act.note.trim();
  if (!text) throw reasonMissing();
  const question = {
    by: by.id,
    byName: by.name,
    text,
    at: context.now,
    dueDay: addWorkingDays(today(context), answerDays, context.holidays),
    urged: 0,
  };
  const asked = recorded(
    changed(starting(request), { state: 'returned', question, dueAt: nextMorning(context) }),
    { ...actedBy(by, acting), act: 'asked-back', note: text, facts: { step: step.id, visit: open.visit } },
    context,
  );
  return telling(asked, 'question', request.requester.id, context, { key: String(open.visit) });
}
