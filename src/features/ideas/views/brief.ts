import type { Showing } from '../../../case/case-type.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { shortened } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { type Tone, toneOf } from '../labels.ts';
import { briefCase, type Idea } from '../model.ts';
import { topicName } from '../topics.ts';
import { stateOf } from './parts.ts';

/** Card `ideas/brief`: news that is pushed. What happened, at a glance; once it is old, only where the idea stands now. */
export type BriefView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly subtitle: string;
  readonly title: string;
  readonly state: string;
  readonly tone: Tone;
  readonly happened?: string | undefined;
  /** The idea that a merged one goes on in. */
  readonly into?: string | undefined;
};

export function briefReply(
  idea: Idea,
  { language }: Addressee,
  _context: Context,
  { remark }: Showing,
): Reply {
  const view: BriefView = {
    roles: [],
    id: idea.id,
    subtitle: `${idea.id} · ${topicName(idea.topic)[language]}`,
    title: shortened(idea.title, 60),
    state: stateOf(idea, language),
    tone: toneOf(idea),
    happened: remark === undefined ? undefined : shortened(remark, 320),
    into: idea.duplicateOf,
  };
  return {
    card: 'ideas/brief',
    data: view,
    summary: `${idea.id} ${idea.title}: ${view.state}`,
    language,
    about: { kind: briefCase, id: idea.id },
  };
}
