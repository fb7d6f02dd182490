import { euros } from '../../core/money.ts';
import type { Collection } from '../../core/ports/store.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import { askedFor, decidedValues, moneyField } from './decided.ts';
import { likeness } from './form/similar.ts';
import { askersOf, type Request } from './model.ts';
import { comparisons, type RequestType } from './types/model.ts';

/*
 * One purchase in several parts stays below a limit that it would pass as a whole. Nobody is accused and nothing is
 * blocked: whoever decides is shown that there are others, and what they come to together.
 */

/** What of a request, or of a draft of one, is compared. */
export type Bought = Pick<Request, 'title' | 'unit' | 'fields' | 'fieldKinds' | 'route' | 'granted'> &
  Pick<Request, 'requester' | 'createdAt'> & {
    readonly colleague?: { readonly id: string } | undefined;
    readonly id?: string | undefined;
  };

export type Split = {
  readonly with: readonly string[];
  /** Of all together, in cents. */
  readonly cents: number;
  /** The limit that they pass together and none of them alone, in euros. */
  readonly limit: number;
  readonly days: number;
};

/** Looks for the others that a purchase may be a part with. */
export type FindSplit = (
  one: Bought,
  type: Pick<RequestType, 'splitDays'> | undefined,
) => Promise<Split | undefined>;

/**
 * Looks through what the same people asked for, and what was asked for the same unit. For one card or one list: what was
 * looked up for a row is there for the next one.
 */
export function splitFinder(collection: Pick<Collection<Request>, 'list'>): FindSplit {
  const known = new Map<string, Promise<readonly Request[]>>();
  const listed = (field: 'unit' | 'requestedBy' | 'requestedFor', value: string) => {
    const key = `${field} ${value}`;
    const found = known.get(key) ?? collection.list({ where: { [field]: value } });
    known.set(key, found);
    return found;
  };
  return async (one, type) => {
    if (!limitsAhead(one, type)) return undefined;
    const [ofUnit, ...theirs] = await Promise.all([
      listed('unit', one.unit),
      ...askersOf(one).flatMap((asker) => [listed('requestedBy', asker), listed('requestedFor', asker)]),
    ]);
    const elsewhere = theirs.flat().filter(({ unit }) => unit !== one.unit);
    return splitOf(one, [...ofUnit, ...new Set(elsewhere)], type);
  };
}

/** How alike titles are that mean the same thing: half of the words of the shorter one. */
const alike = 0.5;

/**
 * The others that this one may be a part with: for the same thing, by the same person or for the same unit, within the
 * days that the type names; `undefined` when together they pass no limit that this one does not pass by itself.
 */
export function splitOf(
  one: Bought,
  others: readonly Request[],
  type: Pick<RequestType, 'splitDays'> | undefined,
): Split | undefined {
  const ahead = limitsAhead(one, type);
  if (!ahead) return undefined;
  const { own, limits, days } = ahead;
  const at = Date.parse(one.createdAt);
  const parts = others.flatMap((other) => {
    const { createdAt, cents } = factsOf(other);
    const isNear = Math.abs(at - createdAt) <= days * 86_400_000;
    if (other.id === one.id || cents <= 0 || !isNear || !isSameThing(one, other)) return [];
    return [{ id: other.id, cents }];
  });
  const cents = parts.reduce((sum, part) => sum + part.cents, own);
  const passed = limits.filter((limit) => cents > limit * 100);
  if (passed.length === 0) return undefined;
  return { with: parts.map(({ id }) => id), cents, limit: Math.max(...passed), days };
}

/** The limits, in euros, that it does not pass by itself; `undefined` where it has none, or nothing is counted together. */
function limitsAhead(one: Bought, type: Pick<RequestType, 'splitDays'> | undefined) {
  const field = moneyField(one);
  const own = amountOf(one);
  const days = type?.splitDays ?? usualDays;
  if (field === undefined || own === undefined || days === 0) return undefined;
  const limits = one.route
    .flatMap(({ when }) => comparisons(when))
    .flatMap((comparison) => ('over' in comparison && comparison.field === field ? [comparison.over] : []))
    .filter((limit) => own <= limit * 100);
  return limits.length > 0 ? { own, limits, days } : undefined;
}

/** Where a type says nothing. */
export const usualDays = 90;

const amountOf = (request: Pick<Request, 'fields' | 'fieldKinds' | 'route' | 'granted'>) => {
  const field = moneyField(request);
  const granted = field === undefined ? undefined : decidedValues(request)[field];
  return granted === undefined ? askedFor(request) : Number(granted);
};

function isSameThing(one: Bought, other: Request): boolean {
  if (other.state === 'rejected' || other.state === 'withdrawn') return false;
  const isTheirs = other.unit === one.unit || askersOf(other).some((asker) => askersOf(one).includes(asker));
  return isTheirs && likeness(one.title, other.title) >= alike;
}

/** When it was sent and what it costs, worked out once: a list compares each of its rows with thousands of others. */
function factsOf(request: Request): { readonly createdAt: number; readonly cents: number } {
  const before = facts.get(request);
  if (before) return before;
  const found = { createdAt: Date.parse(request.createdAt), cents: amountOf(request) ?? 0 };
  facts.set(request, found);
  return found;
}
/** Requests are replaced when they change, and are the same ones until then. */
const facts = new WeakMap<Request, ReturnType<typeof factsOf>>();

const mostNamed = 3;

/** "Zusammen mit IT-2026-0003 sind es 45.000,00 € in 90 Tagen, mehr als 25.000,00 €." */
export function splitText({ with: others, cents, limit, days }: Split, language: Language): string {
  const t = wordsIn(language);
  const left = others.length - mostNamed;
  const named = others.slice(0, mostNamed).join(', ');
  const all = left > 0 ? `${named} ${t(`und ${left} weiteren`, `and ${left} more`)}` : named;
  const [sum, most] = [euros(language, cents), euros(language, limit * 100)];
  return t(
    `Zusammen mit ${all} sind es ${sum} in ${days} Tagen, mehr als die Grenze von ${most}. Bitte prüfen Sie, ob das eine Beschaffung ist.`,
    `Together with ${all} it comes to ${sum} within ${days} days, more than the limit of ${most}. Please check whether this is one purchase.`,
  );
}
