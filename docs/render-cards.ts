/**
 * Draws cards as Teams would, as the situations of the tests show them: light, dark, and 360 px wide as on a phone.
 * `node docs/render-cards.ts [folder] [part of a card's name]` writes PNGs: every look that a situation has given a name,
 * and of each card as few others as together show all of its parts. Without a folder, the pictures of the README.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { cardNames, createCardRenderer } from '../src/adapters/cards/card-renderer.ts';
import type { Reply } from '../src/core/reply.ts';
import type { Language } from '../src/core/text.ts';
import { playAll } from '../test/situations/all.ts';
import { needChromium } from '../test/support/chromium.ts';
import { type Drawn, draw, oneOfEach, sizeOf } from '../test/support/drawn.ts';
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
const played = await playAll();
for (const { stopped } of played) if (stopped) throw stopped;
const named = played.flatMap(({ seen, language }) =>
  seen.flatMap(({ name, reply }) => (name ? [{ name, language, reply }] : [])),
);

function everyShot(filter: string): readonly Shot[] {
  const shown = draw(played);
  return cardNames('cards')
    .filter((card) => card.includes(filter))
    .flatMap((card) => {
      const called = named.filter(({ reply }) => reply.card === card);
      const others = tellingOf(shown.get(card)?.drawn ?? []);
      return [
        ...called.flatMap(({ name, language, reply }) => inEveryLook(`${name}-${language}`, reply)),
        ...others.flatMap(({ reply }, at) => inEveryLook(`${at + 1}`, reply)),
      ];
    });
}

function inEveryLook(name: string, reply: Reply): readonly Shot[] {
  const card = render(reply);
  return looks.map(([suffix, look]) => ({
    file: `${reply.card.replace('/', '-')}-${name}-${suffix}.png`,
    card,
    look,
    open: false,
  }));
}

/** The largest card, and as few others as together show every part of the template; German. */
function tellingOf(drawn: readonly Drawn[]): readonly Drawn[] {
  const left = oneOfEach(drawn.filter(({ reply }) => reply.language === 'de'))
    .map((one) => ({ one, parts: partsShown(one.reply) }))
    .sort((a, b) => sizeOf(b.one.card) - sizeOf(a.one.card));
  const known = new Set<string>();
  const telling: Drawn[] = [];
  while (left.length > 0) {
    const news = left.map(({ parts }) => parts.filter((part) => !known.has(part)).length);
    const at = telling.length === 0 ? 0 : news.indexOf(Math.max(...news));
    const [next] = left.splice(at, 1);
    if (!next || (news[at] === 0 && telling.length > 0)) break;
    telling.push(next.one);
    for (const part of next.parts) known.add(part);
  }
  return telling;
}

/** The conditions of the template that this card decides, and how. */
function partsShown(reply: Reply): readonly string[] {
  const parts: string[] = [];
  createCardRenderer('cards', {
    onCondition: (_card, { at, wanted, holds }) => parts.push(`${at} ${wanted} ${holds}`),
  })(reply);
  return parts;
}

/** The pictures that the README shows: file, what the situation calls the card, language, look. */
const chosen: readonly (readonly [string, string, Language, Look, boolean?])[] = [
  ['answer-light.png', 'answer-next-step', 'de', { theme: 'light', width: 480 }],
  ['answer-dark.png', 'answer-absent', 'de', { theme: 'dark', width: 480 }],
  ['answer-phone.png', 'answer', 'de', { theme: 'light', width: 360 }, true],
  ['answer-english.png', 'answer-planned', 'en', { theme: 'light', width: 480 }, true],
  ['choices.png', 'choices', 'de', { theme: 'light', width: 480 }],
  ['none.png', 'none', 'de', { theme: 'light', width: 480 }],
  ['request-approval.png', 'request-approval', 'de', { theme: 'light', width: 480 }],
  ['request-check.png', 'request-check', 'de', { theme: 'dark', width: 480 }],
  ['request-phone.png', 'request-form', 'de', { theme: 'light', width: 360 }],
  ['beirat-office.png', 'meeting-answers', 'de', { theme: 'light', width: 480 }],
  ['beirat-invitation.png', 'invitation', 'de', { theme: 'dark', width: 480 }],
  ['idea-phone.png', 'idea-done', 'de', { theme: 'light', width: 360 }],
  ['chart.png', 'chart', 'de', { theme: 'light', width: 480 }],
];

function readmeShots(): readonly Shot[] {
  return chosen.map(([file, name, language, look, open = false]) => {
    const found = named.find((one) => one.name === name && one.language === language);
    if (!found) throw new Error(`no situation calls a card "${name}"`);
    return { file, card: render(found.reply), look, open };
  });
}

async function shoot(browser: Browser, folder: string, shot: Shot): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: shot.look.width, height: 100 },
    deviceScaleFactor: 1.5,
  });
  await paint(page, shot);
  await page.screenshot({ path: join(folder, shot.file), fullPage: true });
  await page.close();
}

async function paint(page: Page, { card, look, open }: Shot): Promise<void> {
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
