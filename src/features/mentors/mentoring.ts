import { z } from 'zod';
import { chainedFields } from '../../case/document.ts';
import { Entry } from './profile.ts';

/** Where a mentoring stands. The last four are its ends. */
export const states = ['asked', 'accepted', 'declined', 'withdrawn', 'expired', 'closed'] as const;
export type State = (typeof states)[number];
export const ends: readonly State[] = ['declined', 'withdrawn', 'expired', 'closed'];

const PartyShape = z.strictObject({ id: z.string(), name: z.string(), unit: z.string().optional() });

const stored = {
  id: z.string(),
  version: z.number(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
};

/** Somebody asks a mentor for advice. Only the two and the Digitallotse get to see it. */
export const Mentoring = z.strictObject({
  /** Its id is the number: `M-2026-0003` */
  ...stored,
  asker: PartyShape,
  mentor: PartyShape,
  /** Ids of both: what lists are found by. */
  askedBy: z.string(),
  askedOf: z.string(),
  question: z.string(),
  /** How the asker wants to be contacted; told to the mentor when the mentor accepts. */
  contact: z.string(),
  language: z.enum(['de', 'en']),
  state: z.enum(states),
  reminded: z.boolean(),
  acceptedAt: z.string().optional(),
  /** When the asker was asked whether it has helped. */
  feedbackAskedAt: z.string().optional(),
  /** What was answered is kept apart, see {@link Feedback}. */
  feedbackGiven: z.boolean(),
  history: z.array(Entry),
  seal: chainedFields.seal,
  createdAt: z.string(),
  changedAt: z.string(),
  endedAt: z.string().optional(),
  /** When all free texts were deleted. */
  erasedAt: z.string().optional(),
});
export type Mentoring = z.infer<typeof Mentoring>;

export const mentoringCase = 'mentoring';
export const mentoringCollection = 'mentorings';

/**
 * Which mentorings are open, and the last number given. Every beginning and every end is written together with it, so
 * that two people cannot get the same last place.
 */
export const Book = z.looseObject({
  ...stored,
  year: z.string(),
  last: z.int(),
  open: z.array(z.strictObject({ id: z.string(), asker: z.string(), mentor: z.string() })),
});
export type Book = z.infer<typeof Book>;
export const bookRef = { collection: 'mentor-book', id: 'open' } as const;

/** A form that was opened: pressing it again finds what the first press did. */
export const AskForm = z.strictObject({ ...stored, by: z.string(), submittedAs: z.string().optional() });
export type AskForm = z.infer<typeof AskForm>;
export const askFormCollection = 'mentor-forms';

export const helpedWords = ['yes', 'partly', 'no'] as const;
export type Helped = (typeof helpedWords)[number];

/** What somebody says about a mentoring. It names neither the mentor nor the asker, nor the number. */
export const Feedback = z.strictObject({
  ...stored,
  /** `2026-11-24` */
  day: z.string(),
  helped: z.enum(helpedWords),
  text: z.string(),
});
export type Feedback = z.infer<typeof Feedback>;
export const feedbackCollection = 'mentor-feedback';

/** Most mentorings that one asker may have open at a time. */
export const mostOpen = 3;

/** Rhythm, in calendar days unless said otherwise. */
export const rhythm = {
  /** Working days until the mentor is reminded. */
  remind: 5,
  expire: 14,
  askFeedback: 56,
  /** Days after which an accepted one is closed by itself. */
  close: 182,
  /** Days after the end. */
  erase: 183,
  remove: 365,
  keepFeedback: 183,
  keepForm: 30,
} as const;

/** Places that a mentor has free. */
export const freePlaces = (capacity: number, mentor: string, { open }: Pick<Book, 'open'>): number =>
  Math.max(0, capacity - open.filter((one) => one.mentor === mentor).length);
