import { dirname } from 'node:path';
import { shortPath } from '../adapters/directory/read-files.ts';
import type { Directory } from '../features/directory/model.ts';
import { beiratRulesIn, openBeiratRules } from './beirat-rules.ts';

/**
 * What does not fit between the directory and the rules of the Beirat beside it: who sits on no seat, or on one that the
 * rules do not know, is never invited. A line for each.
 * @param organisation path of the directory's file
 * @throws {Impossible} when the rules have errors
 */
export async function seatWarnings(
  { assignments }: Pick<Directory, 'assignments'>,
  organisation: string,
): Promise<readonly string[]> {
  const path = beiratRulesIn(dirname(organisation));
  const { seats } = await openBeiratRules(path);
  const known = seats.map(({ id }) => id).join(', ');
  return assignments
    .filter(({ role, seat }) => role === 'digitaler-beirat' && !seats.some(({ id }) => id === seat))
    .map(({ person, seat }) =>
      seat === undefined
        ? `Hinweis: „${person}“ ist dem Digitalen Beirat ohne Sitz zugeordnet und wird nicht eingeladen. Ergänzen Sie „seat“ (${known}).`
        : `Hinweis: Den Sitz „${seat}“ von „${person}“ gibt es in ${shortPath(path)} nicht; diese Person wird nicht eingeladen. Bekannt sind: ${known}.`,
    );
}
