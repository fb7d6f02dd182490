import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';

/** How Teams shows a tab. */
export type Shown = {
  readonly url: string;
  readonly locale?: string;
  readonly theme?: string;
  /** What a deep link leads to. */
  readonly place?: string;
  /** Without one, Entra wants to ask something first. */
  readonly token: string | undefined;
};

/** A page of another origin that plays Teams: what the library asks of its host, it answers. */
export type TeamsHost = {
  readonly show: (page: Page, shown: Shown) => Promise<Frame>;
  /** What the tab told, in order: `appInitialization.success`, `authentication.getAuthToken silent` … */
  readonly heard: (page: Page) => Promise<readonly string[]>;
  readonly theme: (page: Page, theme: string) => Promise<void>;
  /** Puts the tab aside and takes it out again, as Teams does with tabs that it keeps. */
  readonly suspendAndResume: (page: Page) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Served as `localhost`, so that the tab on `127.0.0.1` stands in somebody else's frame. */
export async function startTeamsHost(): Promise<TeamsHost> {
  const server = createServer((_req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(hostPage);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async show(page, shown) {
      await page.goto(`http://localhost:${port}/?${encodeURIComponent(JSON.stringify(shown))}`);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      if (!frame) throw new Error('there is no frame');
      return frame;
    },
    heard: (page) => page.evaluate('heard'),
    theme: (page, theme) => page.evaluate(`tell('themeChange', ['${theme}'])`),
    suspendAndResume: (page) => page.evaluate('aside()'),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const hostPage = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Teams</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
<script>
const shown = JSON.parse(decodeURIComponent(location.search.slice(1)));
const heard = [];
const frame = document.createElement('iframe');
frame.title = 'Lotse';
frame.src = shown.url;
const tab = new URL(shown.url).origin;
const context = {
  locale: shown.locale ?? 'de-de', theme: shown.theme ?? 'default', subEntityId: shown.place ?? '',
  entityId: 'lotse', sessionId: '1', frameContext: 'content', hostClientType: 'web', hostName: 'Teams',
  userObjectId: '', tid: '', loginHint: '',
};
const supported = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false,
  supports: { pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, fullTrust: {} }, dialog: {}, logs: {} } };
const answers = {
  initialize: () => ['content', 'web', JSON.stringify(supported), '2.0.0'],
  getContext: () => [context],
  'authentication.getAuthToken': ([, , silent]) => {
    heard.push(silent === false ? 'token asked' : 'token silent');
    if (shown.token) return [true, shown.token];
    return [false, 'interaction_required'];
  },
};
const tell = (func, args) => frame.contentWindow.postMessage({ func, args }, tab);
const aside = () => { tell('beforeUnload', []); tell('load', [{ entityId: 'lotse', contentUrl: shown.url }]); };
addEventListener('message', ({ data, source, origin }) => {
  if (source !== frame.contentWindow || origin !== tab || typeof data?.func !== 'string') return;
  const answer = answers[data.func];
  if (!answer) heard.push(data.func + (data.args?.length ? ' ' + data.args.filter((a) => typeof a === 'string').join(' ') : ''));
  if (answer) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer(data.args ?? []) }, tab);
});
addEventListener('DOMContentLoaded', () => document.body.append(frame));
</script>`;
