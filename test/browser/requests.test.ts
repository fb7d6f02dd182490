import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { startDemo, stopDemos } from '../support/demo-process.ts';
import { readPdf } from '../support/pdf.ts';
import { openPlayground, type Person } from '../support/playground-page.ts';

/*
 * A workplace from the wish to the device, in four Playground pages: staff → IT-Beauftragte → 10.50 → KGRZ. The lead of
 * 10.50 is on leave, so the deputy decides.
 */

const folder = mkdtempSync(join(tmpdir(), 'lotse-requests-'));
const directory = join(folder, 'directory');

let browser: Browser;
let staff: Person;
let itb: Person;
let deputy: Person;
let kgrz: Person;
let board: Person;

function leadOnLeave(): void {
  cpSync('data/demo', directory, { recursive: true });
  const file = join(directory, 'organisation.yaml');
  const text = readFileSync(file, 'utf8');
  // One of the two of the Stadtvorstand is away as well, so that the other decides.
  const away = ['lead-10.50', 'vorsitz-beirat']
    .map((person) => `  - { person: ${person}, from: "2026-01-01", to: "2099-12-31" }\n`)
    .join('');
  writeFileSync(file, `${text}${away}`);
}

beforeAll(async () => {
  leadOnLeave();
  const people = ['staff-61', 'itb-61', 'lead-10.50-deputy', 'support-kgrz', 'vorsitz-stadtvorstand'];
  const env = { DATA_DIR: join(folder, 'data'), DIRECTORY_DIR: directory };
  const [demo, opened] = await Promise.all([startDemo(people, env), openBrowser()]);
  browser = opened;
  const pages: Person[] = [];
  for (const url of demo.pages) pages.push(await openPlayground(browser, url));
  [staff, itb, deputy, kgrz, board] = pages as [Person, Person, Person, Person, Person];
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stopDemos();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

/** Writes into a field of the newest card that has it: a notice may have come below. */
const fill = ({ page }: Person, label: string, text: string): Promise<void> =>
  page
    .locator('.ac-adaptiveCard')
    .filter({ has: page.getByLabel(label) })
    .last()
    .getByLabel(label)
    .fill(text);

describe('an EDV-Arbeitsplatz in the chat', () => {
  test('begins with a sentence: the form, the way it will go, and its number', async () => {
    await staff.ask('Ich brauche ein neues Notebook');
    await fill(staff, 'Warum wird es gebraucht?', 'Für Termine auf der Baustelle');
    await staff.press('Weiter: Weg und Angaben prüfen');
    await staff.sees('weil 10.50 EDV-Arbeitsplätze bewilligt');
    await staff.press('Einreichen');
    await staff.sees('Ihr Antrag ist eingereicht');
    expect((await staff.cards()).at(-1)).toMatch(/IT-\d{4}-0001/);
  }, 120_000);

  test('comes to the IT-Beauftragte without being asked for, goes back with a question and returns', async () => {
    await itb.sees('Dieser Antrag wartet auf Sie.');
    await itb.press('Öffnen');
    await itb.sees('Rückfrage stellen');
    await fill(itb, 'Begründung oder Frage', 'Reicht ein Gerät aus dem Bestand?');
    await itb.press('Rückfrage stellen');
    await itb.sees('Rückfrage offen');

    await staff.sees('Reicht ein Gerät aus dem Bestand?');
    await fill(staff, 'Ihre Antwort', 'Ja, wenn der Akku hält.');
    await staff.press('Antworten');
    await itb.sees('Ja, wenn der Akku hält.');
  }, 120_000);

  test('is decided once, however often Befürworten is pressed: the late click is told who decided', async () => {
    const { page } = itb;
    await itb.ask(await numberOf(itb));
    await itb.sees('Ja, wenn der Akku hält.');
    const buttons = page.getByRole('button', { name: 'Befürworten', exact: true });
    expect(await buttons.count()).toBeGreaterThan(1);
    await buttons.evaluateAll((all) => {
      for (const button of all) (button as unknown as { click(): void }).click();
    });
    await itb.sees('Bereits entschieden von IT-Beauftragte Amt 61');
  }, 120_000);

  test('is granted by the deputy in the place of the lead, who is on leave', async () => {
    await deputy.sees('Dieser Antrag wartet auf Sie.');
    await deputy.press('Öffnen');
    await deputy.sees('Sie handeln für Leitung 10.50');
    await fill(deputy, 'Betrag in Euro', '1.250,00');
    await deputy.press('Zustimmen');
    await deputy.sees('Genehmigt – wird umgesetzt');
  }, 120_000);

  test('is carried out by the KGRZ, and the requester has seen every step', async () => {
    await kgrz.sees('Dieser Antrag wartet auf Sie.');
    await kgrz.press('Übernehmen');
    await kgrz.sees('In Arbeit');
    await fill(kgrz, 'Rückmeldung oder Frage', 'Liegt am Empfang bereit.');
    await kgrz.press('Erledigt');
    await staff.sees('hat den Antrag erledigt: „Liegt am Empfang bereit.“');
    expect(await staff.ask('Meine Anträge')).toContain('Erledigt');
  }, 120_000);
});

/** Chooses in a list of the newest card. */
async function choose({ page }: Person, label: string, option: string): Promise<void> {
  await page.locator('.ac-adaptiveCard').last().getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

describe('an incident that concerns two', () => {
  test('is reported, not applied for', async () => {
    await staff.ask('Störung melden');
    await fill(staff, 'Was funktioniert nicht?', 'Kopierer neben meinem Zimmer');
    await choose(staff, 'Worum geht es?', 'Drucker, Kopierer oder Scanner');
    await choose(staff, 'Wer ist betroffen?', 'Nur ich');
    await choose(staff, 'Wie dringend ist es?', 'Es geht mit Umwegen');
    await staff.press('Weiter: Angaben prüfen');
    await staff.sees('So geht es weiter');
    await staff.press('Melden');
    await staff.sees('Die Störung ist gemeldet.');
  }, 120_000);

  test('is known to whoever is about to report it, too: one press joins, and shows nothing of the first one', async () => {
    await itb.ask('Unser Drucker druckt nicht');
    await itb.press('Störung melden');
    await itb.sees('Das ist schon gemeldet');
    await itb.press('Das betrifft mich auch');
    await itb.sees('Das betrifft Sie auch');
    expect((await itb.cards()).at(-1)).not.toContain('Kopierer neben meinem Zimmer');
  }, 120_000);

  test('both get the note of the KGRZ, and hear that it is fixed', async () => {
    await kgrz.sees('Kopierer neben meinem Zimmer');
    await kgrz.press('Öffnen');
    await kgrz.sees('IT-Beauftragte Amt 61');
    await kgrz.press('Hinweis an alle …');
    await fill(kgrz, 'Hinweis an alle, die es gemeldet haben', 'Bitte nicht neu starten.');
    await kgrz.press('Hinweis senden');
    await staff.sees('Bitte nicht neu starten.');
    await itb.sees('Bitte nicht neu starten.');
    await fill(kgrz, 'Rückmeldung oder Frage', 'Walze getauscht.');
    await kgrz.press('Erledigt');
    await staff.sees('Walze getauscht.');
    await itb.sees('Die Störung ist behoben.');
  }, 120_000);

  test('and is there again when it is not fixed for one of them', async () => {
    await itb.press('Bei mir nicht behoben');
    await itb.sees('kümmert sich noch einmal darum');
    await kgrz.sees('Bei jemandem ist die Störung noch nicht behoben.');
  }, 120_000);
});

describe('a Fachverfahren with personal data', () => {
  test('asks what those involved need, and the answers decide who takes part', async () => {
    await staff.ask('Fachverfahren einführen oder ändern');
    await fill(staff, 'Worum geht es?', 'Terminvergabe');
    await choose(staff, 'Vorhaben', 'Neu einführen');
    await fill(staff, 'Zweck und Rechtsgrundlage', 'Termine online, § 1 OZG');
    await fill(staff, 'Geschätzte Kosten in Euro', '60.000');
    await choose(staff, 'Personenbezogene Daten von wem?', 'Von Bürgerinnen und Bürgern');
    await choose(staff, 'Wo läuft es?', 'Beim KGRZ');
    await choose(staff, 'Schutzbedarf der Daten', 'Normal');
    await choose(staff, 'Lassen sich damit Verhalten', 'Nein');
    await choose(staff, 'Barrierefrei nach EN 301 549?', 'Ja, mit Nachweis');
    await staff.press('Weiter: Weg und Angaben prüfen');
    await staff.sees('weil personenbezogene Daten verarbeitet werden');
    await staff.press('Einreichen');
    await itb.sees('Terminvergabe');
    await itb.press('Befürworten');
  }, 120_000);

  test('passes data protection, is granted by 10.50 and decided by the Stadtvorstand', async () => {
    await deputy.sees('Terminvergabe');
    await deputy.press('Öffnen');
    await deputy.sees('Stellungnahme abgeben');
    const number = await numberOf(deputy);
    await fill(deputy, 'Ihre Stellungnahme oder Frage', 'Löschfristen festlegen.');
    await deputy.press('Stellungnahme abgeben');
    await deputy.sees('Bitte entscheiden Sie über diesen Antrag.');
    expect(await deputy.ask(`${number} zustimmen`)).toContain('Wird entschieden');
    await board.sees('Terminvergabe');
    await board.press('Öffnen');
    // What was said before lies open to whoever decides.
    await board.press('Weg');
    await board.sees('Löschfristen festlegen.');
    await fill(board, 'Begründung oder Frage', 'Bericht nach einem Jahr.');
    await board.press('Zustimmen');
    await board.sees('Genehmigt – wird umgesetzt');
  }, 120_000);

  test('ends in a paper that says who took part, when and under which conditions', async () => {
    const number = await numberOf(board);
    // What 10.50 is told by itself has come before they ask.
    await deputy.sees('zur Kenntnis: Vergabestelle');
    expect(await deputy.ask(`${number} Freigabe`)).toContain('Freigabe: Terminvergabe');
    await deputy.page.evaluate('window.open = (url) => { globalThis.opened = String(url); return null; }');
    await deputy.press('PDF öffnen');
    const address = String(await deputy.page.evaluate('globalThis.opened'));
    const paper = readPdf(await (await deputy.page.request.get(address)).body());
    const text = paper.pages.join(' ');
    for (const word of [
      'Stadtvorstand',
      'Bericht nach einem Jahr.',
      'Löschfristen festlegen.',
      'Datenschutz',
    ])
      expect(text).toContain(word);
    expect(paper.isTagged).toBe(true);
  }, 120_000);
});

describe('somebody who leaves', () => {
  test('is one report, and 10.50 sees what hangs on them and who is left', async () => {
    await staff.ask('Eintritt, Wechsel oder Austritt melden');
    await fill(staff, 'Welche Stelle oder Funktion?', 'IT-Beauftragte');
    await choose(staff, 'Was geschieht?', 'Austritt');
    await fill(staff, 'Ab wann?', '2099-12-31');
    await fill(staff, 'Person im Verzeichnis', 'IT-Beauftragte Amt 61');
    await staff.press('Weiter: Angaben prüfen');
    await staff.press('Melden');
    await deputy.sees('Dieser Personalwechsel wartet auf Sie: Verzeichnis.');
    await deputy.press('Öffnen');
    await deputy.sees('Was an IT-Beauftragte Amt 61 hängt');
    expect((await deputy.cards()).at(-1)).toContain('bleibt bei Vertretung IT-Beauftragte Amt 61');
  }, 120_000);

  test('lies with the KGRZ at the same time, and is over when both have done their part', async () => {
    await kgrz.sees('Dieser Personalwechsel wartet auf Sie: Konten.');
    await kgrz.press('Öffnen');
    await kgrz.sees('0 von 2 Teilen erledigt');
    await fill(kgrz, 'Rückmeldung oder Frage zu „Konten“', 'Konto gesperrt.');
    await kgrz.press('Erledigt');
    await kgrz.sees('1 von 2 Teilen erledigt, offen: Verzeichnis');
    // The card of 10.50 is brought up to date before anything is written on it.
    await deputy.sees('1 von 2 Teilen erledigt, offen: Verzeichnis');
    await fill(deputy, 'Rückmeldung oder Frage zu „Verzeichnis“', 'Vertretung übernimmt.');
    await deputy.press('Erledigt');
    await staff.sees('hat „Verzeichnis“ als erledigt gemeldet');
  }, 120_000);
});

/** The number on the newest card. */
const numberOf = async (who: Person): Promise<string> =>
  /IT-\d{4}-\d{4}/.exec((await who.cards()).at(-1) ?? '')?.[0] ?? '';
