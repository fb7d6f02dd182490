import { z } from 'zod';
import { daysBefore, isDay } from '../../core/day.ts';
import type { ActingPerson, Person } from '../../core/ports/role-directory.ts';
import { Refusal } from '../../core/refusal.ts';
import { actingPerson, seatsOf } from './acting.ts';
import type { Assignment, Directory } from './model.ts';
import { isThere } from './validity.ts';

/*
 * Absences that people enter themselves. They stand beside the file of 10.50 and count as if they stood in it. Two days,
 * never a reason.
 */

export const StoredAbsence = z.object({
  id: z.string(),
  version: z.number(),
  person: z.string(),
  from: z.string(),
  to: z.string(),
  /** Whoever entered it for them. */
  by: z.string().optional(),
});
export type StoredAbsence = z.infer<typeof StoredAbsence>;
export const absenceCollection = 'absences';

/** First and last day, both included. */
export type Days = { readonly from: string; readonly to: string };

/** The directory with the absences that people have entered; the same object where there are none. */
export const withAbsences = (
  directory: Directory,
  entered: readonly (Days & { readonly person: string })[],
): Directory =>
  entered.length === 0
    ? directory
    : {
        ...directory,
        absences: [...directory.absences, ...entered.map(({ person, from, to }) => ({ person, from, to }))],
      };

export const overlaps = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;

/** Days as they can be entered today: one that has begun counts from today. @throws {Refusal} saying what is wrong */
export function enterable({ from, to }: Days, today: string): Days {
  if (!isDay(from) || !isDay(to)) throw noDays();
  if (to < from)
    throw new Refusal('absence-backwards', {
      de: 'Der letzte Tag liegt vor dem ersten. Schreiben Sie zum Beispiel „Ich bin vom 1.12. bis 20.12. abwesend“.',
      en: 'The last day lies before the first. Write for example “I am away from 1 December until 20 December”.',
    });
  if (to < today)
    throw new Refusal('absence-over', {
      de: 'Diese Tage sind schon vorbei. Nennen Sie bitte Tage ab heute.',
      en: 'These days are over. Please name days from today on.',
    });
  if (from > daysBefore(today, -longest) || to > daysBefore(from, -longest))
    throw new Refusal('absence-too-long', {
      de: 'Eine Abwesenheit kann hier höchstens ein Jahr dauern und im kommenden Jahr beginnen. Eine längere trägt 10.50 im Verzeichnis ein.',
      en: 'Here an absence can last one year at most and begin within the next year. 10.50 enters a longer one in the directory.',
    });
  return { from: from < today ? today : from, to };
}
const longest = 366;

export const noDays = (): Refusal =>
  new Refusal('absence-without-days', {
    de: 'Von wann bis wann? Nennen Sie bitte beide Tage oder den letzten, zum Beispiel „Ich bin bis 20.12. abwesend“ oder „Ich bin vom 1.12. bis 20.12. abwesend“. Bei mehreren Zeiten bitte eine nach der anderen.',
    en: 'From when until when? Please name both days or the last one, for example “I am away until 20 December” or “I am away from 1 December until 20 December”. Several times one after the other, please.',
  });

/** Who acts in a stretch of an absence; nobody where `who` is missing. */
export type Stretch = Days & { readonly who?: StandIn | undefined };
type StandIn = { readonly person: Person; readonly as: ActingPerson['as'] };
export type Covered = { readonly row: Assignment; readonly stretches: readonly Stretch[] };

/**
 * Who stands in for which role of a person, day by day, for a year at most: a deputy may be away as well.
 * @param directory with the absence in it
 */
export function coverOf(directory: Directory, person: string, { from, to }: Days): readonly Covered[] {
  const days = daysFrom(from, to);
  return directory.assignments
    .filter((row) => row.person === person)
    .map((row) => ({ row, stretches: stretchesOf(days, row, directory) }))
    .filter(({ stretches }) => stretches.length > 0);
}

function stretchesOf(days: readonly string[], row: Assignment, directory: Directory): readonly Stretch[] {
  const made: Stretch[] = [];
  for (const day of days) {
    if (!isThere(row, day)) continue;
    const who = standInOn(day, row, directory);
    const last = made.at(-1);
    const goesOn =
      last &&
      daysBefore(day, 1) === last.to &&
      last.who?.person.id === who?.person.id &&
      last.who?.as === who?.as;
    if (goesOn) made[made.length - 1] = { ...last, to: day };
    else made.push({ from: day, to: day, who });
  }
  return made;
}

/** A seat of the Beirat is taken by its own deputy only. */
function standInOn(day: string, row: Assignment, directory: Directory): StandIn | undefined {
  const { role, person, seat, unit, application } = row;
  const found = seat
    ? seatsOf(directory, role, {}, day).find((one) => one.seat === seat && !one.absentUntil)
    : actingPerson(directory, role, { unit, application }, day);
  return found && found.person.id !== person ? found : undefined;
}

function daysFrom(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= longest; day = daysBefore(day, -1)) days.push(day);
  return days;
}
