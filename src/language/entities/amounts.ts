import { centsOf } from '../../core/money.ts';

/** Money that a text names, in cents, and the words that named it. */
export type Amount = { readonly cents: number; readonly text: string };

const number = '\\d[\\d.,]*';
const currency = '(?:€|euros?|eur)';
const shapes = [
  // "5k", "1,5 T€", "2 Tausend Euro", "1,2 Mio. €"
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?<n>\\d+(?:[.,]\\d{1,2})?)\\s?(?<times>k|t€|tsd\\.?|tausend|thousand|mio\\.?|millionen|million)(?:\\s?${currency})?(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  new RegExp(`(?<![\\p{L}\\p{N}])(?<n>${number})(?:,-+)?\\s?${currency}(?![\\p{L}\\p{N}])`, 'giu'),
  new RegExp(`${currency}\\s?(?<n>${number})(?![\\p{L}])`, 'giu'),
];

/** The amounts of money in a text, in its order: "1.200 Euro", "€ 1,200.50", "5k", "2 Mio. €". */
export function amountsIn(text: string): readonly Amount[] {
  const taken: { readonly at: number; readonly until: number; readonly amount: Amount }[] = [];
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) {
      const until = match.index + match[0].length;
      if (taken.some((other) => match.index < other.until && other.at < until)) continue;
      const cents = centsIn(match.groups?.n ?? '', match.groups?.times);
      if (cents !== undefined)
        taken.push({ at: match.index, until, amount: { cents, text: match[0].trim() } });
    }
  }
  return taken.sort((a, b) => a.at - b.at).map(({ amount }) => amount);
}

function centsIn(written: string, times: string | undefined): number | undefined {
  const plain = written.replace(/[.,]$/, '');
  if (times === undefined) return centsOf(plain);
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? Math.round(value * (/^m/i.test(times) ? 100_000_000 : 100_000)) : undefined;
}

const numerals: Readonly<Record<string, number>> = {
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  fuenf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  zwoelf: 12,
  zwanzig: 20,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
};

const counted = new RegExp(
  `(?<![\\p{L}\\p{N}.,:/-])(?<n>[1-9]\\d{0,3}|${Object.keys(numerals).join('|')})(?:\\s?(?:x|×|stück|stk\\.?|mal|pieces))?\\s+(?=\\p{L})(?!(?:€|euro|eur|uhr|prozent|percent|tage?n?|days?|wochen?|weeks?|monaten?|months?|jahren?|years?|o'clock|am|pm|bis|und|oder|and|or|zoll|inch|gb|tb|mb|k|tsd|tausend|mio|meter|km|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?!\\p{L}))`,
  'iu',
);
/** A number behind these words is a name, not a count. */
const named =
  /(?<!\p{L})(?:amt|eb|eigenbetrieb|raum|zimmer|room|office|windows|word|excel|version|nr\.?|nummer|gebäude|etage|haus|version|über|um|bis|am|vom)\s*$/iu;

/** How many of something are wanted: "3 Lizenzen", "zwei Notebooks"; a price, a date or a room number is none. */
export function countIn(text: string): number | undefined {
  const match = counted.exec(text);
  if (!match || named.test(text.slice(0, match.index))) return undefined;
  const written = (match.groups?.n ?? '').toLowerCase();
  return /^\d/.test(written) ? Number(written) : numerals[written];
}
