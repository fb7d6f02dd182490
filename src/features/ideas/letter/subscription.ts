import { z } from 'zod';
import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Language } from '../../../core/text.ts';
import type { Ideas } from '../context.ts';
import { topicNamed } from '../topics.ts';

/** Somebody who wants the weekly letter, and what it is to be about. */
export const Subscription = z.strictObject({
  /** Party id. */
  id: z.string(),
  version: z.number(),
  /** When the next letter is due, ISO 8601 UTC; absent when none is wanted. */
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  /** Topics of new ideas; none means all. */
  topics: z.array(z.string()),
  /** The office whose ideas are always in it. */
  unit: z.string().optional(),
  changedAt: z.string(),
});
export type Subscription = z.infer<typeof Subscription>;
export const subscriptionCollection = 'idea-letters';

/** What the weekly letter works with. */
export type LetterDesk = {
  readonly ideas: Ideas;
  readonly directory: RoleDirectory;
  readonly subscriptions: Collection<Subscription>;
};

/** Monday, 08:00 in Koblenz, after a moment. */
export function nextMonday(now: string): string {
  const day = dayOf(now);
  const thisWeek = momentOf(mondayOf(day), '08:00');
  return thisWeek > now ? thisWeek : momentOf(daysBefore(mondayOf(day), -7), '08:00');
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysBefore(day, (weekday + 6) % 7);
}

/** What somebody wants of the weekly letter; without `on` it is only to be shown. */
export type LetterWish = {
  readonly on?: boolean | undefined;
  /** `undefined` leaves them as they are. */
  readonly topics?: readonly string[] | undefined;
  readonly unit?: boolean | undefined;
  readonly language?: Language | undefined;
};

const shape =
  /^\s*(?<name>ideenbrief|idea letter|ideas letter)(?:\s+(?<state>an|ein|bestellen|aus|abbestellen|on|off))?(?:\s*(?:zu|zum|zur|über|about|for|:)\s*(?<topics>[^?!]{2,100}?))?\s*[?!.]*\s*$/i;

/** Reads "Ideenbrief", "Ideenbrief an zu KI, Verkehr", "idea letter off"; `undefined` for anything else. */
export function letterWish(text: string): LetterWish | undefined {
  const { name, state, topics } = shape.exec(text)?.groups ?? {};
  if (!name) return undefined;
  const language = /^ideenbrief$/i.test(name) ? 'de' : 'en';
  const on = state ? !/^(?:aus|abbestellen|off)$/i.test(state) : topics ? true : undefined;
  const chosen = (topics ?? '').split(/,| und | and /i).flatMap((topic) => topicNamed(topic) ?? []);
  return {
    language,
    ...(on === undefined ? {} : { on }),
    ...(chosen.length > 0 ? { topics: [...new Set(chosen)] } : {}),
  };
}
