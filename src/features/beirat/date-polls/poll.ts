import { z } from 'zod';
import { daysBefore, momentOf } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Context, today } from '../board/context.ts';
import { composition } from '../board/members.ts';

/** `maybe`: "zur Not". */
export const choices = ['yes', 'maybe', 'no'] as const;
export type Choice = (typeof choices)[number];

/** A date that is asked about; its id is its place in the list, from 1. */
export const Option = z.strictObject({ id: z.string(), day: z.string(), time: z.string() });
export type Option = z.infer<typeof Option>;

export const Answer = z.strictObject({
  /** By the id of the date. A date that is not there was left open. */
  choices: z.record(z.string(), z.enum(choices)),
  note: z.string().optional(),
  at: z.string(),
  via: z.enum(['teams', 'mail']),
});
export type Answer = z.infer<typeof Answer>;

const Entry = z.custom<HistoryEntry>((value) => typeof (value as HistoryEntry | null)?.hash === 'string');

/** Asks the members when they can come. Who is asked are the holders of the seats, as the directory knows them. */
export const DatePoll = z.strictObject({
  /** `T-2026-1`; people read `T-2026/1`. */
  id: z.string(),
  version: z.number(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  state: z.enum(['open', 'ended']),
  options: z.array(Option),
  /** Last day for answers in Koblenz. */
  replyBy: z.string(),
  /** By party. */
  answers: z.record(z.string(), Answer),
  /** The silent have been reminded. */
  reminded: z.boolean(),
  /** The date that the office took, by its id. */
  chosen: z.string().optional(),
  history: z.array(Entry),
  createdBy: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
});
export type DatePoll = z.infer<typeof DatePoll>;
export const pollCollection = 'date-polls';

/** The card of the office, and the card of one member (`T-2026-1 party`). */
export const pollCase = 'date-poll';
export const pollAnswerCase = 'date-answer';
export const pollAnswerId = (poll: string, party: string): string => `${poll} ${party}`;

export const mostOptions = 5;

/** Somebody who is asked: the holder of a seat now. */
export type Asked = {
  readonly party: string;
  readonly name: string;
  readonly seat: string;
  readonly isChair: boolean;
  readonly voting: boolean;
  readonly hasDeputy: boolean;
};

export const askedNow = (context: Context): readonly Asked[] =>
  composition(context, today(context)).flatMap(({ seat, holder, deputies }) =>
    holder
      ? [
          {
            party: holder.person.id,
            name: holder.person.name,
            seat: seat.id,
            isChair: seat.kind === 'chair',
            voting: seat.vote === 'voting',
            hasDeputy: deputies.length > 0,
          },
        ]
      : [],
  );

/** Those who have not answered at all. */
export const silentIn = ({ answers }: DatePoll, context: Context): readonly Asked[] =>
  askedNow(context).filter(({ party }) => !answers[party]);

/** Answers are taken until the end of the last day. */
export const isOpen = ({ state, replyBy }: DatePoll, context: Pick<Context, 'now'>): boolean =>
  state === 'open' && today(context) <= replyBy;

const morning = '08:00';

/** The day before the last, unless the poll began only then. */
export const reminderDay = ({ replyBy, createdAt }: DatePoll): string | undefined => {
  const day = daysBefore(replyBy, 1);
  return momentOf(day, morning) > createdAt ? day : undefined;
};

/** From this day on a poll is forgotten: who could come when is nobody's business for long. */
export const forgottenOn = ({ replyBy }: DatePoll, { rules }: Pick<Context, 'rules'>): string =>
  daysBefore(replyBy, -Math.max(rules.keep.wordsDays, 1));

/** When time has something to do with a poll next. Its end is told in the morning after the last day. */
export function nextPollLook(poll: DatePoll, context: Pick<Context, 'rules'>): string {
  if (poll.state !== 'open') return momentOf(forgottenOn(poll, context), morning);
  const reminder = poll.reminded ? undefined : reminderDay(poll);
  return momentOf(reminder ?? daysBefore(poll.replyBy, -1), morning);
}
