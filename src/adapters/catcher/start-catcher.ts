import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback, nameInHost } from '../../core/loopback.ts';
import { catchMails } from './catch-mails.ts';
import type { Caught } from './caught.ts';
import { framed, listPage, mailPage } from './mail-pages.ts';

export type Catcher = {
  /** Where the bot sends its mails. */
  readonly smtpUrl: string;
  /** The page to read them. */
  readonly url: string;
  stop(): Promise<void>;
};

/**
 * Catches mails on this machine and shows them on a page.
 * @param port of the page; 0 takes any free one. @throws when it is taken
 */
export async function startCatcher(port: number, now: () => Date): Promise<Catcher> {
  const catching = await catchMails(now);
  const server = createServer((request, response) => {
    // A page elsewhere could have a name made to point to this machine and read the mails.
    const answer = isLoopback(nameInHost(request.headers.host))
      ? answerTo(request.url ?? '/', catching.mails())
      : notFound;
    // Not chained: restify, in the same process, changes what writeHead returns.
    response.writeHead(answer.status, { ...headers, ...answer.headers });
    response.end(answer.body);
  });
  try {
    await listen(server, port);
  } catch (error) {
    await catching.stop();
    throw error;
  }
  return {
    smtpUrl: catching.smtpUrl,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), catching.stop()]);
    },
  };
}

type Answer = { readonly status: number; readonly body: string; readonly headers: Record<string, string> };

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** What a mail brings along runs nothing and loads nothing; its frame knows nothing of the page around it. */
const policies = {
  page: "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  mail: "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'",
};

const document = (body: string, policy: keyof typeof policies, status = 200): Answer => ({
  status,
  body,
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policies[policy] },
});

const text = (body: string, type: string, more: Record<string, string> = {}): Answer => ({
  status: 200,
  body,
  headers: { 'content-type': `${type}; charset=utf-8`, ...more },
});

const notFound: Answer = { ...text('Das gibt es hier nicht.', 'text/plain'), status: 404 };

function answerTo(url: string, mails: readonly Caught[]): Answer {
  const [, number, part = ''] = /^\/mail\/(\d+)(?:\/(html|source|termin\.ics))?$/.exec(url) ?? [];
  if (url === '/') return document(listPage(mails), 'page');
  const mail = mails.find((caught) => String(caught.number) === number);
  if (!mail) return notFound;
  switch (part) {
    case 'html':
      return document(framed(mail.html ?? ''), 'mail');
    case 'source':
      return text(mail.source, 'text/plain');
    case 'termin.ics':
      return text(mail.calendar ?? '', 'text/calendar', { 'content-disposition': 'attachment' });
    default:
      return document(mailPage(mail), 'page');
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
