import { z } from 'zod';
import { type ErrorsAt, errorsAt, pleaseCheck, type Wrong } from '../../../core/at-field.ts';
import { labelOf } from '../../../core/case-number.ts';
import { enteredNumber } from '../../../core/entered.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';

/** Card `beirat/circulation-form`: title, wording, reasons and how long is voted. */
export type CirculationFormView = {
  readonly roles: readonly [];
  /** Empty for a new one. */
  readonly id: string;
  readonly draft: number;
  readonly form: string;
  readonly heading: string;
  readonly remark?: string | undefined;
  readonly errors: ErrorsAt<FormField>;
  readonly title: string;
  readonly wording: string;
  readonly reasons: string;
  /** Not a number when none was entered. */
  readonly days: number;
};

export type Entries = Omit<CirculationFormView, 'roles' | 'heading' | 'remark' | 'errors'>;

/** Fields at which something can be wrong. */
const fields = ['title', 'wording', 'days'] as const;
type FormField = (typeof fields)[number];

export function formReply(
  entries: Entries,
  { language }: Pick<Turn, 'language'>,
  { remark, wrong = [] }: { readonly remark?: string; readonly wrong?: readonly Wrong<FormField>[] } = {},
): Reply {
  const number = labelOf(entries);
  const t = wordsIn(language);
  const heading = entries.id
    ? t(`Umlaufbeschluss ${number} bearbeiten`, `Edit the circular resolution ${number}`)
    : t('Neuer Umlaufbeschluss', 'New circular resolution');
  const view: CirculationFormView = {
    roles: [],
    heading,
    remark: remark ?? (wrong.length > 0 ? pleaseCheck[language] : undefined),
    errors: errorsAt(fields, wrong, language),
    ...entries,
  };
  return { card: 'beirat/circulation-form', data: view, summary: heading, language };
}

const word = (most: number) => z.string().max(most).trim().catch('');
const Entered = z.object({
  id: word(40),
  draft: z.coerce.number().int().min(0).catch(0),
  form: z.string().regex(/^[\w-]{1,60}$/),
  title: word(120),
  wording: word(2000),
  reasons: word(2000),
  days: z
    .unknown()
    .optional()
    .transform((value) => enteredNumber(value) ?? Number.NaN),
});

/** Reads what was filled in; `undefined` when the card is none of ours. */
export const readForm = (data: Readonly<Record<string, unknown>>): Entries | undefined =>
  Entered.safeParse(data).data;

/** What is wrong with it, with the remedy. */
export function wrongIn({ title, wording, days }: Entries): readonly Wrong<FormField>[] {
  const fits = {
    title: title !== '',
    wording: wording !== '',
    days: Number.isInteger(days) && days >= 1 && days <= 60,
  };
  return fields.filter((field) => !fits[field]).map((field) => ({ field, text: remedies[field] }));
}

const remedies: Readonly<Record<FormField, Text>> = {
  title: { de: 'Bitte sagen Sie kurz, worum es geht.', en: 'Please say briefly what it is about.' },
  wording: {
    de: 'Bitte geben Sie den Wortlaut an. Über ihn wird abgestimmt.',
    en: 'Please enter the wording. It is what is voted on.',
  },
  days: {
    de: 'Geben Sie an, wie viele Tage abgestimmt wird, zwischen 1 und 60.',
    en: 'Enter how many days the voting lasts, between 1 and 60.',
  },
};
