/** Excel takes a file for UTF-8 only with this in front. */
export const byteOrderMark = '\ufeff';

/** A line of a CSV file as German Excel reads it: semicolons, CR LF. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`;

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;

/** Words that people wrote must not become formulas: those that would get an apostrophe in front. */
function cell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
