import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { createLinks } from '../../../src/adapters/links/create-links.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { createPageDoor } from '../../../src/adapters/web/page-door.ts';
import { createWebServer, type WebServer } from '../../../src/adapters/web/server.ts';
import { silent } from '../../../src/core/ports/log.ts';
import type { PageRoute } from '../../../src/core/ports/pages.ts';
import type { Stored } from '../../../src/core/ports/store.ts';
import { createExamplePage } from '../../support/example-page.ts';

let now: Date;
let proxies: readonly string[];
let base: string;
let server: WebServer;
let example: ReturnType<typeof createExamplePage>;
let links: ReturnType<typeof createLinks>;
let logged: { event: string; fields: Record<string, unknown> }[];
const store = createMemoryStore();

beforeEach(async () => {
  now = new Date('2027-02-20T10:00:00Z');
  logged = [];
  example = createExamplePage();
  links = createLinks({ store, publicUrl: () => base });
  const keep = (event: string, fields = {}) => void logged.push({ event, fields });
  const log = { info: keep, warn: keep, error: keep };
  proxies = ['127.0.0.1', '10.0.0.5'];
  const parts = { links, clock: { now: () => now }, log, ids: randomIds };
  const pages = createPageDoor({ ...parts, routes: example.routes });
  const serving = { post: {}, get: {}, pages, log, ids: randomIds, bodyLimit: 1000 };
  server = createWebServer({ ...serving, isProxy: (address) => proxies.includes(address) });
  base = `http://127.0.0.1:${await server.listen('127.0.0.1', 0)}`;
});
afterEach(() => server.close(100));

const linkFor = (member: string, page = '/example/answer'): Promise<string> =>
  links.make({ page, subject: { member }, expiresAt: '2027-03-04T09:00:00Z' });

const send = (url: string, fields: Record<string, string> | string, headers = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });

/** Everything that is stored. */
const stored = async () =>
  JSON.stringify(await store.collection<Stored>('links', { parse: (data) => data as Stored }).list());

describe('a personal link', () => {
  test('shows a page that runs nothing, loads nothing and is found and kept by nobody', async () => {
    const response = await fetch(await linkFor('m-3'));
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('<h1>Einladung: 1. Sitzung 2027 des Digitalen Beirats</h1>');
    expect(text).not.toMatch(/<script|<link|<img|style="|\son\w+=/i);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  test('takes the answer of the person it belongs to, whatever the form says', async () => {
    const response = await send(await linkFor('m-3'), {
      answer: 'there',
      member: 'm-4',
      reason: 'erste Zeile\r\nzweite\u0000 <b>Zeile</b>',
    });
    expect(response.status).toBe(200);
    expect(example.answers).toEqual([
      { member: 'm-3', answer: 'there', reason: 'erste Zeile\nzweite <b>Zeile</b>' },
    ]);
    expect(await response.text()).toContain('erste Zeile<br>zweite &lt;b&gt;Zeile&lt;/b&gt;');
  });

  test('shows what is missing at its field and at the top, and keeps what was written', async () => {
    const response = await send(await linkFor('m-3'), { answer: 'no', phone: '0261 "129"' });
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(example.answers).toEqual([]);
    expect(text).toContain('<title>Fehler: Einladung');
    expect(text).toContain('href="#field-reason"');
    expect(text).toContain('id="field-reason-error"');
    expect(text).toMatch(
      /<textarea[^>]+aria-describedby="field-reason-help field-reason-error" aria-invalid="true"/,
    );
    expect(text).toContain('value="0261 &quot;129&quot;"');
    expect(text).toMatch(/value="no" checked/);
  });

  test('shows a refusal above the state as it is', async () => {
    const response = await send(await linkFor('m-3'), { answer: 'late' });
    expect(response.status).toBe(409);
    expect(await response.text()).toMatch(
      /class="note wrong"><p>Die Frist ist vorbei\.<\/p>.*Einladung|Einladung.*Die Frist ist vorbei\./s,
    );
  });

  test('apologises for a fault with a number, and tells only the log what it was', async () => {
    const response = await send(await linkFor('m-3'), { answer: 'crash' });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret detail');
    const [bug] = logged.filter(({ event }) => event === 'bug');
    expect(text).toContain(String(bug?.fields.errorId));
  });

  test('gives a file where it is one', async () => {
    const response = await fetch(await linkFor('m-3', '/example/list'));
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="R_ckmeldungen.csv"; filename*=UTF-8''R%C3%BCckmeldungen.csv`,
    );
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe('\ufeffName;Größe\r\n');
  });

  test('does not appear in the log', async () => {
    const url = await linkFor('m-3');
    await fetch(url);
    await send(url, { answer: 'crash' });
    const token = url.split('/').at(-1) ?? '';
    const [start, end] = [token.slice(0, 20), token.slice(21)];
    const escaped = `%${token.charCodeAt(20).toString(16)}`;
    expect((await fetch(url.replace(token, `${start}${escaped}${end}`))).status).toBe(200);
    const mistyped = [
      `${url}/`,
      `${url}/more`,
      url.replace(token, `${start}/${end}`),
      url.replace('/example/', '//example/'),
      url.replace('/answer/', '/Answer/'),
      url.replace('/answer/', '%2Fanswer%2F'),
      url.replace('/example/answer/', '/'),
      url.replace('/example/answer/', '/answer-'),
    ];
    for (const address of mistyped) await fetch(address);
    expect(logged.filter(({ event }) => event === 'request').length).toBe(mistyped.length + 3);
    expect(JSON.stringify(logged)).toContain('/example/answer/:token');
    for (const part of [token, start, end]) expect(JSON.stringify(logged)).not.toContain(part);
  });
});

describe('a mail scanner', () => {
  test('that opens every link in every way but sending the form changes nothing', async () => {
    const urls = await Promise.all(['m-1', 'm-2', 'm-3'].map((member) => linkFor(member)));
    const before = await stored();
    for (const url of urls) {
      for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS', 'PUT', 'DELETE', 'PATCH']) {
        await fetch(`${url}?answer=no&reason=x`, { method, headers: { 'user-agent': 'SafeLinks' } });
      }
    }
    expect(example.answers).toEqual([]);
    expect(example.looks()).toBe(9);
    expect(await stored()).toBe(before);
    expect((await send(urls[0] ?? '', { answer: 'there' })).status).toBe(200);
    expect(example.answers).toHaveLength(1);
  });

  test('gets with HEAD what GET would say, without the page', async () => {
    const url = await linkFor('m-1');
    const [head, get] = [await fetch(url, { method: 'HEAD' }), await fetch(url)];
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
    expect(await head.text()).toBe('');
  });
});

describe('a link that does not open', () => {
  test('because it is over says so, in German or English', async () => {
    const url = await linkFor('m-3');
    now = new Date('2027-03-04T09:00:00Z');
    const german = await fetch(url);
    expect([german.status, await german.text()]).toEqual([
      410,
      expect.stringContaining('Dieser Link ist abgelaufen'),
    ]);
    const english = await fetch(url, { headers: { 'accept-language': 'en-GB,de;q=0.5' } });
    expect(await english.text()).toMatch(/<html lang="en">.*This link has expired/s);
    expect((await send(url, { answer: 'there' })).status).toBe(410);
    expect(example.answers).toEqual([]);
  });

  test('because it was withdrawn points to the newer mail', async () => {
    const url = await linkFor('m-5');
    await links.withdraw('/example/answer', { member: 'm-5' }, now.toISOString());
    const response = await send(url, { answer: 'there' });
    expect([response.status, await response.text()]).toEqual([
      410,
      expect.stringContaining('gilt nicht mehr'),
    ]);
    expect(example.answers).toEqual([]);
  });

  test.each(['', '/', '/x', `/${'A'.repeat(43)}`, `/${'A'.repeat(5000)}`, '/%00', '/__proto__'])(
    'because it is no link: %.20s',
    async (rest) => {
      const response = await fetch(`${base}/example/answer${rest}`);
      expect([404, 414, 431]).toContain(response.status);
      expect(example.looks()).toBe(0);
    },
  );

  test('because it belongs to another page', async () => {
    const url = await linkFor('m-3');
    expect((await fetch(url.replace('/example/answer', '/example/list'))).status).toBe(404);
  });
});

describe('what is sent', () => {
  test.each([
    ['JSON', '{"answer":"there"}', 'application/json', 415],
    ['a file', 'answer=there', 'multipart/form-data; boundary=x', 415],
    ['far too much', `reason=${'x'.repeat(70_000)}`, 'application/x-www-form-urlencoded', 413],
    ['far too many fields', 'a=1&'.repeat(300), 'application/x-www-form-urlencoded', 413],
  ])('as %s is refused with a friendly page', async (_what, body, type, status) => {
    const response = await fetch(await linkFor('m-3'), {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain('Das konnte nicht gelesen werden');
    expect(example.answers).toEqual([]);
  });

  test('with strange names does no harm', async () => {
    const response = await send(await linkFor('m-3'), 'answer=there&answer=no&__proto__=x&constructor=y&=z');
    expect(response.status).toBe(200);
    expect(example.answers).toEqual([{ member: 'm-3', answer: 'there', reason: '' }]);
  });
});

describe('too many requests', () => {
  test('for one link wait, and go on after a while', async () => {
    const url = await linkFor('m-3');
    const other = await linkFor('m-4');
    const statuses = [];
    for (let count = 0; count < 31; count += 1) statuses.push((await fetch(url)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    const refused = await send(url, { answer: 'there' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
    expect(await refused.text()).toContain('Bitte einen Augenblick Geduld');
    expect((await fetch(other)).status).toBe(200);
    now = new Date(now.getTime() + 2000);
    expect((await send(url, { answer: 'there' })).status).toBe(200);
  });

  test('from somebody who guesses links end soon, for others behind the proxy they do not', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } });
    const statuses = [];
    for (let guess = 0; guess < 15; guess += 1) {
      statuses.push((await fetch(`${base}/example/answer/guess-${guess}`, from('203.0.113.9'))).status);
    }
    expect(statuses).toEqual([...Array(11).fill(404), ...Array(4).fill(429)]);
    const url = await linkFor('m-3');
    expect((await fetch(url, from('203.0.113.9'))).status).toBe(429);
    expect((await fetch(url, from('203.0.113.10'))).status).toBe(200);
  });

  test.each([
    ['with a port', () => '203.0.113.9:51234', []],
    ['by way of two proxies of our own', () => '198.51.100.1, 203.0.113.9, 10.0.0.5', []],
    ['with a new made-up address each time', (guess: number) => `10.9.9.${guess}, 203.0.113.9`, []],
    ['where no proxy is known, whatever they say', (guess: number) => `203.0.113.${guess}`, ['10.0.0.5']],
  ])('count for one address %s', async (_how, said, known) => {
    if (known.length > 0) proxies = known;
    const statuses = [];
    for (let guess = 0; guess < 15; guess += 1) {
      const headers = { 'x-forwarded-for': said(guess) };
      statuses.push((await fetch(`${base}/example/answer/guess-${guess}`, { headers })).status);
    }
    expect(statuses).toEqual([...Array(11).fill(404), ...Array(4).fill(429)]);
  });
});

test.each<[string, readonly string[]]>([
  ['two pages have the same path', ['/a', '/a']],
  ['"a/b" is no path for a page', ['a/b']],
  ['"/a/:id" is no path for a page', ['/a/:id']],
])('the program does not start when %s', (problem, paths) => {
  const routes: readonly PageRoute[] = paths.map((path) => ({
    path,
    get: async () => ({ title: '', language: 'de', body: [] }),
  }));
  const log = silent;
  expect(() => createPageDoor({ routes, links, clock: { now: () => now }, log, ids: randomIds })).toThrow(
    problem,
  );
});

describe('a form with a file', () => {
  const link = () => linkFor('m-3', '/example/files');
  const form = (...files: readonly (readonly [name: string, bytes: number])[]) => {
    const body = new FormData();
    body.append('title', 'Erste Zeile\nzweite \u0000 „Ä“');
    for (const [name, bytes] of files) body.append('attached', new Blob(['x'.repeat(bytes)]), name);
    return body;
  };
  const came = () =>
    example.brought.map(({ title, files }) => [
      title,
      ...files.map((file) => [file.name, 'lost' in file ? file.lost : file.content.length]),
    ]);

  test('says to the browser that it brings one, and which', async () => {
    const text = await (await fetch(await link())).text();
    expect(text).toContain('<form method="post" enctype="multipart/form-data">');
    expect(text).toContain('<label for="field-attached">Bild oder PDF');
    expect(text).toMatch(
      /<input type="file" accept="image\/png,image\/jpeg,application\/pdf" id="field-attached"[^>]+aria-describedby="field-attached-help"/,
    );
  });

  test('arrives with its fields and its file, whatever that is called; a field left empty is none', async () => {
    await fetch(await link(), { method: 'POST', body: form(['../Plan "ü".pdf', 300]) });
    await fetch(await link(), { method: 'POST', body: form(['', 0]) });
    const title = 'Erste Zeile\nzweite  „Ä“';
    expect(came()).toEqual([[title, ['../Plan "ü".pdf', 300]], [title]]);
  });

  test('too large a file is named as such, and what was typed is still there', async () => {
    const response = await fetch(await link(), { method: 'POST', body: form(['foto.jpg', 200_000]) });
    expect(response.status).toBe(200);
    expect(came()).toEqual([['Erste Zeile\nzweite  „Ä“', ['foto.jpg', 'too-large']]]);
    expect(await response.text()).toContain('Erste Zeile');
  });

  test('of several files the first one counts, and the others are named', async () => {
    await fetch(await link(), { method: 'POST', body: form(['a.png', 1], ['b.png', 1]) });
    expect(came()).toEqual([[expect.anything(), ['a.png', 1], ['b.png', 'too-many']]]);
  });

  test.each<[string, string, Record<string, string>]>([
    ['without its end', '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nx', {}],
    ['that is none', 'junk', {}],
    ['that is packed', 'junk', { 'content-encoding': 'gzip' }],
    ['without a boundary', 'junk', { 'content-type': 'multipart/form-data' }],
  ])('%s is refused with a friendly page', async (_, body, headers) => {
    const response = await fetch(await link(), {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=b', ...headers },
    });
    expect([400, 415]).toContain(response.status);
    expect(await response.text()).toContain('konnte nicht gelesen werden');
    expect(came()).toEqual([]);
  });

  test('is read by no page that takes none, and for no link that is over: the page says so', async () => {
    const sent = { method: 'POST', body: form(['a.png', 10]) };
    expect((await fetch(await linkFor('m-3'), sent)).status).toBe(415);
    const late = await link();
    now = new Date('2027-03-05T10:00:00Z');
    const gone = await fetch(late, { method: 'POST', body: form(['a.png', 10]) });
    expect([gone.status, await gone.text()]).toEqual([410, expect.stringContaining('abgelaufen')]);
    expect([came(), example.answers]).toEqual([[], []]);
  });
});
