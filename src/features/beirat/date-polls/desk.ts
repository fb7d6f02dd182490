import type { Addressee } from '../../../core/notice.ts';
import type { Party } from '../../../core/party.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Context } from '../board/context.ts';
import { isOffice } from '../board/members.ts';
import { contextAt } from '../meetings/desk.ts';
import type { PlanDesk } from '../meetings/plan/planning.ts';
import { pollAnswerReply } from './answer-view.ts';
import { decidePoll, type PollAct } from './decide.ts';
import { pollReply } from './grid-view.ts';
import { askedNow, type DatePoll } from './poll.ts';

export type PollDesk = PlanDesk & { readonly polls: Collection<DatePoll> };

/** The office sees how the dates stand, whoever holds a seat their own answer; nobody else sees anything. */
export function pollSeeing(party: string, context: Context): 'office' | 'member' | undefined {
  if (isOffice(party, context)) return 'office';
  return askedNow(context).some((one) => one.party === party) ? 'member' : undefined;
}

/** @throws {Refusal} when there is no such poll or it does not concern this party: the same no for both */
export async function visiblePoll(desk: PollDesk, id: string, party: string, at: string): Promise<DatePoll> {
  const poll = await desk.polls.get(id);
  if (!poll || !pollSeeing(party, contextAt(desk, at))) throw noSuchPoll(id);
  return poll;
}

/** Does something with a poll. @throws {Refusal} as {@link visiblePoll}, and what the decision refuses */
export async function actOnPoll(
  desk: PollDesk,
  by: Party,
  id: string,
  act: PollAct,
  at: string,
): Promise<DatePoll> {
  await visiblePoll(desk, id, by.id, at);
  return (await desk.polls.change(id, (current) => decidePoll(current, act, by, contextAt(desk, at)))).doc;
}

/** The poll as this person sees it. @param asMember the own answer, also for the office */
export function pollCard(
  poll: DatePoll,
  viewer: Addressee,
  context: Context,
  { remark, asMember = false }: { readonly remark?: string | undefined; readonly asMember?: boolean } = {},
): Reply {
  const isMember = asMember || pollSeeing(viewer.id, context) === 'member';
  return isMember
    ? pollAnswerReply(poll, viewer, context, { remark })
    : pollReply(poll, viewer, context, { remark });
}

export const noSuchPoll = (id: string) =>
  new Refusal('no-such-poll', {
    de: `Eine Terminumfrage ${id.replace(/-(\d+)$/, '/$1')}, an der Sie beteiligt sind, finde ich nicht. „Terminumfrage“ zeigt die laufende.`,
    en: `I find no date poll ${id.replace(/-(\d+)$/, '/$1')} that concerns you. “Date poll” shows the one under way.`,
  });
