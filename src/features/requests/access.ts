import { Refusal } from '../../core/refusal.ts';
import { actorsAt } from './acting.ts';
import { type Context, today } from './context.ts';
import type { Request } from './request.ts';
import { stepOf } from './route.ts';

/** Whether a party has to do with a request: made it, was asked, acted, may act now, or is 10.50. */
export function maySee(request: Request, party: string, context: Context): boolean {
  if (request.requester.id === party) return true;
  if (
    request.history.some(
      ({ by, facts }) => by === party || wasAsked(facts?.who, party) || facts?.to === party,
    )
  )
    return true;
  if (isKeeper(party, context)) return true;
  const step = stepOf(request, request.open?.step);
  return (
    step !== undefined &&
    actorsAt(step, request, context, request.open).some(({ person }) => person.id === party)
  );
}

const wasAsked = (who: unknown, party: string): boolean =>
  String(who ?? '')
    .split(' ')
    .includes(party);

/** 10.50 and its deputy keep the directory and oversee all requests. */
export const isKeeper = (party: string, context: Context): boolean =>
  context.directory.holdsRole(party, 'strategisches-it-management', {}, today(context));

/** The same no whether there is no such request or it is not for this person: a number tells nothing. */
export const noSuchRequest = (id: string) =>
  new Refusal('no-such-request', {
    de: `Einen Antrag ${id}, an dem Sie beteiligt sind, finde ich nicht. Ihre eigenen zeigt „Meine Anträge“.`,
    en: `I find no request ${id} that concerns you. “My requests” shows your own.`,
  });
