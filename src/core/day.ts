const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day that lies a number of days before another. */
export const daysBefore = (day: string, days: number): string =>
  calendar.format(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000);

/** Clocks in Koblenz differ from UTC by whole hours, so one day holds for an hour; formatting it is slow. */
let latest = { hour: Number.NaN, day: '' };

/** The calendar day in Koblenz, `2026-11-24`, of a moment in ISO 8601. */
export function dayOf(moment: string): string {
  const hour = Math.floor(Date.parse(moment) / 3_600_000);
  if (hour !== latest.hour) latest = { hour, day: calendar.format(Date.parse(moment)) };
  return latest.day;
}
