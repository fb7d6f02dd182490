import type { Cases } from '../../../case/cases.ts';
import { firstWrite } from '../../../case/cases.ts';
import { createdOnce } from '../../../case/create.ts';
import { labelOf } from '../../../core/case-number.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { TextTurn, Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { againstDay, againstText, codesOf, isSchoolHoliday } from '../board/against.ts';
import type { Context } from '../board/context.ts';
import { type BoardDesk, contextAt, viewerOf } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { requireOffice } from '../board/rights.ts';
import { started } from './acts/start.ts';
import {
  againstDates,
  type PollEntries,
  pollFormReply,
  pollWrong,
  readPollForm,
  usualReplyBy,
} from './form.ts';
import { type DatePoll, isOpen, pollCollection } from './model.ts';
import { readDates } from './reading.ts';

/** Days that would suit the next meeting. */
export type ProposedDays = (context: Context) => Promise<readonly string[]>;

export type StartDesk = BoardDesk & {
  readonly polls: Cases<DatePoll, Context>;
  readonly proposedDays: ProposedDays;
};

const words = /^\s*(?:neue\s+)?(?:terminumfrage|date poll)(?:[\s?!.]*$|[\s:,]+(?<dates>\S.*)$)/is;
const datesIn = (typed: string): string => words.exec(typed)?.groups?.dates?.replace(/^[?!.]+$/, '') ?? '';

export const startIntent = (desk: StartDesk): Intent => ({
  id: 'beirat.poll',
  title: { de: 'Einen Termin mit den Mitgliedern finden', en: 'Find a date with the members' },
  examples: {
    de: ['Terminumfrage', 'Terminumfrage 10.12.2026 14:00, 17.12.2026 14:00'],
    en: ['Date poll', 'Date poll 10.12.2026 14:00, 17.12.2026 14:00'],
  },
  acts: (typed) => datesIn(typed) !== '',
  match: (typed) => {
    const dates = datesIn(typed);
    return words.test(typed) && (dates === '' || readDates(dates, '00:00') !== undefined);
  },
  inMenu: false,
  usefulTo: (turn) => isOffice(viewerOf(turn, desk).id, contextAt(desk, turn.at)),
  handle: (turn) => withRefusal(turn, () => typedStart(desk, turn)),
});

export const startActions = (desk: StartDesk): readonly Action[] => [
  { verb: 'beirat.poll-form', form: true, handle: (turn) => openPollForm(desk, turn) },
  { verb: 'beirat.poll-start', handle: async (turn) => inPlace(await startFromForm(desk, turn, turn.data)) },
];

async function typedStart(desk: StartDesk, turn: TextTurn): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const dates = datesIn(turn.text);
  if (!dates) {
    const running = (await openPolls(desk, turn)).at(-1);
    return running && !isOffice(viewerOf(turn, desk).id, context)
      ? desk.polls.show(turn, running.id)
      : openPollForm(desk, turn);
  }
  const read = readDates(dates, context.rules.usual.time);
  // The same message delivered twice starts one poll.
  const form = desk.digest(JSON.stringify(['poll', turn.id, turn.actor.id, turn.text])).slice(0, 40);
  return startPoll(desk, turn, { form, options: read?.options ?? [], replyBy: read?.replyBy ?? '' });
}

/** The form of a new poll, with dates that would fit. @throws {Refusal} unless the office asks */
async function openPollForm(desk: StartDesk, turn: Turn): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  requireOffice(viewerOf(turn, desk), context);
  const { time } = context.rules.usual;
  const options = (await desk.proposedDays(context)).map((day) => ({ day, time }));
  const entries = { form: desk.newId(), options, replyBy: usualReplyBy(options, context) };
  const running = (await openPolls(desk, turn)).at(-1);
  const remark = running && runningWords(running)[turn.language];
  return pollFormReply(entries, turn.language, time, { remark });
}

const runningWords = (poll: DatePoll) => ({
  de: `Die Terminumfrage ${labelOf(poll)} läuft noch.`,
  en: `The date poll ${labelOf(poll)} is still under way.`,
});

/** Those that still take answers, the oldest first. */
async function openPolls(desk: StartDesk, { at }: Pick<Turn, 'at'>): Promise<readonly DatePoll[]> {
  const polls = await desk.polls.collection.list({ where: { state: 'open' } });
  return polls
    .filter((poll) => isOpen(poll, contextAt(desk, at)))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

/** Takes a filled-in form: back with what is wrong, or on to the poll. */
async function startFromForm(
  desk: StartDesk,
  turn: Turn,
  data: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const entries = readPollForm(data);
  return entries ? startPoll(desk, turn, entries) : openPollForm(desk, turn);
}

/** Starts a poll, once for each form. */
async function startPoll(desk: StartDesk, turn: Turn, given: PollEntries): Promise<Reply> {
  const { polls } = desk;
  const context = contextAt(desk, turn.at);
  const by = viewerOf(turn, desk);
  requireOffice(by, context);
  const entries = { ...given, replyBy: given.replyBy || usualReplyBy(given.options, context) };
  const wrong = pollWrong(entries, context);
  const { time } = context.rules.usual;
  if (wrong.length > 0) return pollFormReply(entries, turn.language, time, { wrong });
  const found = againstDates(entries.options, context);
  const unseen = found.filter(({ code }) => !given.seen?.includes(code));
  // Whom school holidays keep is what a poll finds out: they are said and hold nothing up.
  if (unseen.some((one) => !isSchoolHoliday(one))) {
    const said = { remark: againstText(found)[turn.language], against: codesOf(found) };
    return pollFormReply(entries, turn.language, time, said);
  }
  const sending = { form: entries.form, by: by.id, at: turn.at };
  const id = await createdOnce(desk.forms, { letter: 'T', counter: 'date-polls' }, sending, (number) => {
    const { doc, also = [] } = firstWrite(
      polls.type,
      started(number, { ...entries, against: found }, by, context),
      context,
    );
    return [{ collection: pollCollection, doc: { ...doc } }, ...also];
  });
  // Who answers on a Sunday may; the office should know that nobody has to.
  const last = againstDay(entries.replyBy, context).filter((one) => !isSchoolHoliday(one));
  const remark = [
    ...unseen.map(({ text }) => text[turn.language]),
    ...last.map(
      ({ text }) =>
        `${turn.language === 'de' ? 'Letzter Tag für Antworten' : 'Last day for answers'}: ${text[turn.language]}`,
    ),
  ].join(' ');
  return polls.show(turn, id, remark === '' ? {} : { remark });
}
