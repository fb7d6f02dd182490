import { decideAct, decideTime, firstWrite } from '../../../../src/case/cases.ts';
import type { Party } from '../../../../src/core/party.ts';
import type { Change } from '../../../../src/core/ports/store.ts';
import type { Context } from '../../../../src/features/beirat/board/context.ts';
import { started } from '../../../../src/features/beirat/date-polls/acts/start.ts';
import type { Choice, DatePoll } from '../../../../src/features/beirat/date-polls/model.ts';
import { pollType } from '../../../../src/features/beirat/date-polls/type.ts';
import { outcomeOf } from '../../../support/outcome.ts';
import { contextAt, party, type Staffing, wednesday } from '../world.ts';

const type = pollType(async () => {
  throw new Error('nobody plans here');
});

export type PollAct =
  | {
      readonly kind: 'answer';
      readonly choices: Readonly<Record<string, Choice>>;
      readonly note?: string;
      readonly via: 'teams' | 'mail';
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'extend'; readonly until?: string }
  | { readonly kind: 'take'; readonly option: string };

/** What an act makes of a poll, as a card or a page would carry it. */
export function decidePoll(poll: DatePoll, act: PollAct, by: Party, context: Context) {
  if (act.kind !== 'answer') return decideAct(type, poll, act, by, context);
  const { choices, via, ...rest } = act;
  const fields = Object.entries(choices).map(([id, choice]) => [`choice_${id}`, choice]);
  return decideAct(type, poll, { ...rest, ...Object.fromEntries(fields) }, { ...by, via }, context);
}

export const pollAtMorning = (poll: DatePoll, context: Context) => decideTime(type, poll, context);
export const startedPoll = (id: string, start: typeof dates, by: Party, context: Context) =>
  firstWrite(type, started(id, start, by, context), context);

/** Two Thursdays, answers for a week. */
export const dates = {
  options: [
    { day: '2026-12-17', time: '14:00' },
    { day: '2026-12-10', time: '14:00' },
  ],
  replyBy: '2026-12-02',
};

export const startedAt = (
  now = wednesday,
  staffing?: Staffing,
  more: Partial<typeof dates> = {},
): DatePoll => ({
  ...startedPoll('T-2026-1', { ...dates, ...more }, party('lotse'), contextAt(now, staffing)).doc,
  version: 1,
});

export const says = (...choices: readonly Choice[]): PollAct => ({
  kind: 'answer',
  choices: Object.fromEntries(choices.map((choice, at) => [String(at + 1), choice])),
  via: 'teams',
});

export const after = (poll: DatePoll, change: Change<DatePoll> | undefined): DatePoll =>
  change ? { ...change.doc, version: poll.version + 1 } : poll;

export const allSaid = (
  poll: DatePoll,
  acts: readonly (readonly [who: string, act: PollAct])[],
  now = wednesday,
  staffing?: Staffing,
): DatePoll =>
  acts.reduce(
    (current, [who, act]) => after(current, decidePoll(current, act, party(who), contextAt(now, staffing))),
    poll,
  );

/** What becomes of an act: the new state, `nothing`, or the code of the refusal. */
export const outcome = (poll: DatePoll, act: PollAct, who: string, now = wednesday): string =>
  outcomeOf(() => decidePoll(poll, act, party(who), contextAt(now)));
