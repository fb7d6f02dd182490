/**
 * Columns in which the longest word has room; what is left goes to those with long texts. A table with too many long
 * words shares the page in proportion.
 * @param rows as many cells in each
 * @param wide how wide a cell with this text in one line is, in the unit of `width`
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  wide: (text: string) => number,
): readonly number[] {
  const columns = Array.from({ length: Math.max(1, rows[0]?.length ?? 0) }, (_, at) =>
    rows.map((row) => row[at] ?? ''),
  );
  const words = columns.map((cells) =>
    widest(
      cells.flatMap((cell) => cell.split(/[\s-]+/)),
      wide,
    ),
  );
  const wishes = columns.map((cells) =>
    widest(
      cells.map((cell) => cell.slice(0, 60)),
      wide,
    ),
  );
  const left = width - sum(words);
  if (left <= 0) return words.map((word) => (width * word) / sum(words));
  const wanting = wishes.map((wish, at) => Math.max(0, wish - (words[at] ?? 0)));
  const share = (at: number) => (sum(wanting) > 0 ? (wanting[at] ?? 0) / sum(wanting) : 1 / columns.length);
  return words.map((word, at) => word + left * share(at));
}

const widest = (texts: readonly string[], wide: (text: string) => number): number =>
  Math.max(wide(''), ...texts.map(wide));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
