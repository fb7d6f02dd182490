import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type DemoProcess, startDemo, stopDemos } from '../support/demo-process.ts';
import { openPlayground, type Person } from '../support/playground-page.ts';

/*
 * A meeting of the Beirat in five Playground pages and the mail catcher: planned, sent back by the chair, approved,
 * answered in Teams and by mail, a deputy steps in, postponed.
 */

const dataDir = mkdtempSync(join(tmpdir(), 'lotse-beirat-'));
const people = ['digitallotse', 'vorsitz-beirat', 'werkleitung-kgrz', 'betrieb-kgrz', 'beirat-verwaltung'];

let demo: DemoProcess;
let browser: Browser;
let office: Person;
let chair: Person;
let kgrz: Person;
let deputy: Person;
let expert: Person;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(people, { DATA_DIR: dataDir }), openBrowser()]);
  const pages: Person[] = [];
  for (const url of demo.pages) pages.push(await openPlayground(browser, url));
  [office, chair, kgrz, deputy, expert] = pages as [Person, Person, Person, Person, Person];
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stopDemos();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

const cardOf = ({ page }: Person) => page.locator('.ac-adaptiveCard').last();

/** Writes into a field of the newest card. */
const fill = (who: Person, label: string, text: string): Promise<void> =>
  cardOf(who).getByLabel(label).fill(text);

/** The number of the meeting, as it stands on the newest card. */
const numberOf = async (who: Person): Promise<string> =>
  /B-\d{4}\/\d+/.exec((await who.cards()).at(-1) ?? '')?.[0] ?? '';

let meeting = '';

describe('a meeting of the Beirat', () => {
  test('is planned by the Digitallotse, with the notice period and the quorum worked out', async () => {
    await office.ask('Beirat einladen');
    await office.press('Weiter zur Tagesordnung');
    await office.sees('Begrüßung und Feststellung der Beschlussfähigkeit');
    await office.press('Neuer Punkt …');
    await fill(office, 'Titel', 'Datenplattform Innenstadt');
    await office.press('Übernehmen');
    await office.sees('5. Datenplattform Innenstadt');
    await office.press('Fertig: zur Übersicht');
    await office.sees('Spätester Versand');
    await office.sees('ab 4 von 7 stimmberechtigten Sitzen, besetzt sind 6');
    meeting = await numberOf(office);
    await office.press('Dem Vorsitz vorlegen');
    await office.sees('Beim Vorsitz zur Freigabe');
  }, 120_000);

  test('goes back when the chair asks for a change, and is approved when it is made', async () => {
    await chair.sees('wartet auf Ihre Freigabe');
    await fill(chair, 'Was soll geändert werden?', 'Bitte mit Online-Zugang.');
    await chair.press('Änderung erbitten');
    await office.sees('Bitte mit Online-Zugang.');

    await office.ask(`${meeting} bearbeiten`);
    await fill(office, 'Online-Zugang', 'https://teams.example.org/beirat');
    await office.press('Weiter zur Tagesordnung');
    await office.sees('5. Datenplattform Innenstadt');
    await office.ask(`${meeting} vorlegen`);
    await chair.ask(meeting);
    await chair.press('Freigeben');
    await chair.sees('Freigegeben, noch nicht eingeladen');
    await office.sees('Sie können jetzt einladen.');
  }, 120_000);

  test('reaches members in Teams and by mail, each once, and the ledger says so', async () => {
    await office.ask(meeting);
    await office.press('Jetzt einladen');
    await office.sees('0 von 7 stimmberechtigten Sitzen zugesagt, beschlussfähig ab 4');
    for (const who of [kgrz, expert, chair]) await who.sees('Zusage vor Ort');
    await office.sees('Einladung ✓ in Teams zugestellt');
    await office.sees('Einladung ✓ per E-Mail verschickt');
    expect(await mailsTo('beirat-wirtschaft@partner.example.org')).toBe(1);
  }, 120_000);

  test('counts the answers: from Teams, and from the page that a mail leads to', async () => {
    await expert.press('Zusage vor Ort');
    await expert.sees('Sie haben zugesagt');
    await chair.ask(`${meeting} zusagen`);
    await answerByMail('beirat-wirtschaft@partner.example.org');
    await office.ask(meeting);
    await office.sees('3 von 7 stimmberechtigten Sitzen zugesagt, beschlussfähig ab 4');
  }, 120_000);

  test('invites the deputy of whoever declines, and the seat counts again when the deputy comes', async () => {
    await kgrz.press('Absagen …');
    await kgrz.press('Absage senden');
    await kgrz.sees('Sie haben abgesagt');

    await deputy.sees('Sie sind als Vertretung eingeladen');
    await deputy.press('Zusage vor Ort');
    await deputy.sees('Sie haben zugesagt');
    await office.ask(meeting);
    await office.sees('4 von 7 stimmberechtigten Sitzen zugesagt, beschlussfähig ab 4. ✓ Beschlussfähig.');
    await office.sees('vertritt Werkleitung KGRZ');
  }, 120_000);

  test('is postponed: everybody hears of it, and nobody counts as coming any more', async () => {
    await office.ask(`${meeting} verschieben: Der Saal wird für die Wahl gebraucht`);
    await office.sees('Verschoben, neuer Termin folgt');
    await deputy.sees('Der Saal wird für die Wahl gebraucht');
    await expert.sees('Verschoben');
    await office.sees('Absage ✓ per E-Mail verschickt');
    expect(await mailsTo('beirat-wirtschaft@partner.example.org')).toBe(2);
    const card = (await office.cards()).at(-1) ?? '';
    expect(card).not.toMatch(/(?<!\d)[1-9] von 7/);
  }, 120_000);
});

/** How many mails the catcher has for an address. */
async function mailsTo(address: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(demo.mails);
  const count = await page.locator('li').filter({ hasText: address }).count();
  await page.close();
  return count;
}

/** Opens the newest mail to an address, follows its personal link and promises to come. */
async function answerByMail(address: string): Promise<void> {
  const page: Page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(demo.mails);
  await page.locator('li a').filter({ hasText: address }).first().click();
  const link = await page
    .getByRole('link', { name: /\/beirat\/antwort\// })
    .first()
    .getAttribute('href');
  await page.goto(link ?? '');
  await page.getByLabel(/vor Ort/).check();
  await page
    .getByRole('button', { name: /Antwort/ })
    .first()
    .click();
  await page
    .getByText(/gespeichert|eingetragen|Danke/i)
    .first()
    .waitFor();
  await page.close();
}
