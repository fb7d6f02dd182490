import { z } from 'zod';
import type { Change, New } from '../../core/ports/store.ts';

/** Whether an answer helped. The id is a fingerprint of answer and person, so nobody is named. */
export const Feedback = z.strictObject({
  id: z.string(),
  version: z.number(),
  roles: z.array(z.string()),
  helpful: z.boolean(),
  day: z.string(),
});
export type Feedback = z.infer<typeof Feedback>;

export const newFeedback = (
  id: string,
  roles: readonly string[],
  helpful: boolean,
  day: string,
): New<Feedback> => ({
  id,
  roles: [...roles],
  helpful,
  day,
});

/** The last opinion counts; the same one again changes nothing. */
export const changedOpinion = (
  feedback: Feedback,
  helpful: boolean,
  day: string,
): Change<Feedback> | undefined =>
  feedback.helpful === helpful ? undefined : { doc: { ...feedback, helpful, day } };

/** How often each first-named role was judged helpful and not; "" stands for answers that named none. */
export function countFeedback(
  all: readonly Feedback[],
): ReadonlyMap<string, { helpful: number; unhelpful: number }> {
  const counts = new Map<string, { helpful: number; unhelpful: number }>();
  for (const { roles, helpful } of all) {
    const role = roles[0] ?? '';
    const count = counts.get(role) ?? { helpful: 0, unhelpful: 0 };
    counts.set(
      role,
      helpful ? { ...count, helpful: count.helpful + 1 } : { ...count, unhelpful: count.unhelpful + 1 },
    );
  }
  return counts;
}
