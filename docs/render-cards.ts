/**
 * Draws every sample of every card as Teams would: light, dark, and 360 px wide as on a phone.
 * `node docs/render-cards.ts [folder] [part of a name]` writes PNGs; without a folder, the pictures of the README.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { cardNames, createCardRenderer } from '../src/adapters/cards/card-renderer.ts';
import { samplesOf } from '../test/support/cards.ts';
import { needChromium } from '../test/support/chromium.ts';
import { hostConfig, type Look, pageOf } from './teams-look.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Shot = { readonly file: string; readonly card: object; readonly look: Look; readonly open: boolean };

const looks: readonly (readonly [string, Look])[] = [
  ['light', { theme: 'light', width: 480 }],
  ['dark', { theme: 'dark', width: 480 }],
  ['phone', { theme: 'light', width: 360 }],
];

const render = createCardRenderer('cards');

function everyShot(filter: string): readonly Shot[] {
  return cardNames('cards')
    .filter((name) => name.includes(filter))
    .flatMap((name) =>
      samplesOf('cards', name).flatMap(({ data, language, title }, index) => {
        const card = render({ card: name, data, language, summary: title });
        return looks.map(([suffix, look]) => ({
          file: `${name.replace('/', '-')}-${index + 1}-${suffix}.png`,
          card,
          look,
          open: title.includes('Schlimmster') || index === 1,
        }));
      }),
    );
}

/** The pictures that the README shows: file, card, number of its sample, look. */
const chosen: readonly (readonly [string, string, number, Look, boolean?])[] = [
  ['answer-light.png', 'directory/answer', 0, { theme: 'light', width: 480 }],
  ['answer-dark.png', 'directory/answer', 2, { theme: 'dark', width: 480 }],
  ['answer-phone.png', 'directory/answer', 3, { theme: 'light', width: 360 }, true],
  ['answer-english.png', 'directory/answer', 1, { theme: 'light', width: 480 }, true],
  ['choices.png', 'directory/choices', 0, { theme: 'light', width: 480 }],
  ['none.png', 'directory/none', 0, { theme: 'light', width: 480 }],
  ['request-approval.png', 'requests/case', 1, { theme: 'light', width: 480 }],
  ['request-check.png', 'requests/check', 0, { theme: 'dark', width: 480 }],
  ['request-phone.png', 'requests/form', 0, { theme: 'light', width: 360 }],
  ['beirat-office.png', 'beirat/meeting', 7, { theme: 'light', width: 480 }],
  ['beirat-invitation.png', 'beirat/invitation', 0, { theme: 'dark', width: 480 }],
  ['idea-phone.png', 'ideas/idea', 19, { theme: 'light', width: 360 }],
  ['chart.png', 'directory/chart', 0, { theme: 'light', width: 480 }],
];

function readmeShots(): readonly Shot[] {
  return chosen.map(([file, name, number, look, open = false]) => {
    const sample = samplesOf('cards', name)[number];
    if (!sample) throw new Error(`cards/${name}.sample.json has no sample ${number}`);
    const { data, language, title } = sample;
    return { file, card: render({ card: name, data, language, summary: title }), look, open };
  });
}

async function shoot(browser: Browser, folder: string, shot: Shot): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: shot.look.width, height: 100 },
    deviceScaleFactor: 1.5,
  });
  await draw(page, shot);
  await page.screenshot({ path: join(folder, shot.file), fullPage: true });
  await page.close();
}

async function draw(page: Page, { card, look, open }: Shot): Promise<void> {
  await page.setContent(pageOf(look));
  for (const script of [
    'markdown-it/dist/browser/markdown-it.umd.min.js',
    'adaptivecards/dist/adaptivecards.min.js',
  ]) {
    await page.addScriptTag({ content: readFileSync(join('node_modules', script), 'utf8') });
  }
  await page.evaluate(
    `const card = new AdaptiveCards.AdaptiveCard();
     const { markdownit } = globalThis;
     AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
       result.outputHtml = markdownit().render(text); result.didProcess = true;
     };
     card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig(look.theme))});
     card.parse(${JSON.stringify(card)});
     document.querySelector('#card').append(card.render());`,
  );
  if (open) await page.evaluate(`document.querySelector('#more')?.click()`);
}

const [folder, filter = ''] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: needChromium(), args: flags });
mkdirSync(folder ?? 'docs/images', { recursive: true });
for (const shot of folder ? everyShot(filter) : readmeShots()) {
  await shoot(browser, folder ?? 'docs/images', shot);
}
await browser.close();
