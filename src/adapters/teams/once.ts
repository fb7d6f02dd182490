import { hash } from 'node:crypto';
import { createBoundedMap } from './bounded-map.ts';
import type { Incoming } from './incoming.ts';

/** What the sender of a delivery gets: an HTTP status and, where there is something to say, a JSON body. */
export type Answer = { readonly status: number; readonly body?: object };

/** How long a delivery is remembered, in milliseconds. Teams repeats within seconds. */
const memory = 5 * 60_000;
const greatestNumber = 500;

/**
 * Handles a delivery once. The same delivery again, also while the first is still under way, gets the first
 * one's answer: no second message, and the same response where the answer stands in the response. What failed
 * on our side (5xx) may be tried again.
 */
export function createOnce(): (
  key: string | undefined,
  now: Date,
  handle: () => Promise<Answer>,
) => Promise<Answer> {
  const done = createBoundedMap<{ readonly at: number; readonly answer: Promise<Answer> }>(greatestNumber);
  return async (key, now, handle) => {
    if (key === undefined) return handle();
    const earlier = done.get(key);
    if (earlier && now.getTime() - earlier.at < memory) return earlier.answer;
    const answer = handle();
    done.set(key, { at: now.getTime(), answer });
    const failed = await answer.then(
      ({ status }) => status >= 500,
      () => true,
    );
    if (failed) done.delete(key);
    return answer;
  };
}

/**
 * What makes two deliveries the same one. The content is part of it: an id alone does not prove sameness (an
 * edit keeps the id of the message). `undefined` when the activity has no id.
 */
export function deliveryKey(activity: Incoming): string | undefined {
  if (!activity.id) return undefined;
  const { type, id, conversation, from, deliveryMode, text, value } = activity;
  const edit = type === 'messageUpdate' ? String(activity.timestamp) : '';
  const parts = [type, id, conversation?.id, from?.aadObjectId, deliveryMode, edit, text, value];
  return hash('sha256', JSON.stringify(parts), 'base64');
}
