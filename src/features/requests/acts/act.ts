import { z } from 'zod';
import { type Act, type AnyAct, actsOf } from '../../../case/case-type.ts';
import type { Party } from '../../../core/party.ts';
import { withMoney } from '../budgets/funding.ts';
import { knownBefore } from '../decided.ts';
import { waiting } from '../flow.ts';
import { type Context, isEnded, type Request, revisionOf, type Surroundings } from '../model.ts';
import { chosenPart, collected, seenBy } from '../parts.ts';
import { changedSinceThen } from '../refusals.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
export const text = z.string().max(4000).catch('');

/**
 * What a card was drawn for: an act on an earlier revision changes nothing and shows the present state. Typed words have
 * none and mean the present one; what cannot be read is none that there ever was. `visit` is its name on older cards.
 */
const revision = z.coerce.number().int().min(0).optional().catch(0);
export const guarded = { revision, visit: revision };
export type Guarded = { readonly revision?: number | undefined; readonly visit?: number | undefined };

/**
 * Nobody's tick stands beside content that they did not see: once something decisive has changed since a step was asked,
 * a yes comes from where the change is shown, and carries the revision that it was shown for.
 * @throws {Refusal} with the card that shows it as the way to go on
 */
export function requireSeen(request: Request, input: Guarded, by: Party, world: Surroundings): void {
  const step = request.open?.step;
  if ((input.revision ?? input.visit) !== undefined || step === undefined) return;
  if (knownBefore(request, step, by.id, world)) throw changedSinceThen();
}

const partIn = (input: object): { readonly part?: string } => {
  const { revision, visit } = input as Guarded;
  const drawnFor = revision ?? visit;
  return drawnFor === undefined ? {} : { part: String(drawnFor) };
};

/** The revision that a door brought, if any. */
export const revisionIn = (data: unknown): number | undefined => {
  const read = z.object(guarded).parse(data);
  return read.revision ?? read.visit;
};

const act = actsOf<Request, Context>();

/**
 * Declares an act on a request. What it means for the money and for whom the request waits is part of its write.
 * @param afterEnd also on one that has come to its end; nothing else is, even where that end is not final yet
 */
export const requestAct = <I extends object>(
  declared: Act<Request, Context, I>,
  { afterEnd = false }: { readonly afterEnd?: boolean } = {},
): AnyAct<Request, Context> =>
  act<I>({
    ...declared,
    // What is offered is offered at the part that they look at.
    probe(request, by, context) {
      const seen = seenBy(request, by.id, context);
      const probe = declared.probe(seen, by, context);
      return probe && seen.alongside ? { revision: revisionOf(seen), ...probe } : probe;
    },
    // What is refused stays at the part that it was sent from.
    fieldsOf: (input) => ({ ...declared.fieldsOf?.(input), ...partIn(input) }),
    decide(request, input, by, context, beside) {
      if (isEnded(request) && !afterEnd) return undefined;
      const { revision, visit } = input as Guarded;
      const drawnFor = revision ?? visit;
      const seen = drawnFor === undefined ? seenBy(request, by.id, context) : chosenPart(request, drawnFor);
      const going = seen && declared.decide(seen, input, by, context, beside);
      return going && withMoney(request, waiting(collected(going)), by, context, beside);
    },
  });
