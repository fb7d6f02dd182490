import { type Agent, request } from 'node:http';

/**
 * Posts an activity to a bot and takes the whole answer without looking at it.
 * @returns how long it took, in milliseconds
 * @throws Error when it is answered with anything but 200, or not within half a minute
 */
export function post(agent: Agent, port: number, body: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const signal = AbortSignal.timeout(30_000);
    const options = {
      signal,
      agent,
      port,
      host: '127.0.0.1',
      path: '/api/messages',
      method: 'POST',
      headers,
    };
    const sent = request(options, (res) => {
      res
        .on('error', reject)
        .resume()
        .on('end', () => {
          if (res.statusCode === 200) resolve(performance.now() - start);
          else reject(new Error(`answered with ${res.statusCode}`));
        });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
