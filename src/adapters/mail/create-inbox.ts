import { buffer } from 'node:stream/consumers';
import type { ImapFlow, MessageStructureObject } from 'imapflow';
import { z } from 'zod';
import { isLoopback } from '../../core/loopback.ts';
import type { Inbox } from '../../core/ports/inbox.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Collection, Store } from '../../core/ports/store.ts';
import type { Mailbox } from './header.ts';
import { type Message, readMessage } from './read-message.ts';

export type InboxSettings = {
  /** `imaps://user:password@host/INBOX`. */
  readonly imapUrl: string;
  /** The own mailbox: only what answers its mails is looked at. */
  readonly from: Mailbox;
  readonly store: Store;
  readonly log: Log;
};

/** How far a mailbox was read: messages have numbers that only grow, as long as `uidValidity` stays. */
const Position = z.strictObject({
  id: z.string(),
  version: z.number(),
  uidValidity: z.string(),
  last: z.int(),
});

/** Messages of one look. */
const atOnce = 50;

/** Reads a mailbox by IMAP. Servers that do not answer are a line in the log: the next look tries again. */
export function createInbox({ imapUrl, from, store, log }: InboxSettings): Inbox {
  const positions = store.collection('mail-positions', Position);
  const domain = from.address.split('@')[1] ?? 'localhost';
  const { folder, ...server } = imapServer(imapUrl);
  return {
    async read(handle) {
      // A city without a mailbox does not load its library.
      const { ImapFlow: Client } = await import('imapflow');
      const client = new Client({ ...server, logger: false });
      // A connection that breaks is an error of the call that needs it; the event alone would end the program.
      client.on('error', () => undefined);
      try {
        await client.connect();
        const lock = await client.getMailboxLock(folder);
        try {
          await readNew(client, positions, folder, async (message) => {
            const read = readMessage(message, domain);
            try {
              return read !== undefined && (await handle(read));
            } catch (error) {
              // Left to people: one that cannot be dealt with must not hold up those behind it.
              log.error('message-not-handled', { kind: read?.kind, error });
              return false;
            }
          });
        } finally {
          lock.release();
        }
        await client.logout();
      } catch (error) {
        const { code, responseStatus: status } = error as { code?: string; responseStatus?: string };
        log.warn('mailbox-not-read', { code, status });
        client.close();
      }
    },
  };
}

/** Whatever is new and unread, the oldest first; how far that went is kept, so that nothing is given twice. */
async function readNew(
  client: ImapFlow,
  positions: Collection<z.infer<typeof Position>>,
  folder: string,
  handle: (message: Message) => Promise<boolean>,
): Promise<void> {
  const uidValidity = client.mailbox ? String(client.mailbox.uidValidity) : '';
  const known = await positions.get(folder);
  const last = known?.uidValidity === uidValidity ? known.last : 0;
  const found = (await client.search({ seen: false, uid: `${last + 1}:*` }, { uid: true })) || [];
  const unread = found.filter((uid) => uid > last).sort((a, b) => a - b);
  for (const uid of unread.slice(0, atOnce)) {
    const message = await fetched(client, uid);
    if (message && (await handle(message)))
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    await keep(positions, { id: folder, uidValidity, last: uid });
  }
}

async function keep(
  positions: Collection<z.infer<typeof Position>>,
  position: Omit<z.infer<typeof Position>, 'version'>,
): Promise<void> {
  if (await positions.get(position.id))
    await positions.change(position.id, (doc) => ({ doc: { ...doc, ...position } }));
  else await positions.add(position);
}

const looked = ['content-type', 'auto-submitted', 'authentication-results', 'x-autoreply', 'precedence'];
const wanted = [
  'text/calendar',
  'text/plain',
  'message/delivery-status',
  'message/rfc822',
  'text/rfc822-headers',
];
/** Bytes of a part that are read at most: what a program says is short. */
const mostBytes = 200_000;

async function fetched(client: ImapFlow, uid: number): Promise<Message | undefined> {
  const query = { envelope: true, bodyStructure: true, headers: looked };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  if (!found) return undefined;
  const parts: Record<string, string> = {};
  for (const { type, part } of partsOf(found.bodyStructure)) {
    if (!wanted.includes(type) || parts[type] !== undefined) continue;
    const { content } = await client.download(String(uid), part, { uid: true, maxBytes: mostBytes });
    if (content) parts[type] = (await buffer(content)).toString('utf8');
  }
  return {
    from: found.envelope?.from?.[0]?.address?.toLowerCase() ?? '',
    inReplyTo: found.envelope?.inReplyTo,
    headers: headersOf(found.headers?.toString('latin1') ?? ''),
    parts,
  };
}

/** All parts that have content of their own; a message in the message is one. */
function partsOf(
  node: MessageStructureObject | undefined,
): readonly { readonly type: string; readonly part: string }[] {
  if (!node) return [];
  const type = node.type.toLowerCase();
  if (type.startsWith('multipart/')) return (node.childNodes ?? []).flatMap(partsOf);
  return [{ type, part: node.part ?? '1' }];
}

const headersOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .replaceAll(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const at = line.indexOf(':');
        return at > 0 ? [[line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const] : [];
      }),
  );

/** The server that an `IMAP_URL` names. A password never leaves this machine unencrypted. */
function imapServer(imapUrl: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(imapUrl);
  const secure = protocol === 'imaps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    ...(secure ? {} : { doSTARTTLS: !isLoopback(hostname) }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    folder: decodeURIComponent(pathname.replace(/^\//, '')) || 'INBOX',
  };
}
