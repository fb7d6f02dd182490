import { z } from 'zod';
import { dayIn, daysBefore, isDay } from '../../../core/day.ts';
import type { Language, Text } from '../../../core/text.ts';
import { assignmentsOfPerson } from '../lookup.ts';
import type { Assignment, Directory } from '../model.ts';
import { placeLabel } from '../places.ts';
import { isThere } from '../validity.ts';
import { asWords } from '../wording.ts';

/*
 * Twice a year whoever has a role is asked whether what stands there of them is right. Days and period are data.
 */

/** `data/confirmations.yaml` */
export const Rounds = z.strictObject({
  days: z
    .array(z.string().refine((day) => isDay(`2027-${day}`), 'schreiben Sie Monat und Tag so: "03-01"'))
    .max(12),
  within: z.int().min(1).max(120),
});
export type Rounds = z.infer<typeof Rounds>;

/** Somebody who was asked, and when they have confirmed last. */
export const Confirmation = z.strictObject({
  /** Id of the person. */
  id: z.string(),
  version: z.number(),
  /** First day of the round in which they were asked last. */
  asked: z.string().optional(),
  /** Day on which they said last that it is right. */
  confirmed: z.string().optional(),
});
export type Confirmation = z.infer<typeof Confirmation>;
export const confirmationCollection = 'confirmations';

/** The day on which the round of a day began; `undefined` where nobody is ever asked. */
export function roundOn({ days }: Pick<Rounds, 'days'>, day: string): string | undefined {
  const year = Number(day.slice(0, 4));
  return [year - 1, year]
    .flatMap((one) => days.map((at) => `${one}-${at}`))
    .filter((one) => one <= day)
    .toSorted()
    .at(-1);
}

/** Whoever has a role on a day and can press a button, once each. */
export const askable = (directory: Directory, day: string): readonly string[] => {
  const reached = new Set(directory.persons.filter(({ teamsId }) => teamsId).map(({ id }) => id));
  const holding = directory.assignments.filter((row) => isThere(row, day) && reached.has(row.person));
  return [...new Set(holding.map(({ person }) => person))];
};

/** Who was asked in this round, has not said yes for longer than the period, and still has a role. */
export function unconfirmedOn(
  directory: Directory,
  known: readonly Confirmation[],
  rounds: Rounds,
  day: string,
): readonly { readonly person: string; readonly asked: string }[] {
  const round = roundOn(rounds, day);
  if (round === undefined || daysBefore(day, rounds.within) <= round) return [];
  const holding = new Set(askable(directory, day));
  return known
    .filter(({ id, asked, confirmed }) => holding.has(id) && asked === round && (confirmed ?? '') < round)
    .map(({ id }) => ({ person: id, asked: round }));
}

/** What stands there of a person: each role with its place, and how they are reached. */
export type Entry = {
  readonly rows: readonly Assignment[];
  readonly lines: readonly string[];
  readonly contact: string;
};

export function entryOf(
  directory: Directory,
  person: string,
  day: string,
  language: Language,
): Entry | undefined {
  const found = directory.persons.find(({ id }) => id === person);
  if (!found) return undefined;
  const rows = assignmentsOfPerson(directory, person).filter((row) => isThere(row, day));
  return {
    rows,
    lines: rows.map((row) => rowText(row, directory, language)),
    contact: [found.phone, found.email].filter(Boolean).join(', ') || noContact[language],
  };
}

const noContact: Text = {
  de: 'weder Telefon noch E-Mail',
  en: 'neither phone nor mail',
};

/** "IT-Beauftragte (Amt 61), Inhaber/in bis 31.12.2026" */
function rowText(row: Assignment, directory: Directory, language: Language): string {
  const role = directory.roles.find(({ id }) => id === row.role)?.shortName[language] ?? row.role;
  const place = placeLabel(directory, row, language);
  const until = row.to ? ` ${language === 'de' ? 'bis' : 'until'} ${dayIn(language, row.to)}` : '';
  return `${role}${place ? ` (${place})` : ''}, ${asWords[row.as][language]}${until}`;
}

/** What somebody saw when they said that it is right. */
export const seenText = (directory: Directory, person: string, day: string): string => {
  const found = directory.persons.find(({ id }) => id === person);
  const rows = assignmentsOfPerson(directory, person).filter((row) => isThere(row, day));
  return JSON.stringify([
    found?.name,
    found?.phone,
    found?.email,
    rows.map(({ role, unit, application, as, to }) => [role, unit, application, as, to]),
  ]);
};
