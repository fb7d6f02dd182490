import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { textIn } from '../support/cards.ts';
import { type DemoProcess, startDemo, stopDemos } from '../support/demo-process.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { personalChat } from '../support/personal-chat.ts';
import { openPlayground, type Person } from '../support/playground-page.ts';

/*
 * An idea on its whole way: handed in, offered to the Beirat, on the agenda of a meeting, scored by six members in Teams
 * and by mail, evaluated, and handed over as a request that knows where it comes from.
 */

const dataDir = mkdtempSync(join(tmpdir(), 'lotse-ideas-'));
const people = ['staff-61', 'lead-10.50', 'digitallotse', 'vorsitz-beirat'];
/** Members who are in Teams as well; one page shows what all of them see. */
const colleagues = ['werkleitung-kgrz', 'beirat-verwaltung'];
const outside = ['beirat-stadtkonzern', 'beirat-wirtschaft', 'beirat-wissenschaft'];

let demo: DemoProcess;
let browser: Browser;
let staff: Person;
let reviewer: Person;
let office: Person;
let chair: Person;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(people, { DATA_DIR: dataDir }), openBrowser()]);
  const pages: Person[] = [];
  for (const url of demo.pages) pages.push(await openPlayground(browser, url));
  [staff, reviewer, office, chair] = pages as [Person, Person, Person, Person];
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stopDemos();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

const fill = ({ page }: Person, label: string, text: string): Promise<void> =>
  page.locator('.ac-adaptiveCard').last().getByLabel(label).fill(text);
/** Chooses from a list of the newest card. */
async function choose({ page }: Person, label: string, option: string): Promise<void> {
  await page.locator('.ac-adaptiveCard').last().getByRole('combobox', { name: label }).click();
  // A list of which several may be chosen offers boxes to tick.
  await page
    .getByRole('option', { name: option })
    .or(page.getByRole('menuitemcheckbox', { name: option }))
    .click();
}
const newest = async (who: Person): Promise<string> => (await who.cards()).at(-1) ?? '';
const numberIn = (text: string, shape: RegExp): string => shape.exec(text)?.[0] ?? '';

let idea = '';
let meeting = '';

describe('an idea', () => {
  test('is handed in by a sentence and the form that it opens', async () => {
    await staff.ask('Idee: Sperrmüll online anmelden');
    await fill(staff, 'Welches Problem löst sie?', 'Die Anmeldung geht nur per Telefon.');
    await fill(staff, 'Was bringt sie?', 'Rund 400 Anrufe im Monat fallen weg.');
    await choose(staff, 'Thema', 'Angebote für Bürgerinnen und Bürger');
    await staff.press('Weiter: Angaben prüfen');
    await staff.press('Einreichen');
    await staff.sees('Prüfung durch 10.50');
    idea = numberIn(await newest(staff), /ID-\d{4}-\d{4}/);
    expect(idea).not.toBe('');
  }, 120_000);

  test('comes to 10.50 and is offered to the Beirat', async () => {
    await reviewer.sees('Sperrmüll online anmelden');
    await reviewer.ask(`${idea} prüfen`);
    expect(await reviewer.ask(`${idea} in den Beirat`)).toContain('Digitalen Beirat');
  }, 120_000);

  test('is proposed for the agenda of the next meeting, and taken', async () => {
    await office.sees('hat die Idee dem Digitalen Beirat angeboten');
    await office.ask('Neue Sitzung');
    await office.press('Weiter zur Tagesordnung');
    await office.sees(idea);
    await choose(office, 'Offene Beschlüsse und Ideen', idea);
    await office.page.keyboard.press('Escape');
    await office.press('Auf die Tagesordnung nehmen');
    await office.sees('5. Sperrmüll online anmelden');
    meeting = numberIn(await newest(office), /B-\d{4}\/\d+/);
    await office.ask(`${meeting} vorlegen`);
    await chair.ask(`${meeting} freigeben`);
    await office.ask(`${meeting} einladen`);
    await chair.sees('Zusage vor Ort');
  }, 120_000);

  test('is scored blind by every voting member, in Teams and on the page that a mail leads to', async () => {
    await chair.sees('Ihre Bewertung');
    const own = await chair.ask(`${idea} bewerten 5 2 4 3: Bemerkung 1`);
    expect(own).not.toContain('Bewertung des Digitalen Beirats');
    const city = await demoDirectory();
    for (const [at, who] of colleagues.entries()) {
      const chat = personalChat(who, city, () => demo.bot);
      const card = await chat.says(`${idea} bewerten ${4 - at} 2 4 3: Bemerkung ${at + 2}`);
      expect(textIn(card)).not.toContain('Bewertung des Digitalen Beirats');
    }
    for (const who of outside) await scoreByMail(`${who}@partner.example.org`);
    await office.ask(idea);
    await office.sees('Bewertung des Digitalen Beirats');
    expect(await newest(office)).toContain('Bemerkung 2');
  }, 180_000);

  test('gets a result with the way forward, and becomes a request with one click', async () => {
    expect(await office.ask(`${idea} machbar: Wir beginnen im Serviceportal.`)).toContain('machbar');
    // The notice comes by itself; a later card would take its place as the newest.
    await reviewer.sees('Wie geht es weiter?');
    await reviewer.ask(idea);
    await reviewer.press('Antrag daraus machen');
    await reviewer.sees('Weiter: Weg und Angaben prüfen');
    await reviewer.press('Weiter: Weg und Angaben prüfen');
    await reviewer.sees('Einreichen');
    const check = await newest(reviewer);
    expect(check).toContain('Sperrmüll online anmelden');
    await reviewer.press('Einreichen');
    await reviewer.sees('Ihr Antrag ist eingereicht');
  }, 120_000);

  test('shows its whole way to the person who had it', async () => {
    await staff.sees('Wir beginnen im Serviceportal.');
    // The request tells its idea by a job.
    let card = await staff.ask(idea);
    while (!/Antrag IT-/.test(card)) card = await staff.ask(idea);
    expect(card).not.toContain(meeting);
    expect(card).toContain('vorgesehen am');
    expect(card).toContain('Ergebnis: machbar');
    expect(card).toMatch(/Antrag IT-\d{4}-0001/);
  }, 120_000);
});

/** Opens the mail that asks for a score, follows its personal link and gives one. */
async function scoreByMail(address: string): Promise<void> {
  const page: Page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(demo.mails);
  await page.locator('li a').filter({ hasText: address }).filter({ hasText: idea }).first().click();
  const link = page.getByRole('link', { name: /\/ideas\/bewertung\// }).first();
  await page.goto((await link.getAttribute('href')) ?? '');
  for (const criterion of ['Nutzen', 'Aufwand', 'Machbarkeit', 'Dringlichkeit'])
    await page
      .getByRole('group', { name: new RegExp(criterion) })
      .getByLabel('3', { exact: true })
      .check();
  await page.getByRole('button', { name: 'Bewertung abgeben' }).click();
  await page
    .getByText(/gespeichert/i)
    .first()
    .waitFor();
  await page.close();
}
