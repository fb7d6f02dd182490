import { z } from 'zod';
import { caseFields } from '../../case/document.ts';
import { fileFields } from '../../case/files.ts';
import { roleIds } from '../../core/ports/role-directory.ts';

/** Where an idea stands. The last four are its ends. */
export const states = [
  'submitted',
  'needs-info',
  'under-review',
  'on-agenda',
  'evaluated',
  'handed-over',
  'done',
  'duplicate',
  'declined',
  'withdrawn',
] as const;
export type State = (typeof states)[number];
export const ends: readonly State[] = ['done', 'duplicate', 'declined', 'withdrawn'];

/** Who reviews: 10.50 what is for the administration, the Digitallotse what is for the city and its companies. */
export const scopes = ['internal', 'city'] as const;
export type Scope = (typeof scopes)[number];

export const outcomes = ['feasible', 'feasible-with-conditions', 'not-feasible'] as const;
export type Outcome = (typeof outcomes)[number];

/** What members of the Beirat judge, each from 1 to 5. */
export const criteria = ['benefit', 'effort', 'feasibility', 'urgency'] as const;
export type Criterion = (typeof criteria)[number];

const mark = z.int().min(1).max(5);
export const Marks = z.strictObject({ benefit: mark, effort: mark, feasibility: mark, urgency: mark });
export type Marks = z.infer<typeof Marks>;

/**
 * What one member said, unseen by all others until everybody has, or the day of the meeting is over; then it loses its
 * name for good. The salt goes with the name: without it nobody can try out which of the numbers that are left made the
 * digest in the history.
 */
export const Score = z.strictObject({
  seat: z.string(),
  by: z.string(),
  as: z.enum(['holder', 'deputy']),
  marks: Marks,
  comment: z.string().optional(),
  /** ISO 8601 UTC. */
  at: z.string(),
  salt: z.string().optional(),
});
export type Score = z.infer<typeof Score>;

/** Where it stands with the Beirat, as the meetings last told it. */
export const Place = z.strictObject({
  meeting: z.string(),
  meetingLabel: z.string(),
  item: z.int(),
  day: z.string(),
  state: z.enum(['invited', 'held', 'minuted']),
  resolution: z.strictObject({ number: z.string(), wording: z.string() }).optional(),
  /** Who may read more of it than the day; documents of former versions do not say, and then it is the Beirat. */
  readers: z.union([z.literal('everybody'), z.array(z.enum(roleIds)).readonly()]).optional(),
});
export type Place = z.infer<typeof Place>;

export const Evaluation = z.strictObject({
  outcome: z.enum(outcomes),
  /** How it goes on, in words: always given. */
  way: z.string(),
  by: z.string(),
  byName: z.string(),
  onBehalfOf: z.string().optional(),
  at: z.string(),
  /** Whether the Beirat was asked, or the reviewer decided alone on something small. */
  withBeirat: z.boolean(),
});
export type Evaluation = z.infer<typeof Evaluation>;

/** The request that an idea became. */
export const FollowUp = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'done', 'ended']),
  /** Former versions kept what its people read of the request. */
  label: z.strictObject({ de: z.string(), en: z.string() }).optional(),
});
export type FollowUp = z.infer<typeof FollowUp>;

const PartyShape = z.strictObject({ id: z.string(), name: z.string(), unit: z.string().optional() });

/** What somebody proposed, in their words. */
export const wording = {
  title: z.string(),
  problem: z.string(),
  benefit: z.string(),
  /** Who gains by it. */
  gains: z.string().optional(),
  /** What it is about, one of `topics.ts`. */
  topic: z.string(),
  /** Unit that it is for, if it is for one. */
  unit: z.string().optional(),
  scope: z.enum(scopes),
  /** The company that has the idea, when the Digitallotse passes it on. */
  company: z.string().optional(),
  links: z.array(z.string()),
};
export const Proposal = z.strictObject(wording);
export type Proposal = z.infer<typeof Proposal>;

/** An idea from its submission on. Before that it is a draft. */
export const Idea = z.strictObject({
  /** `ID-2026-0007` */
  ...caseFields,
  ...wording,
  submitter: PartyShape,
  /** Id of the submitter, and whom the idea waits for: what lists are found by. */
  submittedBy: z.string(),
  waitsFor: z.array(z.string()),
  language: z.enum(['de', 'en']),
  state: z.enum(states),
  /** Its revision, see {@link revisionOf}. */
  visit: z.int(),
  /** Who wants it too; names are for reviewers only. */
  supporters: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Ideas that said the same, in the words of those who had them. */
  merged: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      problem: z.string(),
      submitter: z.string(),
      /** Their id; former versions kept the name alone. */
      submittedBy: z.string().optional(),
    }),
  ),
  duplicateOf: z.string().optional(),
  /** What the merge brought to the other idea, so that it can be undone: ids of people and of ideas. */
  brought: z.strictObject({ people: z.array(z.string()), ideas: z.array(z.string()) }).optional(),
  question: z
    .strictObject({
      by: z.string(),
      byName: z.string(),
      text: z.string(),
      at: z.string(),
      /** Where it comes back to. */
      from: z.enum(states),
    })
    .optional(),
  /** Last working day before somebody is reminded, `2026-12-01`, and how often that happened. */
  dueDay: z.string().optional(),
  urged: z.int(),
  offeredAt: z.string().optional(),
  /** Whether whoever had it would present it to the Beirat; not said yet where it is missing. */
  presents: z.boolean().optional(),
  place: Place.optional(),
  scores: z.array(Score),
  /** From then on the scores may be seen. */
  revealedAt: z.string().optional(),
  evaluation: Evaluation.optional(),
  request: FollowUp.optional(),
  /** When it came to one of its ends. */
  closedAt: z.string().optional(),
  ...fileFields,
});
export type Idea = z.infer<typeof Idea>;

export const ideaCase = 'idea';
/** Its short card, which is pushed. */
export const briefCase = 'idea-brief';
export const ideaCollection = 'ideas';

/** Counts the changes of its state: a card was drawn for one, and a click on an earlier one comes too late. */
export const revisionOf = ({ visit }: Pick<Idea, 'visit'>): number => visit;

/** Offered to the Beirat, and on no agenda yet. */
export const waitsForAgenda = ({ state, place }: Pick<Idea, 'state' | 'place'>): boolean =>
  state === 'on-agenda' && place === undefined;

export const isOver = ({ state }: Pick<Idea, 'state'>): boolean => ends.includes(state);
