import type { Text } from '../../core/text.ts';
import { editDistance } from '../../language/edit-distance.ts';

/** The known word nearest to what was written, when it is near enough to be a slip: "10.5" → "10.50". */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const allowed = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const word of known) {
    if (sameNumber(written, word)) return word;
    if (Math.abs(word.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, word.toLowerCase());
    if (distance <= allowed && (!best || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/** "Meinten Sie …?", or the known words where they are few. Starts with a space; empty when nothing helps. */
export function hint(written: string, known: ReadonlySet<string> | readonly string[]): Text {
  const near = nearest(written, known);
  if (near !== undefined) return { de: ` Meinten Sie „${near}“?`, en: ` Did you mean "${near}"?` };
  const few = [...known].slice(0, 21);
  if (few.length === 0 || few.length > 20) return { de: '', en: '' };
  return { de: ` Möglich sind: ${few.join(', ')}.`, en: ` Possible: ${few.join(', ')}.` };
}

/** Spreadsheets turn "01" into 1 and "10.50" into 10.5. */
export const sameNumber = (a: string, b: string): boolean =>
  /^\d+([.,]\d+)?$/.test(a) && /^\d+(\.\d+)?$/.test(b) && Number(a.replace(',', '.')) === Number(b);
