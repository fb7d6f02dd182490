import { z } from 'zod';

/** What a request is worth to the work of a quarter. */
export const Rating = z.strictObject({
  id: z.string(),
  benefit: z.int().min(1).max(5),
  urgency: z.int().min(1).max(5),
  /** Person days of the KGRZ. */
  effort: z.number().min(0.5).max(1000),
  /** What it was rated on: digest of what was decisive then, and when. Ratings of before say neither. */
  saw: z.string().optional(),
  at: z.string().optional(),
});
export type Rating = z.infer<typeof Rating>;

/** The order of work as 10.50 keeps it, and how many person days the KGRZ has in a quarter. */
export const Plan = z.strictObject({
  id: z.string(),
  version: z.number(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  /** In order: the first is worked on first. */
  order: z.array(Rating),
  /** Person days by quarter, `2026-Q4`. */
  capacity: z.record(z.string(), z.number().min(0)),
});
export type Plan = z.infer<typeof Plan>;

export const planCollection = 'plans';
export const planId = 'kgrz';
export const emptyPlan = { id: planId, order: [], capacity: {} };

/** Benefit times urgency: 1 to 25. */
export const pointsOf = ({ benefit, urgency }: Rating): number => benefit * urgency;

/** More points first; among equals what takes less time. */
const byWorth = (a: Rating, b: Rating): number => pointsOf(b) - pointsOf(a) || a.effort - b.effort;

/**
 * Rates a request. It comes before the first one that is worth less; the rest stays in the order it was put in. Rated
 * again as before, nothing moves; on what it has become since, the rating is confirmed.
 */
export function rated(plan: Plan, rating: Rating): Plan | undefined {
  const known = plan.order.find(({ id }) => id === rating.id);
  if (known && isWorthTheSame(known, rating))
    return known.saw === rating.saw
      ? undefined
      : { ...plan, order: plan.order.map((one) => (one === known ? rating : one)) };
  const others = plan.order.filter(({ id }) => id !== rating.id);
  const before = others.findIndex((other) => byWorth(rating, other) < 0);
  const at = before < 0 ? others.length : before;
  return { ...plan, order: others.toSpliced(at, 0, rating) };
}

const isWorthTheSame = (a: Rating, b: Rating): boolean =>
  a.benefit === b.benefit && a.urgency === b.urgency && a.effort === b.effort;

/** Changes places with the neighbour. @returns `undefined` at the end of the list, or when it is not in it */
export function moved(plan: Plan, id: string, direction: 'up' | 'down'): Plan | undefined {
  const at = plan.order.findIndex((one) => one.id === id);
  const to = direction === 'up' ? at - 1 : at + 1;
  const [one, other] = [plan.order[at], plan.order[to]];
  if (!one || !other) return undefined;
  return { ...plan, order: plan.order.with(at, other).with(to, one) };
}

/** The order that the points suggest, in place of what was moved by hand. */
export const suggested = (plan: Plan): Plan => ({ ...plan, order: plan.order.toSorted(byWorth) });

export const withCapacity = (plan: Plan, quarter: string, days: number): Plan | undefined =>
  plan.capacity[quarter] === days ? undefined : { ...plan, capacity: { ...plan.capacity, [quarter]: days } };

/** Without requests that have come to an end. */
export const withoutEnded = (plan: Plan, isOpen: (id: string) => boolean): Plan => ({
  ...plan,
  order: plan.order.filter(({ id }) => isOpen(id)),
});

/** `2026-Q4` of a day `2026-11-24`. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/**
 * How many from the top fit into so many days. The list is cut at the first that does not fit: nothing below it
 * overtakes it, because the order is what was decided.
 */
export function fitting(order: readonly Rating[], days: number | undefined): number {
  if (days === undefined) return order.length;
  let left = days;
  const cut = order.findIndex(({ effort }) => {
    left -= effort;
    return left < 0;
  });
  return cut < 0 ? order.length : cut;
}
