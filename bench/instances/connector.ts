import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Arrival } from '../../test/support/instances-verdict.ts';

/**
 * Stands for Teams' connector: one message in ten is refused, of those that arrive one in fifty is not acknowledged.
 * @param random 0 to 1
 */
export async function startConnector(random: () => number) {
  const arrived: Arrival[] = [];
  let refused = 0;
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const isMessage = req.method === 'POST';
    const fate = random();
    if (isMessage && fate < 0.1) {
      refused += 1;
      return void res.writeHead(fate < 0.05 ? 429 : 503, { 'retry-after': '1' }).end();
    }
    const isCut = fate > 0.98;
    const conversation = decodeURIComponent(/conversations\/([^/?]+)/.exec(req.url ?? '')?.[1] ?? '');
    const number = /IT-2026-\d+/.exec(body)?.[0] ?? '';
    if (isMessage) arrived.push({ conversation, number, isCut });
    if (isCut) return void req.socket.destroy();
    res.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"m${arrived.length}"}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    arrived,
    refused: () => refused,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}
