import { randomUUID } from 'node:crypto';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import type { TokenAuthority } from '../../src/adapters/teams/authentication.ts';
import { openBotbuilder } from '../../src/adapters/teams/botbuilder/transport.ts';
import type { Config } from '../../src/app/config.ts';
import { type App, type AppParts, createApp } from '../../src/app/create-app.ts';
import type { Log } from '../../src/core/ports/log.ts';
import type { Store } from '../../src/core/ports/store.ts';
import type { Turn } from '../../src/core/turn.ts';
import { createEchoFeature, renderPlain } from './echo-feature.ts';
import { type Card, type FakeConnector, startFakeConnector } from './fake-connector.ts';

export type LogLine = { readonly level: string; readonly event: string; readonly fields: object };

/** The real server and the real SDK on loopback, with a feature that echoes and a connector that records. */
export type Wire = {
  readonly url: string;
  readonly connector: FakeConnector;
  readonly turns: readonly Turn[];
  readonly logged: readonly LogLine[];
  readonly app: App;
  readonly storeClosed: () => boolean;
  /** Posts an activity, or anything else, to the bot. */
  post(body: unknown, headers?: Record<string, string>): Promise<Answered>;
  /** A message of a person in their personal chat; `over` replaces parts. */
  message(text: string, over?: object): object;
  close(): Promise<void>;
};
export type Answered = { readonly status: number; readonly headers: Headers; readonly body: Body };
type Body = {
  readonly activities?: readonly {
    readonly type: string;
    readonly summary?: string;
    readonly attachments?: readonly { readonly content: Card }[];
    readonly value?: { readonly status: number; readonly body: { readonly value: Card } };
  }[];
  readonly statusCode?: number;
  readonly type?: string;
  readonly value?: Card;
  readonly error?: { readonly code: string; readonly message: string };
};

export const botId = '28:lotse';
export const local: Config = {
  mode: 'dev',
  host: '127.0.0.1',
  port: 0,
  dataDir: 'unused',
  directoryDir: 'unused',
  logLevel: 'silent',
};

export async function startWire(
  config: Config = local,
  authority?: TokenAuthority,
  more: Partial<AppParts> = {},
): Promise<Wire> {
  const connector = await startFakeConnector();
  const { feature, turns } = createEchoFeature();
  const { log, lines } = recordingLog();
  const { store, closed } = untouchableStore();
  const app = createApp({
    config,
    openTransport: openBotbuilder,
    features: [feature],
    renderCard: renderPlain,
    store,
    clock: { now: () => new Date('2026-11-24T08:00:00Z') },
    ids: randomIds,
    log,
    version: '1.2.3',
    authority,
    // No test waits between two tries.
    wait: async () => undefined,
    ...more,
  });
  const { port } = await app.start().catch(async (error: unknown) => {
    await connector.close();
    throw error;
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    connector,
    turns,
    logged: lines,
    app,
    storeClosed: closed,
    post: (body, headers) => post(`${url}/api/messages`, body, headers),
    message: (text, over) => ({ ...personalMessage(connector.serviceUrl), text, ...over }),
    async close() {
      await app.stop();
      await connector.close();
    },
  };
}

export async function post(url: string, body: unknown, headers = {}): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

const personalMessage = (serviceUrl: string) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  from: {
    id: '29:staff',
    name: 'Sachbearbeitung Amt 61',
    aadObjectId: '33333333-3333-4333-8333-333333333333',
  },
  recipient: { id: botId, name: 'Lotse' },
  conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'anywhere' },
  channelData: { tenant: { id: 'anywhere' } },
});

function recordingLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const record =
    (level: string) =>
    (event: string, fields = {}) => {
      lines.push({ level, event, fields });
    };
  return { log: { info: record('info'), warn: record('warn'), error: record('error') }, lines };
}

/** The doors store nothing: touching the store fails the test. */
function untouchableStore(): { store: Store; closed: () => boolean } {
  let closed = false;
  const store: Store = {
    collection: () => {
      throw new Error('the doors must not use the store');
    },
    leads: async () => true,
    check: async () => undefined,
    close: async () => {
      closed = true;
    },
  };
  return { store, closed: () => closed };
}
