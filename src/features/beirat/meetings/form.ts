import { z } from 'zod';
import { type ErrorsAt, errorsAt, pleaseCheck, type Wrong } from '../../../core/at-field.ts';
import { labelOf } from '../../../core/case-number.ts';
import { isDay, isTime } from '../../../core/day.ts';
import { enteredNumber } from '../../../core/entered.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import type { UsualItem } from '../board/rules.ts';
import { shortDay } from '../board/words.ts';
import { replyDay } from './acts/draft.ts';
import { codes } from './acts/input.ts';
import type { Item, Meeting, Plan } from './model.ts';
import { reportItem } from './recommendations.ts';

/** Card `beirat/plan`: when and where; the agenda comes next. */
export type PlanView = {
  readonly roles: readonly [];
  /** Empty for a new meeting. */
  readonly id: string;
  readonly draft: number;
  /** What makes the same form sent twice one meeting. */
  readonly form: string;
  readonly secondOf: string;
  readonly title: string;
  readonly remark?: string | undefined;
  readonly errors: ErrorsAt<PlanField>;
  /** What speaks against the plan, as codes, when something does: to go on all the same. */
  readonly against?: string | undefined;
  /** Dates that would fit. */
  readonly proposals?: string | undefined;
  readonly day: string;
  readonly time: string;
  /** Not a number when none was entered. */
  readonly minutes: number;
  readonly place: string;
  readonly onlineUrl: string;
  readonly replyBy: string;
  readonly greeting: string;
  readonly urgency: string;
};

/** What is in the form. */
export type PlanEntries = Omit<PlanView, 'roles' | 'title' | 'remark' | 'errors' | 'against' | 'proposals'>;

/** Fields at which something can be wrong. */
const planFields = ['day', 'time', 'minutes', 'place', 'onlineUrl', 'replyBy'] as const;
export type PlanField = (typeof planFields)[number];

/** The form of a new meeting, filled in as usual. @param day the proposed one, if any */
export function newEntries(
  {
    form,
    day = '',
    time,
    secondOf,
  }: {
    readonly form: string;
    readonly day?: string | undefined;
    readonly time?: string | undefined;
    readonly secondOf?: Meeting | undefined;
  },
  { rules }: Context,
): PlanEntries {
  const { usual } = rules;
  return {
    id: '',
    draft: 0,
    form,
    secondOf: secondOf?.id ?? '',
    day,
    time: time ?? secondOf?.plan.time ?? usual.time,
    minutes: secondOf?.plan.minutes ?? usual.minutes,
    place: secondOf?.plan.place ?? usual.place,
    onlineUrl: secondOf?.plan.onlineUrl ?? '',
    replyBy: '',
    greeting: '',
    urgency: '',
  };
}

export const entriesOf = ({ id, draft, plan, secondOf }: Meeting, form: string): PlanEntries => ({
  id,
  draft,
  form,
  secondOf: secondOf ?? '',
  day: plan.day,
  time: plan.time,
  minutes: plan.minutes,
  place: plan.place,
  onlineUrl: plan.onlineUrl ?? '',
  replyBy: plan.replyBy,
  greeting: plan.greeting ?? '',
  urgency: plan.urgency ?? '',
});

type Beside = {
  readonly remark?: string | undefined;
  readonly wrong?: readonly Wrong<PlanField>[] | undefined;
  readonly against?: string | undefined;
  readonly days?: readonly string[] | undefined;
};

export function planReply(
  entries: PlanEntries,
  language: Language,
  { remark, wrong = [], against, days = [] }: Beside = {},
): Reply {
  const title = entries.id
    ? editTitle(entries, language)
    : entries.secondOf
      ? secondTitle[language]
      : newTitle[language];
  const proposals =
    days.length > 0
      ? `${wordsIn(language)('Es würde passen', 'These would fit')}: ${days.map((day) => shortDay(day, language)).join(' · ')}`
      : undefined;
  const view: PlanView = {
    roles: [],
    title,
    remark: remark ?? (wrong.length > 0 ? pleaseCheck[language] : undefined),
    errors: errorsAt(planFields, wrong, language),
    against,
    proposals,
    ...entries,
  };
  return { card: 'beirat/plan', data: view, summary: title, language };
}

const newTitle: Text = {
  de: 'Neue Sitzung des Digitalen Beirats',
  en: 'New meeting of the Digital Advisory Board',
};
const secondTitle: Text = {
  de: 'Zweite Sitzung nach fehlender Beschlussfähigkeit',
  en: 'Second meeting after a missing quorum',
};
const editTitle = (meeting: Pick<Meeting, 'id'>, language: Language): string =>
  wordsIn(language)(
    `Sitzung ${labelOf(meeting)}: Termin und Ort`,
    `Meeting ${labelOf(meeting)}: date and place`,
  );

/** The plan that the entries make, with the agenda that there is. */
export function planOf(entries: PlanEntries, items: readonly Item[], context: Context): Plan {
  const { day, time, minutes, place, onlineUrl, replyBy, greeting, urgency } = entries;
  return {
    day,
    time,
    minutes,
    place,
    ...(onlineUrl ? { onlineUrl } : {}),
    items: [...items],
    replyBy: replyBy || replyDay(day, context),
    ...(greeting ? { greeting } : {}),
    ...(urgency ? { urgency } : {}),
  };
}

/** The agenda that a meeting begins with: the usual items around what it repeats. @param newId makes ids */
export const usualItems = (
  context: Pick<Context, 'rules'>,
  language: Language,
  newId: () => string,
  repeated: readonly Item[] = [],
): readonly Item[] => [
  ...context.rules.usual.opening.map((item) => itemOf(item, language, newId(), context)),
  ...(context.rules.recommendations?.onAgenda ? [reportItem(newId(), language)] : []),
  ...repeated,
  ...context.rules.usual.closing.map((item) => itemOf(item, language, newId(), context)),
];

const itemOf = (
  { title, kind, minutes, public: isPublic }: UsualItem,
  language: Language,
  id: string,
  { rules }: Pick<Context, 'rules'>,
): Item => ({
  id,
  title: title[language],
  kind,
  public: isPublic ?? rules.public,
  ...(minutes === undefined ? {} : { minutes }),
  links: [],
});

const word = (most: number) => z.string().max(most).trim().catch('');
const Entered = z.object({
  id: word(40),
  draft: z.coerce.number().int().min(0).catch(0),
  form: z.string().regex(/^[\w-]{1,60}$/),
  secondOf: word(40),
  day: word(10),
  time: word(8),
  minutes: z
    .unknown()
    .optional()
    .transform((value) => enteredNumber(value) ?? Number.NaN),
  place: word(200),
  onlineUrl: word(500),
  replyBy: word(10),
  greeting: word(1000),
  urgency: word(500),
  seen: codes,
});

export type PlanRead = {
  readonly entries: PlanEntries;
  /** What speaks against it and was seen, as codes. */
  readonly seen: readonly string[];
  /** What is wrong, each with the remedy. */
  readonly wrong: readonly Wrong<PlanField>[];
};

/** Reads what was filled in. `undefined` when the card is none of ours. */
export function readPlan(data: unknown): PlanRead | undefined {
  const parsed = Entered.safeParse(data);
  if (!parsed.success) return undefined;
  const { seen, ...rest } = parsed.data;
  const entries: PlanEntries = { ...rest, time: rest.time.slice(0, 5) };
  return { entries, seen, wrong: wrongIn(entries) };
}

function wrongIn(entries: PlanEntries): readonly Wrong<PlanField>[] {
  const { day, time, minutes, place, onlineUrl, replyBy } = entries;
  const fits: Readonly<Record<PlanField, boolean>> = {
    day: isDay(day),
    time: isTime(time),
    minutes: Number.isInteger(minutes) && minutes >= 15 && minutes <= 600,
    place: place !== '',
    onlineUrl: !onlineUrl || /^https:\/\/\S+$/.test(onlineUrl),
    replyBy: !replyBy || (isDay(replyBy) && (!isDay(day) || replyBy < day)),
  };
  return planFields.filter((field) => !fits[field]).map((field) => ({ field, text: remedies[field] }));
}

const remedies: Readonly<Record<PlanField, Text>> = {
  day: { de: 'Wählen Sie den Tag der Sitzung.', en: 'Choose the day of the meeting.' },
  time: { de: 'Geben Sie die Uhrzeit an, z. B. 14:00.', en: 'Enter the time, e.g. 14:00.' },
  minutes: {
    de: 'Geben Sie die Dauer in ganzen Minuten an, zwischen 15 und 600.',
    en: 'Enter the duration in whole minutes, between 15 and 600.',
  },
  place: { de: 'Geben Sie den Ort an.', en: 'Enter the place.' },
  onlineUrl: {
    de: 'Der Online-Zugang beginnt mit https://',
    en: 'The online access begins with https://',
  },
  replyBy: {
    de: 'Die Antwort wird vor dem Tag der Sitzung gebraucht. Lassen Sie das Feld leer, dann schlägt Lotse einen Tag vor.',
    en: 'The answer is needed before the day of the meeting. Leave the field empty and Lotse proposes a day.',
  },
};

/** Refusals that are about one field. */
export const planFieldOf: Readonly<Record<string, PlanField>> = {
  'day-not-possible': 'day',
  'online-not-allowed': 'onlineUrl',
};
