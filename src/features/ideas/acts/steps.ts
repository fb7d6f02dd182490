import { z } from 'zod';
import { type Act, type AnyAct, actsOf, type Data } from '../../../case/case-type.ts';
import { changed, type Decision, notified, without } from '../../../case/decision.ts';
import type { Party } from '../../../core/party.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import { type Context, today } from '../context.ts';
import { type Idea, isOver, revisionOf, type State } from '../model.ts';
import { askedOf, type Entitled, officeOf, reviewersOf } from '../policy.ts';
import { seatsOwing } from '../scoring.ts';

/* What the acts on ideas, their deadlines and what follows from elsewhere have in common. */

const Revision = z.coerce.number().int().min(0).optional().catch(undefined);

/** The revision that a card was drawn for; typed words mean the present one. Cards call it `visit`. */
export const revisionIn = ({ visit }: Data): number | undefined => Revision.parse(visit);

/** What somebody wrote. On some clients a field that was left alone is missing. */
export const words = z
  .string()
  .max(4000)
  .catch('')
  .transform((text) => text.trim());
export const Noted = z.object({ note: words });

/** What an act was given, and the revision that it was meant for. */
type Meant<I> = { readonly given: I; readonly revision?: number | undefined };

type Given<I> = Omit<Act<Idea, Context, I>, 'wordsOf' | 'says' | 'came'>;

/**
 * An act on the idea as it was when the card was drawn: on an earlier revision it changes nothing, and the present state
 * is shown. Whom the idea waits for then follows from what it has become.
 */
export function ideaAct<I>({ beside, fieldsOf, ...act }: Given<I>): AnyAct<Idea, Context> {
  return actsOf<Idea, Context>()<Meant<I>>({
    ...act,
    input: { parse: (data) => ({ given: act.input.parse(data), revision: revisionIn(data as Data) }) },
    probe(idea, by, context) {
      const given = act.probe(idea, by, context);
      return given === undefined ? undefined : { given };
    },
    decide(idea, { given, revision }, by, context, read) {
      if (revision !== undefined && revision !== revisionOf(idea)) return undefined;
      if (isOver(idea) && act.kind !== 'unmerge') return undefined;
      const decision = act.decide(idea, given, by, context, read);
      return decision && settled(decision, context);
    },
    ...(beside ? { beside: (idea, { given }) => beside(idea, given) } : {}),
    ...(fieldsOf ? { fieldsOf: ({ given }) => fieldsOf(given) } : {}),
  });
}

/** Who did it, for the history. */
export const actedBy = (by: Party, as?: Entitled) => ({
  by: by.id,
  byName: by.name,
  ...(as?.onBehalfOf ? { onBehalfOf: as.onBehalfOf } : {}),
});

/** Working days that whoever has the idea may take before being reminded; where nobody has it, none. */
const days: Partial<Readonly<Record<State, number>>> = {
  submitted: 10,
  'needs-info': 10,
  'under-review': 20,
  evaluated: 20,
  // The Beirat meets every half year: two months without a place on an agenda are worth a word.
  'on-agenda': 40,
};

/** The day after which an idea that is with the Beirat and on no agenda is spoken of. */
export const placeBy = (context: Context): string =>
  addWorkingDays(today(context), days['on-agenda'] ?? 0, context.holidays);

/** Brings the idea into another state: cards that were drawn before are out of date. */
export function moved(
  decision: Decision<Idea>,
  state: State,
  context: Context,
  more: Partial<Idea> = {},
): Decision<Idea> {
  const { doc: idea } = decision;
  const within = days[state];
  return changed(without(decision, 'dueDay', 'question'), {
    state,
    visit: revisionOf(idea) + 1,
    urged: 0,
    ...(within ? { dueDay: addWorkingDays(today(context), within, context.holidays) } : {}),
    ...(isOver({ state }) ? { closedAt: context.now } : {}),
    // What was said blind and never came to be seen is nobody's business any more.
    ...(isOver({ state }) && !idea.revealedAt ? { scores: [] } : {}),
    ...more,
  });
}

/** The submitter and all supporters hear of a step, except who made it. */
export function reported(decision: Decision<Idea>, by: string): Decision<Idea> {
  const { submittedBy, supporters } = decision.doc;
  const concerned = [submittedBy, ...supporters.map(({ id }) => id)];
  return notified(
    decision,
    concerned.filter((one) => one !== by),
    news,
  );
}

export const news = { name: 'news', urgency: 'news' } as const;

/** The decision with whom the idea waits for now. */
export const settled = (decision: Decision<Idea>, context: Context): Decision<Idea> =>
  changed(decision, { waitsFor: [...waitsFor(decision.doc, context)] });

/** Whom an idea waits for. */
export function waitsFor(idea: Idea, context: Context): readonly string[] {
  switch (idea.state) {
    case 'needs-info':
      return [idea.submittedBy];
    case 'submitted':
    case 'under-review':
    case 'evaluated':
      return askedOf(reviewersOf(idea, context));
    case 'on-agenda':
      // Whoever makes the agenda.
      if (!idea.place) return askedOf(officeOf(idea, context));
      return idea.revealedAt ? askedOf(officeOf(idea, context)) : seatsOwing(idea, context);
    default:
      return [];
  }
}
