/*
 * Numbers of cases, in the one grammar of the program. People write them in many ways: `IT-2026-0042`, "it 2026 42",
 * "B2026/1", "T‑2026–1" as Word and phones set hyphens, "2026-0042" where the letters were left out. They mean one case.
 */

/** The letters of every kind of case, with how many digits its number is filled up to. */
export const caseLetters = { IT: 4, ID: 4, M: 4, B: 1, T: 1, TV: 1, U: 1, V: 1 } as const;
export type CaseLetter = keyof typeof caseLetters;

export const isCaseLetter = (letter: string): letter is CaseLetter => Object.hasOwn(caseLetters, letter);

/** `IT-2026-0042`, `T-2026-1`: the id of a case. */
export const caseId = (letter: CaseLetter, year: string | number, count: string | number): string =>
  `${letter}-${year}-${String(Number(count)).padStart(caseLetters[letter], '0')}`;

/** What people read: `IT-2026-0042`, but `T-2026/1`, which is how bodies number their papers. */
export const labelOf = ({ id }: { readonly id: string }): string =>
  /^(?:IT|ID|M)-/.test(id) ? id : id.replace(/-(\d+)$/, '/$1');

/** A number that somebody wrote, and what stands around it. */
export type NamedCase = {
  readonly letter: CaseLetter;
  readonly id: string;
  /** `03` of the resolution `B-2026/1-03`, which has a number of its own behind that of the meeting. */
  readonly part?: string | undefined;
  /** What stood before and behind it, trimmed, without the punctuation that belongs to the number. */
  readonly before: string;
  readonly behind: string;
};

// Every dash that keyboards, Word and phones make, and the blanks that must not break.
const dash = '[-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d\\s\\u00a0\\u202f/.]';
const lettered = `(?<letter>IT|ID|M|B|TV|T|U|V)(?:${dash}{0,3})(?<year>20\\d{2})(?:${dash}{1,3})0*(?<count>[1-9]\\d{0,5})`;
/** Without letters only a number that is filled up: "2026-0042" is a request, "2026/1" may be anything. */
const bare =
  '(?<bareYear>20\\d{2})[-\\u2010-\\u2015]0*(?<bareCount>[1-9]\\d{0,3})(?<=[-\\u2010-\\u2015]\\d{4})';
const resolution = '(?:[-\\u2010-\\u2015](?<part>\\d{1,3}))?';
// A date is no number.
const shape = new RegExp(
  `(?<![\\p{L}\\p{N}-])#?(?:${lettered}${resolution}|${bare})(?![\\p{L}\\p{N}]|[-\\u2010-\\u2015/.]\\d)`,
  'giu',
);

/** All numbers of cases in a text, in their order. */
export function namedCases(text: string): readonly NamedCase[] {
  return [...text.matchAll(shape)].flatMap((found) => {
    const { letter: said = 'IT', year, bareYear = '', count, bareCount = '', part } = found.groups ?? {};
    const letter = said.toUpperCase();
    if (!isCaseLetter(letter) || (part && letter !== 'B')) return [];
    const end = found.index + found[0].length;
    return [
      {
        letter,
        id: caseId(letter, year ?? bareYear, count ?? bareCount),
        ...(part ? { part: part.padStart(2, '0') } : {}),
        before: text
          .slice(0, found.index)
          .replace(/[\s(„“"'#[]+$/, '')
          .trim(),
        behind: text
          .slice(end)
          .replace(/^[\s)“”"'\].:,!–-]+/, '')
          .trim(),
      },
    ];
  });
}

/** The number that a text is about: the first; `undefined` when it names none. */
export const namedCase = (text: string): NamedCase | undefined => namedCases(text)[0];
