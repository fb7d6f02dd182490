import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes what a bot sends and answers at once, as the connector of Teams would. @returns its service address */
export async function startConnector(): Promise<string> {
  const server = createServer((req, res) => {
    req
      .resume()
      .on('end', () => res.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"1"}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
