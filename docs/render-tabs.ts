/**
 * Photographs the tabs as they run, with the cases of the tests: `node docs/render-tabs.ts [folder]`. Without a folder, the
 * pictures of the README.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { TabName } from '../src/core/tab.ts';
import { openBrowser } from '../test/support/browser.ts';
import { openTabStage } from '../test/support/tab-stage.ts';

type Shot = {
  readonly file: string;
  readonly tab: TabName;
  readonly as: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  /** What is done before the picture is taken. */
  readonly press?: (page: Page) => Promise<void>;
};

const opensRole = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^B2, / }).click();
  await page.getByRole('dialog').waitFor();
};
const opensCase = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Notebook für den Außendienst/ }).click();
  await page.getByText('Verlauf und was noch kommt').waitFor();
};

const shots: readonly Shot[] = [
  { file: 'tab-roles.png', tab: 'roles', as: 'staff-61', theme: 'light', width: 1060, height: 1180 },
  {
    file: 'tab-role.png',
    tab: 'roles',
    as: 'staff-61',
    theme: 'dark',
    width: 1060,
    height: 1010,
    press: opensRole,
  },
  {
    file: 'tab-requests.png',
    tab: 'requests',
    as: 'itb-61',
    theme: 'light',
    width: 1060,
    height: 860,
    press: opensCase,
  },
  {
    file: 'tab-sitting.png',
    tab: 'board',
    as: 'digitallotse',
    theme: 'light',
    width: 1060,
    height: 1000,
    press: async (page) => {
      await page.getByRole('heading', { name: /^TOP 2/ }).evaluate('(one) => one.scrollIntoView()');
    },
  },
  { file: 'tab-steering.png', tab: 'steering', as: 'lead-10.50', theme: 'dark', width: 1060, height: 860 },
  { file: 'tab-phone.png', tab: 'requests', as: 'itb-61', theme: 'light', width: 360, height: 740 },
];

async function shoot(browser: Browser, url: string, folder: string, shot: Shot): Promise<void> {
  const { file, tab, as, theme, width, height, press } = shot;
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  await page.goto(`${url}/tab/${tab}?as=${as}&theme=${theme}&lang=de`);
  await page.locator('main[aria-busy=false] > *').first().waitFor();
  await press?.(page);
  await page.screenshot({ path: join(folder, file), animations: 'disabled' });
  await page.close();
}

const [folder = 'docs/images'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const [stage, browser] = await Promise.all([openTabStage(), openBrowser()]);
try {
  for (const shot of shots) await shoot(browser, stage.url, folder, shot);
} finally {
  await browser.close();
  await stage.close();
}
