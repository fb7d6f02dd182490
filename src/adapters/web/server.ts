import type { Socket } from 'node:net';
import restify from 'restify';
import { JsonText } from '../../core/json-text.ts';
import { nameInHost } from '../../core/loopback.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Log } from '../../core/ports/log.ts';
import type { PageDoor } from './page-door.ts';
import { addPages, addressOf } from './page-routes.ts';
import { readJson } from './read-body.ts';
import type { TabDoor } from './tab-door.ts';
import { addTabs } from './tab-routes.ts';

/** A request with a JSON body, as a route sees it. */
export type Posted = {
  readonly body: unknown;
  /** The `Authorization` header, or an empty string. */
  readonly authorization: string;
  readonly remoteAddress: string;
};
/** What somebody asks who only wants to be told something. */
export type Asked = {
  readonly query: URLSearchParams;
  /** The `Authorization` header, or an empty string. */
  readonly authorization: string;
  /** Where the request came from. */
  readonly address: string;
};
export type Response = {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

export type WebParts = {
  /** Routes that take JSON, by path. */
  readonly post: Readonly<Record<string, (request: Posted) => Promise<Response>>>;
  /** Routes that only tell something, by path. */
  readonly get: Readonly<Record<string, (asked: Asked) => Response | Promise<Response>>>;
  /** Pages for people who come by a personal link. */
  readonly pages?: PageDoor | undefined;
  /** The pages around the chat. */
  readonly tabs?: TabDoor | undefined;
  readonly log: Log;
  readonly ids: Ids;
  /** Largest body in bytes. */
  readonly bodyLimit: number;
  /**
   * Names that this server goes by, where nothing else keeps strangers out: a page elsewhere could have its own name
   * made to point to this machine and speak for the person at the browser. Absent: any name.
   */
  readonly goesBy?: ((hostname: string) => boolean) | undefined;
  /** Whether an address is that of a proxy of our own. Absent: there is none. */
  readonly isProxy?: ((address: string) => boolean) | undefined;
};

export type WebServer = {
  /** @throws {CannotListen} when the address is taken or not allowed. @returns the port, also when 0 was asked for */
  listen(host: string, port: number): Promise<number>;
  /** Takes no more requests and waits for those under way, at most `patience` milliseconds. */
  close(patience: number): Promise<void>;
};

/** The address cannot be listened on; the message says what to do. */
export class CannotListen extends Error {
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(`Lotse cannot listen on ${host}:${port}: ${reasons[cause.code ?? ''] ?? cause.message}`, { cause });
    this.name = 'CannotListen';
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken. Stop the other program, or set PORT to a free port.',
  EACCES: 'this account may not use the port. Set PORT to a number above 1023.',
  EADDRNOTAVAIL: 'this machine does not have the address. Set HOST to one of its own addresses.',
};

const headers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** restify's own lines would be a second format on standard output. */
const silent = Object.fromEntries(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => [level, () => undefined]),
) as never;

/** The HTTP server. Every answer is JSON, also every error; only pages and what goes wrong with them are HTML. */
export function createWebServer(parts: WebParts): WebServer {
  const { post, get, pages, tabs, log, ids, bodyLimit, goesBy, isProxy = () => false } = parts;
  const server = restify.createServer({ name: '', log: silent });
  // restify takes sockets that ask for another protocol and gives them to nobody. Without a listener Node does what
  // RFC 9110 asks of a server that knows no other protocol: it answers as if they had not asked.
  server.server.removeAllListeners('upgrade');
  const sockets = trackedSockets(server);
  const paths = new Set([...Object.keys(get), ...Object.keys(post)]);
  server.pre((req, res, next) => {
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    const id = ids.next();
    res.setHeader('x-request-id', id);
    const start = performance.now();
    // Not "finish", which does not come when the client hangs up.
    res.once('close', () => logRequest(log, id, req, res, pathForLog(req, paths), performance.now() - start));
    const denial = goesBy && strangeName(req, goesBy);
    if (denial) respond(res, denial);
    next(denial ? false : undefined);
  });
  for (const [path, answer] of Object.entries(get)) {
    server.get(path, async (req, res) => respond(res, await told(req, answer, log, isProxy)));
  }
  for (const [path, receive] of Object.entries(post)) {
    server.post(path, async (req, res) => respond(res, await posted(req, receive, log, bodyLimit)));
  }
  if (pages) addPages(server, pages, isProxy);
  if (tabs) addTabs(server, tabs);
  server.on('restifyError', (_req, res, error, done) => {
    error.toJSON = () => routingProblem(error);
    res.contentType = 'application/json';
    done();
  });
  server.server.keepAliveTimeout = keptOpen;
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 15_000;
  return {
    listen: (host, port) => listen(server, host, port),
    close: (patience) => close(server, sockets, patience),
  };
}

/**
 * A proxy uses its connections again and is not told in time that one has just been closed: what it sends then is lost, and
 * somebody reads "bad gateway". So whoever stands before this server closes first: nginx after 60, Azure's load balancers
 * after 240 seconds. In milliseconds.
 */
const keptOpen = 250_000;

/** All that are open, also those that speak no HTTP. */
function trackedSockets(server: restify.Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/**
 * What somebody hears who calls the server by a name that is not its own, or comes from a page of another one. The form
 * of a page that tells nobody where it stands comes from "null".
 */
function strangeName(
  { headers, method }: restify.Request,
  goesBy: (hostname: string) => boolean,
): Response | undefined {
  if (!goesBy(nameInHost(headers.host))) return problem(421, 'wrong-host', 'This server has another name.');
  const isForm =
    method === 'POST' && /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  const { origin = '' } = headers;
  const isFine = origin === '' || (origin === 'null' && isForm) || goesBy(URL.parse(origin)?.hostname ?? '');
  return isFine ? undefined : problem(403, 'wrong-origin', 'Pages of other servers may not ask here.');
}

async function told(
  req: restify.Request,
  answer: WebParts['get'][string],
  log: Log,
  isProxy: (address: string) => boolean,
): Promise<Response> {
  try {
    const query = new URLSearchParams(req.url?.split('?')[1] ?? '');
    return await answer({
      query,
      authorization: req.headers.authorization ?? '',
      address: addressOf(req, isProxy),
    });
  } catch (error) {
    log.error('request-failed', { error });
    return problem(500, 'internal', 'Something went wrong here. It has been written down.');
  }
}

async function posted(
  req: restify.Request,
  receive: (request: Posted) => Promise<Response>,
  log: Log,
  bodyLimit: number,
): Promise<Response> {
  try {
    const read = await readJson(req, bodyLimit);
    if (!('json' in read)) return problem(read.status, read.code, read.message);
    return await receive({
      body: read.json,
      authorization: req.headers.authorization ?? '',
      remoteAddress: req.socket.remoteAddress ?? '',
    });
  } catch (error) {
    log.error('request-failed', { error });
    return problem(500, 'internal', 'Something went wrong here. It has been written down.');
  }
}

const problem = (status: number, code: string, message: string): Response => ({
  status,
  body: { error: { code, message } },
});

/** restify sends the error itself; this is what stands in it. */
function routingProblem({ statusCode }: { readonly statusCode?: number }): object | undefined {
  if (statusCode === 404) return problem(404, 'not-found', 'There is nothing at this address.').body;
  if (statusCode === 405) return problem(405, 'method-not-allowed', 'Use another method here.').body;
  return problem(500, 'internal', 'The request could not be handled.').body;
}

function respond(res: restify.Response, { status, body, headers: more = {} }: Response): void {
  if (res.headersSent || res.destroyed) return;
  for (const [name, value] of Object.entries(more)) res.setHeader(name, value);
  const content =
    body instanceof JsonText ? body.bytes : Buffer.from(body === undefined ? '' : JSON.stringify(body));
  if (content.length > 0) res.setHeader('content-type', 'application/json; charset=utf-8');
  if (status === 413 || status === 421) res.setHeader('connection', 'close');
  res.setHeader('content-length', content.length);
  res.statusCode = status;
  res.end(content);
}

function logRequest(
  log: Log,
  id: string,
  { method }: restify.Request,
  res: restify.Response,
  path: string,
  ms: number,
): void {
  if (path === '/healthz' || path === '/readyz') return;
  const outcome = res.writableFinished ? { status: res.statusCode } : { cutOff: true };
  log.info('request', { id, method, path, ...outcome, ms: Math.round(ms) });
}

/**
 * A personal link stays personal, however it is written: of a page stands its route. Where no route fits, perhaps
 * because a link was mistyped, only the first word.
 */
function pathForLog(req: restify.Request, paths: ReadonlySet<string>): string {
  const path = req.url?.split('?')[0] ?? '';
  if (paths.has(path)) return path;
  const route = (req.getRoute() as { readonly path?: unknown } | undefined)?.path;
  if (typeof route === 'string') return route;
  const [, first = '', rest] = /^(\/[\w.-]{0,30})(\/.*)?$/.exec(path) ?? [];
  return rest === undefined && first !== '' ? first : `${first}/…`;
}

function listen(server: restify.Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(new CannotListen(host, port, error));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve(server.address().port);
    });
  });
}

function close(server: restify.Server, sockets: ReadonlySet<Socket>, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, patience);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
