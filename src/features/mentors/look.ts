import type { HistoryEntry } from '../../core/history.ts';
import type { Change } from '../../core/ports/store.ts';
import { type Context, morningAfter } from './context.ts';
import { ends, type Mentoring, rhythm } from './mentoring.ts';
import { asChange, bySystem, changed, ended, nextLook, recorded, starting, telling } from './owing.ts';
import { isMentor } from './profile.ts';

/** Whether nothing of it is needed any more. */
export const isForgotten = ({ state, endedAt }: Mentoring, { now }: Context): boolean =>
  ends.includes(state) && endedAt !== undefined && now >= morningAfter(endedAt, rhythm.remove);

/**
 * What time and the directory make of a mentoring. However long nobody looked, only the last thing that is due happens.
 * @param book the open mentorings, read in the same moment
 */
export function look(mentoring: Mentoring, context: Context, book: unknown): Change<Mentoring> {
  const { state, createdAt, acceptedAt = createdAt, endedAt = createdAt } = mentoring;
  const { now } = context;
  if (state === 'asked') {
    if (now >= morningAfter(createdAt, rhythm.expire)) return expired(mentoring, 'time', context, book);
    if (!isMentor(mentoring.mentor.id, context)) return expired(mentoring, 'left', context, book);
    // After the reminder the next look is the end, which has been ruled out above.
    if (now >= nextLook(mentoring, context)) return reminded(mentoring, context, book);
  }
  if (state === 'accepted') {
    if (now >= morningAfter(acceptedAt, rhythm.close)) return closed(mentoring, context, book);
    if (!mentoring.feedbackAskedAt && now >= morningAfter(acceptedAt, rhythm.askFeedback))
      return askedForFeedback(mentoring, context, book);
  }
  if (ends.includes(state) && !mentoring.erasedAt && now >= morningAfter(endedAt, rhythm.erase))
    return { doc: next(erased(mentoring, now), context) };
  return { doc: next(mentoring, context) };
}

const next = ({ leaseUntil: _lease, ...mentoring }: Mentoring, context: Context): Mentoring => ({
  ...mentoring,
  dueAt: nextLook(mentoring, context),
});

function expired(mentoring: Mentoring, why: 'time' | 'left', context: Context, book: unknown) {
  const noted = recorded(starting(mentoring), { ...bySystem, act: 'expired', facts: { why } }, context);
  const over = ended(noted, 'expired', context);
  const told = telling(over, 'news', mentoring.asker.id, context);
  return asChange(why === 'time' ? telling(told, 'news', mentoring.mentor.id, context) : told, book, context);
}

function reminded(mentoring: Mentoring, context: Context, book: unknown) {
  const noted = recorded(starting(mentoring), { ...bySystem, act: 'reminded' }, context);
  const progress = changed(noted, { reminded: true });
  return asChange(telling(progress, 'reminder', mentoring.mentor.id, context), book, context);
}

function askedForFeedback(mentoring: Mentoring, context: Context, book: unknown) {
  const noted = recorded(starting(mentoring), { ...bySystem, act: 'feedback-asked' }, context);
  const progress = changed(noted, { feedbackAskedAt: context.now });
  const isOpen = !mentoring.feedbackGiven;
  return asChange(
    isOpen ? telling(progress, 'feedback', mentoring.asker.id, context) : progress,
    book,
    context,
  );
}

function closed(mentoring: Mentoring, context: Context, book: unknown) {
  const noted = recorded(
    starting(mentoring),
    { ...bySystem, act: 'closed', facts: { why: 'time' } },
    context,
  );
  const over = ended(noted, 'closed', context);
  const told = [mentoring.asker.id, mentoring.mentor.id].reduce(
    (all, party) => telling(all, 'news', party, context),
    over,
  );
  return asChange(told, book, context);
}

/** Stands where words stood. */
export const noWords = '–';

/** All that somebody wrote is gone; the chain of the history can still be checked. */
export const erased = (mentoring: Mentoring, now: string): Mentoring => ({
  ...mentoring,
  question: noWords,
  contact: noWords,
  history: mentoring.history.map(wordless),
  erasedAt: now,
});

const wordless = (entry: HistoryEntry): HistoryEntry => {
  const { note, ...rest } = entry;
  return note === undefined ? entry : { ...rest, erased: true };
};
