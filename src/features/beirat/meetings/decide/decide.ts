import type { Party } from '../../../../core/party.ts';
import type { Change } from '../../../../core/ports/store.ts';
import type { Context } from '../../board/context.ts';
import { amend, cancel, move, postpone, relocate } from '../acts/change.ts';
import { approve, edit, recall, submit, wish } from '../acts/draft.ts';
import { answerQuestion, reached, remind, resend } from '../acts/follow.ts';
import { complete, invite } from '../acts/invite.ts';
import { ask, open, reply } from '../acts/reply.ts';
import type { Meeting } from '../model.ts';
import { asChange, type Progress } from '../owing.ts';
import { isRecordAct } from '../record/act.ts';
import { recordAct } from '../record/decide.ts';
import type { Act } from './act.ts';

/**
 * What an act makes of a meeting, with the notices it owes. Pure; rights and people are those of the context.
 * @returns `undefined` when it changes nothing: a repetition, or an act on what has changed since
 * @throws {Refusal} when this party may not do it, or not now
 */
export function decide(meeting: Meeting, act: Act, by: Party, context: Context): Change<Meeting> | undefined {
  if (isLate(meeting, act)) return undefined;
  const progress = progressOf(meeting, act, by, context);
  return progress && asChange(progress, context);
}

function isLate({ draft, issue }: Meeting, act: Act): boolean {
  if ('draft' in act && act.draft !== undefined) return act.draft !== draft;
  return 'issue' in act && act.issue !== undefined && act.issue !== issue;
}

function progressOf(meeting: Meeting, act: Act, by: Party, context: Context): Progress | undefined {
  if (isRecordAct(act)) return recordAct(meeting, act, by, context);
  switch (act.kind) {
    case 'edit':
      return edit(meeting, act, by, context);
    case 'submit':
      return submit(meeting, by, context);
    case 'recall':
      return recall(meeting, by, context);
    case 'approve':
      return approve(meeting, by, context);
    case 'wish':
      return wish(meeting, act, by, context);
    case 'invite':
      return invite(meeting, by, context);
    case 'move':
      return move(meeting, act, by, context);
    case 'relocate':
      return relocate(meeting, act, by, context);
    case 'amend':
      return amend(meeting, act, by, context);
    case 'postpone':
      return postpone(meeting, act, by, context);
    case 'cancel':
      return cancel(meeting, act, by, context);
    case 'remind':
      return remind(meeting, by, context);
    case 'complete':
      return complete(meeting, by, context);
    case 'answer':
      return answerQuestion(meeting, act, by, context);
    case 'resend':
      return resend(meeting, act, by, context);
    case 'reached':
      return reached(meeting, act, by, context);
    case 'reply':
      return reply(meeting, act, by, context);
    case 'ask':
      return ask(meeting, act, by, context);
    case 'open':
      return open(meeting, by, context);
    default:
      return act satisfies never;
  }
}
