import { dayOf, momentOf } from '../../core/day.ts';
import { appended, type NewEntry } from '../../core/history.ts';
import { type Notice, outdated, owed } from '../../core/notice.ts';
import type { Also, Change } from '../../core/ports/store.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { type Context, morningAfter } from './context.ts';
import { Book, bookRef, ends, type Mentoring, mentoringCase, rhythm } from './mentoring.ts';

/** A mentoring on its way through one decision, with what that decision owes. */
export type Progress = { readonly mentoring: Mentoring; readonly notices: readonly Notice[] };

/** The kinds of what mentorings say; each is worded in `notices.ts`. */
export type NoticeName = 'asked' | 'reminder' | 'news' | 'feedback';

export const starting = (mentoring: Mentoring): Progress => ({ mentoring, notices: [] });

export const changed = (progress: Progress, more: Partial<Mentoring>): Progress => ({
  ...progress,
  mentoring: { ...progress.mentoring, ...more },
});

/** The system acts: time, or the directory. */
export const bySystem = { by: 'system', byName: 'Lotse' } as const;

/** Writes what happened into the history. */
export function recorded(
  progress: Progress,
  entry: Omit<NewEntry, 'at'>,
  { now, digest }: Context,
): Progress {
  const { history, id } = progress.mentoring;
  return changed(progress, { history: appended(history, id, { ...entry, at: now }, digest) });
}

/** Owes a notice about the newest entry of the history: each event is told once. */
export function telling(progress: Progress, name: NoticeName, recipient: string, { now }: Context): Progress {
  const { id, history } = progress.mentoring;
  const notice: Notice = {
    id: `${id} ${name} ${history.length} ${recipient}`,
    recipient,
    kind: `mentors.${name}`,
    ref: id,
    facts: { entry: history.length },
    urgency: name === 'news' ? 'news' : 'act',
    createdAt: now,
  };
  return { ...progress, notices: [...progress.notices, notice] };
}

/** Comes to an end: its place is free again with the same write. */
export const ended = (progress: Progress, state: Mentoring['state'], { now }: Context): Progress =>
  changed(progress, { state, endedAt: now });

/** The decision as one write: the new state, its notices, the freed place, and that its cards are out of date. */
export function asChange(
  { mentoring, notices }: Progress,
  book: unknown,
  context: Context,
  more: readonly Also[] = [],
): Change<Mentoring> {
  const { leaseUntil: _lease, ...doc } = mentoring;
  const also: Also[] = [
    ...notices.map(owed),
    ...more,
    ...freed(mentoring, book),
    outdated({ kind: mentoringCase, id: mentoring.id }, mentoring.version + 1, context.now),
  ];
  return { doc: { ...doc, dueAt: nextLook(mentoring, context), changedAt: context.now }, also };
}

function freed({ id, state }: Mentoring, found: unknown): readonly Also[] {
  const book = Book.safeParse(found).data;
  if (!ends.includes(state) || !book?.open.some((one) => one.id === id)) return [];
  const open = book.open.filter((one) => one.id !== id);
  return [{ collection: bookRef.collection, doc: { ...book, open } }];
}

/** When time has something to say about it next. */
export function nextLook(mentoring: Mentoring, { holidays }: Context): string {
  const { state, createdAt, acceptedAt = createdAt, endedAt = createdAt } = mentoring;
  if (state === 'asked')
    return mentoring.reminded
      ? morningAfter(createdAt, rhythm.expire)
      : momentOf(addWorkingDays(dayOf(createdAt), rhythm.remind, holidays), '08:00');
  if (state === 'accepted')
    return morningAfter(acceptedAt, mentoring.feedbackAskedAt ? rhythm.close : rhythm.askFeedback);
  return morningAfter(endedAt, mentoring.erasedAt ? rhythm.remove : rhythm.erase);
}
