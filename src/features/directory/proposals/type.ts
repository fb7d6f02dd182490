import type { CaseType } from '../../../case/case-type.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { enter, reject, release, retry, withdraw } from './acts/answer.ts';
import { briefReply } from './brief.ts';
import { type Context, type Proposal, proposalBrief, proposalCase } from './model.ts';
import { proposalSeenAs } from './policy.ts';
import { proposalRecord } from './record.ts';
import { proposalReply } from './view.ts';

/** Somebody says that something in the directory is not right: `V-2026/1`. Nothing happens to it by time. */
export const proposalType = (proposals: () => Collection<Proposal>): CaseType<Proposal, Context> => ({
  name: 'directory.proposal',
  record: proposalRecord,
  missing: (label) => ({
    de: `Einen Vorschlag ${label}, der Sie betrifft, finde ich nicht. Neue machen Sie an einer Antwort: „Stimmt nicht?“.`,
    en: `I find no proposal ${label} that concerns you. You make new ones at an answer: “Not right?”.`,
  }),
  views: {
    case: {
      card: proposalCase,
      refresh: ['directory.refresh-proposal'],
      reply: proposalReply(proposals),
    },
    brief: {
      card: proposalBrief,
      isExcerpt: true,
      refresh: ['directory.refresh-brief-proposal'],
      reply: briefReply(proposals),
    },
  },
  seenAs: proposalSeenAs,
  acts: [release, reject, enter, retry, withdraw],
  onTime: () => undefined,
  dueAt: () => undefined,
});
