import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Catcher, startCatcher } from '../../src/adapters/catcher/start-catcher.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createLinks } from '../../src/adapters/links/create-links.ts';
import { createCalendarFile } from '../../src/adapters/mail/calendar-file.ts';
import { createMailer } from '../../src/adapters/mail/create-mailer.ts';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { createPageDoor } from '../../src/adapters/web/page-door.ts';
import { createWebServer, type WebServer } from '../../src/adapters/web/server.ts';
import { silent } from '../../src/core/ports/log.ts';
import { openBrowser } from '../support/browser.ts';
import { createExamplePage } from '../support/example-page.ts';

const from = { name: 'Lotse', address: 'lotse@example.org' };
const log = silent;
const clock = { now: () => new Date('2027-02-20T10:00:00Z') };
const example = createExamplePage();

let browser: Browser;
let catcher: Catcher;
let server: WebServer;
let base = '';
const links = createLinks({ store: createMemoryStore(), publicUrl: () => base });

beforeAll(async () => {
  const pages = createPageDoor({ routes: example.routes, links, clock, log, ids: randomIds });
  server = createWebServer({ post: {}, get: {}, pages, log, ids: randomIds, bodyLimit: 1000 });
  base = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
  catcher = await startCatcher(0, clock.now);
  browser = await openBrowser();
  await invite('m-1');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await catcher?.stop();
  await server?.close(100);
}, 30_000);

const linkFor = (member: string): Promise<string> =>
  links.make({ page: '/example/answer', subject: { member }, expiresAt: '2027-03-04T09:00:00Z' });

/** Sends an invitation to the catcher as the program does. */
async function invite(member: string): Promise<void> {
  const text = createCalendarFile(from)({
    method: 'REQUEST',
    id: `B-2027-1 ${member}`,
    sequence: 0,
    startsAt: '2027-03-04T09:00:00Z',
    endsAt: '2027-03-04T11:30:00Z',
    title: '1. Sitzung 2027 des Digitalen Beirats',
    description: 'Tagesordnung:\n1. Begrüßung\n2. Bericht des Digitallotsen',
    location: 'Rathaus, Zimmer 101',
    attendee: { name: 'Mitglied Wissenschaft', address: 'wissenschaft@example.org' },
    language: 'de',
    stampedAt: '2027-02-18T10:00:00Z',
  });
  const sent = await createMailer({ smtpUrl: catcher.smtpUrl, from, log }).send({
    to: { name: 'Mitglied Wissenschaft', address: 'wissenschaft@example.org' },
    letter: {
      subject: 'Einladung: 1. Sitzung 2027 des Digitalen Beirats',
      paragraphs: [
        'Guten Tag,',
        'zur 1. Sitzung des Digitalen Beirats lade ich Sie herzlich ein: am Donnerstag, 4. März 2027, 10:00 Uhr, im Rathaus, Zimmer 101.',
        'Tagesordnung:\n1. Begrüßung\n2. Bericht des Digitallotsen\n3. Förderprojekt',
        'Bitte antworten Sie bis zum 25. Februar 2027.',
      ],
      links: [{ title: 'Zu- oder absagen', url: await linkFor(member) }],
      calendar: { method: 'REQUEST', text },
    },
    language: 'de',
    messageId: `B-2027-1 ${member}`,
  });
  expect(sent.outcome).toBe('sent');
}

async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  return page;
}

/** axe takes seconds of a busy computer. */
const patience = 60_000;
const phone = { viewport: { width: 360, height: 740 } };
const looks = ['light', 'dark'] as const;

const barriers = async (page: Page): Promise<readonly string[]> => {
  // In the frame of a mail nothing runs, so axe would wait for it in vain; its part is looked at by itself.
  expect(await page.locator('iframe:not([title])').count()).toBe(0);
  await page.evaluate("document.querySelector('iframe')?.remove()");
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/** Whether something sticks out at the side. */
const tooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

const shown: readonly (readonly [string, () => Promise<string>])[] = [
  ['the form', () => linkFor('m-9')],
  ['a page of an unknown link', async () => `${base}/example/answer/unknown`],
  ['the list of mails', async () => catcher.url],
  ['a mail', async () => `${catcher.url}/mail/1`],
  ['the HTML part of a mail', async () => `${catcher.url}/mail/1/html`],
];

describe.each(looks)('in the %s look', (colorScheme) => {
  test.each(shown.slice(0, -1))(
    '%s has no barrier',
    async (_what, url) => {
      const page = await open(await url(), { colorScheme });
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
    patience,
  );

  test(
    'the HTML part of a mail has no barrier',
    async () => {
      const source = await (await fetch(`${catcher.url}/mail/1/html`)).text();
      const page = await open('about:blank', { colorScheme });
      await page.setContent(source);
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
    patience,
  );

  test(
    'the form with a mistake and the page after sending have no barrier',
    async () => {
      const page = await open(await linkFor('m-9'), { colorScheme });
      await page.getByLabel('Nein').check();
      await page.getByRole('button', { name: 'Antwort senden' }).click();
      await page.getByText('Bitte prüfen Sie Ihre Angaben').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByLabel('Nachricht an die Geschäftsführung').fill('Urlaub');
      await page.getByRole('button', { name: 'Antwort senden' }).click();
      await page.getByText('Ihre Antwort ist da').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
    patience,
  );
});

test.each(shown)('%s fits on a phone', async (_what, url) => {
  const page = await open(await url(), phone);
  expect(await tooWide(page)).toBe(false);
  await page.context().close();
});

describe('a member outside Teams', () => {
  test('opens the mail, follows its link and declines, without JavaScript', async () => {
    const page = await open(catcher.url, { ...phone, javaScriptEnabled: false });
    await page.getByRole('link', { name: /Einladung: 1\. Sitzung 2027/ }).click();
    const popup = page.context().waitForEvent('page');
    await page.frameLocator('iframe').getByRole('link', { name: 'Zu- oder absagen' }).click();
    const answer = await popup;
    await answer.getByRole('heading', { name: 'Ihre Antwort' }).waitFor();
    await answer.getByLabel('Nein').check();
    await answer
      .getByLabel('Nachricht an die Geschäftsführung')
      .fill('Ich bin verreist.\nEs grüßt <b>Wissenschaft</b>');
    await answer.getByRole('button', { name: 'Antwort senden' }).click();
    await answer.getByRole('heading', { name: 'Ihre Antwort ist da' }).waitFor();
    expect(await answer.locator('dd').innerText()).toBe('Ich bin verreist.\nEs grüßt <b>Wissenschaft</b>');
    expect(example.answers.filter(({ member }) => member === 'm-1')).toEqual([
      { member: 'm-1', answer: 'no', reason: 'Ich bin verreist.\nEs grüßt <b>Wissenschaft</b>' },
    ]);
    await page.context().close();
  });

  test('brings a file without JavaScript; one that is too large leaves what was typed', async () => {
    const link = await links.make({
      page: '/example/files',
      subject: { member: 'm-4' },
      expiresAt: '2027-03-04T09:00:00Z',
    });
    const page = await open(link, { ...phone, javaScriptEnabled: false });
    const sends = async (bytes: number) => {
      await page.getByLabel('Thema').fill('Stadtgrün „2027“');
      const buffer = Buffer.alloc(bytes, 1);
      await page
        .getByLabel('Bild oder PDF')
        .setInputFiles({ name: 'Plan ü.pdf', mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: 'Senden' }).click();
      await page.getByRole('heading', { name: 'Vorschlag' }).waitFor();
      return page.getByLabel('Thema').inputValue();
    };
    expect([await sends(500), await sends(300_000)]).toEqual(['Stadtgrün „2027“', 'Stadtgrün „2027“']);
    expect(example.brought.map(({ files }) => files)).toMatchObject([
      [{ name: 'Plan ü.pdf', content: { length: 500 } }],
      [{ name: 'Plan ü.pdf', lost: 'too-large' }],
    ]);
    await page.context().close();
  });

  test('reaches everything with the keyboard', async () => {
    const page = await open(await linkFor('m-2'));
    await page.getByLabel('Ja, vor Ort').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('Ja, online').isChecked()).toBe(true);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getByLabel('Bestätigung per E-Mail schicken').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Gespeichert: online von m-2').waitFor();
    await page.context().close();
  });
});

test('the page’s own style is let through by its policy, and nothing is complained about', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(await linkFor('m-3'));
  const width = await page.locator('main').evaluate('(main) => getComputedStyle(main).maxWidth');
  expect(width).not.toBe('none');
  expect(complaints).toEqual([]);
});
