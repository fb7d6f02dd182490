import type { Language } from './text.ts';

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Whether a text names a day that exists: `2026-02-30` does not. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

/** Whether a text names a time of day, `09:05`. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The day that lies a number of days before another. */
export const daysBefore = (day: string, days: number): string =>
  calendar.format(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000);

/** A moment this many times 24 hours later, as links and drafts end, ISO 8601 UTC. */
export const momentAfter = (moment: string, days: number): string =>
  new Date(Date.parse(moment) + days * 86_400_000).toISOString();

/** Clocks in Koblenz differ from UTC by whole hours, so one day holds for an hour; formatting it is slow. */
let latest = { hour: Number.NaN, day: '' };

/** The calendar day in Koblenz, `2026-11-24`, of a moment in ISO 8601. */
export function dayOf(moment: string): string {
  const hour = Math.floor(Date.parse(moment) / 3_600_000);
  if (hour !== latest.hour) latest = { hour, day: calendar.format(Date.parse(moment)) };
  return latest.day;
}

/** The moment of a time of day in Koblenz, ISO 8601 UTC. @param time `09:00`; one that the clock skips is an hour later */
export function momentOf(day: string, time: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // Summer time is two hours ahead of UTC, winter time one; the wall clock tells which of them fits.
  const fits = [2, 1].map((hours) => wanted - hours * 3_600_000).find((at) => wallClock(at) === wanted);
  return new Date(fits ?? wanted - 3_600_000).toISOString();
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The wall clock in Koblenz at a moment, as if it were UTC. */
const wallClock = (at: number): number => Date.parse(`${clock.format(at).replace(' ', 'T')}Z`);

/** The time of day in Koblenz, `09:05`, of a moment in ISO 8601. */
export const timeOf = (moment: string): string => clock.format(Date.parse(moment)).slice(11, 16);

const calendars: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
};

/** "24.11.2026" or "24 Nov 2026" for a calendar day `2026-11-24`. */
export const dayIn = (language: Language, day: string): string =>
  calendars[language].format(Date.parse(`${day}T00:00:00Z`));

/** "25.11.2026, 09:05" or "25 Nov 2026, 09:05": a moment in ISO 8601 as people in Koblenz read it. */
export const momentIn = (language: Language, moment: string): string =>
  `${dayIn(language, dayOf(moment))}, ${timeOf(moment)}`;
