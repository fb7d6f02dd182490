import { type Context, today } from '../context.ts';
import { type Idea, isOver } from '../idea.ts';
import { actingAs, officeOf, reviewersOf, votingSeatOf } from '../rights.ts';
import { isVotingOpen } from '../scoring.ts';

/** What somebody can do with an idea; buttons follow it, rights are checked again when one is pressed. */
export type Possible =
  | 'support'
  | 'unsupport'
  | 'answer'
  | 'withdraw'
  | 'review'
  | 'ask'
  | 'decline'
  | 'merge'
  | 'offer'
  | 'recall'
  | 'evaluate'
  | 'record'
  | 'score'
  | 'handOver'
  | 'finish';

export type Can = Readonly<Record<Possible, boolean>>;

export function possible(idea: Idea, viewer: string, context: Context): Can {
  const { state, place } = idea;
  const isOwn = idea.submittedBy === viewer;
  const open = !isOver(idea);
  const reviews = open && actingAs(viewer, reviewersOf(idea, context)) !== undefined;
  const inReview = state === 'submitted' || state === 'under-review';
  const supports = idea.supporters.some(({ id }) => id === viewer);
  return {
    support: open && !isOwn && !supports,
    unsupport: open && !isOwn && supports,
    answer: isOwn && state === 'needs-info',
    withdraw: isOwn && (inReview || state === 'needs-info' || (state === 'on-agenda' && !place)),
    review: reviews && state === 'submitted',
    ask: reviews && inReview,
    decline: reviews && (inReview || state === 'needs-info'),
    merge: reviews && (inReview || state === 'needs-info'),
    offer: reviews && inReview,
    recall: reviews && state === 'on-agenda' && place?.state !== 'invited',
    evaluate: reviews && inReview,
    record: isRecordable(idea, context) && actingAs(viewer, officeOf(idea, context)) !== undefined,
    score: isVotingOpen(idea, context) && votingSeatOf(viewer, idea, context) !== undefined,
    handOver: reviews && state === 'evaluated',
    finish: reviews && state === 'evaluated',
  };
}

const isRecordable = ({ state, place, revealedAt }: Idea, context: Context): boolean =>
  state === 'on-agenda' &&
  place !== undefined &&
  (revealedAt !== undefined || place.state !== 'invited' || place.day <= today(context));
