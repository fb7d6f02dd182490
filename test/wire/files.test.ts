import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TextTurn } from '../../src/core/turn.ts';
import { startWire, type Wire } from '../support/wire.ts';

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';
let wire: Wire;
let storage: Server;
let url: string;
const asked: string[] = [];

beforeAll(async () => {
  storage = createServer((req, res) => {
    asked.push(`${req.url} ${req.headers.authorization ?? '-'}`);
    if (req.url === '/gone' || req.url === '/elsewhere') {
      res.statusCode = req.url === '/gone' ? 404 : 302;
      res.setHeader('location', '/file');
      res.end();
    } else if (req.url === '/endless') {
      const chunk = Buffer.alloc(1 << 20);
      const more = () => res.destroyed || res.write(chunk, more);
      more();
    } else if (req.url !== '/slow') res.end('content');
  }).listen(0, '127.0.0.1');
  await once(storage, 'listening');
  url = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
  wire = await startWire(undefined, undefined, { loadWithin: 2500 });
});
afterAll(async () => {
  storage.closeAllConnections();
  storage.close();
  await wire.close();
});

const stored = (downloadUrl: string, name = 'a.png') => ({
  contentType: downloadInfo,
  name,
  content: { downloadUrl, uniqueId: '1', fileType: 'png' },
});
const filesOf = async (attachments: readonly object[], over: object = {}) => {
  const before = wire.turns.length;
  const { status } = await wire.post(wire.message('', { attachments, ...over }));
  expect(status).toBe(200);
  const turn = wire.turns[before] as TextTurn | undefined;
  return turn?.files?.map((file) =>
    'lost' in file ? [file.name, file.lost] : [file.name, Buffer.from(file.content).toString()],
  );
};

describe('files of a message in the personal chat', () => {
  test('are loaded from where Teams says they lie', async () => {
    expect(await filesOf([stored(`${url}/file`), stored(`${url}/file`, 'b.pdf')])).toEqual([
      ['a.png', 'content'],
      ['b.pdf', 'content'],
    ]);
  });

  test('may be pictures that were pasted; the text beside them as HTML is no file', async () => {
    const pasted = { contentType: 'image/png', contentUrl: `${url}/file` };
    expect(await filesOf([pasted, { contentType: 'text/html', content: '<p>x</p>' }])).toEqual([
      ['Bild', 'content'],
    ]);
  });

  test('are a turn without a word, and no refusal of an empty text', async () => {
    await filesOf([stored(`${url}/file`)]);
    expect(wire.turns.at(-1)).toMatchObject({ kind: 'text', text: '' });
  });

  test('that cannot be had are named with the reason', async () => {
    expect(await filesOf([stored(`${url}/gone`), stored(`${url}/elsewhere`), stored(`${url}/slow`)])).toEqual(
      [
        ['a.png', 'not-loaded'],
        ['a.png', 'not-loaded'],
        ['a.png', 'not-loaded'],
      ],
    );
    expect(await filesOf([stored(`${url}/endless`)])).toEqual([['a.png', 'too-large']]);
    expect(
      await filesOf([{ contentType: 'video/mp4', name: 'film.mp4', contentUrl: `${url}/file` }]),
    ).toEqual([['film.mp4', 'wrong-type']]);
    const many = Array.from({ length: 12 }, (_, at) => stored(`${url}/file`, `${at}.png`));
    expect((await filesOf(many))?.slice(9)).toEqual([
      ['9.png', 'content'],
      ['10.png', 'too-many'],
      ['11.png', 'too-many'],
    ]);
  });

  test('lie nowhere but on this machine, where it is all there is', async () => {
    asked.length = 0;
    for (const address of [
      'http://169.254.169.254/latest',
      'file:///etc/passwd',
      'https://example.org/a',
      'x',
    ])
      expect(await filesOf([stored(address)])).toEqual([['a.png', 'not-loaded']]);
    expect(asked).toEqual([]);
  });

  test('with too long a text are said to be lost with it', async () => {
    await wire.post(wire.message('a'.repeat(3000), { attachments: [stored(`${url}/file`)] }));
    expect(wire.connector.received.at(-1)?.activity.summary).toContain(
      'Die Dateien habe ich dabei nicht behalten',
    );
  });
});

describe('elsewhere', () => {
  test('files are not loaded, and that is known', async () => {
    asked.length = 0;
    const group = { id: '19:g@thread.v2', conversationType: 'groupChat' };
    expect(await filesOf([stored(`${url}/file`)], { conversation: group })).toEqual([
      ['a.png', 'only-personal'],
    ]);
    const edited = { type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
    expect(await filesOf([stored(`${url}/file`)], edited)).toEqual([['a.png', 'edited']]);
    expect(asked).toEqual([]);
  });
});
