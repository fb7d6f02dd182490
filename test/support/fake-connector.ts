import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that the bot made to the connector. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly activity: {
    readonly type?: string;
    readonly text?: string;
    readonly summary?: string;
    readonly replyToId?: string;
    readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
  };
};
export type Card = {
  readonly name: string;
  readonly lang: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export type FakeConnector = {
  readonly serviceUrl: string;
  readonly received: readonly Received[];
  /** The next requests are answered with these statuses instead of 201. */
  failWith(...statuses: number[]): void;
  /** Requests wait until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
};

/** The connector service of Teams as far as the bot sees it, on loopback. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const received: Received[] = [];
  const failures: number[] = [];
  let gate: Promise<void> = Promise.resolve();
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    received.push({ method: req.method ?? '', path: req.url ?? '', activity: JSON.parse(body || '{}') });
    const id = `sent-${received.length}`;
    await gate;
    res.writeHead(failures.shift() ?? 201, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    received,
    failWith: (...statuses) => failures.push(...statuses),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
