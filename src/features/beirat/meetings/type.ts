import type { AnyAct, Came, CaseType, Opening } from '../../../case/case-type.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Booked, Context } from '../board/context.ts';
import { answerRecommendation } from './acts/answer-recommendation.ts';
import { approve, confirmChange, wish } from './acts/approve.ts';
import { answer, ask } from './acts/ask.ts';
import { attend, chairItem } from './acts/attend.ts';
import { amend, cancel, move, postpone, relocate } from './acts/change.ts';
import { declare } from './acts/declare.ts';
import { discard, edit, recall, submit } from './acts/draft.ts';
import { reached, remind, resend } from './acts/follow.ts';
import { guests } from './acts/guests.ts';
import { end, hold } from './acts/hold.ts';
import { complete, invite } from './acts/invite.ts';
import { conflict, item, note } from './acts/items.ts';
import {
  answerObjection,
  close,
  object,
  releaseMinutes,
  sendMinutes,
  signMinutes,
  wishMinutes,
} from './acts/minutes.ts';
import { attach, detach, paper } from './acts/papers.ts';
import { repeat } from './acts/repeat.ts';
import { open, reply, replyFor } from './acts/reply.ts';
import { resolutionDone, resolve } from './acts/resolve.ts';
import { askReview, comment, unreview } from './acts/review.ts';
import { findUrgency } from './acts/urgency.ts';
import { meetingDueAt, meetingOnTime } from './deadlines.ts';
import { invitationCase, type Meeting, meetingCase, type State } from './model.ts';
import { invitationOf, meetingSeenAs } from './policy.ts';
import { meetingRecord } from './record.ts';
import { invitationReply } from './views/invitation.ts';
import { meetingReply } from './views/office.ts';
import { recommendationsFor, recommendationsReply } from './views/recommendations.ts';
import { reviewsReply } from './views/reviews.ts';

/** What is shown besides the meeting and the invitation: forms, the record, a resolution. */
export type Cards = {
  /** After an act, by its kind; where there is nothing the machine shows the meeting. */
  readonly came: Readonly<
    Record<
      string,
      (came: Came<Meeting, never>, turn: Turn, context: Context) => Reply | Promise<Reply> | undefined
    >
  >;
  readonly openings: readonly Opening[];
  /** What may be kept with a meeting. */
  readonly limits?: FileLimits | undefined;
  /** When and where meetings take place. */
  readonly booked: () => Promise<readonly Booked[]>;
  /** What the record of a meeting says to begin with on recommendations and what became of them. */
  readonly report: (meeting: Meeting, context: Context) => Promise<string>;
  readonly part: (turn: Turn, id: string, part: string) => Promise<Reply>;
};

/** The first that takes the words counts: "einwendung 1 beantworten" before "frage", "Sitzung absagen" before "absagen". */
const acts = [
  ...[
    releaseMinutes,
    wishMinutes,
    signMinutes,
    edit,
    submit,
    recall,
    discard,
    approve,
    confirmChange,
    wish,
    invite,
    complete,
    repeat,
  ],
  ...[move, relocate, amend, postpone, cancel, remind, resend, reached, answer, replyFor],
  ...[
    findUrgency,
    sendMinutes,
    hold,
    chairItem,
    end,
    item,
    conflict,
    note,
    guests,
    paper,
    unreview,
    askReview,
    comment,
    resolve,
    answerObjection,
    object,
    close,
  ],
  ...[resolutionDone, answerRecommendation, declare, reply, ask, open],
  // Last: its sentence begins with a name, "NAME geht vor TOP 6".
  attend,
];

/** A meeting of the Digitaler Beirat: `B-2026-1`. */
export const meetingType = (cards?: Cards): CaseType<Meeting, Context> => ({
  name: 'beirat.meeting',
  record: meetingRecord,
  missing: (label) => ({
    de: `Eine Sitzung ${label} des Digitalen Beirats, an der Sie beteiligt sind, finde ich nicht. Ihre Sitzungen zeigt „Meine Sitzungen“.`,
    en: `I find no meeting ${label} of the Digital Advisory Board that concerns you. “My meetings” shows yours.`,
  }),
  views: {
    meeting: {
      card: meetingCase,
      reply: meetingReply,
      refresh: ['beirat.refresh'],
      open: ['beirat.show'],
    },
    invitation: {
      card: invitationCase,
      owners: ({ invitees }) => invitees.map(({ party }) => party),
      reply(meeting, viewer, context, showing) {
        const one = invitationOf(meeting, viewer.id, context);
        return one && invitationReply(meeting, one, viewer, context, showing);
      },
      // The verbs that show it are those of the act `open`, which remembers that it was opened.
      refresh: [],
    },
    // An item to be looked at before the invitations go out: nothing else of the meeting.
    review: {
      reply: (meeting, viewer, context, { remark }) =>
        reviewsReply(meeting, viewer.id, context, viewer.language, { remark }),
      refresh: [],
    },
    // What it recommends to a body, for those who answer: nothing else of the meeting.
    recommendations: {
      reply(meeting, viewer, context, { remark }) {
        const all = recommendationsFor([meeting], viewer.id, context, false);
        if (all.length === 0) return undefined;
        return recommendationsReply(all, viewer.id, context, viewer.language, { remark });
      },
      refresh: [],
    },
  },
  seenAs: meetingSeenAs,
  acts: [...acts, attach(cards?.limits), detach].map((act): AnyAct<Meeting, Context> => {
    const came = cards?.came[act.kind];
    return came ? ({ ...act, came } as AnyAct<Meeting, Context>) : act;
  }),
  ...(cards ? { openings: cards.openings, part: cards.part, looksUp: looksUp(cards) } : {}),
  onTime: meetingOnTime,
  dueAt: meetingDueAt,
  unchanged: () => unchanged,
});

/** What else there is, where a time or a place is chosen or shown: once members are invited only for a change. */
const looksUp =
  ({ booked, report }: Pick<Cards, 'booked' | 'report'>) =>
  async (meeting: Meeting, context: Context, act?: string): Promise<Context> => {
    if (act === 'hold' && !meeting.session && meeting.plan.items.some(({ shows }) => shows))
      return { ...context, report: await report(meeting, context) };
    return choosing.includes(meeting.state) || act === 'move' || act === 'relocate'
      ? { ...context, booked: await booked() }
      : context;
  };

const choosing: readonly State[] = ['planned', 'awaiting-approval', 'approved'];

/** What is said when an act changed nothing. */
export const unchanged = {
  de: 'Daran hat sich nichts geändert: Das war schon geschehen, oder die Karte war nicht mehr aktuell. So steht es jetzt.',
  en: 'Nothing has changed: this had happened already, or the card was out of date. This is how it stands now.',
};
