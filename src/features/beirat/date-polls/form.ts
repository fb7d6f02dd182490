import { z } from 'zod';
import { type ErrorsAt, errorsAt, pleaseCheck } from '../../../core/at-field.ts';
import { daysBefore, isDay } from '../../../core/day.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Language, Text } from '../../../core/text.ts';
import { isWorkingDay } from '../../../core/working-days.ts';
import { type Against, againstDay } from '../board/against.ts';
import { type Context, today } from '../board/context.ts';
import { mostOptions, type Option } from './model.ts';
import { isDate } from './reading.ts';

/** Card `beirat/poll-form`: which dates are asked about. */
export type PollFormView = {
  readonly roles: readonly [];
  readonly form: string;
  readonly remark?: string | undefined;
  /** What speaks against the dates, as codes, when something does: to ask all the same. */
  readonly against?: string | undefined;
  readonly rows: readonly {
    readonly day: string;
    readonly time: string;
    readonly dayField: string;
    readonly timeField: string;
    readonly dayLabel: string;
    readonly timeLabel: string;
    readonly error?: string | undefined;
  }[];
  readonly replyBy: string;
  readonly errors: ErrorsAt<'replyBy'>;
};

/** Something that is wrong, at a date by its place from 0, or at the last day for answers. */
export type PollWrong = { readonly at: number | 'replyBy'; readonly text: Text };

export type PollEntries = {
  readonly form: string;
  readonly options: readonly Omit<Option, 'id'>[];
  readonly replyBy: string;
  /** Codes of what was said against the dates and seen. */
  readonly seen?: readonly string[] | undefined;
};

export function pollFormReply(
  { form, options, replyBy }: PollEntries,
  language: Language,
  usualTime: string,
  {
    remark,
    against,
    wrong = [],
  }: Pick<PollFormView, 'remark' | 'against'> & { readonly wrong?: readonly PollWrong[] } = {},
): Reply {
  const atReplyBy = wrong.flatMap(({ at, text }) => (at === 'replyBy' ? [{ field: at, text }] : []));
  const isGerman = language === 'de';
  const rows = Array.from({ length: mostOptions }, (_, at) => {
    const { day = '', time = usualTime } = options[at] ?? {};
    const n = at + 1;
    return {
      day,
      time,
      dayField: `day_${n}`,
      timeField: `time_${n}`,
      dayLabel: isGerman ? `${n}. Termin` : `Date ${n}`,
      timeLabel: isGerman ? `Beginn ${n}` : `Begin ${n}`,
      error: errorsAt(
        ['row'],
        wrong.flatMap((one) => (one.at === at ? [{ field: 'row' as const, text: one.text }] : [])),
        language,
      ).row,
    };
  });
  const view: PollFormView = {
    roles: [],
    form,
    remark: remark ?? (wrong.length > 0 ? pleaseCheck[language] : undefined),
    against,
    rows,
    replyBy,
    errors: errorsAt(['replyBy'], atReplyBy, language),
  };
  const summary = isGerman ? 'Terminumfrage beginnen' : 'Start a date poll';
  return { card: 'beirat/poll-form', data: view, summary, language };
}

const word = (most: number) => z.string().max(most).trim().catch('');

/** Reads what was filled in. Rows without a day are left out. `undefined` when the card is none of ours. */
export function readPollForm(data: Readonly<Record<string, unknown>>): PollEntries | undefined {
  const form = z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .safeParse(data.form);
  if (!form.success) return undefined;
  const options = Array.from({ length: mostOptions }, (_, at) => ({
    day: word(10).parse(data[`day_${at + 1}`]),
    time: word(8)
      .parse(data[`time_${at + 1}`])
      .slice(0, 5),
  })).filter(({ day }) => day);
  return {
    form: form.data,
    options,
    replyBy: word(10).parse(data.replyBy),
    seen: word(500).parse(data.seen).split(' '),
  };
}

/** Until when is asked when nobody says: a week or as the rules say, but before the first date. */
export function usualReplyBy(options: readonly Omit<Option, 'id'>[], context: Context): string {
  const usual = daysBefore(today(context), -context.rules.reply.days);
  // Nobody's time ends on a day that nobody works on.
  const day = [0, 1, 2, 3, 4, 5]
    .map((later) => daysBefore(usual, -later))
    .find((one) => isWorkingDay(one, context.holidays)) as string;
  const first = [...options.map((option) => option.day)].sort()[0];
  return first && day >= first ? daysBefore(first, 1) : day;
}

/** What speaks against the days that are offered, each day once. */
export const againstDates = (options: readonly Omit<Option, 'id'>[], context: Context): readonly Against[] =>
  [...new Set(options.map(({ day }) => day))].flatMap((day) => againstDay(day, context));

/** What is wrong with the dates of a new poll, each at its date, with the remedy. */
export function pollWrong({ options, replyBy }: PollEntries, context: Context): readonly PollWrong[] {
  const { length } = options;
  if (length < 2 || length > mostOptions) return [{ at: Math.min(length, mostOptions - 1), text: howMany }];
  const now = today(context);
  const keys = options.map(({ day, time }) => `${day} ${time}`);
  const dates = options.flatMap((option, at): readonly PollWrong[] => {
    if (!isDate(option)) return [{ at, text: incomplete }];
    if (option.day <= now) return [{ at, text: over }];
    return keys.indexOf(keys[at] ?? '') < at ? [{ at, text: twice }] : [];
  });
  const first = options.map(({ day }) => day).sort()[0] ?? '';
  const isInTime = isDay(replyBy) && replyBy >= now && replyBy < first;
  return isInTime || dates.length > 0 ? dates : [{ at: 'replyBy', text: replyDay }];
}

const howMany: Text = {
  de: 'Nennen Sie zwei bis fünf Termine; einen einzelnen planen Sie besser gleich.',
  en: 'Give two to five dates; a single one is better planned at once.',
};
const incomplete: Text = {
  de: 'Ein Termin braucht Tag und Uhrzeit.',
  en: 'A date needs a day and a time.',
};
const over: Text = {
  de: 'Dieser Termin ist heute oder schon vorbei. Bitte nennen Sie einen späteren.',
  en: 'This date is today or over. Please give a later one.',
};
const twice: Text = { de: 'Dieser Termin steht schon darüber.', en: 'This date stands above already.' };
const replyDay: Text = {
  de: 'Die Antwortfrist liegt zwischen heute und dem Tag vor dem ersten Termin.',
  en: 'The last day for answers lies between today and the day before the first date.',
};
