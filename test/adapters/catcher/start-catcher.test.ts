import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Catcher, startCatcher } from '../../../src/adapters/catcher/start-catcher.ts';
import { createCalendarFile } from '../../../src/adapters/mail/calendar-file.ts';
import { createMailer } from '../../../src/adapters/mail/create-mailer.ts';
import type { Letter } from '../../../src/core/notice.ts';
import { silent } from '../../../src/core/ports/log.ts';

const from = { name: 'Lotse', address: 'lotse@example.org' };
const log = silent;
const calendar = createCalendarFile(from)({
  method: 'REQUEST',
  id: 'B-2027-1',
  sequence: 2,
  startsAt: '2027-03-04T09:00:00Z',
  endsAt: '2027-03-04T11:30:00Z',
  title: 'Sitzung; Überblick, Ende',
  description: 'Erste Zeile\nzweite',
  location: 'Rathaus',
  attendee: { name: 'Mitglied', address: 'mitglied@example.org' },
  language: 'de',
  stampedAt: '2026-11-25T10:00:00Z',
});

let catcher: Catcher;
beforeEach(async () => {
  catcher = await startCatcher(0, () => new Date('2026-11-25T10:00:00Z'));
});
afterEach(() => catcher.stop());

async function deliver(letter: Partial<Letter>, name = 'Mitglied'): Promise<void> {
  const whole = { subject: 'Betreff', paragraphs: ['Text'], ...letter };
  const to = { name, address: 'mitglied@example.org' };
  const sent = await createMailer({ smtpUrl: catcher.smtpUrl, from, log }).send({
    to,
    letter: whole,
    language: 'de',
    messageId: whole.subject,
  });
  expect(sent.outcome).toBe('sent');
}

const page = async (path: string) => {
  const response = await fetch(`${catcher.url}${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('the page with the mails', () => {
  test('says at first that there are none', async () => {
    expect((await page('/')).text).toContain('Noch keine E-Mail.');
  });

  test('lists them, the newest first', async () => {
    await deliver({ subject: 'Erste' });
    await deliver({ subject: 'Zweite', calendar: { method: 'REQUEST', text: calendar } });
    const { text } = await page('/');
    expect([...text.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, subject]) => subject)).toEqual([
      'Zweite',
      'Erste',
    ]);
    expect(text).toContain('An Mitglied &lt;mitglied@example.org&gt;');
    expect(text).toContain('25.11.2026, 11:00 Uhr · mit Termin');
  });

  test('shows one with its text, its links, its invitation in words, and everything as it came', async () => {
    const links = [{ title: 'Antworten', url: 'http://127.0.0.1:3978/beirat/antwort/abc' }];
    await deliver({ subject: 'Einladung', links, calendar: { method: 'REQUEST', text: calendar } });
    const { text } = await page('/mail/1');
    expect(text).toContain('<a href="http://127.0.0.1:3978/beirat/antwort/abc">');
    expect(text).toContain(
      '<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/1/html"',
    );
    for (const [title, value] of [
      ['Art', 'Einladung oder Änderung'],
      ['Titel', 'Sitzung; Überblick, Ende'],
      ['Beginn', '04.03.2027, 10:00 Uhr (Europe/Berlin)'],
      ['Ende', '04.03.2027, 12:30 Uhr (Europe/Berlin)'],
      ['Ort', 'Rathaus'],
      ['Beschreibung', 'Erste Zeile\nzweite'],
      ['Veranstalter', 'Lotse &lt;lotse@example.org&gt;'],
      ['Eingeladen', 'Mitglied &lt;mitglied@example.org&gt;'],
      ['Fassung', '2'],
    ]) {
      expect(text).toContain(`<dt>${title}</dt><dd class="lines">${value}</dd>`);
    }
    expect((await page('/mail/1/termin.ics')).text.trim()).toBe(calendar.trim());
    expect((await page('/mail/1/source')).text).toContain('Auto-Submitted: auto-generated');
    expect((await page('/mail/1/html')).text).toMatch(
      /^<!doctype html>\s<html lang="de">\s<head><base target="_blank">/,
    );
  });

  test('runs nothing that a mail brings along', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    await deliver({ subject: evil, paragraphs: [evil, 'https://example.org/"onmouseover="alert(1)'] }, evil);
    for (const path of ['/', '/mail/1']) {
      const { text, headers } = await page(path);
      expect(text).not.toMatch(/<script|<img|"onmouseover/);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    const framed = await page('/mail/1/html');
    expect(framed.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
    );
  });

  test.each(['/mail/2', '/mail/x', '/mail/1/other', '/../package.json'])(
    'has nothing at %s',
    async (path) => {
      await deliver({});
      expect((await page(path)).status).toBe(404);
    },
  );

  test('is not shown under another name', async () => {
    await deliver({ subject: 'Geheim' });
    const { port } = new URL(catcher.url);
    const said = await new Promise<string>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port, path: '/', headers: { host: 'evil.example' } },
        (answer) => {
          let body = '';
          answer.on('data', (chunk) => {
            body += chunk;
          });
          answer.on('end', () => resolve(body));
        },
      );
      asked.on('error', reject).end();
    });
    expect(said).toBe('Das gibt es hier nicht.');
  });
});

test('a taken port is an error, and no mail server is left behind', async () => {
  const { port } = new URL(catcher.url);
  await expect(startCatcher(Number(port), () => new Date(0))).rejects.toThrow('EADDRINUSE');
});
