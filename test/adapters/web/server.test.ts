import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answered, local, post, startWire, type Wire } from '../../support/wire.ts';

let wire: Wire;
afterEach(() => wire.close());

describe('the web server', () => {
  test('tells quickly that it is alive, its version and since when', async () => {
    wire = await startWire();
    const response = await fetch(`${wire.url}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3', uptime: 0 });
  });

  test('answers in JSON with security headers and a request id, also when something is wrong', async () => {
    wire = await startWire();
    const wrongPath = await fetch(`${wire.url}/admin`);
    const wrongMethod = await fetch(`${wire.url}/api/messages`);
    expect([wrongPath.status, wrongMethod.status]).toEqual([404, 405]);
    expect(await wrongPath.json()).toMatchObject({ error: { code: 'not-found' } });
    expect(await wrongMethod.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
    expect(wrongMethod.headers.get('allow')).toBe('POST');
    for (const { headers } of [wrongPath, wrongMethod]) {
      expect(headers.get('content-type')).toMatch(/^application\/json/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('server')).toBeNull();
    }
    expect(wire.logged).toContainEqual(
      expect.objectContaining({
        event: 'request',
        fields: expect.objectContaining({ path: '/admin', status: 404 }),
      }),
    );
  });

  test('keeps a connection longer than the proxies before it, which would send into one that is being closed', async () => {
    wire = await startWire();
    const asked = request(`${wire.url}/healthz`, { headers: { connection: 'keep-alive' } }).end();
    const [response] = await once(asked, 'response');
    const seconds = Number(/timeout=(\d+)/.exec(response.headers['keep-alive'])?.[1]);
    expect(seconds).toBeGreaterThan(240);
    response.resume();
  });

  test('says what to do when the port is taken', async () => {
    wire = await startWire();
    const port = Number(new URL(wire.url).port);
    const second = startWire({ ...local, port });
    await expect(second).rejects.toThrow(/cannot listen on 127\.0\.0\.1:\d+: the port is taken.*set PORT/);
  });

  test('cuts off who sends without end', async () => {
    wire = await startWire();
    const socket = connect(Number(new URL(wire.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => {});
    socket.write(
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99999999\r\n\r\n',
    );
    const flood = setInterval(() => socket.write(Buffer.alloc(1 << 20, 'a')), 1);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(flood);
    expect((await fetch(`${wire.url}/healthz`)).status).toBe(200);
  });
});

/** A client that speaks for itself; resolves with the first line that it is answered. */
async function raw(url: string, text: string): Promise<{ socket: Socket; first: Promise<string> }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  const first = Promise.race([
    once(socket, 'data').then(([data]) => String(data).split('\r\n')[0] ?? ''),
    once(socket, 'close').then(() => 'closed'),
  ]);
  socket.write(text.replaceAll('\n', '\r\n'));
  return { socket, first };
}
const upgrading = 'GET /healthz HTTP/1.1\nhost: 127.0.0.1\nconnection: Upgrade\nupgrade: h2c\n\n';
const openSockets = () =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;

describe('a client that asks for another protocol', () => {
  test('is answered as if it had not asked', async () => {
    wire = await startWire();
    const { socket, first } = await raw(wire.url, upgrading);
    expect(await first).toBe('HTTP/1.1 200 OK');
    socket.destroy();
  });

  test('keeps no socket when it hangs up', async () => {
    wire = await startWire();
    await fetch(`${wire.url}/healthz`).then((response) => response.text());
    const before = openSockets();
    for (let round = 0; round < 5; round += 1) {
      const clients = await Promise.all(Array.from({ length: 100 }, () => raw(wire.url, upgrading)));
      for (const { socket } of clients) socket.destroy();
    }
    await until(() => openSockets() <= before + 5);
  });

  test.each([
    ['has asked for another protocol', upgrading],
    ['has asked for a tunnel', 'CONNECT example.org:443 HTTP/1.1\nhost: 127.0.0.1\n\n'],
    ['is in the middle of its request', 'GET /healthz HTTP/1.1\nhost: 127.0'],
    ['has said nothing', ''],
  ])('does not keep the server from stopping when it %s', async (_what, text) => {
    wire = await startWire(local, undefined, { patience: 200 });
    const { socket } = await raw(wire.url, text);
    await wire.app.stop();
    socket.destroy();
  });
});

test('a client that hangs up in the middle of its body is no fault of the program', async () => {
  wire = await startWire();
  const { socket } = await raw(
    wire.url,
    'POST /api/messages HTTP/1.1\nhost: 127.0.0.1\ncontent-type: application/json\ncontent-length: 99\n\n{"type":',
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await until(() => wire.logged.some(({ event }) => event === 'request'));
  expect(wire.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(wire.logged).toContainEqual(
    expect.objectContaining({
      event: 'request',
      fields: expect.objectContaining({ path: '/api/messages', cutOff: true }),
    }),
  );
});

describe('without tokens', () => {
  const statusFor = async (headers: Record<string, string>): Promise<number | undefined> => {
    const asked = request(`${wire.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    asked.end(JSON.stringify(wire.message('Hallo', { deliveryMode: 'expectReplies' })));
    const [response] = await once(asked, 'response');
    response.resume();
    return response.statusCode;
  };

  test.each([
    ['127.0.0.1', { host: '127.0.0.1:3978' }],
    ['localhost', { host: 'localhost' }],
    ['IPv6', { host: '[::1]:3978' }],
    ['a page of this machine', { origin: 'http://localhost:3979' }],
    ['the address outside', { host: 'lotse.example.org', origin: 'https://lotse.example.org' }],
  ])('the server answers to its own names: %s', async (_what, headers) => {
    wire = await startWire({ ...local, publicUrl: 'https://lotse.example.org' });
    expect(await statusFor(headers)).toBe(200);
  });

  test.each<[string, Record<string, string>, number]>([
    ['another name that points to this machine', { host: 'evil.example' }, 421],
    ['a name that only begins like this machine', { host: '127.0.0.1.evil.example' }, 421],
    ['a page elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page from nowhere', { origin: 'null' }, 403],
  ])('and to no others: %s', async (_what, headers, status) => {
    wire = await startWire();
    expect(await statusFor(headers)).toBe(status);
    expect(wire.turns).toEqual([]);
  });
});

describe('stopping', () => {
  test('waits for nobody longer than its patience', async () => {
    wire = await startWire(local, undefined, { patience: 200 });
    const release = wire.connector.hold();
    const hanging = wire.post(wire.message('gleich')).catch(() => 'cut off');
    await until(() => wire.connector.received.length === 1);
    await wire.app.stop();
    expect(wire.storeClosed()).toBe(true);
    expect(wire.logged).toContainEqual(expect.objectContaining({ event: 'turns-cut-off' }));
    release();
    expect(await hanging).toBe('cut off');
  });

  test('finishes the turn under way, then takes nothing more and closes the store', async () => {
    wire = await startWire();
    const release = wire.connector.hold();
    const answered: Promise<Answered> = wire.post(wire.message('noch schnell'));
    await until(() => wire.connector.received.length === 1);
    const stopped = wire.app.stop();
    await expect(post(`${wire.url}/api/messages`, wire.message('zu spät'))).rejects.toThrow();
    expect(wire.storeClosed()).toBe(false);
    release();
    expect((await answered).status).toBe(200);
    await stopped;
    expect(wire.storeClosed()).toBe(true);
  });

  test('waits for a turn whose sender has hung up', async () => {
    wire = await startWire();
    const release = wire.connector.hold();
    const hangUp = new AbortController();
    const gone = fetch(`${wire.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wire.message('weg')),
      signal: hangUp.signal,
    });
    await until(() => wire.connector.received.length === 1);
    hangUp.abort();
    await expect(gone).rejects.toThrow();
    const stopped = wire.app.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(wire.storeClosed()).toBe(false);
    release();
    await stopped;
    expect(wire.storeClosed()).toBe(true);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
