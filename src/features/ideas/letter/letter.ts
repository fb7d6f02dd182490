import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import { type Notice, type NoticeKind, owed } from '../../../core/notice.ts';
import type { Change } from '../../../core/ports/store.ts';
import type { Idea } from '../model.ts';
import { letterSaid } from './letter-view.ts';
import { type LetterDesk, mondayOf, nextMonday, type Subscription } from './subscription.ts';

const kind = 'ideas.letter';
const atOnce = 200;

/** Mondays at 08:00: owes the letter to everybody who wants it, once for each week and person. */
export const sendLetters = ({ subscriptions }: Pick<LetterDesk, 'subscriptions'>): Job => ({
  id: 'ideas.letters',
  async run(now) {
    const at = now.toISOString();
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await subscriptions.claim({ now: at, leaseUntil, limit: atOnce });
    await eachByItself(due, ({ id }) => subscriptions.change(id, (one) => lettered(one, at)));
  },
});

/** After an outage of weeks there is one letter, for the last of them. */
export function lettered(subscription: Subscription, now: string): Change<Subscription> {
  const { leaseUntil: _lease, ...rest } = subscription;
  if (!rest.dueAt) return { doc: rest };
  const monday = mondayOf(dayOf(now));
  const notice: Notice = {
    id: `${kind} ${monday} ${rest.id}`,
    recipient: rest.id,
    kind,
    ref: monday,
    urgency: 'news',
    createdAt: now,
  };
  return { doc: { ...rest, dueAt: nextMonday(now) }, also: [owed(notice)] };
}

/** What the letter says is made when it is sent; with nothing to say there is none. */
export const letterNotice = ({ subscriptions, ideas }: LetterDesk): NoticeKind => ({
  kind,
  title: { de: 'Ideenbrief', en: 'Idea letter' },
  repeatable: false,
  async say({ ref: monday }, to) {
    const subscription = await subscriptions.get(to.id);
    if (!subscription?.dueAt) return undefined;
    const week = weekBefore(monday, daysBefore(monday, 7));
    const content = contentOf(await ideas.collection.list(), subscription, week);
    return isEmpty(content) ? undefined : letterSaid(content, monday, to);
  },
});

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
