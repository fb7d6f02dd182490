import type { Language } from './text.ts';

/** Where a page of a long list begins, as a button carried it; what is no place is the beginning. */
export function fromIn(data: unknown): number {
  const { from } = (data ?? {}) as { readonly from?: unknown };
  const place = Number(from);
  return Number.isInteger(place) && place > 0 ? place : 0;
}

/** A part of a list that fits on a card, and the way to the rest. */
export type Page<T> = {
  readonly shown: readonly T[];
  /** "11 bis 20 von 34"; only where not everything is shown. */
  readonly place?: string | undefined;
  /** Where the next and the former page begin. */
  readonly next?: number | undefined;
  readonly former?: number | undefined;
};

/** @param most of a page; a list that became shorter is shown from its last page */
export function pageOf<T>(all: readonly T[], from: number, most: number, language: Language): Page<T> {
  const last = Math.max(0, Math.ceil(all.length / most) - 1) * most;
  const start = Math.min(Math.floor(from / most) * most, last);
  const end = Math.min(start + most, all.length);
  const place =
    language === 'de'
      ? `${start + 1} bis ${end} von ${all.length}`
      : `${start + 1} to ${end} of ${all.length}`;
  return {
    shown: all.slice(start, end),
    place: all.length > most ? place : undefined,
    next: end < all.length ? end : undefined,
    former: start > 0 ? start - most : undefined,
  };
}
