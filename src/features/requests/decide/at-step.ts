import type { Party } from '../../../core/party.ts';
import { type Acting, actorsAt, askedAt } from '../acting.ts';
import type { Context } from '../context.ts';
import type { OpenStep, Request } from '../request.ts';
import { stepOf } from '../route.ts';
import type { Step } from '../types/model.ts';
import { notYours, ownRequest, waitsForAnswer } from './refusals.ts';

/** The step that a request waits at, and who may act there now. */
export type Standing = {
  readonly step: Step;
  readonly open: OpenStep;
  readonly actors: readonly Acting[];
};

/** @throws Error when a request that has not ended waits nowhere: such a one cannot come about */
export function standing(request: Request, context: Context): Standing {
  const { open } = request;
  const step = stepOf(request, open?.step);
  if (!open || !step) throw new Error(`${request.id} waits at no step`);
  return { step, open, actors: actorsAt(step, request, context, open) };
}

/**
 * In what capacity the party acts at this step at this moment.
 * @throws {Refusal} when it is not for this party, or the request waits for an answer
 */
export function actingHere(
  request: Request,
  by: Party,
  context: Context,
): Standing & { readonly acting: Acting } {
  const here = standing(request, context);
  const acting = here.actors.find(({ person }) => person.id === by.id);
  if (!acting && request.requester.id === by.id && wouldAct(here.step, request, by, context))
    throw ownRequest();
  if (!acting) throw notYours(askedAt(here.step, request, context, here.open));
  if (request.state === 'returned') throw waitsForAnswer();
  return { ...here, acting };
}

/** Whether only the four eyes keep the requester from acting. */
const wouldAct = (step: Step, request: Request, by: Party, context: Context): boolean =>
  actorsAt(step, { ...request, requester: { id: '' } }, context).some(({ person }) => person.id === by.id);

/** Who acted, as the history shows it. */
export const actedBy = (by: Party, { onBehalfOf }: Acting) => ({
  by: by.id,
  byName: by.name,
  ...(onBehalfOf ? { onBehalfOf } : {}),
});
