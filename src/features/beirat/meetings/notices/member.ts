import type { Addressee, Letter, Notice, NoticeKind, Said } from '../../../../core/notice.ts';
import { type Text, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { isInBeirat } from '../../board/members.ts';
import { topicLink } from '../../board/topic-link.ts';
import type { MeetingDesk } from '../desk.ts';
import { dispatchWords } from '../labels.ts';
import type { MemberNotice } from '../ledger.ts';
import { calendarFor, takenBack } from '../letters/calendar.ts';
import {
  answerLetter,
  cancellationLetter,
  invitationLetter,
  releasedLetter,
  reminderLetter,
  type Writing,
} from '../letters/letter.ts';
import { changeSentence, dateTaken } from '../letters/texts.ts';
import { packLink, replyLink } from '../links.ts';
import type { Invitee, Meeting } from '../model.ts';
import { hasBegun } from '../policy.ts';
import { invitationReply } from '../views/invitation.ts';

/** One member's part of a meeting at the moment of sending. */
type Case = {
  readonly meeting: Meeting;
  readonly one: Invitee;
  readonly notice: Notice;
  readonly context: Context;
};
type Told = { readonly letter: Letter; readonly remark?: string | undefined };

/** What is said; `undefined` when something newer says it, or there is nothing left to say. */
type Row = {
  readonly title: Text;
  readonly repeatable: boolean;
  readonly fits: (told: Case) => boolean;
  readonly says: (writing: Writing, told: Case) => Told;
  /** Over: no page to answer on. */
  readonly isOver?: true;
};

const isCurrent = ({ meeting, one, notice }: Case): boolean =>
  meeting.state === 'invited' && !one.releasedAt && notice.facts?.issue === meeting.issue;

const invitation: Omit<Row, 'title'> = {
  repeatable: true,
  fits: isCurrent,
  says: (writing) => ({ letter: invitationLetter(writing) }),
};

/** `minutes` is said by the part that owns the record. */
type Name = Exclude<keyof typeof dispatchWords, 'minutes'> | Exclude<MemberNotice, 'objection-answered'>;

const rows: Readonly<Record<Name, Row>> = {
  invitation: { title: dispatchWords.invitation, ...invitation },
  deputy: { title: dispatchWords.deputy, ...invitation },
  change: { title: dispatchWords.change, ...invitation },
  released: {
    title: dispatchWords.released,
    repeatable: true,
    isOver: true,
    fits: ({ one }) => one.releasedAt !== undefined,
    says: (writing) => ({ letter: releasedLetter(writing) }),
  },
  cancellation: {
    title: dispatchWords.cancellation,
    repeatable: true,
    isOver: true,
    // Said also when a new date is known already: the old one must leave the calendars.
    fits: ({ meeting, notice }) => takenBack(meeting, notice) !== undefined,
    says: (writing, { meeting, notice }) => cancellation(writing, meeting, notice),
  },
  reminder: {
    title: dispatchWords.reminder,
    repeatable: false,
    fits: (told) => isCurrent(told) && !told.one.reply && !hasBegun(told.meeting, told.context),
    says: (writing) => ({
      letter: reminderLetter(writing),
      remark: wordsIn(writing.language)(
        'Erinnerung: Ihre Antwort fehlt noch. Davon hängt ab, ob die Sitzung beschlussfähig ist.',
        'Reminder: your answer is still missing. Whether the meeting has a quorum depends on it.',
      ),
    }),
  },
  answer: {
    title: { de: 'Antwort auf eine Frage', en: 'Answer to a question' },
    repeatable: true,
    fits: ({ meeting, notice }) => questionOf(meeting, notice)?.answer !== undefined,
    says: (writing, { meeting, notice }) => {
      const question = questionOf(meeting, notice);
      if (!question) throw new Error('there is no such question');
      return {
        letter: answerLetter(writing, question),
        remark: wordsIn(writing.language)('Ihre Frage ist beantwortet.', 'Your question has been answered.'),
      };
    },
  },
};

const questionOf = ({ questions }: Meeting, { facts }: Notice) =>
  questions.find(({ n }) => n === facts?.question);

function cancellation(writing: Writing, meeting: Meeting, notice: Notice): Told {
  const off = takenBack(meeting, notice);
  if (!off) throw new Error('nothing was taken back');
  const letter = cancellationLetter(writing, {
    state: off.act === 'postponed' ? 'postponed' : 'cancelled',
    taken: dateTaken(meeting, off),
    reason: off.note ?? '',
  });
  return { letter, remark: changeSentence(meeting, off, writing.language) };
}

/** What members are told by way of the outbox. */
export const memberNotices = (desk: MeetingDesk): readonly NoticeKind[] =>
  Object.entries(rows).map(([name, row]) => ({
    kind: `beirat.${name}`,
    title: row.title,
    repeatable: row.repeatable,
    async say(notice, to, now): Promise<Said | undefined> {
      const meeting = await desk.meetings.collection.get(notice.ref);
      const one = meeting?.invitees.find(({ party }) => party === notice.recipient);
      if (!meeting || !one) return undefined;
      const context = desk.meetings.contextAt(now.toISOString());
      // Who has left the Beirat hears only that it is over.
      if (!row.isOver && !isInBeirat(one.party, context)) return undefined;
      const told = { meeting, one, notice, context };
      return row.fits(told) ? said(desk, row, told, to) : undefined;
    },
  }));

async function said(desk: MeetingDesk, row: Row, told: Case, to: Addressee): Promise<Said> {
  const { meeting, one, notice, context } = told;
  const hasMail = desk.directory.person(one.party)?.email !== undefined;
  const link = hasMail && !row.isOver ? await replyLink(desk.links, meeting, to) : undefined;
  const pack = link ? await packLink(desk.links, meeting, to, context.now) : undefined;
  const mayPropose = link !== undefined && context.rules.topics.by !== 'nobody';
  const topics = mayPropose ? await topicLink(desk.links, to, context.now) : undefined;
  const { letter, remark } = row.says(
    { meeting, one, context, language: to.language, link, pack, topics, readsMailbox: desk.readsMailbox },
    told,
  );
  const calendar = calendarFor(desk, meeting, one, notice, to);
  const can = desk.meetings.can(meeting, to, context);
  const reply = invitationReply(meeting, one, to, context, { remark, can });
  return {
    reply: { ...reply, summary: letter.subject },
    letter: { ...letter, thread: meeting.id, ...(calendar ? { calendar } : {}) },
  };
}
