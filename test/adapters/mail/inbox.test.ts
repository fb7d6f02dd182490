import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { createInbox } from '../../../src/adapters/mail/create-inbox.ts';
import { messageIdOf } from '../../../src/adapters/mail/header.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import type { Incoming } from '../../../src/core/ports/inbox.ts';
import { type Log, silent } from '../../../src/core/ports/log.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { type ImapServer, startDovecot } from '../../support/dovecot.ts';
import { apple, away, google, outlook, report, written } from '../../support/mailbox-messages.ts';

const from = { name: 'Lotse', address: 'lotse@example.org' };
const who = 'fachperson@partner.example.org';
const event = 'B-2026-1 beirat-wissenschaft c0';
const uid = messageIdOf(event, 'example.org').slice(1, -1);
const mailId = messageIdOf('mail-17', 'example.org');

let server: ImapServer;
let store: Store;
beforeAll(async () => {
  server = await startDovecot();
}, 120_000);
afterAll(() => server.stop());

/** Does something in the mailbox, as another program that looks into it. */
async function inMailbox<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { hostname, port } = new URL(server.url);
  const auth = { user: 'lotse', pass: 'geheim' };
  const client = new ImapFlow({ host: hostname, port: Number(port), secure: false, auth, logger: false });
  await client.connect();
  const lock = await client.getMailboxLock('INBOX');
  try {
    return await work(client);
  } finally {
    lock.release();
    await client.logout();
  }
}
const arrive = (...messages: readonly string[]) =>
  inMailbox(async (client) => {
    for (const message of messages) await client.append('INBOX', message);
  });
const unread = () => inMailbox(async (client) => ((await client.search({ seen: false })) || []).length);

beforeEach(async () => {
  store = createMemoryStore();
  await inMailbox((client) => client.messageDelete('1:*'));
});

const inbox = (log: Log = silent, imapUrl = server.url) => createInbox({ imapUrl, from, store, log });

/** What is given, in its order. */
async function given(isDone: (message: Incoming) => boolean = () => true): Promise<readonly Incoming[]> {
  const all: Incoming[] = [];
  await inbox().read(async (message) => {
    all.push(message);
    return isDone(message);
  });
  return all;
}

describe('answers from calendars', () => {
  test('are read as Outlook, Google and Apple write them, and marked as read', async () => {
    await arrive(
      outlook({ uid, from: who, comment: 'Ich bringe eine Kollegin mit.' }),
      google({ uid, from: who, status: 'TENTATIVE', sequence: 2, comment: 'vielleicht\\, erst um 15:00' }),
      apple({ uid, from: who, comment: 'Grüße' }),
    );
    const reply = { kind: 'reply', from: who, attendee: who, event, sequence: 0 };
    expect(await given()).toEqual([
      { ...reply, answer: 'accepted', comment: 'Ich bringe eine Kollegin mit.' },
      { ...reply, answer: 'tentative', sequence: 2, comment: 'vielleicht, erst um 15:00' },
      { ...reply, answer: 'declined', comment: 'Grüße' },
    ]);
    expect(await unread()).toBe(0);
  });

  test('without words have none: Outlook sends an empty text, Google a sentence of its own', async () => {
    await arrive(outlook({ uid, from: who }), google({ uid, from: who }));
    expect((await given()).map((one) => 'comment' in one)).toEqual([false, false]);
  });

  test('to what another program invited to are nobody’s business here', async () => {
    await arrive(google({ uid: 'abc123@google.com', from: who }));
    expect(await given()).toEqual([]);
    expect(await unread()).toBe(1);
  });
});

test('a mail that came back, and one that a program answered, name the mail that they are about', async () => {
  await arrive(report(mailId), report(mailId, 'delayed'), away(mailId, who), report('<x@elsewhere.example>'));
  expect(await given()).toEqual([
    { kind: 'bounce', messageId: 'mail-17' },
    { kind: 'away', messageId: 'mail-17' },
  ]);
  expect(await unread()).toBe(2);
});

test('what people write is left alone, unread, and so is what the mail server holds to be forged', async () => {
  const forged = `Authentication-Results: mx.example.org; dmarc=fail header.from=partner.example.org\r\n${google({ uid, from: who })}`;
  await arrive(written(who, mailId), forged);
  expect(await given()).toEqual([]);
  expect(await unread()).toBe(2);
});

test('everything is given once, also what was not dealt with and what another program has made unread again', async () => {
  await arrive(google({ uid, from: who }));
  expect(await given(() => false)).toHaveLength(1);
  expect(await unread()).toBe(1);
  await inMailbox((client) => client.messageFlagsRemove('1:*', ['\\Seen']));
  expect(await given()).toEqual([]);
  await arrive(apple({ uid, from: who }));
  expect(await given()).toHaveLength(1);
});

test('a message at which the program breaks is left to people and holds up none behind it', async () => {
  await arrive(google({ uid, from: who }), apple({ uid, from: who }));
  const seen: string[] = [];
  await inbox().read(async ({ kind }) => {
    seen.push(kind);
    if (seen.length === 1) throw new Error('broken');
    return true;
  });
  expect(seen).toHaveLength(2);
  expect(await unread()).toBe(1);
});

test('a server that does not let in is a line in the log, without account and password', async () => {
  const lines: unknown[] = [];
  const log = { ...silent, warn: (...line: unknown[]) => lines.push(line) } as unknown as Log;
  await inbox(log, server.url.replace('geheim', 'falsch')).read(async () => true);
  await inbox(log, 'imap://lotse:geheim@127.0.0.1:1/INBOX').read(async () => true);
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).toContain('mailbox-not-read');
  expect(JSON.stringify(lines)).not.toMatch(/falsch|geheim|127\.0/);
}, 30_000);
