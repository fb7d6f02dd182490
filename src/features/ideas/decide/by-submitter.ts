import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import type { Idea } from '../idea.ts';
import { actedBy, moved, type Progress, recorded, reported, starting, telling } from '../owing.ts';
import { askedOf, reviewersOf } from '../rights.ts';
import type { ActOf } from './act.ts';
import { noQuestion, onAgendaAlready, onlySubmitter, reasonMissing, tooLate } from './refusals.ts';

/** Answers the question; the idea comes back to where it was asked. */
export function answer(idea: Idea, act: ActOf<'answer'>, by: Party, context: Context): Progress {
  if (by.id !== idea.submittedBy) throw onlySubmitter(idea.submitter.name);
  const { question } = idea;
  if (idea.state !== 'needs-info' || !question) throw noQuestion();
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  const back = moved(starting(idea), question.from, context);
  const answered = recorded(
    back,
    { ...actedBy(by), act: 'answered', note, facts: { visit: idea.visit } },
    context,
  );
  const reviewers = reviewersOf(idea, context);
  const asker = reviewers.some(({ person, isAbsent }) => person.id === question.by && !isAbsent)
    ? [question.by]
    : askedOf(reviewers);
  return telling(answered, 'review', asker, context);
}

/** Takes the idea back, as long as the Beirat was not invited to deal with it. */
export function withdraw(idea: Idea, act: ActOf<'withdraw'>, by: Party, context: Context): Progress {
  if (by.id !== idea.submittedBy) throw onlySubmitter(idea.submitter.name);
  if (idea.state === 'on-agenda' && idea.place) throw onAgendaAlready();
  if (idea.state === 'evaluated' || idea.state === 'handed-over') throw tooLate();
  const note = act.note?.trim();
  const back = recorded(
    moved(starting(idea), 'withdrawn', context),
    { ...actedBy(by), act: 'withdrawn', ...(note ? { note } : {}), facts: { visit: idea.visit } },
    context,
  );
  const reviewers = askedOf(reviewersOf(idea, context));
  return telling(reported(back, by.id, context), 'news', reviewers, context);
}
