import type { Context } from '../board/context.ts';
import { isOffice } from '../board/members.ts';
import { askedNow, type DatePoll } from './model.ts';

/** The office sees how the dates stand, whoever holds a seat their own answer; nobody else sees anything. */
export function pollSeenAs(
  _poll: DatePoll,
  party: string,
  context: Context,
): 'office' | 'answer' | undefined {
  if (isOffice(party, context)) return 'office';
  return isAsked(party, context) ? 'answer' : undefined;
}

export const isAsked = (party: string, context: Context): boolean =>
  askedNow(context).some((one) => one.party === party);
