import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { type TabName, tabNames } from '../../src/core/tab.ts';
import { barriersIn } from '../support/barriers.ts';
import { openBrowser } from '../support/browser.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { pdf } from '../support/pictures.ts';
import { actorOf } from '../support/program.ts';
import { openTabStage, type TabStage } from '../support/tab-stage.ts';
import { startTeamsHost, type TeamsHost } from '../support/teams-host.ts';

/*
 * The tabs as people see them: inside of a page that plays Teams, with a real token, on the real server; each tab is
 * loaded once and used by mouse and by keyboard, in three themes and two widths.
 */

let stage: TabStage;
let host: TeamsHost;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const asked = new Set<string>();
const complaints: string[] = [];

beforeAll(async () => {
  [stage, host, browser] = await Promise.all([openTabStage(), startTeamsHost(), openBrowser()]);
  // Colours that are on their way from one theme to the other are nobody's colours.
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  context.on('request', (request) => asked.add(new URL(request.url()).host));
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}, 60_000);

afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await stage?.close();
});

const patience = 60_000;

type Opening = { readonly place?: string; readonly locale?: string; readonly theme?: string };

/** Opens a tab in Teams and waits until it is drawn. */
async function open(tab: TabName, who: string, more: Opening = {}): Promise<Frame> {
  await page.setViewportSize({ width: 1280, height: 900 });
  const token = await stage.tokenFor(who);
  const frame = await host.show(page, { url: `${stage.url}/tab/${tab}`, token, ...more });
  await frame.locator('main[aria-busy=false] > *').first().waitFor();
  return frame;
}

/** By how many pixels something sticks out at the side. */
const sticksOut = (frame: Frame): Promise<number> =>
  frame.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What a screen reader would say of the thing in focus. */
const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(`(() => {
    const one = document.activeElement;
    return one?.getAttribute('aria-label') || one?.labels?.[0]?.textContent || one?.textContent?.slice(0, 80) || '';
  })()`);

/** Goes on with the Tab key until that is in focus, as somebody without a mouse does. */
async function tabTo(frame: Frame, name: RegExp | string, most = 60): Promise<void> {
  const said: string[] = [];
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press('Tab');
    const text = await focused(frame);
    if (typeof name === 'string' ? text === name : name.test(text)) return;
    said.push(text.slice(0, 40));
  }
  throw new Error(`the Tab key does not lead to ${name}, but to: ${said.join(' | ')}`);
}

const panelOf = (frame: Frame) => frame.getByRole('dialog');

/** Everything that must hold of a tab however it looks. */
async function looksRight(frame: Frame): Promise<void> {
  expect(await barriersIn(frame)).toEqual([]);
  await wears(frame, 'contrast');
  expect(await barriersIn(frame, ['color-contrast'])).toEqual([]);
  await wears(frame, 'dark');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await barriersIn(frame)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await sticksOut(frame)).toBeLessThanOrEqual(0);
  await wears(frame, 'light');
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function wears(frame: Frame, theme: 'light' | 'dark' | 'contrast'): Promise<void> {
  await host.theme(page, theme === 'light' ? 'default' : theme);
  await frame.locator(`html[data-theme=${theme}]`).waitFor();
}

describe('the role model', () => {
  test(
    'is a picture in which a role opens with its people, tasks and source',
    async () => {
      const frame = await open('roles', 'staff-61');
      await looksRight(frame);
      await frame.getByRole('button', { name: /^B2, Strategisches IT-Management/ }).click();
      const panel = panelOf(frame);
      await panel.getByRole('cell', { name: 'Leitung 10.50', exact: true }).waitFor();
      expect(await panel.getByRole('table', { name: 'Aufgaben und wo sie stehen' }).count()).toBe(1);
      expect(await panel.locator('blockquote').first().innerText()).not.toBe('');
      expect(await barriersIn(frame)).toEqual([]);
      await panel.getByRole('button', { name: 'Schließen' }).click();
      await panel.waitFor({ state: 'detached' });
    },
    patience,
  );

  test(
    'can be read without a mouse, and without the picture',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('textbox').first().focus();
      await tabTo(frame, /^B1, /);
      await page.keyboard.press('Enter');
      await panelOf(frame)
        .getByRole('heading', { name: /Gebietsrechenzentrum/ })
        .waitFor();
      await page.keyboard.press('Escape');
      await panelOf(frame).waitFor({ state: 'detached' });
      await frame.waitForFunction("document.activeElement?.getAttribute('aria-label')?.startsWith('B1, ')");
      await tabTo(frame, /^Als Tabelle/);
      await page.keyboard.press('Enter');
      const table = frame.getByRole('table', { name: 'Wer macht was: das Modell im Bild' });
      expect(await table.getByRole('row').count()).toBeGreaterThan(9);
    },
    patience,
  );

  test(
    'answers a question and shows in the picture whose matter it is',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('textbox').first().fill('Mein Drucker druckt nicht');
      await page.keyboard.press('Enter');
      await panelOf(frame).getByText('User Support KGRZ').first().waitFor();
      expect(await frame.locator('.mapRole.named').getAttribute('aria-label')).toMatch(/^B1/);
      await page.keyboard.press('Escape');
    },
    patience,
  );

  test(
    'is saved as a picture that stands on its own',
    async () => {
      const frame = page.frames()[1] as Frame;
      await panelOf(frame).waitFor({ state: 'detached' });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: 'Als SVG speichern' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('Rollenmodell.svg');
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const svg = Buffer.concat(chunks).toString();
      expect(svg).toContain('Stadtvorstand');
      expect(svg).not.toMatch(/var\(|class=/);
    },
    patience,
  );
});

describe('requests', () => {
  test(
    'are decided several at once',
    async () => {
      const frame = await open('requests', 'itb-61');
      await looksRight(frame);
      await frame.getByRole('checkbox', { name: 'IT-2026-0002 auswählen' }).check();
      await frame.getByRole('checkbox', { name: 'IT-2026-0003 auswählen' }).check();
      await frame.getByText('2 ausgewählt').waitFor();
      await frame.getByRole('button', { name: 'Befürworten' }).click();
      await frame.getByText('Was daraus wurde').waitFor();
      expect(await frame.locator('.came li').count()).toBe(2);
      await frame.getByRole('tab', { name: 'Wartet auf mich (1)' }).waitFor();
    },
    patience,
  );

  test(
    'are opened and decided without a mouse',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('textbox').first().focus();
      await tabTo(frame, /^Tablet für die Bauaufsicht/);
      await page.keyboard.press('Enter');
      await panelOf(frame).getByText('Verlauf und was noch kommt').waitFor();
      expect(await barriersIn(frame)).toEqual([]);
      await tabTo(frame, 'Befürworten');
      await page.keyboard.press('Enter');
      await panelOf(frame).getByText('liegt bei Leitung 10.50').first().waitFor();
      await page.keyboard.press('Escape');
      await frame.getByRole('tab', { name: 'Wartet auf mich (0)' }).waitFor();
    },
    patience,
  );

  test(
    'are found by a word, filtered by state and saved as a table',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('tab', { name: /^Alle/ }).click();
      await frame.getByRole('searchbox').fill('bildschirm');
      await frame.getByText('1 von 4').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        frame.getByRole('button', { name: 'Als CSV speichern' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('Antraege.csv');
      await frame.getByRole('searchbox').fill('gibt es nicht');
      await frame.getByText('Dazu finde ich hier nichts.').waitFor();
    },
    patience,
  );

  test(
    'take a picture, without what a phone wrote into it, and give it back',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('searchbox').fill('');
      await frame.getByRole('button', { name: /^Zweiter Bildschirm/ }).click();
      const panel = panelOf(frame);
      const photo = await frame.evaluate<string>(
        `new Promise((done) => Object.assign(document.createElement('canvas'), { width: 40, height: 30 })
          .toBlob((blob) => blob.arrayBuffer().then((all) => done(btoa(String.fromCharCode(...new Uint8Array(all))))), 'image/jpeg'))`,
      );
      await panel.getByLabel('Dateien hinzufügen').setInputFiles([
        { name: 'IMG 1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo, 'base64') },
        { name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.from('film') },
      ]);
      await panel.getByText(/^Bei IT-2026-0003 beigelegt/).waitFor();
      await panel.getByText('Nicht behalten: „film.mov“').waitFor();
      expect(await barriersIn(frame)).toEqual([]);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel.getByRole('button', { name: 'IMG 1.jpg speichern' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('IMG 1.jpg');
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const size = await frame.evaluate<string>(
        `new Promise((done) => {
          const image = new Image();
          image.onload = () => done(image.naturalWidth + ' ' + image.naturalHeight);
          image.src = 'data:image/jpeg;base64,${Buffer.concat(chunks).toString('base64')}';
        })`,
      );
      expect(size).toBe('40 30');
    },
    patience,
  );
});

/** The agenda of the meeting that is being planned. */
const [greeting, former, report, after, other] = [
  'Begrüßung und Feststellung der Beschlussfähigkeit',
  'Niederschrift der letzten Sitzung',
  'Bericht der Geschäftsführung',
  'Empfehlungen und was daraus wurde',
  'Verschiedenes',
] as const;
const itemsOf = (frame: Frame) => frame.locator('ol.arrange h3').allInnerTexts();

const planned: { id: string } = { id: '' };
const office = async () => ({
  actor: actorOf(await demoDirectory(), 'digitallotse'),
  conversationId: 'a:digitallotse',
  at: '2026-12-10T13:30:00.000Z',
});

async function plansMeeting(): Promise<void> {
  const as = await office();
  const { data } = await stage.program.press('beirat.plan', {}, as);
  const made = await stage.program.press('beirat.save', { ...data, day: '2027-03-04' }, as);
  planned.id = String(made.data.id);
}

/** Somebody else changes the agenda in the chat. */
async function meanwhile(verb: string, title: string): Promise<void> {
  const as = await office();
  const { data } = await stage.program.press('beirat.agenda', { id: planned.id }, as);
  const choices = data.choices as readonly { readonly title: string; readonly value: string }[];
  const chosen = choices.find((one) => one.title.endsWith(title))?.value;
  await stage.program.press(verb, { id: planned.id, draft: data.draft, chosen }, as);
}

describe('the Beirat', () => {
  test(
    'shows a meeting with its agenda and its answers',
    async () => {
      await plansMeeting();
      const frame = await open('board', 'digitallotse');
      await looksRight(frame);
      await frame.getByRole('button', { name: /^Sitzung .*10\.12\.2026/ }).click();
      await panelOf(frame).getByRole('table', { name: 'Tagesordnung' }).waitFor();
      expect(await frame.getByText('Themenvorschlag').count()).toBe(1);
      expect(await barriersIn(frame)).toEqual([]);
      await page.keyboard.press('Escape');
      await panelOf(frame).waitFor({ state: 'detached' });
    },
    patience,
  );

  test(
    'is kept on record on one screen, by mouse and keyboard: what is refused keeps what was entered',
    async () => {
      const frame = page.frames()[1] as Frame;
      const item = frame.getByRole('form', { name: 'TOP 2: Förderprojekt Stadtlabor' });
      await item.getByLabel('Neuer Beschluss im Wortlaut').fill('Die Stadt bewirbt sich.');
      await item.getByLabel('Ja', { exact: true }).fill('9');
      await item.getByRole('button', { name: 'Beschluss festhalten' }).click();
      await item.locator('.fui-MessageBar').getByText('9').waitFor();
      expect(await item.getByLabel('Neuer Beschluss im Wortlaut').inputValue()).toBe(
        'Die Stadt bewirbt sich.',
      );
      await item.getByLabel('Ja', { exact: true }).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('4');
      await item.getByLabel('Empfehlung an').selectOption({ label: 'Stadtvorstand' });
      await tabTo(frame, 'Beschluss festhalten');
      await page.keyboard.press('Enter');
      await item.getByText('Festgehalten.').waitFor();
      expect(await focused(frame)).toBe('Beschluss festhalten');
      await item.getByText(/Beschluss B-2026\/1-02: Die Stadt bewirbt sich\..*Stadtvorstand.*bis/).waitFor();
      expect(await item.getByLabel('Neuer Beschluss im Wortlaut').inputValue()).toBe('');
      expect(await barriersIn(frame)).toEqual([]);
    },
    patience,
  );

  test(
    'has its agenda put in order by dragging, and what is wrong said at its field',
    async () => {
      const frame = page.frames()[1] as Frame;
      expect(await itemsOf(frame)).toEqual([greeting, former, report, after, other]);
      const rows = frame.locator('ol.arrange > li');
      const [from, to] = [rows.nth(2).locator('.handle'), rows.nth(0)];
      await from.scrollIntoViewIfNeeded();
      const [start, end] = [await from.boundingBox(), await to.boundingBox()];
      await page.mouse.move((start?.x ?? 0) + 8, (start?.y ?? 0) + 8);
      await page.mouse.down();
      await page.mouse.move((end?.x ?? 0) + 8, (end?.y ?? 0) + 8, { steps: 4 });
      expect(await frame.locator('ol.arrange > li.before').count()).toBe(1);
      await page.mouse.up();
      await frame.getByText(`„${report}“ ist jetzt Punkt 1 von 5.`).waitFor({ state: 'attached' });
      expect(await itemsOf(frame)).toEqual([report, greeting, former, after, other]);
      await frame.getByRole('button', { name: 'Neuer Punkt …' }).click();
      const form = frame.getByRole('form', { name: 'Neuer Punkt' });
      await form.getByLabel('Minuten').fill('lange');
      await form.getByRole('button', { name: 'Übernehmen' }).click();
      await form.getByText('Geben Sie dem Punkt einen Titel.').waitFor();
      await form.getByText('Die Dauer ist eine Zahl von Minuten.').waitFor();
      expect(await focused(frame)).toBe('Thema');
      expect(await barriersIn(frame)).toEqual([]);
    },
    patience,
  );

  test(
    'has its agenda put in order without a mouse: the focus stays, and each step is said',
    async () => {
      const frame = page.frames()[1] as Frame;
      await page.keyboard.type('Haushalt 2028');
      await tabTo(frame, 'Minuten');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('15');
      await page.keyboard.press('Enter');
      await frame.getByText('„Haushalt 2028“ ist übernommen.').waitFor({ state: 'attached' });
      await frame.waitForFunction("document.activeElement?.textContent === 'Neuer Punkt …'");
      expect(await itemsOf(frame)).toEqual([report, greeting, former, after, 'Haushalt 2028', other]);
      await frame.getByRole('button', { name: 'Nach oben: Haushalt 2028' }).focus();
      for (const at of [4, 3]) {
        await page.keyboard.press('Enter');
        await frame.getByText(`„Haushalt 2028“ ist jetzt Punkt ${at} von 6.`).waitFor({ state: 'attached' });
        await frame.waitForFunction(
          "document.activeElement?.getAttribute('aria-label') === 'Nach oben: Haushalt 2028'",
        );
      }
      expect(await itemsOf(frame)).toEqual([report, greeting, 'Haushalt 2028', former, after, other]);
      await tabTo(frame, 'Entfernen: Haushalt 2028');
      await page.keyboard.press('Enter');
      await tabTo(frame, 'Ja, entfernen');
      await page.keyboard.press('Enter');
      await frame.getByText('„Haushalt 2028“ ist entfernt.').waitFor({ state: 'attached' });
      await frame.waitForFunction(
        `document.activeElement?.getAttribute('aria-label') === 'Ändern: ${former}'`,
      );
    },
    patience,
  );

  test(
    'shows how its agenda stands now when somebody else was faster, and keeps what was typed',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('button', { name: `Ändern: ${former}` }).click();
      const form = frame.getByRole('form', { name: 'Punkt ändern' });
      await form.getByLabel('Worum es geht').fill('Einwendungen liegen nicht vor.');
      await meanwhile('beirat.item-down', former);
      await form.getByRole('button', { name: 'Übernehmen' }).click();
      await form.getByText('Die Tagesordnung wurde inzwischen geändert.').waitFor();
      expect(await itemsOf(frame)).toEqual([report, greeting, after, former, other]);
      expect(await form.getByLabel('Worum es geht').inputValue()).toBe('Einwendungen liegen nicht vor.');
      await form.getByRole('button', { name: 'Übernehmen' }).click();
      await form.waitFor({ state: 'detached' });
      await frame.getByText(`„${former}“ ist übernommen.`).waitFor({ state: 'attached' });
      await frame.getByRole('button', { name: '+ TV-2026/1 · Datenplattform' }).click();
      await frame.getByRole('heading', { name: 'Datenplattform', exact: true }).waitFor();
      expect(await barriersIn(frame)).toEqual([]);
      // Its papers are brought where it is opened, also by its number.
      await frame.getByRole('textbox').first().fill(planned.id);
      await page.keyboard.press('Enter');
      const panel = panelOf(frame);
      await panel.getByRole('heading', { name: 'B-2027/1', exact: true }).waitFor();
      await panel
        .getByLabel('Dateien hinzufügen')
        .setInputFiles([{ name: 'Vorlage.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) }]);
      await panel.getByText(/^Bei B-2027\/1 beigelegt/).waitFor();
      expect(await barriersIn(frame)).toEqual([]);
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      await frame.getByRole('button', { name: `Ändern: ${report}` }).click();
      await frame.getByRole('checkbox', { name: /^Vorlage\.pdf/ }).check();
      await frame.getByRole('button', { name: 'Übernehmen' }).click();
      await frame.getByText(/1 Anlage/).waitFor();
    },
    patience,
  );

  test(
    'opens a date poll without a mouse',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('textbox').first().focus();
      await tabTo(frame, /^Do 14\.01\.2027/, 120);
      await page.keyboard.press('Enter');
      await panelOf(frame).getByText('T-2026/1').first().waitFor();
      await page.keyboard.press('Escape');
      await panelOf(frame).waitFor({ state: 'detached' });
    },
    patience,
  );

  test(
    'asks before a form with something in it is closed, also once it came back with what is wrong',
    async () => {
      const frame = await open('board', 'digitallotse');
      await frame.getByRole('button', { name: 'Neue Sitzung', exact: true }).click();
      const form = frame.getByRole('dialog', { name: 'Neue Sitzung des Digitalen Beirats' });

      await form.getByRole('textbox', { name: 'Online-Zugang' }).fill('kein Link');
      await form.getByRole('button', { name: 'Weiter zur Tagesordnung' }).click();
      await form.getByText(/^⚠ Der Online-Zugang beginnt mit/).waitFor();
      await form.getByRole('textbox', { name: 'Ort', exact: true }).fill('Bürgersaal');
      await page.keyboard.press('Escape');
      await form.getByText('noch nicht gesendet').waitFor();
      await looksRight(frame);
      // Whoever goes on, also by pressing it once more, is where they were.
      await page.keyboard.press('Escape');
      await form.getByText('noch nicht gesendet').waitFor({ state: 'detached' });
      // It has been drawn in other colours meanwhile.
      expect(await form.getByRole('textbox', { name: 'Ort', exact: true }).inputValue()).toBe('Bürgersaal');
      await page.keyboard.press('Escape');
      await tabTo(frame, 'Verwerfen und schließen');
      await page.keyboard.press('Enter');
      await form.waitFor({ state: 'detached' });
    },
    patience,
  );
});

describe('steering', () => {
  test(
    'draws what it says, with the table behind, by mouse and keyboard',
    async () => {
      const frame = await open('steering', 'lead-10.50');
      await looksRight(frame);
      const bars = 'Budgets: ausgegeben, gebunden, frei';
      await frame.locator('section', { hasText: bars }).locator('summary').click();
      await frame.getByRole('table', { name: bars }).getByText('250.000,00 €').first().waitFor();
      await frame.getByRole('textbox').first().focus();
      await tabTo(frame, /^Als Tabelle: Ideen/);
      await page.keyboard.press('Enter');
      await frame.getByRole('table', { name: /^Ideen/ }).waitFor();
    },
    patience,
  );
});

describe('care', () => {
  test(
    'finds a person in the directory, by mouse and keyboard',
    async () => {
      const frame = await open('care', 'lead-10.50');
      await looksRight(frame);
      await frame.locator('summary', { hasText: 'Personen' }).click();
      await frame.getByRole('searchbox', { name: 'Personen: Suchen' }).fill('KGRZ');
      const people = frame.getByRole('table', { name: 'Personen' });
      await people.getByRole('cell', { name: 'User Support KGRZ' }).waitFor();
      await frame.getByRole('textbox').first().focus();
      await tabTo(frame, 'Zuordnungen: Suchen');
      await page.keyboard.type('Stadtvorstand');
      await frame.getByText(/^\d von 67$/).waitFor();
    },
    patience,
  );

  test(
    'changes an assignment from a day on, without a mouse: checked first, released by somebody else',
    async () => {
      const frame = page.frames()[1] as Frame;
      await frame.getByRole('searchbox', { name: 'Zuordnungen: Suchen' }).fill('IT-Beauftragte Amt 66');
      await frame.getByRole('table', { name: 'Zuordnungen' }).getByRole('button').first().focus();
      await page.keyboard.press('Enter');
      const panel = panelOf(frame);
      await panel.getByLabel('Ab wann (leer: sofort)').fill('1.3.2027');
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await barriersIn(frame)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await tabTo(frame, 'Prüfen');
      await page.keyboard.press('Enter');
      await panel.getByText(/Das ändert sich: .* → 28\.02\.2027/).waitFor();
      expect(await barriersIn(frame)).toEqual([]);
      await tabTo(frame, 'Vorschlagen');
      await page.keyboard.press('Enter');
      await panel.getByText(/Den eigenen Vorschlag gibt man nicht selbst frei/).waitFor();
      const other = await open('care', 'lead-10.50-deputy');
      await other
        .getByRole('button', { name: /^IT-Beauftragte \(Amt 66\)/ })
        .first()
        .click();
      await panelOf(other).getByRole('button', { name: 'Freigeben', exact: true }).click();
      await panelOf(other)
        .getByText(/^Stand: Freigegeben/)
        .waitFor();
      expect(await barriersIn(other)).toEqual([]);
    },
    patience,
  );
});

describe('in Teams', () => {
  test(
    'a tab signs in by itself, says when it is drawn, and reads again when it is taken out',
    async () => {
      const before = stage.signedIn.length;
      const frame = await open('roles', 'staff-61', { locale: 'en-gb', theme: 'dark' });
      expect(await frame.getByRole('heading', { level: 1 }).innerText()).toBe('Role model');
      expect(await frame.evaluate('document.documentElement.lang')).toBe('en');
      expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await host.heard(page)).toEqual(
        expect.arrayContaining(['token silent', expect.stringContaining('appInitialization.success')]),
      );
      const drawn = stage.signedIn.length;
      expect(stage.signedIn.slice(before, drawn)).not.toContain('name');
      const again = page.waitForResponse((response) => response.url().includes('/tab/api/page'));
      await host.suspendAndResume(page);
      await again;
      expect(stage.signedIn.length).toBeGreaterThan(drawn);
    },
    patience,
  );

  test(
    'a deep link opens its place and does nothing',
    async () => {
      const frame = await open('requests', 'staff-61', { place: 'IT-2026-0001' });
      await panelOf(frame).getByText('Rückfrage offen').first().waitFor();
      const back = panelOf(frame).getByRole('link', { name: 'Im Chat weitermachen' });
      expect(await back.getAttribute('href')).toContain('users=28:lotse&message=IT-2026-0001');
    },
    patience,
  );

  test(
    'whoever Entra wants to ask something is asked after a click, once',
    async () => {
      const frame = await host.show(page, { url: `${stage.url}/tab/requests`, token: undefined });
      await frame.getByRole('button', { name: 'Anmelden' }).click();
      expect(await host.heard(page)).toContain('token asked');
      expect((await host.heard(page)).filter((one) => one === 'token silent').length).toBe(1);
    },
    patience,
  );
});

describe('what goes wrong', () => {
  test(
    'keeps the last state when the line is cut, says so, and goes on by itself',
    async () => {
      const frame = await open('requests', 'itb-61');
      await page.route('**/tab/api/**', (route) => route.abort());
      await frame.getByRole('button', { name: 'Neu laden' }).click();
      await frame.getByText('Keine Verbindung. Sie sehen den letzten Stand').waitFor();
      expect(await frame.getByRole('tab', { name: /^Wartet auf mich/ }).count()).toBe(1);
      expect(await barriersIn(frame)).toEqual([]);
      await page.unroute('**/tab/api/**');
      await frame.getByRole('button', { name: 'Noch einmal versuchen' }).click();
      await frame.getByText('Keine Verbindung.').waitFor({ state: 'detached' });
    },
    patience,
  );

  test(
    'says that something has changed meanwhile, and leaves it as it is until somebody wants it',
    async () => {
      const frame = await open('requests', 'itb-61');
      const looked = page.waitForResponse(/\/tab\/api\/page\?.*known=/);
      await frame.evaluate("window.dispatchEvent(new Event('focus'))");
      await looked;
      const [actor, at] = [actorOf(await demoDirectory(), 'staff-61'), '2026-12-10T13:30:00.000Z'];
      await stage.program.ask('IT-2026-0003 zurückziehen', { actor, at, conversationId: 'a:staff-61' });
      expect(await frame.getByText('inzwischen etwas geändert').count()).toBe(0);
      await frame.evaluate("window.dispatchEvent(new Event('focus'))");
      await frame.getByText('Hier hat sich inzwischen etwas geändert.').waitFor();
      expect(await barriersIn(frame)).toEqual([]);
      await frame.locator('.bar').getByRole('button', { name: 'Neu laden' }).click();
      await frame.getByText('Hier hat sich inzwischen etwas geändert.').waitFor({ state: 'detached' });
    },
    patience,
  );

  test(
    'says that it is ours, and that it is loading',
    async () => {
      await page.route('**/tab/api/page**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.fulfill({ status: 500, json: { error: { code: 'internal', message: '' } } });
      });
      const token = await stage.tokenFor('staff-61');
      const frame = await host.show(page, { url: `${stage.url}/tab/steering`, token });
      await frame.getByText('Wird geladen').waitFor();
      await frame.getByText('Der Fehler liegt bei uns').waitFor();
      expect(await host.heard(page)).toContain('appInitialization.failure Other failed');
    },
    patience,
  );

  test(
    'tells people without a part in it where theirs is',
    async () => {
      const frame = await open('steering', 'staff-61');
      await frame.getByText('Ihre eigenen Anträge stehen unter „Anträge“.').waitFor();
      expect(await barriersIn(frame)).toEqual([]);
    },
    patience,
  );
});

describe('all of it', () => {
  test('asks no other host, and breaks none of its own rules', () => {
    const own = [new URL(stage.url).host, expect.stringMatching(/^localhost:/)];
    expect([...asked].toSorted()).toEqual(expect.arrayContaining(own));
    expect(asked.size).toBe(2);
    expect(complaints.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
    expect(tabNames).toHaveLength(5);
  });
});
