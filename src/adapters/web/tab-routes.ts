import { randomBytes } from 'node:crypto';
import type restify from 'restify';
import { tabNames } from '../../core/tab.ts';
import type { Language } from '../../core/text.ts';
import { attached } from './page-routes.ts';
import { readAtMost, readJson } from './read-body.ts';
import type { TabAnswer, TabDoor, TabRequest } from './tab-door.ts';

/** Teams and Microsoft 365, which show tabs in frames. */
export const teamsFrames =
  'https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com';

/** Nothing is asked of any other host; styles come from the page's own script, which knows the nonce. */
const policy = (nonce: string, frameAncestors: string): string =>
  [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

const forms = 64 * 1024;
const year = 31_536_000;

/** Serves the tabs: their frame and files to everybody, what stands on them to whoever may see it. */
export function addTabs(server: restify.Server, door: TabDoor): void {
  const frame = async (_req: restify.Request, res: restify.Response): Promise<void> => {
    const nonce = randomBytes(16).toString('base64');
    res.setHeader('content-security-policy', policy(nonce, door.frameAncestors));
    res.setHeader('content-type', 'text/html; charset=utf-8');
    try {
      send(res, 200, Buffer.from((await door.files()).frame(nonce)));
    } catch (error) {
      door.log.error('tabs-not-built', { error });
      send(res, 503, Buffer.from(notBuilt));
    }
  };
  for (const name of tabNames) server.get(`/tab/${name}`, frame);
  server.get('/tab/assets/:file', async (req, res) => serveFile(req, res, door));
  server.get('/tab/api/page', async (req, res) => answer(res, await door.page(requestOf(req))));
  server.get('/tab/api/detail', async (req, res) => answer(res, await door.detail(requestOf(req))));
  server.get('/tab/api/file', async (req, res) => answer(res, await door.file(requestOf(req))));
  server.post('/tab/api/upload', async (req, res) => {
    const type = req.headers['content-type'] ?? '';
    // No form of another page can send this type.
    if (!/^application\/octet-stream$/i.test(type) || req.headers['content-encoding'] !== undefined) {
      answer(res, wrongUpload);
      return;
    }
    const read = await readAtMost(req, door.longestFile);
    if (read === 'cut-off') return;
    answer(res, await door.upload(requestOf(req), read === 'too-much' ? undefined : read));
  });
  server.post('/tab/api/say', async (req, res) => {
    const read = await readJson(req, forms);
    const { status = 0, code, message } = 'json' in read ? {} : read;
    answer(
      res,
      'json' in read
        ? await door.say({ ...requestOf(req), body: read.json })
        : { status, body: { error: { code, message } } },
    );
  });
}

/** Files carry the digest of their content in their name: what was loaded once is not asked for again. */
async function serveFile(req: restify.Request, res: restify.Response, door: TabDoor): Promise<void> {
  const file = (await door.files()).file(String(req.params?.file ?? ''));
  if (!file) {
    answer(res, { status: 404, body: { error: { code: 'not-found', message: 'There is no such file.' } } });
    return;
  }
  res.setHeader('etag', file.etag);
  res.setHeader('cache-control', `public, max-age=${year}, immutable`);
  res.setHeader('vary', 'accept-encoding');
  if (req.headers['if-none-match'] === file.etag) {
    send(res, 304);
    return;
  }
  const accepted = String(req.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
  if (encoding) res.setHeader('content-encoding', encoding);
  res.setHeader('content-type', file.type);
  send(res, 200, file[encoding ?? 'plain']);
}

function requestOf(req: restify.Request): TabRequest {
  const query = new URL(req.url ?? '/', 'http://localhost').searchParams;
  return {
    authorization: req.headers.authorization ?? '',
    as: query.get('as') ?? '',
    address: req.socket.remoteAddress ?? '',
    language: languageFrom(query.get('lang') ?? req.headers['accept-language']),
    query: Object.fromEntries(
      ['tab', 'id', 'known', 'case', 'file', 'name'].map((name) => [name, query.get(name) ?? undefined]),
    ),
  };
}

const languageFrom = (preferred = ''): Language => (/^\s*en\b/i.test(preferred) ? 'en' : 'de');

function answer(res: restify.Response, given: TabAnswer): void {
  if ('download' in given) {
    const { fileName, type, content } = given.download;
    res.setHeader('content-type', type);
    res.setHeader('content-disposition', attached(fileName));
    send(res, 200, Buffer.from(content));
    return;
  }
  const { status, body } = given;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  send(res, status, Buffer.from(JSON.stringify(body)));
}

function send(res: restify.Response, status: number, content?: Buffer): void {
  if (res.headersSent || res.destroyed) return;
  res.statusCode = status;
  if (content) res.setHeader('content-length', content.length);
  res.end(content);
}

const wrongUpload: TabAnswer = {
  status: 415,
  body: { error: { code: 'not-a-file', message: 'Send the file itself as application/octet-stream.' } },
};

const notBuilt = `<!doctype html><html lang="de"><meta charset="utf-8"><title>Lotse</title>
<p>Diese Seite ist noch nicht gebaut: „npm run pages“ tut es. Im Chat mit Lotse geht alles wie sonst.</p>
<p lang="en">This page has not been built yet: “npm run pages” does it. In the chat with Lotse everything works as usual.</p></html>`;
