import type { Text } from '../text.ts';

/** What a part of the program counts for one calendar year, for a report that is read by others: numbers, nobody's name. */
export type Figures = {
  readonly title: Text;
  /** What was counted, or why some of it is not told. */
  readonly note?: Text | undefined;
  readonly rows: readonly { readonly label: Text; readonly count: number }[];
};

/** @param year `2026` */
export type YearFigures = (year: string) => Promise<Figures>;

/** Fewer than this point to a person where few take part. */
export const fewest = 3;

/**
 * Figures about few people: the first row is the sum of what follows. When one part would point to somebody, no part is
 * told, because the others and the sum would give it away; a sum that is too small is not told either.
 */
export function guarded({ title, note, rows }: Figures): Figures {
  const isSmall = ({ count }: { readonly count: number }) => count > 0 && count < fewest;
  const [sum] = rows;
  if (!sum || !rows.some(isSmall)) return { title, note, rows };
  const why: Text = {
    de: `Zahlen unter ${fewest} sind nicht genannt, auch keine, aus denen sie sich ergäben: Sie könnten auf eine Person hinweisen.`,
    en: `Figures below ${fewest} are not given, nor any that they would follow from: they could point to a person.`,
  };
  return {
    title,
    note: note ? { de: `${note.de} ${why.de}`, en: `${note.en} ${why.en}` } : why,
    rows: isSmall(sum) ? [] : [sum],
  };
}
