import { z } from 'zod';
import { commit, deciding, notified, quietly, recorded } from '../../../case/decision.ts';
import { caseId } from '../../../core/case-number.ts';
import type { Party } from '../../../core/party.ts';
import type { Also, Beside, DocumentRef } from '../../../core/ports/store.ts';
import type { Language } from '../../../core/text.ts';
import { type Context, today } from '../context.ts';
import { type Idea, ideaCollection, type Proposal } from '../model.ts';
import { askedOf, reviewersOf } from '../policy.ts';
import { writingIdeas } from '../record.ts';
import { actedBy, moved, settled } from './steps.ts';

/** What is needed to submit an idea: checked values, and whose it is. */
export type Submission = {
  readonly proposal: Proposal;
  readonly submitter: Party;
  readonly language: Language;
};

const Counter = z.looseObject({ id: z.string(), version: z.number(), last: z.int() });

/** The counter of the year; a submission reads it beside its own change, so that a number is given once. */
export const counterOf = (context: Context): DocumentRef => ({
  collection: 'counters',
  id: `ideas-${today(context).slice(0, 4)}`,
});

/**
 * Submits: gives the number, asks those who review, and says what must be written with it in the same write.
 * @param counter the document of {@link counterOf}, `undefined` for the first idea of a year
 */
export function submitted(
  submission: Submission,
  counter: Beside | undefined,
  context: Context,
): { readonly idea: Idea; readonly also: readonly Also[] } {
  const { collection, id } = counterOf(context);
  const last = counter ? Counter.parse(counter).last + 1 : 1;
  const number = caseId('ID', today(context).slice(0, 4), last);
  const begun = recorded(moved(deciding(blank(number, submission, context)), 'submitted', context), {
    ...actedBy(submission.submitter),
    act: 'submitted',
  });
  const reviewers = askedOf(reviewersOf(begun.doc, context));
  // There is no card of it yet.
  const told = quietly(notified(settled(begun, context), reviewers, { name: 'review' }));
  const { doc, also = [] } = commit(told, writingIdeas(context), context);
  const { version: _, ...document } = doc as Idea;
  return {
    idea: { ...document, version: 1 },
    also: [
      { collection, doc: counter ? { ...counter, last } : { id, last } },
      { collection: ideaCollection, doc: document },
      ...also,
    ],
  };
}

const blank = (id: string, { proposal, submitter, language }: Submission, { now }: Context): Idea => ({
  id,
  version: 0,
  ...proposal,
  submitter,
  submittedBy: submitter.id,
  waitsFor: [],
  language,
  state: 'submitted',
  visit: 0,
  supporters: [],
  merged: [],
  urged: 0,
  scores: [],
  history: [],
  createdAt: now,
  changedAt: now,
});
