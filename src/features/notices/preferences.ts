import { z } from 'zod';
import type { Collection, New, Store } from '../../core/ports/store.ts';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How a person wants to be told. Nothing is stored for somebody who never chose. */
export const Preferences = z.object({
  /** Party id. */
  id: z.string(),
  version: z.number(),
  /** News come one by one, or once a day on one card. */
  delivery: z.enum(['at-once', 'digest']),
  /** Everything also by e-mail. */
  mailToo: z.boolean(),
  /** News wait in this time; `act` never. Times of day in Koblenz; `to` before `from` is the next day. */
  quiet: z.object({ from: Time, to: Time }).optional(),
  language: z.enum(['de', 'en']),
});
export type Preferences = z.infer<typeof Preferences>;

export const usual = (id: string): New<Preferences> => ({
  id,
  delivery: 'at-once',
  mailToo: false,
  language: 'de',
});

export const openPreferences = (store: Store): Collection<Preferences> =>
  store.collection('preferences', Preferences);

/** What somebody changes; what is not named stays. Quiet hours `null` means none. */
export type Wish = {
  readonly delivery?: Preferences['delivery'] | undefined;
  readonly mailToo?: boolean | undefined;
  readonly quiet?: Preferences['quiet'] | null | undefined;
  readonly language?: Preferences['language'] | undefined;
};

/** The preferences with a wish come true. */
export function wished(
  { quiet: before, ...known }: New<Preferences>,
  { quiet = before, ...rest }: Wish,
): New<Preferences> {
  const named = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const next = { ...known, ...named };
  // From eight to eight is no time at all.
  return quiet && quiet.from !== quiet.to ? { ...next, quiet } : next;
}
