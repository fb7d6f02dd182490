import type { Delivery } from '../../core/ports/messenger.ts';

/** What is known of a sending that did not end well. nodemailer's own words and the server's reply code. */
export type Failure = {
  /** `EAUTH`, `ETIMEDOUT` … */
  readonly code?: string | undefined;
  /** The command that the server answered: `RCPT TO`, `DATA` … */
  readonly command?: string | undefined;
  /** The server's reply, e.g. 550. */
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
};

/** Replies that mean that we may not send at all, whatever the mail: 530, 534, 535, 538 of RFC 4954. */
const refusedAccess = [530, 534, 535, 538];

/**
 * What became of a mail that the server did not take.
 * @param complete whether the whole message had left; without a reply after that, nobody knows
 */
export function outcomeOf(failure: Failure, complete: boolean): Delivery {
  const { code, command, responseCode = 0 } = failure;
  if (responseCode >= 500) {
    const ours = code === 'EAUTH' || !(command === 'DATA' || command === 'RCPT TO');
    return ours || refusedAccess.includes(responseCode)
      ? { outcome: 'locked-out' }
      : { outcome: 'unreachable', reason: reasonOf(failure) };
  }
  if (responseCode >= 400) return { outcome: 'later' };
  if (complete) return { outcome: 'unsure' };
  if (code === 'EAUTH' || code === 'ENOAUTH') return { outcome: 'locked-out' };
  return code === 'EENVELOPE' ? { outcome: 'unreachable', reason: 'bad-address' } : { outcome: 'later' };
}

/** `smtp-550 5.1.1`: codes only, the server's words may name people. */
function reasonOf({ responseCode, response = '' }: Failure): string {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  return `smtp-${responseCode}${enhanced ? ` ${enhanced}` : ''}`;
}
