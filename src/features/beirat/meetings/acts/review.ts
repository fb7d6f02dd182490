import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, recorded } from '../../../../case/decision.ts';
import { dayIn } from '../../../../core/day.ts';
import { type Context, today } from '../../board/context.ts';
import { readDayTime } from '../../board/day-time.ts';
import { chairNow, officeNow } from '../../board/members.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { begin, telling } from '../ledger.ts';
import type { Meeting } from '../model.ts';
import { requireState, submissionOf } from '../policy.ts';
import type { Review } from '../preparation.ts';
import {
  commentMissing,
  noReviews,
  notAsked,
  reviewDayNotPossible,
  reviewerUnknown,
  reviewOver,
} from '../refusals.ts';
import { isPrepared, reviewersNamed, reviewsFor, reviewsOf, usualReviewDay } from '../reviews.ts';
import { text } from './input.ts';
import { aboutItem, requiredItem } from './item-words.ts';

const act = actsOf<Meeting, Context>();
const asking = aboutItem('prüfung|pruefung', 'review');
const takingBack = aboutItem('keine prüfung|keine pruefung|prüfung zurücknehmen', 'no review');
const saying = aboutItem('stellungnahme', 'comment');

/** The office asks an office or a body to look at one item before the invitations go out. */
export const askReview = act({
  kind: 'ask-review',
  title: { de: 'Um Prüfung eines Punkts bitten', en: 'Ask for a review of an item' },
  /** `asked`: the item as the card names it, beside that of a comment. */
  input: z
    .object({ item: text, asked: text, who: text, until: text })
    .transform(({ item, asked, ...more }) => ({ item: asked || item, ...more })),
  buttons: { 'beirat.review-ask': {} },
  typed: [
    {
      ...asking,
      read(words, meeting) {
        const { item, note } = asking.read(words, meeting);
        const [, who = note, day = ''] = /^(.+?)\s+(?:bis|until|by)\s+(.+)$/is.exec(note) ?? [];
        return { item, who: who.trim(), until: readDayTime(day)?.day ?? day };
      },
    },
  ],
  probe: ({ plan }, by) => ({ item: plan.items[0]?.id ?? '', who: by.id, until: '' }),
  decide(meeting, { item, who, until }, by, context) {
    requireOffice(by, context);
    if (!context.rules.reviews) throw noReviews();
    requireState(meeting, 'planned', 'awaiting-approval', 'approved');
    const n = requiredItem(meeting, item);
    const named = reviewersNamed(who, context);
    if (named.length === 0) throw reviewerUnknown(who.trim());
    const day = until ? (readDayTime(until)?.day ?? '') : usualReviewDay(meeting, context);
    if (!day || day < today(context) || day >= meeting.plan.day)
      throw reviewDayNotPossible(dayIn('de', meeting.plan.day), dayIn('en', meeting.plan.day));
    const { reviews = [] } = meeting;
    const fresh = named.filter(({ party }) => !reviewsFor(meeting, party).some((one) => one.item === item));
    if (fresh.length === 0) return undefined;
    const more = fresh.map(
      (one, at): Review => ({ n: reviews.length + at + 1, item, ...one, at: context.now, until: day }),
    );
    const facts = { item: n, until: day, name: more.map(({ name }) => name).join(', ') };
    const asked = recorded(changed(begin(meeting), { reviews: [...reviews, ...more] }), {
      ...actor(by),
      act: 'review-asked',
      facts,
    });
    return more.reduce(
      (all, { n: number, party }) =>
        telling(all, 'review', [party], { key: `review ${number}`, facts: { number } }),
      asked,
    );
  },
});

/** Takes that back; whoever was asked sees nothing of the meeting any more. */
export const unreview = act({
  kind: 'unreview',
  title: { de: 'Prüfung zurücknehmen', en: 'Take a review back' },
  input: z.object({ item: text, note: text, review: z.coerce.number().int().optional().catch(undefined) }),
  buttons: { 'beirat.review-off': {} },
  typed: [takingBack],
  probe: (meeting) => {
    const one = reviewsOf(meeting).find(({ comment }) => !comment);
    return { item: one?.item ?? '', note: '', review: one?.n ?? 0 };
  },
  decide(meeting, { item, note, review }, by, context) {
    requireOffice(by, context);
    if (!isPrepared(meeting)) throw reviewOver();
    const parties = note ? reviewersNamed(note, context).map(({ party }) => party) : [];
    const is = (one: Review) =>
      review === undefined ? one.item === item && parties.includes(one.party) : one.n === review;
    const one = reviewsOf(meeting).find(is);
    if (!one) {
      if (review === undefined) throw reviewerUnknown(note);
      return undefined;
    }
    const reviews = (meeting.reviews ?? []).map((other) =>
      other.n === one.n ? { ...other, backAt: context.now } : other,
    );
    const facts = { item: requiredItem(meeting, one.item), name: one.name };
    return recorded(changed(begin(meeting), { reviews }), { ...actor(by), act: 'review-back', facts });
  },
});

/** Whoever was asked says something on the item, and may say it anew until the invitations go out. */
export const comment = act({
  kind: 'comment',
  title: { de: 'Stellungnahme abgeben', en: 'Comment on an item' },
  input: z.object({ item: text, note: text }),
  buttons: { 'beirat.review-comment': {} },
  typed: [saying],
  wordsOf: (input) => input.note,
  probe: (meeting, by) => ({ item: reviewsFor(meeting, by.id)[0]?.item ?? '', note: '?' }),
  decide(meeting, { item, note }, by, context) {
    const one = reviewsFor(meeting, by.id).find((other) => other.item === item);
    if (!one) throw notAsked();
    if (!isPrepared(meeting)) throw reviewOver();
    const said = note.trim().slice(0, 1500);
    if (!said) throw commentMissing();
    if (one.comment?.text === said) return undefined;
    const reviews = (meeting.reviews ?? []).map((other) =>
      other.n === one.n ? { ...other, comment: { text: said, at: context.now } } : other,
    );
    // The words are preparation: they are forgotten with the questions, so the history does not keep them.
    const facts = { item: requiredItem(meeting, item) };
    const kept = recorded(changed(begin(meeting), { reviews }), {
      ...actor(by),
      act: 'review-commented',
      facts,
    });
    const chair = submissionOf(meeting) ? chairNow(context)?.person.id : undefined;
    const told = [officeNow(context), chair].filter((party) => party !== by.id);
    return telling(kept, 'review-comment', told, {
      key: `comment ${one.n} ${context.now}`,
      facts: { number: one.n },
    });
  },
});
