import type { CaseType, Opening } from '../../../case/case-type.ts';
import type { Context } from '../board/context.ts';
import { approve } from './acts/approve.ts';
import { edit, recall, submit, wish } from './acts/draft.ts';
import { object, vote } from './acts/vote.ts';
import { withdraw } from './acts/withdraw.ts';
import { circulationDueAt, circulationOnTime } from './deadlines.ts';
import { ballotCase, type Circulation, circulationCase } from './model.ts';
import { ballotOwners, circulationSeenAs } from './policy.ts';
import { circulationRecord } from './record.ts';
import { ballotReply } from './views/ballot.ts';
import { circulationReply } from './views/office.ts';

/** A resolution of the Beirat without a meeting: `U-2026-1`. @param openForm opens the form of a draft */
export const circulationType = (openForm: Opening['open']): CaseType<Circulation, Context> => ({
  name: 'beirat.circulation',
  record: circulationRecord,
  missing: (label) => ({
    de: `Den Umlaufbeschluss ${label} gibt es nicht, oder Sie haben keinen Zugriff. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.`,
    en: `I find no circular resolution ${label} that concerns you. The board’s office answers questions.`,
  }),
  views: {
    office: {
      card: circulationCase,
      reply: circulationReply,
      refresh: ['beirat.circulation-show'],
      open: ['beirat.circulation-open'],
    },
    ballot: {
      card: ballotCase,
      owners: ballotOwners,
      reply: ballotReply,
      refresh: ['beirat.circulation-vote-show'],
      open: ['beirat.circulation-ballot'],
    },
  },
  seenAs: circulationSeenAs,
  acts: [edit, submit, recall, approve, wish, withdraw, vote, object],
  openings: [{ verb: 'beirat.circulation-edit', de: 'bearbeiten', en: 'edit', form: true, open: openForm }],
  onTime: circulationOnTime,
  dueAt: circulationDueAt,
});
