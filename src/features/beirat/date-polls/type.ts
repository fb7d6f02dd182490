import type { CaseType } from '../../../case/case-type.ts';
import type { Context } from '../board/context.ts';
import { answer, partiesAsked } from './acts/answer.ts';
import { close } from './acts/close.ts';
import { extend } from './acts/extend.ts';
import { type PlanMeeting, take } from './acts/take.ts';
import { pollDueAt, pollOnTime } from './deadlines.ts';
import { type DatePoll, pollAnswerCase, pollCase } from './model.ts';
import { pollSeenAs } from './policy.ts';
import { pollRecord } from './record.ts';
import { pollAnswerReply } from './views/answer.ts';
import { pollReply } from './views/office.ts';

/** Finding a date with the members of the Beirat: `T-2026-1`. */
export const pollType = (planMeeting: PlanMeeting): CaseType<DatePoll, Context> => ({
  name: 'beirat.poll',
  record: pollRecord,
  missing: (label) => ({
    de: `Eine Terminumfrage ${label}, an der Sie beteiligt sind, finde ich nicht. „Terminumfrage“ zeigt die laufende.`,
    en: `I find no date poll ${label} that concerns you. “Date poll” shows the one under way.`,
  }),
  views: {
    office: { card: pollCase, reply: pollReply, refresh: ['beirat.poll-show'] },
    answer: {
      card: pollAnswerCase,
      owners: (_poll, context) => partiesAsked(context),
      reply: pollAnswerReply,
      refresh: ['beirat.poll-answer-show'],
      open: ['beirat.poll-mine'],
    },
  },
  seenAs: pollSeenAs,
  acts: [answer, close, extend, take(planMeeting)],
  onTime: pollOnTime,
  dueAt: pollDueAt,
});
