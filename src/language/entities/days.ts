/** A stretch of days that a text names, both ends included, `2026-03-01`. */
export type Period = {
  readonly from: string;
  readonly to: string;
  /** The words that named it. */
  readonly text: string;
};

const months = [
  'januar|jänner|january|jan',
  'februar|february|feb',
  'märz|maerz|march|mrz|mär',
  'april|apr',
  'mai|may',
  'juni|june|jun',
  'juli|july|jul',
  'august|aug',
  'september|sept|sep',
  'oktober|october|okt|oct',
  'november|nov',
  'dezember|december|dez|dec',
];
const weekdays = [
  'sonntag|sunday',
  'montag|monday',
  'dienstag|tuesday',
  'mittwoch|wednesday',
  'donnerstag|thursday',
  'freitag|friday',
  'samstag|sonnabend|saturday',
];
const month = `(?<month>${months.join('|')})\\.?`;
const weekday = `(?<weekday>${weekdays.join('|')})`;
const begin = '(?<![\\p{L}\\p{N}.])';
const end = '(?![\\p{L}\\p{N}])';

type Found = Readonly<Record<string, string | undefined>>;
type Reader = {
  readonly shape: RegExp;
  readonly read: (found: Found, today: string) => Omit<Period, 'text'> | undefined;
};

const shape = (source: string): RegExp => new RegExp(`${begin}(?:${source})${end}`, 'giu');
const only = (day: string | undefined): Omit<Period, 'text'> | undefined =>
  day === undefined ? undefined : { from: day, to: day };

/** In the order in which they are tried; what one has read no later one reads again. */
const readers: readonly Reader[] = [
  {
    shape: shape('(?<year>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})'),
    read: ({ year, m, d }) => only(dayIf(Number(year), Number(m), Number(d))),
  },
  {
    shape: shape('(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.(?:\\s?(?<year>\\d{4}|\\d{2}))?'),
    read: ({ d, m, year }, today) => only(dayNear(Number(d), Number(m), yearOf(year), today)),
  },
  {
    shape: shape(`(?<d>\\d{1,2})(?:\\.|st|nd|rd|th)?\\s?(?:of\\s)?${month}(?:\\s(?<year>\\d{4}))?`),
    read: ({ d, month: name, year }, today) => only(dayNear(Number(d), monthOf(name), yearOf(year), today)),
  },
  {
    shape: shape(`${month}\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(?<year>\\d{4}))?`),
    read: ({ d, month: name, year }, today) => only(dayNear(Number(d), monthOf(name), yearOf(year), today)),
  },
  {
    shape: shape(
      `(?<part>anfang|mitte|ende|early|mid|late|the end of|end of)\\s${month}(?:\\s(?<year>\\d{4}))?`,
    ),
    read: ({ part = '', month: name, year }, today) => partOfMonth(part, monthOf(name), yearOf(year), today),
  },
  {
    shape: shape(`${month}\\s(?<year>\\d{4})`),
    read: ({ month: name, year }) => wholeMonth(Number(year), monthOf(name)),
  },
  {
    shape: shape(`(?:im|in|seit|ab|bis|since|from|until)\\s${month}`),
    read: ({ month: name }, today) => wholeMonth(Number(today.slice(0, 4)), monthOf(name)),
  },
  { shape: shape('vorgestern|the day before yesterday'), read: (_, today) => only(shifted(today, -2)) },
  { shape: shape('gestern|yesterday'), read: (_, today) => only(shifted(today, -1)) },
  { shape: shape('heute|today'), read: (_, today) => only(today) },
  {
    shape: shape('übermorgen|uebermorgen|the day after tomorrow'),
    read: (_, today) => only(shifted(today, 2)),
  },
  // "guten Morgen" and "morgen früh" share a word; only the greeting is none.
  {
    shape: new RegExp(`(?<!guten )${begin}(?:morgen|tomorrow)${end}`, 'giu'),
    read: (_, today) => only(shifted(today, 1)),
  },
  {
    shape: shape(`(?<which>nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|next|letzte[nrs]?|last)\\s${weekday}`),
    read: ({ which = '', weekday: name }, today) =>
      only(weekdayNear(name, today, /^l/i.test(which) ? -1 : 1)),
  },
  {
    shape: shape(`(?:am|bis|ab|on|by|until)\\s${weekday}`),
    read: ({ weekday: name }, today) => only(weekdayNear(name, today, 1)),
  },
  {
    shape: shape(
      'in\\s(?<n>\\d{1,2}|einer|zwei|drei|vier|a|one|two|three|four)\\s(?<what>tag(?:en)?|wochen?|days?|weeks?)',
    ),
    read: ({ n = '', what = '' }, today) => {
      const count = countOf(n);
      return count === undefined ? undefined : only(shifted(today, count * (/^w/i.test(what) ? 7 : 1)));
    },
  },
  {
    shape: shape(
      '(?<which>nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|next|letzte[nrs]?|last|vergangene[nrs]?)\\s(?<what>woche|monat(?:s)?|jahr(?:es)?|week|month|year)',
    ),
    read: ({ which = '', what = '' }, today) =>
      around(what.toLowerCase(), /^[lv]/i.test(which) ? -1 : 1, today),
  },
  {
    shape: shape('(?:im jahre?|in|seit|ab|since|from|before|vor)\\s(?<year>(?:19|20)\\d{2})'),
    read: ({ year = '' }) => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
  },
];

/**
 * The days, months and years that a text names, in its order. A day that no calendar has ("31.02.") is none. A date
 * without a year is the next one, unless it has just been. @param today `2026-11-24`
 */
export function periodsIn(text: string, today: string): readonly Period[] {
  const plain = text.normalize('NFC');
  const taken: { readonly at: number; readonly until: number; readonly period: Period | undefined }[] = [];
  for (const { shape: pattern, read } of readers) {
    for (const match of plain.matchAll(pattern)) {
      const until = match.index + match[0].length;
      if (taken.some((other) => match.index < other.until && other.at < until)) continue;
      const period = read(match.groups ?? {}, today);
      taken.push({ at: match.index, until, period: period && { ...period, text: match[0] } });
    }
  }
  return taken.sort((a, b) => a.at - b.at).flatMap(({ period }) => period ?? []);
}

/** The first single day that a text names. */
export const dayNamed = (text: string, today: string): string | undefined =>
  periodsIn(text, today).find(({ from, to }) => from === to)?.from;

const two = (n: number): string => String(n).padStart(2, '0');

function dayIf(year: number, m: number, d: number): string | undefined {
  const day = `${year}-${two(m)}-${two(d)}`;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

const yearOf = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : Number(written.length === 2 ? `20${written}` : written);

/** How long ago a date without a year may lie before the next one is meant. */
const justBeen = 31;

function dayNear(d: number, m: number, year: number | undefined, today: string): string | undefined {
  if (year !== undefined) return dayIf(year, m, d);
  const thisYear = Number(today.slice(0, 4));
  const day = dayIf(thisYear, m, d);
  return day !== undefined && day >= shifted(today, -justBeen) ? day : (dayIf(thisYear + 1, m, d) ?? day);
}

const monthOf = (name = ''): number =>
  months.findIndex((names) => names.split('|').includes(name.toLowerCase().replace(/\.$/, ''))) + 1;

const lastOf = (year: number, m: number): number => new Date(Date.UTC(year, m, 0)).getUTCDate();

const wholeMonth = (year: number, m: number): Omit<Period, 'text'> => ({
  from: `${year}-${two(m)}-01`,
  to: `${year}-${two(m)}-${two(lastOf(year, m))}`,
});

/** "Ende Januar" is a deadline as well: its last day counts. */
function partOfMonth(part: string, m: number, year: number | undefined, today: string): Omit<Period, 'text'> {
  const thisYear = Number(today.slice(0, 4));
  const meant = year ?? (m < Number(today.slice(5, 7)) ? thisYear + 1 : thisYear);
  const { from, to } = wholeMonth(meant, m);
  if (/^(anfang|early)/i.test(part)) return { from, to: `${from.slice(0, 8)}10` };
  if (/^(mitte|mid)/i.test(part)) return { from: `${from.slice(0, 8)}11`, to: `${from.slice(0, 8)}20` };
  return { from: to, to };
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** The nearest such weekday before or after today; "nächsten Freitag" on a Friday is in a week. */
function weekdayNear(name = '', today: string, way: 1 | -1): string | undefined {
  const wanted = weekdays.findIndex((names) => names.split('|').includes(name.toLowerCase()));
  for (let step = 1; step <= 7; step++) {
    const day = shifted(today, step * way);
    if (new Date(`${day}T00:00:00Z`).getUTCDay() === wanted) return day;
  }
  return undefined;
}

const numerals: Readonly<Record<string, number>> = {
  einer: 1,
  a: 1,
  one: 1,
  zwei: 2,
  two: 2,
  drei: 3,
  three: 3,
  vier: 4,
  four: 4,
};
const countOf = (written: string): number | undefined =>
  /^\d+$/.test(written) ? Number(written) : numerals[written.toLowerCase()];

function around(what: string, way: 1 | -1, today: string): Omit<Period, 'text'> {
  const year = Number(today.slice(0, 4));
  if (/^(jahr|year)/.test(what)) return { from: `${year + way}-01-01`, to: `${year + way}-12-31` };
  if (/^(monat|month)/.test(what)) {
    const m = Number(today.slice(5, 7)) + way;
    return m < 1 ? wholeMonth(year - 1, 12) : m > 12 ? wholeMonth(year + 1, 1) : wholeMonth(year, m);
  }
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = shifted(today, 7 * way - weekday);
  return { from: monday, to: shifted(monday, 6) };
}
