import { changed, without } from '../../case/decision.ts';
import { actorsAt } from './actors.ts';
import type { Going } from './flow.ts';
import {
  asksFor,
  isEnded,
  type OpenPart,
  type OpenStep,
  openParts,
  type Request,
  revisionOf,
  type Surroundings,
} from './model.ts';
import { stepOf } from './route.ts';

/*
 * Several parts of a way may be open at the same time. Whoever acts, time and every view look at the request from one of
 * them: it stands there as if it were the only one, with the others beside it. So what holds for a request that waits at
 * one step holds for each part.
 */

const standingAt = (
  request: Request,
  { question, ...open }: OpenPart,
  others: readonly OpenPart[],
): Request => {
  const { alongside: _alongside, question: _question, chosen: _chosen, ...rest } = request;
  return {
    ...rest,
    open,
    state: question ? 'returned' : open.takenBy ? 'in-progress' : 'approved',
    ...(question ? { question } : {}),
    ...(others.length > 0 ? { alongside: [...others] } : {}),
  };
};

/** The request as it is at the part with this revision; `undefined` when that has been left. */
export function seenFrom(request: Request, revision: number): Request | undefined {
  if (revisionOf(request) === revision) return request;
  const parts = openParts(request);
  const part = parts.find(({ visit }) => visit === revision);
  return (
    part &&
    standingAt(
      request,
      part,
      parts.filter((other) => other !== part),
    )
  );
}

/** The same for somebody who means this part and no other. */
export function chosenPart(request: Request, revision: number): Request | undefined {
  const seen = seenFrom(request, revision);
  return seen?.alongside ? { ...seen, chosen: true } : seen;
}

/** The open parts at which somebody may act, what they have begun first, then what nobody else has. */
export function ownParts(request: Request, party: string, world: Surroundings): readonly OpenPart[] {
  const rank = ({ takenBy, question }: OpenPart): number =>
    takenBy === party ? 0 : question ? 3 : takenBy ? 2 : 1;
  return openParts(request)
    .filter((part) => {
      const step = stepOf(request, part.step);
      return step && actorsAt(step, request, world, part).some(({ person }) => person.id === party);
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The request as it is for this person: at their own part, for everybody else at the first. */
export function seenBy(request: Request, party: string, world: Surroundings): Request {
  if (request.chosen || !request.alongside || asksFor(request, party)) return request;
  const [own] = ownParts(request, party, world);
  return (own && seenFrom(request, own.visit)) ?? request;
}

/** Looks at one part of a decision under way; `undefined` when that has been left. */
export function goingAt(going: Going, revision: number): Going | undefined {
  const doc = seenFrom(going.doc, revision);
  return doc && { ...going, doc };
}

/** As it is stored: the part that says most about the whole stands first: a question, then what is being worked on. */
export function collected(going: Going): Going {
  const { doc } = going;
  if (doc.alongside === undefined) return going;
  if (isEnded(doc)) return without(going, 'alongside', 'chosen');
  const rank = ({ question, takenBy }: OpenPart): number => (question ? 0 : takenBy ? 1 : 2);
  const place = ({ step }: OpenPart): number => doc.route.findIndex(({ id }) => id === step);
  const sorted = openParts(doc).toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b));
  const [first, ...others] = sorted;
  return first ? { ...going, doc: standingAt(doc, first, others) } : without(going, 'alongside', 'chosen');
}

/** Does the same at each part that is open. */
export const atEach = (going: Going, does: (going: Going) => Going): Going =>
  openParts(going.doc).reduce((next, { visit }) => {
    const here = goingAt(next, visit);
    return here ? collected(does(here)) : next;
  }, going);

/** Puts a part beside those that are open, or in their place when there are none. */
export const opening = (going: Going, open: OpenStep, state: Request['state']): Going =>
  going.doc.open
    ? changed(going, { alongside: [...(going.doc.alongside ?? []), open] })
    : changed(going, { open, state });
