import type { IncomingMessage } from 'node:http';

/** Why a body cannot be used; `status` is what the client gets. */
export type BadBody = { readonly status: number; readonly code: string; readonly message: string };

/** Beyond this the connection is cut instead of read to its end. */
const drainFactor = 32;

/**
 * Reads a JSON body of at most `limit` bytes. Own code instead of restify's plugin, because that one counts
 * compressed bytes only, so that a few kilobytes may become gigabytes.
 */
export async function readJson(
  request: IncomingMessage,
  limit: number,
): Promise<{ json: unknown } | BadBody> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(json|[\w.-]+\+json)\s*(;|$)/i.test(type)) {
    return bad(415, 'not-json', 'Send JSON with the header "content-type: application/json".');
  }
  if (request.headers['content-encoding'] !== undefined) {
    return bad(415, 'encoded', 'Send the body without content-encoding.');
  }
  const bytes = await readAtMost(request, limit);
  if (bytes === 'cut-off') return cutOff;
  if (bytes === 'too-much') return bad(413, 'too-large', `The body is larger than ${limit} bytes.`);
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    return isShallow(json, 64) ? { json } : bad(400, 'too-deep', 'The body is nested too deeply.');
  } catch {
    return bad(400, 'broken-json', 'The body is not valid JSON.');
  }
}

export const bad = (status: number, code: string, message: string): BadBody => ({ status, code, message });

/** Who hung up in the middle hears nothing any more, and nothing is wrong here. */
export const cutOff: BadBody = bad(400, 'cut-off', 'The connection ended before the body did.');

export async function readAtMost(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | 'too-much' | 'cut-off'> {
  const read = await readBeginning(request, limit);
  if (read === 'cut-off') return read;
  return read.isWhole ? read.bytes : 'too-much';
}

/**
 * Reads to the end even when it is too much, because a client that is still sending does not hear an answer; kept is the
 * beginning. Listens itself because an iterator over a request costs as much as its parsing.
 */
export function readBeginning(
  request: IncomingMessage,
  limit: number,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean } | 'cut-off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = () => resolve({ bytes: Buffer.concat(chunks), isWhole: size <= limit });
    request.on('data', (chunk: Buffer) => {
      const room = Math.max(0, limit - size);
      size += chunk.length;
      if (room > 0) chunks.push(chunk.subarray(0, room));
      if (size > limit * drainFactor) {
        done();
        request.destroy();
      }
    });
    request.on('end', done);
    request.on('error', () => resolve('cut-off'));
    request.on('close', () => resolve('cut-off'));
  });
}

/** Deep nesting is never a message, but makes recursive code fail. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}
