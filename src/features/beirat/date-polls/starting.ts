import { labelOf } from '../../../core/case-number.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { requireOffice } from '../board/rights.ts';
import { contextAt, viewerOf } from '../meetings/desk.ts';
import { createdOnce } from '../meetings/numbered.ts';
import { proposedDays } from '../meetings/rhythm/proposed-days.ts';
import { startedPoll } from './decide.ts';
import { noSuchPoll, type PollDesk, pollCard } from './desk.ts';
import { type DatePoll, isOpen, pollCollection } from './poll.ts';
import { type PollEntries, pollFormReply, pollProblem, readPollForm, usualReplyBy } from './start-form.ts';

/** The form of a new poll, with dates that would fit. @throws {Refusal} unless the office asks */
export async function openPollForm(desk: PollDesk, turn: Turn): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  requireOffice(viewerOf(turn, desk), context);
  const { time } = context.rules.usual;
  const options = proposedDays(await desk.meetings.list(), context).map((day) => ({ day, time }));
  const entries = { form: desk.newId(), options, replyBy: usualReplyBy(options, context) };
  const running = (await openPolls(desk, turn)).at(-1);
  const remark = running && runningWords(running)[turn.language];
  return pollFormReply(entries, turn.language, time, remark);
}

const runningWords = (poll: DatePoll) => ({
  de: `Die Terminumfrage ${labelOf(poll)} läuft noch.`,
  en: `The date poll ${labelOf(poll)} is still under way.`,
});

/** Those that still take answers, the oldest first. */
export async function openPolls(desk: PollDesk, { at }: Pick<Turn, 'at'>): Promise<readonly DatePoll[]> {
  const polls = await desk.polls.list({ where: { state: 'open' } });
  return polls
    .filter((poll) => isOpen(poll, contextAt(desk, at)))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** Takes a filled-in form: back with what is wrong, or on to the poll. */
export async function startFromForm(
  desk: PollDesk,
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const entries = readPollForm(data);
  return entries ? startPoll(desk, turn, entries) : openPollForm(desk, turn);
}

/** Starts a poll, once for each form. */
export async function startPoll(desk: PollDesk, turn: Turn, given: PollEntries): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const entries = { ...given, replyBy: given.replyBy || usualReplyBy(given.options, context) };
  const problem = pollProblem(entries, context);
  if (problem) return pollFormReply(entries, turn.language, context.rules.usual.time, problem[turn.language]);
  const sending = { form: entries.form, by: by.id, at: turn.at };
  const id = await createdOnce(desk.forms, 'T', sending, (number) => {
    const { doc, also = [] } = startedPoll(number, entries, by, context);
    return [{ collection: pollCollection, doc: { ...doc } }, ...also];
  });
  const poll = await desk.polls.get(id);
  if (!poll) throw noSuchPoll(id);
  return pollCard(poll, by, context);
}
