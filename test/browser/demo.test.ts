import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { takenPorts } from '../../src/adapters/playground/ports.ts';
import { needChromium } from '../support/chromium.ts';
import { type DemoProcess, isAlive, startDemo, stopDemos } from '../support/demo-process.ts';
import { openPlayground, type Person } from '../support/playground-page.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'lotse-demo-'));
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const quiet = ['--disable-background-networking', '--disable-component-update'];

let demo: DemoProcess;
let browser: Browser;
let staff: Person;
let lead: Person;

beforeAll(async () => {
  const executablePath = needChromium();
  [demo, browser] = await Promise.all([
    startDemo(['staff-61', 'lead-10.50'], { DATA_DIR: dataDir }),
    chromium.launch({ executablePath, args: [...flags, ...quiet] }),
  ]);
  const [first = '', second = ''] = demo.pages;
  staff = await openPlayground(browser, first);
  lead = await openPlayground(browser, second);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stopDemos();
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

describe('a member of staff', () => {
  test('is greeted once', async () => {
    await staff.sees('Guten Tag, ich bin Lotse.');
    // Both notices of the installation have arrived by the time a question is answered.
    await staff.ask('danke');
    const greetings = (await staff.cards()).filter((text) => text.includes('ich bin Lotse'));
    expect(greetings).toHaveLength(1);
  });

  test('learns who approves a workplace, who does so now, and where it is written', async () => {
    const card = await staff.ask('Wer bewilligt einen EDV-Arbeitsplatz?');
    expect(card).toContain('Strategisches IT-Management');
    expect(card).toContain('Leitung 10.50');
    expect(card).toContain('Definition und Bewilligung von EDV-Arbeitsplätzen');
  });

  test('is thanked for saying that it helped, in the same card', async () => {
    const before = (await staff.cards()).length;
    await staff.press('Hilfreich');
    await staff.sees('Danke, das freut mich.');
    const cards = await staff.cards();
    expect(cards).toHaveLength(before);
    expect(cards.at(-1)).toContain('Strategisches IT-Management');
    expect(cards.at(-1)).not.toContain('Nicht hilfreich');
  });

  test('gets help with a broken screen without having asked a question', async () => {
    expect(await staff.ask('Mein Bildschirm bleibt schwarz')).toContain('Kommunales Gebietsrechenzentrum');
  });

  test('sees more about the role on request, and less again', async () => {
    const hidden = staff.page.getByText('Weitere Aufgaben').last();
    expect(await hidden.isVisible()).toBe(false);
    await staff.press('Mehr zu dieser Rolle ⌄');
    await hidden.waitFor({ state: 'visible' });
    await staff.press('Weniger ⌃');
    await hidden.waitFor({ state: 'hidden' });
  });

  test('is answered in English when the question is English', async () => {
    const card = await staff.ask('Who decides when several departments are affected?');
    expect(card).toContain('Executive Board');
    expect(card).toContain('Helpful');
  });

  test('hears an honest no, and passes the question on without a name', async () => {
    expect(await staff.ask('Wer wählt den Papst?')).toContain('Das regelt das IT-Rollenmodell nicht.');
    await staff.press('Weitergeben an 10.50');
    await staff.sees('ohne Ihren Namen');
  });

  test('sees all ten roles in the chart and opens one of them', async () => {
    const chart = await staff.ask('Organigramm');
    for (const role of ['Stadtvorstand', 'Digitalisierungsbüro', 'Digitale Mentoren']) {
      expect(chart).toContain(role);
    }
    await staff.press('Digitalisierungsbüro');
    await staff.sees('Die Rolle im Überblick');
  });

  test('may not see the open questions', async () => {
    expect(await staff.ask('Lücken')).toContain('sieht nur das Strategische IT-Management (10.50)');
  });

  test.each(['Gruppenchat', 'General'] as const)(
    'is answered when mentioning the bot in „%s“',
    async (place) => {
      await staff.mention(place, 'Wer betreibt die Server?');
      await staff.sees('Kommunales Gebietsrechenzentrum');
    },
  );
});

test('10.50 sees the open question', async () => {
  expect(await lead.ask('Lücken')).toContain('Wer wählt den Papst?');
});

test('stopping leaves no process and no port behind', async () => {
  const ports = [demo.bot, ...demo.pages].map((url) => Number(new URL(url).port));
  // A page may be starting a short-lived process of its own at that moment.
  expect(demo.descendants.length).toBeGreaterThanOrEqual(demo.pages.length);
  expect(await takenPorts(ports)).toEqual(ports);
  expect(await demo.stop('SIGINT')).toBe(0);
  expect(demo.descendants.filter(isAlive)).toEqual([]);
  expect(await takenPorts(ports)).toEqual([]);
  expect(demo.said()).not.toContain('abgestürzt');
});
