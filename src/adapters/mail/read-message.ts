import type { Incoming } from '../../core/ports/inbox.ts';
import { readCalendarReply } from './calendar-reply.ts';
import { idIn } from './header.ts';

/** A message as far as it must be known, with the texts of its parts by their type: `text/calendar`. */
export type Message = {
  /** Address of the sender, in small letters. */
  readonly from: string;
  readonly inReplyTo?: string | undefined;
  /** Headers by name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
};

/** What a program said; `undefined` when a person wrote it, or it cannot be told. @param domain of the own mailbox */
export function readMessage(message: Message, domain: string): Incoming | undefined {
  const { headers } = message;
  // What the mail server itself holds to be forged is for people to look at.
  if (/\bdmarc=fail\b/i.test(headers['authentication-results'] ?? '')) return undefined;
  return replyIn(message, domain) ?? bounceIn(message, domain) ?? awayIn(message, domain);
}

function replyIn({ from, parts }: Message, domain: string): Incoming | undefined {
  const read = readCalendarReply(parts['text/calendar'] ?? '');
  const event = read && idIn(read.uid, domain);
  if (!read || event === undefined) return undefined;
  const { sequence, attendee, answer, comment, program } = read;
  // Outlook keeps the words beside the file; Google writes sentences of its own there.
  const written = /microsoft/i.test(program) ? (parts['text/plain'] ?? '').trim() : '';
  const said = comment ?? (written || undefined);
  return { kind: 'reply', from, attendee, event, sequence, answer, ...(said ? { comment: said } : {}) };
}

/** RFC 3464: what failed for good; a delay is no news yet. */
function bounceIn({ parts, headers }: Message, domain: string): Incoming | undefined {
  if (!/multipart\/report/i.test(headers['content-type'] ?? '')) return undefined;
  if (!/^action:\s*failed/im.test(parts['message/delivery-status'] ?? '')) return undefined;
  const original = parts['message/rfc822'] ?? parts['text/rfc822-headers'] ?? '';
  const named = /^message-id:\s*(<[^>]+>)/im.exec(original)?.[1];
  const messageId = named && idIn(named, domain);
  return messageId === undefined ? undefined : { kind: 'bounce', messageId };
}

/** RFC 3834: an answer that nobody wrote, to a mail of ours. */
function awayIn({ headers, inReplyTo = '' }: Message, domain: string): Incoming | undefined {
  const isAutomatic =
    /auto-replied/i.test(headers['auto-submitted'] ?? '') ||
    headers['x-autoreply'] !== undefined ||
    /auto_reply/i.test(headers.precedence ?? '');
  const messageId = isAutomatic ? idIn(inReplyTo, domain) : undefined;
  return messageId === undefined ? undefined : { kind: 'away', messageId };
}
