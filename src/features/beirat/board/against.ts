import type { Text } from '../../../core/text.ts';
import { isWorkingDay } from '../../../core/working-days.ts';
import type { Context } from './context.ts';
import { schoolHolidayOn } from './notice-period.ts';
import { longDay } from './words.ts';

/** One thing that speaks against it. The code says what it is about: with another day or meeting it is another one. */
export type Against = { readonly code: string; readonly text: Text };

export type CalendarKnown = Pick<Context, 'rules' | 'holidays'>;

/** What speaks against a day, whatever is to take place on it. */
export function againstDay(day: string, { rules, holidays }: CalendarKnown): readonly Against[] {
  const [de, en] = [longDay(day, 'de'), longDay(day, 'en')];
  const holiday = holidays.nameOf(day);
  const school = schoolHolidayOn(day, rules);
  const free: Against | undefined = holiday
    ? {
        code: `holiday:${day}`,
        text: { de: `${de}: Feiertag (${holiday.de}).`, en: `${en}: public holiday (${holiday.en}).` },
      }
    : isWorkingDay(day, holidays)
      ? undefined
      : { code: `weekend:${day}`, text: { de: `${de}: Wochenende.`, en: `${en}: weekend.` } };
  return [
    ...(free ? [free] : []),
    ...(school
      ? [
          {
            code: `school:${day}`,
            text: {
              de: `${de}: Schulferien (${school.de}).`,
              en: `${en}: school holidays (${school.en}).`,
            },
          },
        ]
      : []),
  ];
}

export const isSchoolHoliday = ({ code }: Against): boolean => code.startsWith('school:');

/** That it was done all the same, for the history. */
export const despite = (found: readonly Against[]): { readonly despite?: string } =>
  found.length > 0 ? { despite: codesOf(found) } : {};

/** The codes as a button carries them. */
export const codesOf = (found: readonly Against[]): string => found.map(({ code }) => code).join(' ');

/** How it is said; a button of the card says "Trotzdem". */
export const againstText = (found: readonly Against[]): Text => ({
  de: `Das spricht dagegen: ${found.map(({ text }) => text.de).join(' ')} Wählen Sie auf der Karte „Trotzdem“, oder ändern Sie Tag, Zeit oder Ort. Bis dahin geschieht nichts.`,
  en: `This speaks against it: ${found.map(({ text }) => text.en).join(' ')} Choose “anyway” on the card, or change day, time or place. Until then nothing happens.`,
});

const againstWords: Readonly<Record<string, Text>> = {
  holiday: { de: 'Feiertag', en: 'public holiday' },
  weekend: { de: 'Wochenende', en: 'weekend' },
  school: { de: 'Schulferien', en: 'school holidays' },
  room: { de: 'vergebenem Ort', en: 'the place being taken' },
  members: { de: 'anderer Sitzung der Mitglieder', en: 'another meeting of the members' },
};

/** " (trotz Wochenende, Schulferien)" for a line about what was done all the same. @param facts of the entry */
export function despiteWords(facts: Readonly<Record<string, unknown>> | undefined): Text {
  const codes = typeof facts?.despite === 'string' ? facts.despite.split(' ') : [];
  const known = codes.flatMap((code) => againstWords[code.split(':')[0] ?? ''] ?? []);
  return known.length === 0
    ? { de: '', en: '' }
    : {
        de: ` (trotz ${known.map(({ de }) => de).join(', ')})`,
        en: ` (despite ${known.map(({ en }) => en).join(', ')})`,
      };
}
