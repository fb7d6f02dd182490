import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { requireOffice } from '../../board/rights.ts';
import { attend, end, hold } from '../acts/hold.ts';
import { conflict, item, note } from '../acts/items.ts';
import { answerObjection, close, object, sendMinutes } from '../acts/minutes.ts';
import { resolutionDone, resolve } from '../acts/resolve.ts';
import type { Meeting } from '../model.ts';
import type { Progress } from '../owing.ts';
import type { RecordAct } from './act.ts';

/** What an act of recording makes of a meeting. All but objections are the office's. */
export function recordAct(
  meeting: Meeting,
  act: RecordAct,
  by: Party,
  context: Context,
): Progress | undefined {
  if (act.kind === 'object') return object(meeting, act, by, context);
  requireOffice(by, context);
  if ('record' in act && act.record !== undefined && act.record !== (meeting.session?.draft ?? 0))
    return undefined;
  switch (act.kind) {
    case 'hold':
      return hold(meeting, act, by, context);
    case 'attend':
      return attend(meeting, act, by, context);
    case 'item':
      return item(meeting, act, by, context);
    case 'conflict':
      return conflict(meeting, act, by, context);
    case 'note':
      return note(meeting, act, by, context);
    case 'resolve':
      return resolve(meeting, act, by, context);
    case 'end':
      return end(meeting, act, by, context);
    case 'send-minutes':
      return sendMinutes(meeting, act, by, context);
    case 'answer-objection':
      return answerObjection(meeting, act, by, context);
    case 'close':
      return close(meeting, by, context);
    case 'resolution-done':
      return resolutionDone(meeting, act, by, context);
    default:
      return act satisfies never;
  }
}
