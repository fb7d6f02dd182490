import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strictProblems } from './strict-card.ts';

/** One request that the bot made to the connector. */
export type Received = {
  readonly method: string;
  readonly path: string;
  /** Differs from connection to connection. */
  readonly port: number | undefined;
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

/** What the connector does with a request: answers, breaks the connection or says nothing at all. */
export type ConnectorAnswer =
  | { readonly status: number; readonly code?: string; readonly headers?: Readonly<Record<string, string>> }
  | 'reset'
  | 'hang';

export type FakeConnector = {
  readonly serviceUrl: string;
  readonly received: readonly Received[];
  /** The next requests are answered with these statuses instead of 201. */
  failWith(...statuses: number[]): void;
  /** The next requests are treated like this. */
  answerWith(...answers: ConnectorAnswer[]): void;
  /** Requests wait until the returned function is called. */
  hold(): () => void;
  /** @throws Error when a card was sent that phones refuse */
  close(): Promise<void>;
};

/** The connector service of Teams as far as the bot sees it, on loopback. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const received: Received[] = [];
  const refused: string[] = [];
  const answers: ConnectorAnswer[] = [];
  let gate: Promise<void> = Promise.resolve();
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const activity: Received['activity'] = JSON.parse(body || '{}');
    received.push({ method: req.method ?? '', path: req.url ?? '', port: req.socket.remotePort, activity });
    for (const { content } of activity.attachments ?? []) refused.push(...problemsOf(content));
    const id = `sent-${received.length}`;
    await gate;
    const answer = answers.shift() ?? { status: 201 };
    if (answer === 'hang') return;
    if (answer === 'reset') return void req.socket.destroy();
    res.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    res.end(JSON.stringify(answer.code ? { error: { code: answer.code, message: answer.code } } : { id }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    received,
    failWith: (...statuses) => answers.push(...statuses.map((status) => ({ status }))),
    answerWith: (...more) => answers.push(...more),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (refused.length > 0) throw new Error(`phones refuse cards that were sent: ${refused.join('; ')}`);
    },
  };
}

/** Tests of the doors send something that only looks like a card, without a schema. */
const problemsOf = (content: object): readonly string[] =>
  '$schema' in content ? strictProblems(content) : [];
