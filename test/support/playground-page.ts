import type { Browser, Page } from 'playwright-core';

/** One person at their Playground page, as a person would use it. */
export type Person = {
  readonly page: Page;
  /** Types a message and waits for the card that answers it. @returns the card's text */
  ask(text: string): Promise<string>;
  /** Types a message to the bot in a group chat or channel. */
  mention(place: 'Gruppenchat' | 'General', text: string): Promise<void>;
  /** Presses a button or link of the newest card. */
  press(name: string): Promise<void>;
  /** Waits until the newest card says this. */
  sees(text: string): Promise<void>;
  /** The texts of all cards in the open conversation. */
  cards(): Promise<readonly string[]>;
};

const card = '.ac-adaptiveCard';

/** Opens a page and waits until it is connected to the bot. */
export async function openPlayground(browser: Browser, url: string): Promise<Person> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  // A busy machine draws slowly; what never comes is told by the test's own limit.
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  await page.getByText('Connected.').waitFor();
  const box = page.locator('[contenteditable=true]').first();
  const newest = page.locator(card).last();

  return {
    page,
    async ask(text) {
      const before = await page.locator(card).count();
      await box.click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await page.locator(card).nth(before).waitFor();
      return newest.innerText();
    },
    async mention(place, text) {
      await page.getByText(place, { exact: true }).first().click();
      await page.locator(card).filter({ hasText: 'ich bin Lotse' }).waitFor();
      await box.click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem', { name: 'Lotse' }).click();
      await page.keyboard.type(text);
      const post = page.getByRole('button', { name: 'Post', exact: true }).first();
      await (place === 'General' ? post.click() : page.keyboard.press('Enter'));
    },
    press: (name) => newest.getByText(name, { exact: true }).click(),
    sees: (text) => page.locator(card).filter({ hasText: text }).last().waitFor(),
    cards: () => page.locator(card).allInnerTexts(),
  };
}
