import { z } from 'zod';
import { type Act, type AnyAct, actsOf } from '../../../case/case-type.ts';
import { withMoney } from '../budgets/funding.ts';
import { waiting } from '../flow.ts';
import { type Context, type Request, revisionOf } from '../model.ts';

/** Everything arrives as text on some clients; a field that was left alone may be missing. */
export const text = z.string().max(4000).catch('');

/**
 * What a card was drawn for: an act on an earlier revision changes nothing and shows the present state. Typed words have
 * none and mean the present one; what cannot be read is none that there ever was. `visit` is its name on older cards.
 */
const revision = z.coerce.number().int().min(0).optional().catch(0);
export const guarded = { revision, visit: revision };
type Guarded = { readonly revision?: number | undefined; readonly visit?: number | undefined };

/** The revision that a door brought, if any. */
export const revisionIn = (data: unknown): number | undefined => {
  const read = z.object(guarded).parse(data);
  return read.revision ?? read.visit;
};

const act = actsOf<Request, Context>();

/** Declares an act on a request. What it means for the money and for whom the request waits is part of its write. */
export const requestAct = <I extends object>(declared: Act<Request, Context, I>): AnyAct<Request, Context> =>
  act<I>({
    ...declared,
    decide(request, input, by, context, beside) {
      const { revision, visit } = input as Guarded;
      const drawnFor = revision ?? visit;
      if (drawnFor !== undefined && drawnFor !== revisionOf(request)) return undefined;
      const going = declared.decide(request, input, by, context, beside);
      return going && withMoney(request, waiting(going), by, context, beside);
    },
  });
