import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createMailer } from '../../../src/adapters/mail/create-mailer.ts';
import type { Letter } from '../../../src/core/notice.ts';
import type { Mail } from '../../../src/core/ports/mailer.ts';
import type { Delivery } from '../../../src/core/ports/messenger.ts';
import { type Illness, type Objections, startIllServer, startMailServer } from '../../support/mail-server.ts';

const from = { name: 'Lotse, Stadtverwaltung', address: 'lotse@example.org' };
const letter: Letter = {
  subject: 'Einladung: 2. Sitzung des Digitalen Beirats – „Überblick“',
  paragraphs: ['Sehr geehrtes Mitglied,', 'wir treffen uns am 4. März.\nOrt: Rathaus, Zimmer 101'],
  links: [{ title: 'Zu- oder absagen', url: 'https://lotse.example.org/beirat/antwort/abc?x=1&y=2' }],
};
const mail = (more: Partial<Mail> = {}): Mail => ({
  to: { name: 'Mitglied Wissenschaft', address: 'wissenschaft@example.org' },
  letter,
  language: 'de',
  messageId: 'B-2026/1 einladen mitglied-3',
  ...more,
});

let close: () => unknown = () => undefined;
afterEach(async () => {
  await close();
});

const logged: unknown[] = [];
const keep = (event: string, fields = {}) => void logged.push({ event, ...fields });
const log = { info: keep, warn: keep, error: keep };

/** Sends one mail to a server on loopback. */
async function sendTo(objections: Objections, sent: Mail = mail()) {
  const server = await startMailServer(objections);
  close = server.close;
  const delivery = await createMailer({ smtpUrl: server.url, from, log }).send(sent);
  return { delivery, received: server.received };
}

describe('a letter', () => {
  test('arrives with text, HTML, names and the headers of a program', async () => {
    const { delivery, received } = await sendTo({});
    expect(delivery).toEqual({
      outcome: 'sent',
      messageId: '<B-2026=2F1=20einladen=20mitglied-3@example.org>',
    });
    expect(received).toHaveLength(1);
    const [{ mail: arrived, to, from: sender } = fail()] = received;
    expect([sender, to]).toEqual(['lotse@example.org', ['wissenschaft@example.org']]);
    expect(arrived.subject).toBe(letter.subject);
    expect(arrived.from).toEqual(from);
    expect(arrived.to).toEqual([{ name: 'Mitglied Wissenschaft', address: 'wissenschaft@example.org' }]);
    expect(arrived.messageId).toBe('<B-2026=2F1=20einladen=20mitglied-3@example.org>');
    expect(header(arrived, 'auto-submitted')).toBe('auto-generated');
    expect(header(arrived, 'content-language')).toBe('de');
    expect(arrived.text).toContain(
      'wir treffen uns am 4. März.\nOrt: Rathaus, Zimmer 101\n\nZu- oder absagen:\nhttps://',
    );
    expect(arrived.html).toContain('<html lang="de">');
    expect(arrived.html).toContain('<p>wir treffen uns am 4. März.<br>Ort: Rathaus, Zimmer 101</p>');
    expect(arrived.html).toContain('href="https://lotse.example.org/beirat/antwort/abc?x=1&amp;y=2"');
    expect(arrived.attachments).toEqual([]);
  });

  test('keeps its Message-ID when it is sent again', async () => {
    const server = await startMailServer();
    close = server.close;
    const mailer = createMailer({ smtpUrl: server.url, from, log });
    await mailer.send(mail());
    await mailer.send(mail());
    const ids = server.received.map((one) => one.mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('is in English when the recipient reads English', async () => {
    const { received } = await sendTo({}, mail({ language: 'en' }));
    expect(received[0]?.mail.html).toContain('<html lang="en">');
    expect(received[0]?.mail.text).toContain('You may reply to it');
  });

  test('brings an invitation as alternative for the buttons and as attachment', async () => {
    const text = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nSUMMARY:Größe\r\nEND:VCALENDAR';
    const { received } = await sendTo(
      {},
      mail({ letter: { ...letter, calendar: { method: 'CANCEL', text } } }),
    );
    const [{ mail: arrived, raw } = fail()] = received;
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL/m);
    const files = arrived.attachments.map(({ filename, mimeType, disposition, content }) => ({
      filename,
      mimeType,
      disposition,
      text: new TextDecoder()
        .decode(content as ArrayBuffer)
        .trim()
        .replaceAll('\r\n', '\n'),
    }));
    expect(files).toContainEqual({
      filename: 'absage.ics',
      mimeType: 'application/ics',
      disposition: 'attachment',
      text: text.replaceAll('\r\n', '\n'),
    });
    expect(files.filter(({ mimeType }) => mimeType === 'text/calendar')).toHaveLength(1);
  });
});

describe('what people write', () => {
  test('cannot add headers or recipients', async () => {
    const evil = 'Sitzung\r\nBcc: other@example.org\r\n\r\n<script>alert(1)</script>';
    const { received } = await sendTo(
      {},
      mail({
        to: { name: `"Mitglied" <a@example.org>,\r\nBcc: b@example.org`, address: 'c@example.org' },
        letter: { subject: evil, paragraphs: [evil], links: [{ title: evil, url: 'javascript:alert(1)' }] },
        messageId: 'x>\r\nBcc: d@example.org',
      }),
    );
    const [{ mail: arrived, to, raw } = fail()] = received;
    expect(to).toEqual(['c@example.org']);
    expect(arrived.bcc).toBeUndefined();
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    expect(arrived.to).toEqual([
      { name: '"Mitglied" <a@example.org>, Bcc: b@example.org', address: 'c@example.org' },
    ]);
    expect(arrived.subject).toBe('Sitzung Bcc: other@example.org <script>alert(1)</script>');
    expect(arrived.html).not.toContain('<script');
    expect(arrived.html).not.toContain('href="javascript');
  });

  test.each([
    'nobody',
    'a@example.org,b@example.org',
    'a@example.org\r\nRCPT TO:<b@example.org>',
    '<a@example.org>',
    'Mitglied <a@example.org>',
    '"a b"@example.org',
    `${'a'.repeat(300)}@example.org`,
    '',
  ])('is not sent to "%s", which is no address', async (address) => {
    const { delivery, received } = await sendTo({}, mail({ to: { name: 'Mitglied', address } }));
    expect(delivery).toEqual({ outcome: 'unreachable', reason: 'bad-address' });
    expect(received).toEqual([]);
  });
});

describe('a server that says no', () => {
  test.each<[string, Objections, Delivery]>([
    [
      'to the recipient for good',
      { recipient: { status: 550, text: '5.1.1 wissenschaft@example.org unknown' } },
      { outcome: 'unreachable', reason: 'smtp-550 5.1.1' },
    ],
    ['to the recipient for now', { recipient: { status: 450, text: 'greylisted' } }, { outcome: 'later' }],
    [
      'to the message for good',
      { message: { status: 554, text: 'spam' } },
      { outcome: 'unreachable', reason: 'smtp-554' },
    ],
    ['to the message for now', { message: { status: 452, text: 'disk full' } }, { outcome: 'later' }],
    ['to the sender', { sender: { status: 553, text: 'not yours' } }, { outcome: 'locked-out' }],
    ['to the sender for now', { sender: { status: 451, text: 'busy' } }, { outcome: 'later' }],
  ])('%s', async (_what, objections, delivery) => {
    logged.length = 0;
    expect((await sendTo(objections)).delivery).toEqual(delivery);
    expect(logged).toEqual([expect.objectContaining({ event: 'mail-not-sent', outcome: delivery.outcome })]);
    expect(JSON.stringify(logged)).not.toContain('wissenschaft');
  });

  test('to everybody without the right password, and lets in who has it', async () => {
    const account = { user: 'lotse@example.org', password: 'p:ss/w@rd' };
    const server = await startMailServer({ account });
    close = server.close;
    const wrong = createMailer({ smtpUrl: server.url.replace('p%3A', 'q%3A'), from, log });
    expect(await wrong.send(mail())).toEqual({ outcome: 'locked-out' });
    const none = createMailer({ smtpUrl: server.url.replace(/\/\/.*@/, '//'), from, log });
    expect(await none.send(mail())).toEqual({ outcome: 'locked-out' });
    const right = createMailer({ smtpUrl: server.url, from, log });
    expect(await right.send(mail())).toMatchObject({ outcome: 'sent' });
    expect(server.received).toHaveLength(1);
  });
});

describe('a server that is unwell', () => {
  const large = mail({ letter: { ...letter, paragraphs: ['Zeile\n'.repeat(1_000_000)] } });
  test.each<[Illness, Mail, Delivery]>([
    [{ at: 'greeting', does: 'hangs' }, mail(), { outcome: 'later' }],
    [{ at: 'greeting', does: 'drops' }, mail(), { outcome: 'later' }],
    [{ at: 'greeting', does: { says: '421 too busy' } }, mail(), { outcome: 'later' }],
    [{ at: 'greeting', does: { says: '554 go away' } }, mail(), { outcome: 'locked-out' }],
    [{ at: 'RCPT', does: 'hangs' }, mail(), { outcome: 'later' }],
    [{ at: 'RCPT', does: 'drops' }, mail(), { outcome: 'later' }],
    [{ at: 'in the message', does: 'drops' }, large, { outcome: 'later' }],
    [{ at: 'after the message', does: 'hangs' }, mail(), { outcome: 'unsure' }],
    [{ at: 'after the message', does: 'drops' }, mail(), { outcome: 'unsure' }],
    [{ at: 'after the message', does: { says: '250' } }, mail(), { outcome: 'sent' } as Delivery],
  ])('%j', async (illness, sent, delivery) => {
    const server = await startIllServer(illness);
    close = server.close;
    const mailer = createMailer({ smtpUrl: server.url, from, log, patience: 300 });
    expect(await mailer.send(sent)).toMatchObject(delivery);
  });

  test('nobody listens there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from, log });
    expect(await mailer.send(mail())).toEqual({ outcome: 'later' });
  });
});

const header = (mail: { headers: readonly { key: string; value: string }[] }, name: string) =>
  mail.headers.find(({ key }) => key === name)?.value;

function fail(): never {
  throw new Error('no mail arrived');
}
