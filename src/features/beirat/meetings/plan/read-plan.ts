import { z } from 'zod';
import { isDay, isTime } from '../../../../core/day.ts';
import { enteredNumber } from '../../../../core/entered.ts';
import type { Text } from '../../../../core/text.ts';
import type { PlanEntries } from './plan-form.ts';

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
});

export type PlanRead = {
  readonly entries: PlanEntries;
  /** What is wrong, each with the remedy. */
  readonly problems: readonly Text[];
};

/** Reads what was filled in. `undefined` when the card is none of ours. */
export function readPlan(data: unknown): PlanRead | undefined {
  const parsed = Entered.safeParse(data);
  if (!parsed.success) return undefined;
  const entries: PlanEntries = { ...parsed.data, time: parsed.data.time.slice(0, 5) };
  return { entries, problems: problemsIn(entries) };
}

function problemsIn({ day, time, minutes, place, onlineUrl, replyBy }: PlanEntries): readonly Text[] {
  return [
    ...(isDay(day) ? [] : [{ de: 'Wählen Sie den Tag der Sitzung.', en: 'Choose the day of the meeting.' }]),
    ...(isTime(time)
      ? []
      : [{ de: 'Geben Sie die Uhrzeit an, z. B. 14:00.', en: 'Enter the time, e.g. 14:00.' }]),
    ...(Number.isInteger(minutes) && minutes >= 15 && minutes <= 600
      ? []
      : [
          {
            de: 'Geben Sie die Dauer in ganzen Minuten an, zwischen 15 und 600.',
            en: 'Enter the duration in whole minutes, between 15 and 600.',
          },
        ]),
    ...(place ? [] : [{ de: 'Geben Sie den Ort an.', en: 'Enter the place.' }]),
    ...(!onlineUrl || /^https:\/\/\S+$/.test(onlineUrl)
      ? []
      : [{ de: 'Der Online-Zugang beginnt mit https://', en: 'The online access begins with https://' }]),
    ...(!replyBy || (isDay(replyBy) && (!isDay(day) || replyBy < day))
      ? []
      : [
          {
            de: 'Die Antwort wird vor dem Tag der Sitzung gebraucht. Lassen Sie das Feld leer, dann schlägt Lotse einen Tag vor.',
            en: 'The answer is needed before the day of the meeting. Leave the field empty and Lotse proposes a day.',
          },
        ]),
  ];
}
