import { once } from 'node:events';
import { connect } from 'node:net';
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

describe('stopping', () => {
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
