import type { Log } from '../../core/ports/log.ts';
import type { Incoming } from './incoming.ts';
import { messageOf } from './send.ts';

/** Something that only one person in a group or channel gets to see, at the place where they asked. */
export type ForOne = { readonly card: object; readonly summary: string };

/** @returns whether it was sent; if not, there is another way */
export type SendTargeted = (activity: Incoming, shown: ForOne, token: string | undefined) => Promise<boolean>;

/** Whoever asked waits; the personal chat is still there, in milliseconds. */
const patience = 5000;

/**
 * Sends a targeted message. The SDK has no call for it, and no try is repeated: on any error the answer goes to the personal
 * chat. An answer that arrives in both places does no harm.
 */
export const createTargeted =
  (log: Log): SendTargeted =>
  async (activity, shown, token) => {
    const { conversation, serviceUrl, recipient, from } = activity;
    if (!conversation?.id || !serviceUrl || !from?.id) return false;
    const place = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(conversation.id)}`;
    try {
      const response = await fetch(`${place}/activities?isTargetedActivity=true`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({
          ...messageOf(shown),
          from: recipient,
          recipient: from,
          conversation: { id: conversation.id },
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      await response.body?.cancel();
      if (!response.ok) log.warn('targeted-not-sent', { status: response.status });
      return response.ok;
    } catch (error) {
      log.warn('targeted-not-sent', { error });
      return false;
    }
  };
