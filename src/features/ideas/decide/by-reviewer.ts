import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import type { Idea, State } from '../idea.ts';
import { actedBy, moved, type Progress, recorded, reported, starting, telling } from '../owing.ts';
import { type Acting, actingAs, askedOf, officeOf, reviewersOf } from '../rights.ts';
import type { ActOf } from './act.ts';
import {
  notEvaluated,
  notWithBeirat,
  notYours,
  onAgendaAlready,
  ownIdea,
  reasonMissing,
  tooLate,
  waitsForAnswer,
  withBeirat,
} from './refusals.ts';

/**
 * In what capacity the party acts as one of these.
 * @throws {Refusal} when it is none of them, or the idea is its own
 */
export function requireOne(
  idea: Idea,
  by: Party,
  of: (idea: Pick<Idea, 'scope' | 'submittedBy'>, context: Context) => readonly Acting[],
  context: Context,
): Acting {
  const acting = actingAs(by.id, of(idea, context));
  if (acting) return acting;
  if (idea.submittedBy === by.id && actingAs(by.id, of({ ...idea, submittedBy: '' }, context)))
    throw ownIdea();
  throw notYours(of(idea, context));
}

/** @throws {Refusal} when the idea is past the review, or before it waits for an answer that must come first */
export function requireInReview({ state }: Idea, evenUnanswered = false): void {
  if (state === 'needs-info' && !evenUnanswered) throw waitsForAnswer();
  if (state === 'on-agenda') throw withBeirat();
  if (state === 'evaluated' || state === 'handed-over') throw tooLate();
}

type Step = { readonly act: string; readonly to: State; readonly note?: string | undefined };

function step(idea: Idea, by: Party, acting: Acting, { act, to, note }: Step, context: Context): Progress {
  const entry = { ...actedBy(by, acting), act, ...(note ? { note } : {}), facts: { visit: idea.visit } };
  return reported(recorded(moved(starting(idea), to, context), entry, context), by.id, context);
}

/** Takes it under review; who submitted it knows from then on that somebody looks at it. */
export function review(idea: Idea, by: Party, context: Context): Progress | undefined {
  const acting = requireOne(idea, by, reviewersOf, context);
  if (idea.state === 'under-review') return undefined;
  requireInReview(idea);
  return step(idea, by, acting, { act: 'reviewing', to: 'under-review' }, context);
}

/** Asks who submitted it. */
export function ask(idea: Idea, act: ActOf<'ask'>, by: Party, context: Context): Progress | undefined {
  const acting = requireOne(idea, by, reviewersOf, context);
  const text = act.note.trim();
  if (idea.state === 'needs-info' && idea.question?.text === text) return undefined;
  requireInReview(idea);
  if (!text) throw reasonMissing();
  const question = { by: by.id, byName: by.name, text, at: context.now, from: idea.state };
  const asked = recorded(
    moved(starting(idea), 'needs-info', context, { question }),
    { ...actedBy(by, acting), act: 'asked-back', note: text, facts: { visit: idea.visit } },
    context,
  );
  return telling(asked, 'question', [idea.submittedBy], context);
}

export function decline(idea: Idea, act: ActOf<'decline'>, by: Party, context: Context): Progress {
  const acting = requireOne(idea, by, reviewersOf, context);
  requireInReview(idea, true);
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  return step(idea, by, acting, { act: 'declined', to: 'declined', note }, context);
}

/** Offers it to the Beirat: the office can put it on an agenda from now on. */
export function offer(idea: Idea, by: Party, context: Context): Progress | undefined {
  const acting = requireOne(idea, by, reviewersOf, context);
  if (idea.state === 'on-agenda') return undefined;
  requireInReview(idea);
  const { revealedAt: _revealed, place: _place, ...fresh } = idea;
  const offered = step(
    { ...fresh, scores: [], offeredAt: context.now },
    by,
    acting,
    { act: 'offered', to: 'on-agenda' },
    context,
  );
  const office = askedOf(officeOf(idea, context)).filter((party) => party !== by.id);
  return telling(offered, 'news', office, context);
}

/** Takes it back from the Beirat: before a meeting was invited to, or after one that did not get to it. */
export function recall(idea: Idea, by: Party, context: Context): Progress {
  const acting = requireOne(idea, by, reviewersOf, context);
  if (idea.state !== 'on-agenda') throw notWithBeirat();
  if (idea.place?.state === 'invited') throw onAgendaAlready();
  const { offeredAt: _offered, place: _place, revealedAt: _revealed, ...rest } = idea;
  return step({ ...rest, scores: [] }, by, acting, { act: 'recalled', to: 'under-review' }, context);
}

/** Closes an evaluated idea that needs no request. */
export function finish(idea: Idea, act: ActOf<'finish'>, by: Party, context: Context): Progress {
  const acting = requireOne(idea, by, reviewersOf, context);
  if (idea.state === 'handed-over') throw tooLate();
  if (idea.state !== 'evaluated') throw notEvaluated();
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  return step(idea, by, acting, { act: 'finished', to: 'done', note }, context);
}
