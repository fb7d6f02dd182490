import { hash } from 'node:crypto';
import { setTimeout as waitFor } from 'node:timers/promises';
import { JsonText } from '../../core/json-text.ts';
import type { ShortMemory } from '../../core/ports/short-memory.ts';
import { expectsReplies, type Incoming } from './incoming.ts';

/** What the sender of a delivery gets: an HTTP status and, where there is something to say, a JSON body. */
export type Answer = { readonly status: number; readonly body?: object };

/** How long a delivery is remembered, in milliseconds. Teams repeats within seconds. */
const memory = 5 * 60_000;
/** Of a busy day at fifty a second that is five minutes. */
const greatestNumber = 15_000;
/** What all answers that stand in responses may take, in bytes: of clicks at fifty a second two minutes. */
const greatestSize = 64 * 1024 * 1024;

type Handled = { readonly at: number; readonly answer: Promise<Answer>; bytes: number };

/** Handles a delivery, or gives the answer of the one that was handled before. */
export type Once = (key: string | undefined, now: Date, handle: () => Promise<Answer>) => Promise<Answer>;

/**
 * Handles a delivery once. The same delivery again, also while the first is still under way, gets the first
 * one's answer: no second message, and the same response where the answer stands in the response. What failed
 * on our side (5xx) may be tried again.
 * @param mostBytes what all answers in responses may take; beyond it the oldest are forgotten
 */
export function createOnce(mostBytes = greatestSize): Once {
  const done = new Map<string, Handled>();
  let size = 0;
  const forget = (key: string): void => {
    size -= done.get(key)?.bytes ?? 0;
    done.delete(key);
  };
  const forgetOldest = (): void => {
    for (const [key] of done) {
      if (done.size <= greatestNumber && size <= mostBytes) return;
      forget(key);
    }
  };
  return async (key, now, handle) => {
    if (key === undefined) return handle();
    const earlier = done.get(key);
    if (earlier && now.getTime() - earlier.at < memory) return earlier.answer;
    forget(key);
    const handled: Handled = { at: now.getTime(), answer: handle().then(written), bytes: 0 };
    done.set(key, handled);
    const { status, body } = await handled.answer.catch(() => failed);
    if (done.get(key) !== handled) return handled.answer;
    if (status >= 500) forget(key);
    else if (body instanceof JsonText) size += handled.bytes = body.bytes.length;
    forgetOldest();
    return handled.answer;
  };
}

const failed: Answer = { status: 500 };

/** Thousands of cards as objects would be most of what the process holds, and looking through them most of what it does. */
const written = ({ status, body }: Answer): Answer => ({
  status,
  ...(body === undefined ? {} : { body: new JsonText(body) }),
});

/** Whoever has begun has so long, in milliseconds; then another instance takes over. The channel asks again until then. */
const patience = 15_000;
const pause = 250;

/**
 * The same for several instances: the repetition of a message may reach another one than the message. The first to take
 * it answers it; the others wait until it is through, or take over when it is not seen any more.
 * @param deliveries how far a delivery is
 * @param begun who has begun it: kept for as long as that may take
 */
export function createSharedOnce(
  deliveries: ShortMemory,
  begun: ShortMemory,
  wait: (ms: number) => Promise<unknown> = waitFor,
): Once {
  return async (key, now, handle) => {
    if (key === undefined) return handle();
    for (let waited = 0; waited <= 2 * patience; waited += pause) {
      const at = new Date(now.getTime() + waited);
      if ((await deliveries.recall(key, at)) !== undefined) return { status: 200 };
      if (await begun.take(key, at)) {
        const answer = await handle().catch((error) => {
          begun.forget(key);
          throw error;
        });
        if (answer.status < 500) deliveries.remember(key, 'done', at);
        else begun.forget(key);
        return answer;
      }
      await wait(pause);
    }
    return { status: 503 };
  };
}

/** Minutes that an instance has for a delivery it has begun. */
export const begunMinutes = patience / 60_000;
/** Minutes that a delivery is remembered. */
export const deliveryMinutes = memory / 60_000;

/** Whether its answer is sent, not given in the response: then nobody needs the first one's answer again. */
export const isAnsweredElsewhere = (activity: Incoming): boolean =>
  activity.type !== 'invoke' && !expectsReplies(activity);

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
