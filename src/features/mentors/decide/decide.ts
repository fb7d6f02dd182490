import { owed } from '../../../core/notice.ts';
import type { Party } from '../../../core/party.ts';
import type { Also, Change } from '../../../core/ports/store.ts';
import { type Context, morningAfter, today } from '../context.ts';
import { feedbackCollection, type Mentoring, rhythm } from '../mentoring.ts';
import { asChange, changed, ended, type Progress, recorded, starting, telling } from '../owing.ts';
import { isMentor } from '../profile.ts';
import { noSuchMentoring, officeOf, type Standing, standingOf } from '../rights.ts';
import type { Act } from './act.ts';
import {
  helpedMissing,
  neverBegan,
  noMentorAnyMore,
  notOver,
  onlyAsker,
  onlyMentor,
  unanswered,
} from './refusals.ts';

/**
 * What an act makes of a mentoring, with the notices it owes. Pure; rights are those of the context.
 * @param book the open mentorings, read in the same moment: an end frees its place
 * @returns `undefined` when it changes nothing: a repetition, or too late
 * @throws {Refusal} when this party may not do it, or not now
 */
export function decide(
  mentoring: Mentoring,
  act: Act,
  by: Party,
  context: Context,
  book: unknown,
): Change<Mentoring> | undefined {
  const as = standingOf(mentoring, by.id, context);
  if (!as) throw noSuchMentoring(mentoring.id);
  if (act.kind === 'feedback') {
    const heard = feedback(mentoring, act, as, by, context);
    return heard && asChange(heard, book, context, feedbackOf(act, context));
  }
  const progress = answer(mentoring, act, as, by, context);
  return progress && asChange(progress, book, context);
}

function answer(
  mentoring: Mentoring,
  act: Exclude<Act, { kind: 'feedback' }>,
  as: Standing,
  by: Party,
  context: Context,
): Progress | undefined {
  const { state, asker, mentor } = mentoring;
  const note = act.note?.trim();
  const entry = (name: Mentoring['state']) =>
    recorded(
      starting(mentoring),
      { by: by.id, byName: by.name, act: name, ...(note ? { note } : {}) },
      context,
    );
  switch (act.kind) {
    case 'accept':
      if (as !== 'mentor') throw onlyMentor();
      if (state !== 'asked') return undefined;
      if (!isMentor(mentor.id, context)) throw noMentorAnyMore();
      return told(changed(entry('accepted'), { state: 'accepted', acceptedAt: context.now }), [
        asker.id,
        mentor.id,
      ]);
    case 'decline':
      if (as !== 'mentor') throw onlyMentor();
      if (state !== 'asked') return undefined;
      return told(ended(entry('declined'), 'declined', context), [asker.id]);
    case 'withdraw':
      if (as === 'mentor') throw onlyAsker();
      if (state !== 'asked') return undefined;
      return told(ended(entry('withdrawn'), 'withdrawn', context), others([asker.id, mentor.id], by.id));
    case 'close':
      if (state === 'asked') throw unanswered();
      if (state !== 'accepted') return undefined;
      return askedForFeedback(
        told(ended(entry('closed'), 'closed', context), others([asker.id, mentor.id], by.id)),
      );
    default:
      return act satisfies never;
  }

  function told(progress: Progress, parties: readonly string[]): Progress {
    return parties.reduce((all, party) => telling(all, 'news', party, context), progress);
  }
  function askedForFeedback(progress: Progress): Progress {
    if (progress.mentoring.feedbackGiven || progress.mentoring.feedbackAskedAt) return progress;
    return telling(changed(progress, { feedbackAskedAt: context.now }), 'feedback', asker.id, context);
  }
}

const others = (parties: readonly string[], by: string) => parties.filter((party) => party !== by);

type Said = Extract<Act, { kind: 'feedback' }>;

/** That something was said is written down; what was said stands apart, without number and names. */
function feedback(
  mentoring: Mentoring,
  act: Said,
  as: Standing,
  by: Party,
  context: Context,
): Progress | undefined {
  if (as !== 'asker') throw onlyAsker();
  if (mentoring.feedbackGiven) return undefined;
  if (['declined', 'withdrawn', 'expired'].includes(mentoring.state)) throw neverBegan();
  if (mentoring.state === 'asked' || (mentoring.state === 'accepted' && !mentoring.feedbackAskedAt))
    throw notOver();
  if (!act.helped) throw helpedMissing();
  const entry = { by: by.id, byName: by.name, act: 'feedback' };
  return recorded(changed(starting(mentoring), { feedbackGiven: true }), entry, context);
}

function feedbackOf({ feedbackId: id, helped = 'partly', text }: Said, context: Context): readonly Also[] {
  const office = officeOf(context);
  const doc = {
    id,
    day: today(context),
    helped,
    text: text.trim(),
    dueAt: morningAfter(context.now, rhythm.keepFeedback),
  };
  const notice = {
    id: `${id} heard`,
    recipient: office ?? '',
    kind: 'mentors.heard',
    ref: id,
    urgency: 'news',
    createdAt: context.now,
  } as const;
  return [{ collection: feedbackCollection, doc }, ...(office ? [owed(notice)] : [])];
}
