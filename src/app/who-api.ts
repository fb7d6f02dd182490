import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { shortPath } from '../adapters/directory/read-files.ts';
import { createRateLimit } from '../adapters/web/rate-limit.ts';
import type { Asked, Response, WebParts } from '../adapters/web/server.ts';
import { dayOf } from '../core/day.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';
import { responsibleFor } from '../features/directory/responsibility.ts';
import type { NamedKnowledge } from '../features/directory/with-names.ts';
import { openChecked } from './checked-yaml.ts';
import { Impossible } from './directory-trouble.ts';
import { openApi } from './who-openapi.ts';

/*
 * „Wer ist zuständig?“ for other programs: intranet, service desk, assistants. It only reads, keeps nothing of what is
 * asked, and names people only to those who may see them.
 */

const Key = z.strictObject({
  /** Who has it; stands in the log. */
  name: z.string().regex(/^[\w.-]{1,60}$/, 'letters, digits, points and hyphens'),
  /** The key itself is not kept, only its fingerprint. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the key in hexadecimal digits'),
  scopes: z.array(z.enum(['roles', 'persons'])).min(1),
  /** Questions a minute. */
  perMinute: z.int().min(1).max(6000).default(60),
});
export type Key = z.infer<typeof Key>;
const Keys = z
  .strictObject({ keys: z.array(Key) })
  .refine(
    ({ keys }) => new Set(keys.map(({ name }) => name)).size === keys.length,
    'a name stands here twice',
  );

/** @throws {Impossible} naming the lines that are wrong */
export function readKeys(path: string): readonly Key[] {
  const file = shortPath(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Impossible(
      `API_KEYS_FILE: „${file}“ ist nicht zu lesen (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
  return openChecked(path, Keys, 'Die Schlüssel der Schnittstelle haben Fehler', text).keys;
}

export type WhoParts = {
  readonly keys: readonly Key[];
  /** What questions of a day are answered from: the same as in the chat. */
  readonly knowledge: (day: string) => NamedKnowledge;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
};

const Question = z.object({
  q: z.string().trim().min(1).max(500),
  lang: z.enum(['de', 'en']).default('de'),
  unit: z
    .string()
    .regex(/^[\w.-]{1,20}$/)
    .optional(),
});

/** The routes, by path. */
export function whoRoutes({ keys, knowledge, clock, log, version }: WhoParts): WebParts['get'] {
  const byDigest = new Map(keys.map((key) => [key.sha256, key]));
  const limits = new Map(
    keys.map(({ name, perMinute }) => [
      name,
      createRateLimit({ burst: Math.max(1, Math.ceil(perMinute / 6)), everyMs: 60_000 / perMinute }),
    ]),
  );
  /** Guessing is slow, wherever it comes from. */
  const strangers = createRateLimit({ burst: 10, everyMs: 5000 });

  function answer({ query, authorization, address }: Asked): Response {
    const now = clock.now();
    const [, secret = ''] = /^Bearer ([\x21-\x7e]{20,200})$/.exec(authorization) ?? [];
    // Found by its digest, so how long it takes says nothing about keys that are nearly right.
    const key = secret ? byDigest.get(digestOf(secret)) : undefined;
    const wait = key
      ? (limits.get(key.name)?.(key.name, now.getTime()) ?? 0)
      : strangers(address, now.getTime());
    if (wait > 0) return tooOften(wait);
    if (!key) {
      log.warn('api-key-refused');
      return problem(401, 'unauthorized', 'Send a key: Authorization: Bearer …', {
        'www-authenticate': 'Bearer',
      });
    }
    const asked = Question.safeParse(Object.fromEntries(query));
    if (!asked.success)
      return problem(400, 'bad-question', 'Ask with q (1 to 500 characters), lang (de or en) and unit.');
    const { q: question, lang: language, unit } = asked.data;
    const withPersons = key.scopes.includes('persons');
    const day = dayOf(now.toISOString());
    const body = responsibleFor({ question, language, unit, day, withPersons }, knowledge(day));
    log.info('api-asked', { key: key.name, result: body.result });
    return { status: 200, body };
  }

  return {
    '/api/v1/responsible': answer,
    '/api/v1/openapi.json': () => ({ status: 200, body: openApi(version) }),
  };
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const tooOften = (wait: number): Response =>
  problem(429, 'too-often', 'Ask again a little later.', {
    'retry-after': String(Math.ceil(wait / 1000)),
  });

const problem = (
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Response => ({ status, body: { error: { code, message } }, ...(headers ? { headers } : {}) });
