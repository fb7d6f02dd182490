import type { Browser } from 'playwright-core';
import { tabNames } from '../src/core/tab.ts';
import { openBrowser } from '../test/support/browser.ts';
import { openTabStage } from '../test/support/tab-stage.ts';

/** So often each tab is opened, in a browser that has never seen it and in one that has. */
const rounds = 5;

/** How long it takes until a tab is drawn with what stands on it, and how much comes over the line for it. */
async function measureTabs(): Promise<string> {
  const [stage, browser] = await Promise.all([openTabStage(), openBrowser()]);
  try {
    await view(browser, `${stage.url}/tab/roles?as=lead-10.50`);
    const rows: string[] = [];
    for (const tab of tabNames) {
      const views: View[] = [];
      for (let round = 0; round < rounds; round += 1)
        views.push(await view(browser, `${stage.url}/tab/${tab}?as=lead-10.50`));
      const [first, again, kB] = [
        middle(views.map((one) => one.first)),
        middle(views.map((one) => one.again)),
        middle(views.map((one) => one.kB)),
      ];
      rows.push(`| ${tab} | ${first} ms | ${again} ms | ${kB} kB |`);
    }
    return [`| Tab | first view | again | over the line |`, '|---|---:|---:|---:|', ...rows].join('\n');
  } finally {
    await browser.close();
    await stage.close();
  }
}

type View = { readonly first: number; readonly again: number; readonly kB: number };

async function view(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let bytes = 0;
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const open = async (): Promise<number> => {
    const start = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('main[aria-busy=false] > section').first().waitFor();
    return Math.round(performance.now() - start);
  };
  const first = await open();
  const kB = Math.round(bytes / 1024);
  const again = await open();
  await context.close();
  return { first, again, kB };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

console.log(await measureTabs());
