import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Hall, meetingId, openHall } from '../features/beirat/meetings/invitation/hall.ts';
import { linkFor, serve } from '../features/beirat/meetings/invitation/serve.ts';
import { openBrowser } from '../support/browser.ts';

/*
 * What members outside Teams and the office see in a browser: without barriers, light and dark, on a phone, without
 * JavaScript.
 */

let browser: Browser;
let hall: Hall;
let server: Awaited<ReturnType<typeof serve>>;
let answerUrl: string;
let listUrl: string;

beforeAll(async () => {
  hall = await openHall();
  await hall.invites();
  server = await serve(hall);
  answerUrl = server.here(await linkFor(hall, 'beirat-wissenschaft'));
  const { data } = await hall.press('beirat.export', { id: meetingId }, hall.as('digitallotse'));
  listUrl = server.here((data.links as readonly { url: string }[])[0]?.url ?? '');
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
}, 30_000);

async function open(url: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'de-DE', ...options })).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url);
  return page;
}

async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  test.each([
    ['the invitation', () => answerUrl],
    ['the list of answers', () => listUrl],
  ])(
    '%s has no barrier',
    async (_what, url) => {
      const page = await open(url(), { colorScheme });
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});

test('the invitation fits on a phone, and is declined there without JavaScript', async () => {
  const page = await open(answerUrl, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await page.getByLabel('Absage', { exact: true }).check();
  await page.getByRole('button', { name: 'Antwort senden' }).click();
  await page.getByText('Ihre Absage ist gespeichert').waitFor();
  const one = (await hall.meeting()).invitees.find(({ party }) => party === 'beirat-wissenschaft');
  expect(one?.reply).toMatchObject({ answer: 'no', via: 'mail' });
  await page.context().close();
  const seen = await open(answerUrl, { viewport: { width: 360, height: 740 } });
  expect(
    await seen.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'),
  ).toBe(false);
  await seen.context().close();
}, 60_000);
