import type { Delivery } from '../../core/ports/messenger.ts';
import type { Failure } from './transport.ts';

/** The reason when the channel does not take a message of that size. */
export const tooBig = 'too-big';

/** The request never left this machine. */
const notSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** Turned away before it was worked on: 412 is another operation on the same conversation. */
const busy: ReadonlySet<number> = new Set([412, 429, 502, 504]);

/**
 * What became of a message whose sending failed, see Microsoft's "Rate limiting" and "Error codes for bots".
 * @param operation an update of a message that is gone is different from a chat that is gone
 * @param now milliseconds since 1970, for a `Retry-After` that names a date
 */
export function fateOf(error: unknown, operation: 'send' | 'update', now: number): Delivery {
  const signIn = failedSignIn(error as SignInFailure);
  if (signIn) return signIn;
  const { statusCode: status, code = '', response } = error as Failure;
  if (status === undefined)
    return notSent.has(code) ? { outcome: 'later', reason: code } : { outcome: 'unsure' };
  if (status === 401) return { outcome: 'locked-out' };
  if (busy.has(status)) {
    const afterMs = retryAfter(response?.headers?.get('retry-after'), now);
    return { outcome: 'later', reason: `http-${status}`, ...(afterMs === undefined ? {} : { afterMs }) };
  }
  if (status === 413) return { outcome: 'unreachable', reason: tooBig };
  if (status === 408 || status >= 500) return { outcome: 'unsure' };
  if (status === 404 && code === 'ConversationNotFound') return { outcome: 'later', reason: 'suspect' };
  if (operation === 'update') return { outcome: 'gone' };
  if (status === 404) return { outcome: 'later', reason: 'suspect' };
  return { outcome: 'unreachable', reason: wordOf(code) ?? `http-${status}` };
}

/** What the libraries throw that fetch the bot's own token. */
type SignInFailure = {
  readonly name?: string;
  /** MSAL. */
  readonly errorCode?: string;
  /** The identity library, for managed identities. */
  readonly statusCode?: number;
};

/** Without a token nothing was sent: a refused credential is refused for everything, other trouble passes. */
function failedSignIn({ name = '', errorCode, statusCode = 0 }: SignInFailure): Delivery | undefined {
  const later: Delivery = { outcome: 'later', reason: 'no-token' };
  if (errorCode !== undefined) return refusedCredential.has(errorCode) ? { outcome: 'locked-out' } : later;
  if (name === 'CredentialUnavailableError') return later;
  if (name === 'AuthenticationError') return statusCode < 500 ? { outcome: 'locked-out' } : later;
  return undefined;
}

/** The secret is wrong or over, or the app is gone. */
const refusedCredential: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_grant',
]);

/** Nobody is left without news for longer because of one answer of the channel, in milliseconds. */
const longestWait = 3_600_000;

/** Seconds or a date, as HTTP has it. @returns milliseconds, at most an hour */
function retryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(longestWait, Math.max(0, ms));
}

/** A code of the connector, if it is one and not prose. */
const wordOf = (code: string): string | undefined => (/^[A-Za-z]{3,60}$/.test(code) ? code : undefined);
