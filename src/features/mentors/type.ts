import type { CaseType } from '../../case/case-type.ts';
import type { World } from '../../case/world.ts';
import { accept, close, decline, withdraw } from './acts/answer.ts';
import { feedback } from './acts/feedback.ts';
import { mentoringDueAt, mentoringOnTime } from './deadlines.ts';
import { lateWords } from './labels.ts';
import { bookRef, type Mentoring, mentoringCase } from './model.ts';
import { mentoringSeenAs, noSuchMentoring } from './policy.ts';
import { mentoringRecord } from './record.ts';
import type { Sources } from './service.ts';
import { mentoringReply } from './views/case.ts';

/** Somebody asks a mentor for advice: `M-2026-0001`. */
export const mentoringType = (sources: Sources, newId: () => string): CaseType<Mentoring, World> => ({
  name: 'mentors.mentoring',
  record: mentoringRecord,
  missing: noSuchMentoring,
  views: {
    case: {
      card: mentoringCase,
      reply: mentoringReply(sources),
      refresh: ['mentors.refresh'],
      open: ['mentors.show'],
    },
  },
  seenAs: mentoringSeenAs,
  acts: [accept, decline, withdraw, close, feedback(newId)],
  beside: () => [bookRef],
  onTime: mentoringOnTime,
  dueAt: mentoringDueAt,
  unchanged: lateWords,
});
