import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openLearned } from '../../src/app/learned.ts';
import { openPartners } from '../../src/app/partners.ts';
import { readKeys, whoRoutes } from '../../src/app/who-api.ts';
import { openKnownWords } from '../../src/app/words-command.ts';
import { silent } from '../../src/core/ports/log.ts';
import { createUnderstanding } from '../../src/language/understand.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { programLexicon } from '../support/program-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'lotse-api-'));
afterAll(() => rmSync(folder, { recursive: true }));
const directory = await demoDirectory();
const understand = createUnderstanding(
  await programLexicon(),
  directory,
  await openLearned(),
  await openKnownWords(),
);
const said = [{ word: 'Mitzeichnungsmappe', target: { role: 'kgrz' }, from: 'keeper' as const }];
const knowledge = () => ({ directory, understand, partners: openPartners(), names: said, types: [] });

const [narrow, wide] = ['intranet-key-0123456789', 'service-desk-key-9876543210'];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const file = join(folder, 'keys.yaml');
writeFileSync(
  file,
  `keys:
  - { name: intranet, sha256: ${sha256(narrow)}, scopes: [roles] }
  - { name: service-desk, sha256: ${sha256(wide)}, scopes: [roles, persons], perMinute: 6 }
`,
);

let now: Date;
let routes: ReturnType<typeof whoRoutes>;
beforeEach(() => {
  now = new Date('2026-11-24T10:00:00Z');
  routes = whoRoutes({
    keys: readKeys(file),
    knowledge,
    clock: { now: () => now },
    log: silent,
    version: '1.2.3',
  });
});
const ask = async (query: Record<string, string>, key = narrow, address = '192.0.2.1') => {
  const route = routes['/api/v1/responsible'];
  const answer = await route?.({
    query: new URLSearchParams(query),
    authorization: `Bearer ${key}`,
    address,
  });
  return { status: answer?.status, headers: answer?.headers, body: JSON.parse(JSON.stringify(answer?.body)) };
};

describe('who is responsible, for another program', () => {
  test('is answered as in the chat, with the words of the document and without people', async () => {
    const { status, body } = await ask({ q: 'Wer betreut mein Notebook?' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      result: 'answer',
      roles: [{ role: 'kgrz', name: { de: expect.any(String) } }],
    });
    expect(body.roles[0].quote).toMatch(/\S/);
    expect(JSON.stringify(body)).not.toMatch(/persons|@example\.org|\+49/);
  });

  test('names people to those who may see them, for the unit that asks', async () => {
    const { body } = await ask({ q: 'Wer ist IT-Beauftragter?', unit: '61' }, wide);
    expect(body.roles[0]).toMatchObject({ role: 'it-beauftragte' });
    expect(body.roles[0].persons[0]).toMatchObject({ name: expect.stringContaining('61'), as: 'holder' });
  });

  test('knows the words that 10.50 has entered', async () => {
    const { body } = await ask({ q: 'Wer macht die Mitzeichnungsmappe?' });
    expect(body).toMatchObject({ result: 'answer', roles: [{ role: 'kgrz' }] });
  });

  test('is an honest no where the model says nothing, and the name of a body outside it', async () => {
    expect((await ask({ q: 'Wie wird das Wetter morgen?' })).body).toMatchObject({
      result: 'none',
      roles: [],
    });
    const { body } = await ask({ q: 'Wer kümmert sich um den Datenschutz?' });
    expect(['partner', 'none', 'choices', 'answer']).toContain(body.result);
  });

  test('is told nobody without a key, or with a wrong one, and guessing ends soon', async () => {
    const statuses = [];
    for (let n = 0; n < 14; n += 1) statuses.push((await ask({ q: 'x' }, `wrong-key-number-000${n}`)).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(11)).toEqual(Array(3).fill(429));
    expect((await ask({ q: 'Wer betreut mein Notebook?' })).status).toBe(200);
  });

  test('may be asked so often a minute as the key says', async () => {
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await ask({ q: 'Notebook' }, wide)).status);
    expect(statuses).toContain(429);
    now = new Date(now.getTime() + 60_000);
    expect((await ask({ q: 'Notebook' }, wide)).status).toBe(200);
  });

  test.each([
    [{}],
    [{ q: '' }],
    [{ q: 'x'.repeat(501) }],
    [{ q: 'x', lang: 'fr' }],
    [{ q: 'x', unit: '6/1' }],
  ])('says what is wrong about %j', async (query) => {
    expect(await ask(query as Record<string, string>)).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-question' } },
    });
  });

  test('describes itself as OpenAPI', async () => {
    const body = (
      await routes['/api/v1/openapi.json']?.({ query: new URLSearchParams(), authorization: '', address: '' })
    )?.body;
    expect(body).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
  });
});

test.each([
  ['keys: [', 'keys.yaml'],
  [
    'keys:\n  - { name: a, sha256: abc, scopes: [roles] }',
    'keys.yaml:2: Fehler: „sha256“ hat nicht die richtige Form',
  ],
  [`keys:\n  - { name: a, sha256: ${sha256('a')}, scopes: [everything] }`, 'keys.yaml:2'],
])('a file of keys with a fault is refused with its line: %j', (text, message) => {
  const broken = join(folder, 'broken-keys.yaml');
  writeFileSync(broken, text);
  expect(() => readKeys(broken)).toThrow(message);
});

test('a file of keys that is not there is said by the name of its variable', () => {
  expect(() => readKeys(join(folder, 'none.yaml'))).toThrow('API_KEYS_FILE');
});
