import { z } from 'zod';
import { owed } from '../../core/notice.ts';
import type { Party } from '../../core/party.ts';
import type { Also, Beside, DocumentRef } from '../../core/ports/store.ts';
import type { Language } from '../../core/text.ts';
import { type Context, today } from './context.ts';
import { type Idea, ideaCollection, type Proposal } from './idea.ts';
import { moved, recorded, settledDoc, starting, telling } from './owing.ts';
import { askedOf, reviewersOf } from './rights.ts';

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
  const number = `ID-${today(context).slice(0, 4)}-${String(last).padStart(4, '0')}`;
  const begun = recorded(
    moved(starting(blank(number, submission, context)), 'submitted', context),
    { by: submission.submitter.id, byName: submission.submitter.name, act: 'submitted' },
    context,
  );
  const { idea: told, notices } = telling(
    begun,
    'review',
    askedOf(reviewersOf(begun.idea, context)),
    context,
  );
  const idea = settledDoc(told, context);
  const { version: _version, ...document } = idea;
  const also = [
    { collection, doc: counter ? { ...counter, last } : { id, last } },
    { collection: ideaCollection, doc: document },
    ...notices.map(owed),
  ];
  return { idea, also };
}

const blank = (id: string, { proposal, submitter, language }: Submission, { now }: Context): Idea => ({
  id,
  version: 1,
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
