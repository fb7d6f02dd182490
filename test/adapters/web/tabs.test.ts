import { afterEach, describe, expect, test } from '@jest/globals';
import { teamsFrames } from '../../../src/adapters/web/tab-routes.ts';
import { byName } from '../../../src/app/tab-door.ts';
import type { Feature } from '../../../src/core/feature.ts';
import { createEchoFeature } from '../../support/echo-feature.ts';
import { local, startWire, type Wire } from '../../support/wire.ts';

let wire: Wire;
afterEach(() => wire.close());

const teamsId = '00000000-0000-4000-8000-000000000061';
const person = (id: string) =>
  id === 'staff-61' ? { id, name: 'Sachbearbeitung Amt 61', unit: '61', teamsId } : undefined;
const file = (text: string) => {
  const plain = Buffer.from(text);
  return { type: 'text/javascript; charset=utf-8', etag: '"1"', plain, br: plain, gzip: plain };
};
const frame = (nonce: string) => `<html data-nonce="${nonce}"></html>`;

async function start(
  files = async () => ({ frame, file: (name: string) => (name === 'a.js' ? file('1') : undefined) }),
) {
  const { feature, turns } = createEchoFeature();
  const shown: Feature = {
    ...feature,
    fileDoor: {
      read: async (_visit, id, name) =>
        id === 'IT-2026-0001' ? { fileName: `Bild ${name}.png`, type: 'image/png', content: 'x' } : undefined,
      add: async ({ actor }, id, sent) => ({
        isKept: 'content' in sent,
        said: `${actor.name} ${id} ${sent.name} ${'content' in sent ? sent.content.length : sent.lost}`,
      }),
    },
    tabs: [
      {
        tab: 'requests',
        show: async ({ actor, language }) => [{ kind: 'text', text: `${actor.name} ${language}` }],
        detail: async (_visit, id) => [{ kind: 'text', text: id }],
      },
      {
        tab: 'board',
        show: async () => {
          throw new Error('a bug');
        },
      },
    ],
  };
  wire = await startWire(local, undefined, {
    features: [shown],
    tabs: { whoIs: byName({ person }), files, frameAncestors: teamsFrames },
  });
  return turns;
}
const json = async (path: string, init?: RequestInit) => {
  const response = await fetch(`${wire.url}${path}`, init);
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  };
};
const say = (body: unknown, as = 'staff-61') =>
  json(`/tab/api/say?as=${as}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the frame of a tab', () => {
  test.each(['roles', 'requests', 'board', 'steering', 'care'])(
    '%s may stand in Teams only, and asks nobody else',
    async (tab) => {
      await start();
      const response = await fetch(`${wire.url}/tab/${tab}`);
      expect(response.status).toBe(200);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`frame-ancestors ${teamsFrames}`);
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-frame-options')).toBeNull();
      const [, nonce = '?'] = /nonce="([^"]+)"/.exec(await response.text()) ?? [];
      expect(policy).toContain(`'nonce-${nonce}'`);
    },
  );

  test('lets its styles through by a word that is new each time', async () => {
    await start();
    const words = await Promise.all([1, 2].map(async () => (await fetch(`${wire.url}/tab/roles`)).text()));
    expect(words[0]).not.toBe(words[1]);
  });

  test('says in both languages what to do when the pages were not built', async () => {
    await start(async () => {
      throw new Error('not built');
    });
    const response = await fetch(`${wire.url}/tab/roles`);
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/npm run pages.*npm run pages/s);
  });

  test('comes with files that are loaded once', async () => {
    await start();
    const first = await fetch(`${wire.url}/tab/assets/a.js`);
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"']);
    expect(first.headers.get('cache-control')).toContain('immutable');
    const again = await fetch(`${wire.url}/tab/assets/a.js`, { headers: { 'if-none-match': '"1"' } });
    expect(again.status).toBe(304);
    expect((await json('/tab/assets/b.js')).status).toBe(404);
  });
});

describe('what stands on a tab', () => {
  test('is for the person who looks, in the language asked for', async () => {
    await start();
    const { status, body } = await json('/tab/api/page?tab=requests&as=staff-61&lang=en');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tab: 'requests',
      language: 'en',
      blocks: [{ kind: 'text', text: 'Sachbearbeitung Amt 61 en' }],
    });
  });

  test('is a friendly line where none of it is theirs', async () => {
    await start();
    const { body } = await json('/tab/api/page?tab=steering&as=staff-61');
    expect(body.blocks).toEqual([{ kind: 'note', tone: 'hint', text: expect.stringContaining('10.50') }]);
  });

  test('is for nobody who does not say who they are', async () => {
    await start();
    for (const path of ['/tab/api/page?tab=requests', '/tab/api/detail?tab=requests&id=1&as=nobody'])
      expect(await json(path)).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
    expect((await say({ text: 'x' }, '')).status).toBe(401);
  });

  test('has details by id', async () => {
    await start();
    const { body } = await json('/tab/api/detail?tab=requests&id=IT-2026-0001&as=staff-61');
    expect(body.blocks).toEqual([{ kind: 'text', text: 'IT-2026-0001' }]);
  });

  test('is not there under another name, and a bug is written down', async () => {
    await start();
    expect((await json('/tab/api/page?tab=admin&as=staff-61')).status).toBe(404);
    const broken = await json('/tab/api/page?tab=board&as=staff-61');
    expect(broken.status).toBe(500);
    expect(JSON.stringify(broken.body)).not.toContain('a bug');
    expect(wire.logged).toContainEqual(expect.objectContaining({ event: 'bug' }));
  });
});

describe('what is said on a tab', () => {
  test('goes the way of the chat, as the person, in private', async () => {
    const turns = await start();
    const typed = await say({ text: 'Meine Anträge' });
    expect(typed.status).toBe(200);
    expect(typed.body.card).toBeDefined();
    await say({ verb: 'echo.press', data: { id: '1' } });
    expect(turns[0]).toMatchObject({
      kind: 'text',
      scope: 'personal',
      actor: { id: teamsId },
      edited: false,
    });
  });

  test.each([[{}], [{ text: '' }], [{ text: 'x', verb: 'y', data: {} }], [{ verb: 'y' }], [[]]])(
    '%j is not understood',
    async (body) => {
      await start();
      expect((await say(body)).status).toBe(400);
    },
  );

  test('comes as JSON from pages of this server only', async () => {
    await start();
    const form = await json('/tab/api/say?as=staff-61', { method: 'POST', body: 'text=x' });
    expect(form.status).toBe(415);
    const elsewhere = await json('/tab/api/page?tab=requests&as=staff-61', {
      headers: { origin: 'https://evil.example' },
    });
    expect(elsewhere.status).toBe(403);
  });
});

describe('saying who one is by name', () => {
  test('is for this machine only', async () => {
    await start();
    const who = byName({ person });
    const request = { authorization: '', as: 'staff-61', now: new Date() };
    expect(await who({ ...request, address: '::ffff:127.0.0.1' })).toHaveProperty('actor');
    expect(await who({ ...request, address: '10.0.0.7' })).toMatchObject({ failed: 'unauthorized' });
  });
});

describe('a file', () => {
  const upload = (
    content: Uint8Array<ArrayBuffer> | string,
    as = 'staff-61',
    type = 'application/octet-stream',
  ) =>
    json(`/tab/api/upload?as=${as}&case=IT-2026-0001&name=B%C3%BCro.png`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: content,
    });

  test('is saved and never shown, under its name, to whoever is known', async () => {
    await start();
    const response = await fetch(`${wire.url}/tab/api/file?as=staff-61&case=IT-2026-0001&file=f1`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="Bild_f1.png"/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect((await json('/tab/api/file?as=staff-61&case=IT-2026-0002&file=f1')).status).toBe(404);
    expect((await json('/tab/api/file?as=nobody&case=IT-2026-0001&file=f1')).status).toBe(401);
  });

  test('is taken as it is, up to the limit, and what is longer is said', async () => {
    await start();
    expect(await upload(new Uint8Array([0, 255, 1]))).toMatchObject({
      status: 200,
      body: { isKept: true, said: 'Sachbearbeitung Amt 61 IT-2026-0001 Büro.png 3' },
    });
    expect((await upload(new Uint8Array(10 * 1024 * 1024 + 1))).body).toMatchObject({
      isKept: false,
      said: expect.stringContaining('too-large'),
    });
    expect((await upload('x', 'nobody')).status).toBe(401);
  });

  test('that a form of another page could have sent is refused', async () => {
    await start();
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
      expect((await upload('x', 'staff-61', type)).status).toBe(415);
  });
});

test('a page that is as it was says no more than that', async () => {
  await start();
  const { body } = await json('/tab/api/page?as=staff-61&tab=requests');
  const again = (known: unknown) => json(`/tab/api/page?as=staff-61&tab=requests&known=${known}`);
  expect((await again(body.state)).body).toEqual({ isSame: true });
  expect((await again('other')).body).toMatchObject({ state: body.state, blocks: body.blocks });
});
