import type { Party } from '../../../core/party.ts';
import type { Change, New } from '../../../core/ports/store.ts';
import { type Context, today } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import { actor, requireOffice } from '../board/rights.ts';
import { bySystem } from '../meetings/owing.ts';
import { begun, noted, type Steps, set, told, written } from '../meetings/steps.ts';
import {
  askedNow,
  type Choice,
  type DatePoll,
  isOpen,
  nextPollLook,
  type Option,
  pollAnswerCase,
  pollAnswerId,
  pollCase,
  reminderDay,
  silentIn,
} from './poll.ts';
import { choiceMissing, datePassed, noSuchDate, notAsked, pollOver } from './refusals.ts';

export type PollAct =
  | {
      readonly kind: 'answer';
      readonly choices: Readonly<Record<string, Choice>>;
      readonly note?: string;
      readonly via: 'teams' | 'mail';
    }
  /** Ends it before its time. */
  | { readonly kind: 'close' }
  /** This date it shall be. */
  | { readonly kind: 'take'; readonly option: string };

type Start = { readonly options: readonly Omit<Option, 'id'>[]; readonly replyBy: string };

/** A new poll; everybody who holds a seat is asked. @throws {Refusal} unless the office asks */
export function startedPoll(
  id: string,
  { options, replyBy }: Start,
  by: Party,
  context: Context,
): Change<DatePoll> {
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
  const started = noted(
    begun(poll),
    { ...actor(by), act: 'poll-started', facts: { dates: options.length } },
    context,
  );
  // Whoever starts it has the card before them already.
  const asked = askedNow(context).map(({ party }) => party);
  const others = asked.filter((party) => party !== by.id);
  const { doc, also } = asChange(told(started, others, { name: 'poll', key: 1 }, context), context);
  const { version: _, ...fresh } = doc as DatePoll;
  return { doc: fresh as New<DatePoll>, ...(also ? { also } : {}) };
}

/**
 * What an act makes of a poll.
 * @returns `undefined` when it changes nothing
 * @throws {Refusal} when this party may not do it, or not now
 */
export function decidePoll(
  poll: DatePoll,
  act: PollAct,
  by: Party,
  context: Context,
): Change<DatePoll> | undefined {
  const steps = stepsOf(poll, act, by, context);
  return steps && asChange(steps, context, act.kind === 'answer' ? [by.id] : undefined);
}

function stepsOf(poll: DatePoll, act: PollAct, by: Party, context: Context): Steps<DatePoll> | undefined {
  switch (act.kind) {
    case 'answer':
      return answer(poll, act, by, context);
    case 'close':
      requireOffice(by, context);
      return poll.state === 'ended' ? undefined : ended(poll, actor(by), 'poll-closed', context);
    case 'take':
      return take(poll, act.option, by, context);
    default:
      return act satisfies never;
  }
}

function answer(
  poll: DatePoll,
  act: Extract<PollAct, { kind: 'answer' }>,
  by: Party,
  context: Context,
): Steps<DatePoll> | undefined {
  if (!askedNow(context).some(({ party }) => party === by.id)) throw notAsked();
  if (!isOpen(poll, context)) throw pollOver();
  const known = new Set(poll.options.map(({ id }) => id));
  const given = Object.fromEntries(Object.entries(act.choices).filter(([id]) => known.has(id)));
  const before = poll.answers[by.id];
  const choices = { ...before?.choices, ...given };
  if (Object.keys(choices).length === 0) throw choiceMissing();
  // A typed answer says nothing about the remark that was made before.
  const note = act.note === undefined ? before?.note : act.note.trim();
  const next = { choices, ...(note ? { note } : {}), at: context.now, via: act.via };
  if (before && sameAnswer(before, next)) return undefined;
  const wasComplete = silentIn(poll, context).length === 0;
  const answered = noted(
    set(begun(poll), { answers: { ...poll.answers, [by.id]: next } }),
    {
      ...actor(by),
      act: before ? 'poll-answer-changed' : 'poll-answered',
      ...(note ? { note } : {}),
      facts: choices,
    },
    context,
  );
  if (wasComplete || silentIn(answered.doc, context).length > 0) return answered;
  return told(answered, [officeNow(context)], { name: 'poll-complete', key: 1, urgency: 'news' }, context);
}

const sameAnswer = (a: DatePoll['answers'][string], b: DatePoll['answers'][string]): boolean =>
  a.note === b.note &&
  Object.keys({ ...a.choices, ...b.choices }).every((id) => a.choices[id] === b.choices[id]);

function take(poll: DatePoll, option: string, by: Party, context: Context): Steps<DatePoll> | undefined {
  requireOffice(by, context);
  const wanted = poll.options.find(({ id }) => id === option);
  if (!wanted) throw noSuchDate(poll.options.length);
  if (wanted.day <= today(context)) throw datePassed();
  if (poll.chosen === option) return undefined;
  const facts = { day: wanted.day, time: wanted.time };
  return noted(
    set(begun(poll), { chosen: option, state: 'ended' }),
    { ...actor(by), act: 'poll-taken', facts },
    context,
  );
}

const ended = (
  poll: DatePoll,
  who: { readonly by: string; readonly byName: string },
  act: string,
  context: Context,
): Steps<DatePoll> =>
  noted(
    set(begun(poll), { state: 'ended' }),
    { ...who, act, facts: { answers: Object.keys(poll.answers).length } },
    context,
  );

/** What the morning brings: a reminder to the silent the day before the last, the result to the office after it. */
export function pollAtMorning(poll: DatePoll, context: Context): Change<DatePoll> | undefined {
  if (poll.state !== 'open') return asChange(begun(poll), context, []);
  if (!isOpen(poll, context)) {
    const over = ended(poll, bySystem, 'poll-ended', context);
    return asChange(told(over, [officeNow(context)], { name: 'poll-result', key: 1 }, context), context);
  }
  const day = reminderDay(poll);
  if (poll.reminded || day === undefined || today(context) < day) return asChange(begun(poll), context, []);
  const silent = silentIn(poll, context).map(({ party }) => party);
  const reminded = set(begun(poll), { reminded: true });
  if (silent.length === 0) return asChange(reminded, context, []);
  const entry = { ...bySystem, act: 'poll-reminded', facts: { members: silent.length } };
  return asChange(
    told(noted(reminded, entry, context), silent, { name: 'poll-reminder', key: 1 }, context),
    context,
    [],
  );
}

/** @param members whose cards are out of date; all when not given */
function asChange(steps: Steps<DatePoll>, context: Context, members?: readonly string[]): Change<DatePoll> {
  const { id } = steps.doc;
  const whose = members ?? askedNow(context).map(({ party }) => party);
  const cards = [
    { kind: pollCase, id },
    ...whose.map((party) => ({ kind: pollAnswerCase, id: pollAnswerId(id, party) })),
  ];
  return written(steps, cards, nextPollLook(steps.doc, context), context);
}
