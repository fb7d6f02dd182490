import type restify from 'restify';
import type { Language } from '../../core/text.ts';
import type { PageAnswer, PageDoor } from './page-door.ts';
import { unreadablePage } from './page-errors.ts';
import { pageHtml } from './page-html.ts';
import { pagePolicy } from './page-style.ts';
import { readForm } from './read-form.ts';
import { bringsFiles, readUpload } from './read-upload.ts';

/** Serves the pages of the door: looking is GET or HEAD, acting is POST. */
export function addPages(
  server: restify.Server,
  door: PageDoor,
  isProxy: (address: string) => boolean,
): void {
  const requestOf = (path: string, req: restify.Request) => ({
    path,
    token: String(req.params?.token ?? ''),
    address: addressOf(req, isProxy),
    language: languageFrom(req.headers['accept-language']),
  });
  for (const path of door.paths) {
    const look = async (req: restify.Request, res: restify.Response): Promise<void> =>
      send(res, await door.receive(requestOf(path, req)), req.method === 'HEAD');
    for (const address of [path, `${path}/:token`]) {
      server.get(address, look);
      server.head(address, look);
    }
    server.post(`${path}/:token`, async (req, res) => {
      const request = requestOf(path, req);
      const room = bringsFiles(req) ? await door.room(path, request.token) : 0;
      // For a link that is over nothing is kept of what comes; the page says that it is.
      const read = bringsFiles(req) ? await readUpload(req, room ?? 0) : await readForm(req);
      const answer =
        room === undefined
          ? await door.receive(request)
          : 'form' in read
            ? await door.receive({ ...request, ...read })
            : unreadablePage(read.status, request.language);
      send(res, answer, false);
    });
  }
}

/**
 * Where a request came from. A proxy of our own says last who asked it; from anybody else the header could be made up.
 * What stands before that is hearsay, and counts only as far as it comes from a further proxy of our own.
 */
export function addressOf(
  { socket, headers }: restify.Request,
  isProxy: (address: string) => boolean,
): string {
  const said = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((one) => withoutPort(one.trim()))
    .filter((one) => one !== '');
  let address = socket.remoteAddress ?? '';
  while (isProxy(address)) {
    const before = said.pop();
    if (before === undefined) break;
    address = before.slice(0, 45);
  }
  return address;
}

/** Some proxies write `192.0.2.7:51234` and `[2001:db8::7]:51234`. */
const withoutPort = (address: string): string =>
  address.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');

const languageFrom = (preferred = ''): Language => (/^\s*en\b/i.test(preferred) ? 'en' : 'de');

function send(res: restify.Response, answer: PageAnswer, headOnly: boolean): void {
  if (res.headersSent || res.destroyed) return;
  const content = Buffer.from('body' in answer ? pageHtml(answer) : answer.content);
  res.statusCode = 'body' in answer ? (answer.status ?? 200) : 200;
  res.setHeader('content-security-policy', pagePolicy);
  res.setHeader('x-robots-tag', 'noindex, nofollow, noarchive');
  res.setHeader('content-type', 'body' in answer ? 'text/html; charset=utf-8' : answer.type);
  if ('fileName' in answer) res.setHeader('content-disposition', attached(answer.fileName));
  if (answer.retryAfterMs !== undefined) {
    res.setHeader('retry-after', Math.ceil(answer.retryAfterMs / 1000));
  }
  if (res.statusCode === 413) res.setHeader('connection', 'close');
  res.setHeader('content-length', content.length);
  res.end(headOnly ? undefined : content);
}

/** The name in both ways that browsers know. */
export const attached = (fileName: string): string =>
  `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
