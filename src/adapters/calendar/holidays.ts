import Holidays from 'date-holidays';
import type { Text } from '../../core/text.ts';
import type { Holidays as HolidaysPort } from '../../core/working-days.ts';

/**
 * The public holidays of Rheinland-Pfalz. In the city's calendar Christmas Eve and New Year's Eve are no working days
 * either (§ 6 TVöD frees them); they count as holidays here.
 */
export function createHolidays(): HolidaysPort {
  const library = new Holidays('DE', 'RP', { timezone: 'Europe/Berlin', types: ['public'] });
  const years = new Map<string, ReadonlyMap<string, Text>>();
  return {
    nameOf(day) {
      const year = day.slice(0, 4);
      const known = years.get(year) ?? holidaysOf(library, Number(year));
      years.set(year, known);
      return known.get(day);
    },
  };
}

function holidaysOf(library: Holidays, year: number): ReadonlyMap<string, Text> {
  const english = new Map(library.getHolidays(year, 'en').map(({ date, name }) => [date, name]));
  const days = library
    .getHolidays(year, 'de')
    .map(({ date, name }) => [date.slice(0, 10), { de: name, en: english.get(date) ?? name }] as const);
  return new Map([
    ...days,
    [`${year}-12-24`, { de: 'Heiligabend', en: 'Christmas Eve' }],
    [`${year}-12-31`, { de: 'Silvester', en: "New Year's Eve" }],
  ]);
}
