import { caseNotice } from '../../../../case/notice.ts';
import { labelOf } from '../../../../core/case-number.ts';
import { dayIn } from '../../../../core/day.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../../../core/notice.ts';
import { type Text, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import type { MeetingDesk } from '../desk.ts';
import { reviewLink } from '../links.ts';
import type { Meeting } from '../model.ts';
import { isKeeper } from '../policy.ts';
import type { Review } from '../preparation.ts';
import { isPrepared, reviewsOf } from '../reviews.ts';
import { reviewsReply } from '../views/reviews.ts';
import { subjectOf } from './office.ts';

/* What is said about the review of items before the invitations go out. Mails carry the number of the item only. */

/** What a letter with a personal page needs. */
type ReviewDesk = Pick<MeetingDesk, 'meetings' | 'links' | 'directory'>;

type Wording = (one: Review, item: number, to: Addressee, context: Context) => string | undefined;

const named = (meeting: Meeting, { facts }: Notice): Review | undefined =>
  reviewsOf(meeting).find(({ n }) => n === Number(facts?.number));

type GoesOn = (
  desk: ReviewDesk,
  meeting: Meeting,
  one: Review,
  to: Addressee,
) => Promise<Pick<Letter, 'paragraphs' | 'links'>>;

/** @param goesOn what a mail says besides */
const about =
  (hears: (meeting: Meeting, one: Review, party: string, context: Context) => boolean, goesOn: GoesOn) =>
  (desk: ReviewDesk, kind: string, title: Text, repeatable: boolean, says: Wording): NoticeKind => {
    const wordsOf = (meeting: Meeting, notice: Notice, to: Addressee, context: Context) => {
      const one = isPrepared(meeting) ? named(meeting, notice) : undefined;
      const item = meeting.plan.items.findIndex(({ id }) => id === one?.item) + 1;
      return one && item > 0 && hears(meeting, one, to.id, context)
        ? says(one, item, to, context)
        : undefined;
    };
    return caseNotice(desk.meetings, {
      kind,
      title,
      repeatable,
      subject: subjectOf,
      concerns: (meeting, to, context, notice) => wordsOf(meeting, notice, to, context) !== undefined,
      async say(meeting, to, context, notice) {
        const remark = wordsOf(meeting, notice, to, context) ?? '';
        const one = named(meeting, notice) as Review;
        const more = await goesOn(desk, meeting, one, to);
        return {
          reply: reviewsReply(meeting, to.id, context, to.language, { remark }),
          letter: { ...more, paragraphs: [remark, ...more.paragraphs] },
        };
      },
    });
  };

const inTeams = (meeting: Meeting, { language }: Addressee): string =>
  wordsIn(language)(
    `Worum es geht, steht in Microsoft Teams: Schreiben Sie Lotse ${labelOf(meeting)}`,
    `What it is about stands in Microsoft Teams: write ${labelOf(meeting)} to Lotse`,
  );

const toReviewer = about(
  (_meeting, one, party) => one.party === party && !one.comment,
  async ({ links, directory }, meeting, { n }, to) => {
    const t = wordsIn(to.language);
    return {
      paragraphs: [
        ...(directory.person(to.id)?.teamsId ? [inTeams(meeting, to)] : []),
        t(
          'Auf Ihrer persönlichen Seite steht, worum es geht, und Sie können dort Stellung nehmen. Der Link gilt nur für Sie und nur für diesen Punkt.',
          'Your personal page says what it is about, and you can comment there. The link is yours alone and for this item only.',
        ),
      ],
      links: [
        {
          title: t('Punkt lesen und Stellung nehmen', 'Read the item and comment'),
          url: await reviewLink(links, meeting, n, to),
        },
      ],
    };
  },
);
const toKeepers = about(
  (meeting, _one, party, context) => isKeeper(meeting, party, context),
  async (_desk, meeting, _one, to) => ({ paragraphs: [inTeams(meeting, to)] }),
);

export const reviewNotices = (desk: ReviewDesk): readonly NoticeKind[] => [
  toReviewer(
    desk,
    'beirat.review',
    { de: 'Bitte um Prüfung für den Digitalen Beirat', en: 'Review for the Digital Advisory Board' },
    true,
    ({ until }, item, { language }) =>
      wordsIn(language)(
        `Bitte sehen Sie TOP ${item} durch, bevor der Beirat eingeladen wird, und nehmen Sie bis ${dayIn('de', until)} Stellung.`,
        `Please look at item ${item} before the board is invited and comment by ${dayIn('en', until)}.`,
      ),
  ),
  toReviewer(
    desk,
    'beirat.review-due',
    { de: 'Erinnerung: Prüfung für den Beirat', en: 'Reminder: review for the board' },
    false,
    ({ until }, item, { language }) =>
      wordsIn(language)(
        `Zu TOP ${item} fehlt noch Ihre Stellungnahme, erbeten bis ${dayIn('de', until)}.`,
        `Your comment on item ${item} is still missing; it is asked for by ${dayIn('en', until)}.`,
      ),
  ),
  toKeepers(
    desk,
    'beirat.review-comment',
    { de: 'Stellungnahme zu einem Punkt', en: 'Comment on an item' },
    true,
    ({ name, comment }, item, { language }) =>
      comment &&
      wordsIn(language)(
        `${name} hat zu TOP ${item} Stellung genommen.`,
        `${name} has commented on item ${item}.`,
      ),
  ),
  toKeepers(
    desk,
    'beirat.review-late',
    { de: 'Prüfung ohne Stellungnahme', en: 'Review without a comment' },
    false,
    ({ name, comment, until }, item, { language }, context) =>
      comment || until >= today(context)
        ? undefined
        : wordsIn(language)(
            `${name} hat zu TOP ${item} bis ${dayIn('de', until)} nichts gesagt. Einladen können Sie trotzdem.`,
            `${name} has said nothing on item ${item} by ${dayIn('en', until)}. You can invite all the same.`,
          ),
  ),
];
