import { type FieldValues, openParts, type Request, type Urgency } from '../model.ts';
import type { RequestType, Step } from '../types/model.ts';

/* How urgent a report is: read from two answers of its form by the matrix of its type, and from how many it concerns. */

/** `undefined` where the type has no matrix, or it was not asked yet. @param people whom it concerns, the first included */
export function urgencyOf(
  { priority }: Pick<RequestType, 'priority'>,
  fields: FieldValues,
  people = 1,
): Urgency | undefined {
  if (!priority) return undefined;
  const { impact, urgency, levels, matrix, grows } = priority;
  const least = grows.filter((one) => people >= one.people).map((one) => one.impact);
  const reached = [fields[impact], ...least].flatMap((one) => {
    const level = matrix[String(one)]?.[String(fields[urgency])];
    const at = levels.findIndex(({ id }) => id === level);
    return at < 0 ? [] : [at];
  });
  const at = Math.min(...reached);
  const level = levels[at];
  if (!level) return undefined;
  const { id, name, due, alarm } = level;
  return { level: id, rank: at + 1, name, due, ...(alarm ? { alarm } : {}) };
}

/** Working days that somebody has for a step: for work on a report those of its priority. */
export const daysFor = (
  { duty, due }: Pick<Step, 'duty' | 'due'>,
  { priority }: { readonly priority?: Pick<Urgency, 'due'> | undefined },
): number => (duty === 'do' ? (priority?.due ?? due) : due);

/** What stands still comes first, then what is due first, of that the most urgent. */
export const byPriority = (a: Request, b: Request): number =>
  Number(b.priority?.alarm ?? false) - Number(a.priority?.alarm ?? false) ||
  compared(firstDue(a), firstDue(b)) ||
  (a.priority?.rank ?? ordinary) - (b.priority?.rank ?? ordinary);

/** Days as they are written; thousands are sorted while somebody waits. */
const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Of several parts the day of the one that is due first. */
export const firstDue = (request: Request): string =>
  request.alongside
    ? (openParts(request)
        .map(({ dueDay }) => dueDay)
        .toSorted()[0] ?? '')
    : (request.open?.dueDay ?? '');

/** An application has none: it comes after the reports that are due on the same day. */
const ordinary = 99;
