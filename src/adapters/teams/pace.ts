import { createBoundedMap } from '../../core/bounded-map.ts';

/** At most so many within so many milliseconds. */
export type Limit = { readonly most: number; readonly within: number };

/** What Teams accepts in one conversation. */
export const conversationLimits: readonly Limit[] = [
  { most: 7, within: 1000 },
  { most: 8, within: 2000 },
  { most: 60, within: 30_000 },
  { most: 1800, within: 3_600_000 },
];

/** What Teams accepts of an app in a tenant is about 30 a second; a little less leaves room for answers. */
export const appLimits: readonly Limit[] = [{ most: 25, within: 1000 }];

/**
 * The first moment from `now` on at which one more is within the limits.
 * @param times of what was sent, ascending, in milliseconds since 1970
 */
export function nextFree(times: readonly number[], limits: readonly Limit[], now: number): number {
  const free = limits.map(({ most, within }) => {
    const first = times.at(-most);
    return first === undefined ? now : first + within;
  });
  return Math.max(now, ...free);
}

/** Keeps sending within the limits. Times are milliseconds since 1970. */
export type Pace = {
  /** How long to wait until the conversation takes one more. */
  waitFor(conversation: string, now: number): number;
  /** Takes a place in the order of all sendings, for a conversation that takes one more. @returns its moment */
  take(conversation: string, now: number): number;
  /** The channel asked for silence until then. */
  hold(conversation: string, until: number): void;
};

/** Conversations whose last sendings are remembered. */
const remembered = 5000;
type Past = { readonly times: readonly number[]; readonly heldUntil: number };
const none: Past = { times: [], heldUntil: 0 };

export function createPace(perConversation = conversationLimits, inAll = appLimits): Pace {
  const pasts = createBoundedMap<Past>(remembered);
  let all: readonly number[] = [];

  const waitFor = (conversation: string, now: number): number => {
    const { times, heldUntil } = pasts.get(conversation) ?? none;
    return Math.max(nextFree(times, perConversation, now), heldUntil) - now;
  };

  return {
    waitFor,
    take(conversation, now) {
      const at = nextFree(all, inAll, now);
      const past = pasts.get(conversation) ?? none;
      all = kept([...all, at], inAll, now);
      pasts.set(conversation, { ...past, times: kept([...past.times, at], perConversation, now) });
      return at;
    },
    hold(conversation, until) {
      const past = pasts.get(conversation) ?? none;
      pasts.set(conversation, { ...past, heldUntil: Math.max(past.heldUntil, until) });
    },
  };
}

/** What still counts against a limit. */
function kept(times: readonly number[], limits: readonly Limit[], now: number): readonly number[] {
  const longest = Math.max(...limits.map(({ within }) => within));
  const most = Math.max(...limits.map((limit) => limit.most));
  return times.filter((time) => time > now - longest).slice(-most);
}
