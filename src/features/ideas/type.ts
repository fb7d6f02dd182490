import type { CaseType, Opening } from '../../case/case-type.ts';
import { fileWords } from '../../case/files.ts';
import { type FileLimits, usualLimits } from '../../core/files/sent.ts';
import { answer, ask, withdraw } from './acts/answer.ts';
import { evaluate } from './acts/evaluate.ts';
import { attach, detach } from './acts/files.ts';
import { merge, unmerge } from './acts/merge.ts';
import { present } from './acts/present.ts';
import { decline, finish, offer, recall, review } from './acts/review.ts';
import { score } from './acts/score.ts';
import { revisionIn } from './acts/steps.ts';
import { support, unsupport } from './acts/support.ts';
import type { Context } from './context.ts';
import { ideaDueAt, ideaOnTime } from './deadlines.ts';
import { briefCase, type Idea, ideaCase, isOver } from './model.ts';
import { ideaSeenAs } from './policy.ts';
import { ideaRecord } from './record.ts';
import { missingIdea } from './refusals.ts';
import { briefReply } from './views/brief.ts';
import { ideaReply, type Offering } from './views/idea.ts';
import { lateRemark, overRemark } from './views/news.ts';

export type IdeaTypePorts = Offering & {
  /** Goes on to the form of the request that an idea becomes. */
  readonly openRequest: Opening['open'];
  /** Shows the files of an idea; absent where none are kept. */
  readonly openFiles?: Opening['open'] | undefined;
  readonly limits?: FileLimits | undefined;
};

/** A proposal and what came of it: `ID-2026-0007`. Everybody may read it, who has to do with it sees more. */
export function ideaType({
  openRequest,
  openFiles,
  limits = usualLimits,
  ...offering
}: IdeaTypePorts): CaseType<Idea, Context> {
  const reply = ideaReply({ ...offering, hasFiles: openFiles !== undefined });
  return {
    name: 'ideas.idea',
    record: ideaRecord,
    missing: missingIdea,
    views: {
      idea: { card: ideaCase, reply, refresh: ['ideas.refresh'], open: ['ideas.show'] },
      brief: { card: briefCase, isExcerpt: true, refresh: ['ideas.refresh-brief'], reply: briefReply },
      // Without names, questions and one's own score: nobody who has a part in it is asked for.
      public: { anywhere: true, reply, refresh: [] },
    },
    seenAs: ideaSeenAs,
    acts: [
      unsupport,
      support,
      ask,
      answer,
      withdraw,
      review,
      decline,
      merge,
      unmerge,
      offer,
      recall,
      present,
      evaluate,
      score,
      finish,
      attach(limits),
      detach,
    ],
    openings: [
      {
        verb: 'ideas.hand-over',
        de: 'antrag(?: daraus)?(?: machen)?',
        en: 'make (?:it )?a request|request',
        rest: 'becomes',
        open: openRequest,
      },
      ...(openFiles ? [{ verb: 'ideas.files', ...fileWords, open: openFiles }] : []),
    ],
    // A merge can be undone; nothing else happens to what has ended.
    isClosed: (idea) => isOver(idea) && idea.brought === undefined,
    onTime: ideaOnTime,
    dueAt: ideaDueAt,
    unchanged: (idea, _kind, data) => lateRemark(idea, revisionIn(data)) ?? overRemark(idea),
  };
}
