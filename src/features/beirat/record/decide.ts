import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import { requireOffice, requireState } from '../decide/rights.ts';
import type { Meeting } from '../meeting.ts';
import type { Progress } from '../owing.ts';
import type { RecordAct } from './act.ts';

/** What an act of recording makes of a meeting. */
export function recordAct(
  meeting: Meeting,
  act: RecordAct,
  by: Party,
  context: Context,
): Progress | undefined {
  requireOffice(by, context);
  requireState(meeting, 'held');
  return act.kind === 'close' ? undefined : undefined;
}
