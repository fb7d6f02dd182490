import { appended, type NewEntry } from '../../core/history.ts';
import { type Notice, outdated, owed } from '../../core/notice.ts';
import type { Party } from '../../core/party.ts';
import type { Also, Change } from '../../core/ports/store.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { type Context, today } from './context.ts';
import { type Idea, ideaCase, isOver, type State } from './idea.ts';
import { nextMorning } from './mornings.ts';
import { type Acting, askedOf, officeOf, reviewersOf } from './rights.ts';
import { seatsOwing } from './scoring.ts';

/** An idea on its way through one decision, with what that decision owes. */
export type Progress = { readonly idea: Idea; readonly notices: readonly Notice[] };

/** The kinds of what is said about ideas; each is worded in `notices.ts`. */
export type NoticeName = 'review' | 'question' | 'score' | 'record' | 'next' | 'reminder' | 'news';

export const starting = (idea: Idea): Progress => ({ idea, notices: [] });

export const changed = (progress: Progress, more: Partial<Idea>): Progress => ({
  ...progress,
  idea: { ...progress.idea, ...more },
});

type Happened = Omit<NewEntry, 'at'>;

/** Writes what happened into the history. */
export function recorded(progress: Progress, entry: Happened, { now, digest }: Context): Progress {
  const { history, id } = progress.idea;
  return changed(progress, { history: appended(history, id, { ...entry, at: now }, digest) });
}

/** The system acts: time, or another part of the program. */
export const bySystem = { by: 'system', byName: 'Lotse' } as const;

export const actedBy = (by: Party, acting?: Acting) => ({
  by: by.id,
  byName: by.name,
  ...(acting?.onBehalfOf ? { onBehalfOf: acting.onBehalfOf } : {}),
});

/** Working days that whoever has the idea may take before being reminded; where nobody has it, none. */
const days: Partial<Readonly<Record<State, number>>> = {
  submitted: 10,
  'needs-info': 10,
  'under-review': 20,
  evaluated: 20,
};

/** Brings the idea into another state: cards that were drawn before are out of date. */
export function moved(
  progress: Progress,
  state: State,
  context: Context,
  more: Partial<Idea> = {},
): Progress {
  const { dueAt: _due, dueDay: _day, question: _question, ...idea } = progress.idea;
  const within = days[state];
  const dueDay = within && addWorkingDays(today(context), within, context.holidays);
  const next: Idea = {
    ...idea,
    state,
    visit: idea.visit + 1,
    urged: 0,
    ...(dueDay ? { dueDay, dueAt: nextMorning(context) } : {}),
    ...(isOver({ state }) ? { closedAt: context.now } : {}),
    ...more,
  };
  return { ...progress, idea: next };
}

/**
 * Owes a notice to a party. The key tells it from others of its kind about the same idea; without one it is the
 * number of the newest entry of the history, so that each event is told once.
 */
export function telling(
  progress: Progress,
  name: NoticeName,
  recipients: Iterable<string>,
  { now }: Context,
  more: { readonly key?: string; readonly facts?: Notice['facts'] } = {},
): Progress {
  const { id, history } = progress.idea;
  const known = new Set(progress.notices.map((notice) => notice.id));
  const notices = [...new Set(recipients)].map(
    (recipient): Notice => ({
      id: `${id} ${name} ${more.key ?? history.length} ${recipient}`,
      recipient,
      kind: `ideas.${name}`,
      ref: id,
      facts: { entry: history.length, ...more.facts },
      urgency: name === 'news' ? 'news' : 'act',
      createdAt: now,
    }),
  );
  return { ...progress, notices: [...progress.notices, ...notices.filter((one) => !known.has(one.id))] };
}

/** The submitter and all supporters hear of a step, except who made it. */
export const reported = (progress: Progress, by: string, context: Context): Progress =>
  telling(
    progress,
    'news',
    [progress.idea.submittedBy, ...progress.idea.supporters.map(({ id }) => id)].filter((one) => one !== by),
    context,
  );

/** The decision as one write. */
export function asChange({ idea, notices }: Progress, context: Context): Change<Idea> {
  const about = { kind: ideaCase, id: idea.id };
  const also: Also[] = [...notices.map(owed), outdated(about, idea.version + 1, context.now)];
  return { doc: settledDoc(idea, context), also };
}

export const settledDoc = (idea: Idea, context: Context): Idea => ({
  ...idea,
  waitsFor: [...waitsFor(idea, context)],
  changedAt: context.now,
});

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
      if (!idea.place) return [];
      return idea.revealedAt ? askedOf(officeOf(idea, context)) : seatsOwing(idea, context);
    default:
      return [];
  }
}
