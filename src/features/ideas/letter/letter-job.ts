import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Job } from '../../../core/feature.ts';
import { type Notice, type NoticeKind, owed } from '../../../core/notice.ts';
import type { Change } from '../../../core/ports/store.ts';
import { contentOf, isEmpty, weekBefore } from './content.ts';
import { letterSaid } from './letter-view.ts';
import { type LetterDesk, mondayOf, nextMonday, type Subscription } from './subscription.ts';

const kind = 'ideas.letter';
const atOnce = 200;

/** Mondays at 08:00: owes the letter to everybody who wants it, once for each week and person. */
export const sendLetters = ({ subscriptions }: LetterDesk): Job => ({
  id: 'ideas.letters',
  async run(now) {
    const at = now.toISOString();
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await subscriptions.claim({ now: at, leaseUntil, limit: atOnce });
    await Promise.all(due.map(({ id }) => subscriptions.change(id, (one) => lettered(one, at))));
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
    const content = contentOf(await ideas.list(), subscription, week);
    return isEmpty(content) ? undefined : letterSaid(content, monday, to);
  },
});
