import type { CaseType, Opening } from '../../../case/case-type.ts';
import { fileWords } from '../../../case/files.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Agenda, Context } from '../board/context.ts';
import { decline, withdraw } from './acts/decide.ts';
import { demand, undemand } from './acts/demand.ts';
import { attach, detach } from './acts/files.ts';
import { topicDueAt, topicOnTime } from './deadlines.ts';
import { type Topic, topicCase } from './model.ts';
import { topicSeenAs } from './policy.ts';
import { topicRecord } from './record.ts';
import { topicReply } from './views/topic.ts';

export type TopicPorts = {
  /** Puts it on the agenda of a meeting that is being planned. */
  readonly accept: Opening['open'];
  /** Meetings whose agenda is not sent yet, the next one first. */
  readonly agendas: () => Promise<readonly Agenda[]>;
  /** Shows its files; absent where none are kept. */
  readonly openFiles?: Opening['open'] | undefined;
  readonly limits?: FileLimits | undefined;
};

/** A topic that a member or an office proposes for the agenda: `TV-2026-1`. */
export const topicType = ({ accept, agendas, openFiles, limits }: TopicPorts): CaseType<Topic, Context> => ({
  name: 'beirat.topic',
  record: topicRecord,
  missing: (label) => ({
    de: `Den Themenvorschlag ${label} gibt es nicht, oder Sie haben keinen Zugriff. Ihre eigenen zeigt „Meine Themenvorschläge“.`,
    en: `There is no topic proposal ${label}, or you have no access. “My topic proposals” shows yours.`,
  }),
  views: {
    topic: {
      card: topicCase,
      reply: topicReply,
      refresh: ['beirat.topic-show'],
      open: ['beirat.topic-open'],
    },
  },
  seenAs: topicSeenAs,
  acts: [decline, withdraw, undemand, demand, attach(limits), detach],
  openings: [
    { verb: 'beirat.topic-accept', de: 'aufnehmen|übernehmen', en: 'take|accept', open: accept },
    ...(openFiles ? [{ verb: 'beirat.topic-files', ...fileWords, open: openFiles }] : []),
  ],
  looksUp: async (_topic, context) => ({ ...context, agendas: await agendas() }),
  onTime: topicOnTime,
  dueAt: topicDueAt,
});
