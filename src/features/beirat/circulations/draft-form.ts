import { z } from 'zod';
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
  readonly title: string;
  readonly wording: string;
  readonly reasons: string;
  /** Not a number when none was entered. */
  readonly days: number;
};

export type Entries = Omit<CirculationFormView, 'roles' | 'heading' | 'remark'>;

export function formReply(entries: Entries, { language }: Pick<Turn, 'language'>, remark?: string): Reply {
  const number = labelOf(entries);
  const t = wordsIn(language);
  const heading = entries.id
    ? t(`Umlaufbeschluss ${number} bearbeiten`, `Edit the circular resolution ${number}`)
    : t('Neuer Umlaufbeschluss', 'New circular resolution');
  const view: CirculationFormView = { roles: [], heading, remark, ...entries };
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
export function problemIn({ title, wording, days }: Entries): Text | undefined {
  if (!title || !wording)
    return {
      de: 'Bitte geben Sie Titel und Wortlaut an. Über den Wortlaut wird abgestimmt.',
      en: 'Please enter title and wording. The wording is what is voted on.',
    };
  if (!(Number.isInteger(days) && days >= 1 && days <= 60))
    return {
      de: 'Geben Sie an, wie viele Tage abgestimmt wird, zwischen 1 und 60.',
      en: 'Enter how many days the voting lasts, between 1 and 60.',
    };
  return undefined;
}
