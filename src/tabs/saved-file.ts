import { byteOrderMark, csvLine } from '../core/csv.ts';

/** Saves something as a file, without asking anybody for it. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Rows as a spreadsheet reads them. */
export const csvOf = (rows: readonly (readonly string[])[]): Blob =>
  new Blob([byteOrderMark, ...rows.map(csvLine)], { type: 'text/csv;charset=utf-8' });
