import { z } from 'zod';
import { caseFields } from '../../../case/document.ts';
import { daysBefore } from '../../../core/day.ts';
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

/** Asks the members when they can come. Who is asked are the holders of the seats, as the directory knows them. */
export const DatePoll = z.strictObject({
  /** `T-2026-1`; people read `T-2026/1`. */
  ...caseFields,
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
  /** How often the office gave more time, and when last. */
  prolonged: z.int().optional(),
  prolongedAt: z.string().optional(),
  createdBy: z.string(),
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

/** Name of the field of a date, on the card and on the page. */
export const fieldOf = ({ id }: Pick<Option, 'id'>): string => `choice_${id}`;

/** The last day that an answer can be of use: the day before the first date. */
export const lastReplyDay = ({ options }: Pick<DatePoll, 'options'>): string =>
  daysBefore([...options].map(({ day }) => day).sort()[0] ?? '', 1);

/** Answers are taken until the end of the last day. */
export const isOpen = ({ state, replyBy }: DatePoll, context: Pick<Context, 'now'>): boolean =>
  state === 'open' && today(context) <= replyBy;
