import { hash } from 'node:crypto';
import { createBoundedMap } from '../../core/bounded-map.ts';

/** So long a token that was found right is believed without being checked again, in milliseconds. */
const longest = 5 * 60_000;
const greatestNumber = 1000;

/** What a token was found right for: the same token for something else is checked anew. */
export type Occasion = {
  /** The whole `Authorization` header. */
  readonly authorization: string;
  readonly channelId: string | null | undefined;
  readonly serviceUrl: string | null | undefined;
};

/** Remembers whom a token speaks for, so that the many deliveries of one token cost one check of its signature. */
export type Verdicts<T> = {
  recall(occasion: Occasion, now: number): T | undefined;
  /** Only of tokens that are right. @param expires when the token ends, in seconds since 1970 */
  remember(occasion: Occasion, caller: T, expires: number, now: number): void;
};

export function createVerdicts<T>(): Verdicts<T> {
  const known = createBoundedMap<{ readonly caller: T; readonly until: number }>(greatestNumber);
  return {
    recall(occasion, now) {
      const found = known.get(keyOf(occasion));
      return found && now < found.until && now > found.until - 2 * longest ? found.caller : undefined;
    },
    remember(occasion, caller, expires, now) {
      known.set(keyOf(occasion), { caller, until: Math.min(expires * 1000, now + longest) });
    },
  };
}

/** Of the token only a digest is kept. */
const keyOf = ({ authorization, channelId, serviceUrl }: Occasion): string =>
  hash('sha256', JSON.stringify([authorization, channelId, serviceUrl]), 'base64');
