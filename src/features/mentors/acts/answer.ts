import { z } from 'zod';
import { actsOf, type BesideRead } from '../../../case/case-type.ts';
import { beside, changed, type Decision, deciding, notified, recorded } from '../../../case/decision.ts';
import type { World } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import { Book, bookRef, type Mentoring, type State } from '../model.ts';
import { requireRelation } from '../policy.ts';
import { isMentor } from '../profiles/model.ts';
import { noMentorAnyMore, onlyAsker, onlyMentor, unanswered } from '../refusals.ts';

/*
 * What the two (and the Digitallotse for them) say, each with a sentence if they like: yes, no, never mind, done. A state
 * is never come back to, so a late act finds that out by itself.
 */

const Said = z.object({ note: z.string().max(4000).catch('') });
type Said = z.infer<typeof Said>;

const saying = {
  input: Said,
  probe: (): Said => ({ note: '' }),
  wordsOf: ({ note }: Said) => note,
};
const act = actsOf<Mentoring, World>();

export const accept = act({
  ...saying,
  kind: 'accept',
  title: { de: 'Zusagen', en: 'Accept' },
  buttons: { 'mentors.accept': {} },
  typed: [{ de: 'annehmen|zusagen|zusage', en: 'accept', rest: 'note' }],
  decide(mentoring, said, by, context) {
    const { state, asker, mentor } = mentoring;
    if (requireRelation(mentoring, by, context) !== 'mentor') throw onlyMentor();
    if (state !== 'asked') return undefined;
    if (!isMentor(mentor.id, context)) throw noMentorAnyMore();
    const accepted = changed(deciding(mentoring), { state: 'accepted', acceptedAt: context.now });
    return news(noted(accepted, 'accepted', said, by), [asker.id, mentor.id]);
  },
});

export const decline = act({
  ...saying,
  kind: 'decline',
  reasons: true,
  title: { de: 'Absagen', en: 'Decline' },
  buttons: { 'mentors.decline': {} },
  typed: [{ de: 'ablehnen|absagen|absage', en: 'decline|reject', rest: 'note' }],
  decide(mentoring, said, by, context, read) {
    if (requireRelation(mentoring, by, context) !== 'mentor') throw onlyMentor();
    if (mentoring.state !== 'asked') return undefined;
    const over = ended(deciding(mentoring), 'declined', context, read);
    return news(noted(over, 'declined', said, by), [mentoring.asker.id]);
  },
});

export const withdraw = act({
  ...saying,
  kind: 'withdraw',
  reasons: true,
  title: { de: 'Anfrage zurückziehen', en: 'Withdraw question' },
  buttons: { 'mentors.withdraw': {} },
  typed: [{ de: 'zurückziehen|zurueckziehen', en: 'withdraw', rest: 'note' }],
  decide(mentoring, said, by, context, read) {
    if (requireRelation(mentoring, by, context) === 'mentor') throw onlyAsker();
    if (mentoring.state !== 'asked') return undefined;
    const over = ended(deciding(mentoring), 'withdrawn', context, read);
    return news(noted(over, 'withdrawn', said, by), othersIn(mentoring, by));
  },
});

export const close = act({
  ...saying,
  kind: 'close',
  title: { de: 'Mentoring abschließen', en: 'Close mentoring' },
  buttons: { 'mentors.close': {} },
  typed: [{ de: 'abschließen|abschliessen|beenden', en: 'close|finish', rest: 'note' }],
  decide(mentoring, said, by, context, read) {
    const { state, asker, feedbackGiven, feedbackAskedAt } = mentoring;
    requireRelation(mentoring, by, context);
    if (state === 'asked') throw unanswered();
    if (state !== 'accepted') return undefined;
    const over = ended(deciding(mentoring), 'closed', context, read);
    const told = news(noted(over, 'closed', said, by), othersIn(mentoring, by));
    if (feedbackGiven || feedbackAskedAt) return told;
    const asking = changed(told, { feedbackAskedAt: context.now });
    return notified(asking, [asker.id], { name: 'feedback' });
  },
});

/** Comes to an end: its place is free again with the same write. */
export function ended(
  decision: Decision<Mentoring>,
  state: State,
  { now }: World,
  read: BesideRead,
): Decision<Mentoring> {
  const over = changed(decision, { state, endedAt: now });
  const book = Book.safeParse(read(bookRef)).data;
  const open = book?.open.filter(({ id }) => id !== over.doc.id);
  return book && open && open.length < book.open.length
    ? beside(over, { collection: bookRef.collection, doc: { ...book, open } })
    : over;
}

/** Tells of what happened last, once each. */
export const news = (decision: Decision<Mentoring>, parties: readonly string[]): Decision<Mentoring> =>
  notified(decision, parties, { name: 'news', urgency: 'news' });

function noted(
  decision: Decision<Mentoring>,
  happened: State,
  { note }: Said,
  by: Party,
): Decision<Mentoring> {
  const said = note.trim();
  const entry = { by: by.id, byName: by.name, act: happened, ...(said ? { note: said } : {}) };
  return recorded(decision, entry);
}

const othersIn = ({ asker, mentor }: Mentoring, by: Party): readonly string[] =>
  [asker.id, mentor.id].filter((party) => party !== by.id);
