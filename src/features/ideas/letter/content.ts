import { momentOf } from '../../../core/day.ts';
import type { Idea } from '../idea.ts';
import type { Subscription } from './subscription.ts';

/** What a letter has to say: nothing twice, what waits for the reader first. */
export type Content = {
  readonly waiting: readonly Idea[];
  readonly fresh: readonly Idea[];
  readonly decided: readonly Idea[];
};

/** Acts that decide something about an idea. */
const decisions: ReadonlySet<string> = new Set(['declined', 'evaluated', 'handed-over', 'finished', 'done']);

/**
 * The letter of a week: what waits for this person, new ideas in the field, decisions.
 * @param from first moment of the week, `to` the first after it, ISO 8601 UTC
 */
export function contentOf(
  ideas: readonly Idea[],
  { id, topics, unit }: Pick<Subscription, 'id' | 'topics' | 'unit'>,
  { from, to }: { readonly from: string; readonly to: string },
): Content {
  const seen = ideas.filter(({ state }) => state !== 'withdrawn' && state !== 'duplicate');
  const isField = (idea: Idea): boolean =>
    topics.length === 0 || topics.includes(idea.topic) || (unit !== undefined && idea.unit === unit);
  const isThen = (at: string): boolean => at >= from && at < to;
  const waiting = seen.filter(({ waitsFor }) => waitsFor.includes(id));
  const rest = seen.filter((idea) => !waiting.includes(idea));
  const decided = rest.filter(({ history }) =>
    history.some(({ act, at }) => decisions.has(act) && isThen(at)),
  );
  const fresh = rest.filter(
    (idea) => !decided.includes(idea) && idea.submittedBy !== id && isThen(idea.createdAt) && isField(idea),
  );
  return { waiting, fresh, decided };
}

export const isEmpty = ({ waiting, fresh, decided }: Content): boolean =>
  waiting.length + fresh.length + decided.length === 0;

/** The week before a Monday, both at 08:00 in Koblenz. */
export const weekBefore = (monday: string, before: string) => ({
  from: momentOf(before, '08:00'),
  to: momentOf(monday, '08:00'),
});
