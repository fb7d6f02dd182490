import { type Decision, deciding, notified, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import { type Against, despite } from '../../board/against.ts';
import type { Context } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import type { DatePoll, Option } from '../model.ts';
import { partiesAsked } from './answer.ts';

type Start = {
  readonly options: readonly Omit<Option, 'id'>[];
  readonly replyBy: string /** What speaks against the dates and was seen. */;
  readonly against?: readonly Against[];
};

/** A new poll; everybody who holds a seat is asked. @throws {Refusal} unless the office asks */
export function started(
  id: string,
  { options, replyBy, against = [] }: Start,
  by: Party,
  context: Context,
): Decision<DatePoll> {
  requireOffice(by, context);
  const sorted = [...options].sort((a, b) => `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`));
  const poll: DatePoll = {
    id,
    version: 0,
    state: 'open',
    options: sorted.map(({ day, time }, at) => ({ id: String(at + 1), day, time })),
    replyBy,
    answers: {},
    reminded: false,
    history: [],
    createdBy: by.id,
    createdAt: context.now,
    changedAt: context.now,
  };
  const begun = recorded(deciding(poll), {
    ...actor(by),
    act: 'poll-started',
    facts: { dates: options.length, ...despite(against) },
  });
  // Whoever starts it has the card before them already.
  const others = partiesAsked(context).filter((party) => party !== by.id);
  return notified(begun, others, { name: 'poll', key: 1 });
}
