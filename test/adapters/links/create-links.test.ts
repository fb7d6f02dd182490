import { beforeEach, describe, expect, test } from '@jest/globals';
import { createLinks } from '../../../src/adapters/links/create-links.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import type { NewLink } from '../../../src/core/ports/links.ts';
import type { Store, Stored } from '../../../src/core/ports/store.ts';

const now = new Date('2026-11-25T10:00:00Z');
const forMember = (member: string, more: Partial<NewLink> = {}): NewLink => ({
  page: '/beirat/antwort',
  subject: { meeting: 'B-2026-1', member },
  expiresAt: '2026-12-04T08:00:00Z',
  ...more,
});

let store: Store;
let links: ReturnType<typeof createLinks>;
beforeEach(() => {
  store = createMemoryStore();
  links = createLinks({ store, publicUrl: () => 'https://lotse.example.org' });
});

const tokenOf = (url: string): string => url.split('/').at(-1) ?? '';
const open = (url: string, page = '/beirat/antwort', at = now) => links.open(page, tokenOf(url), at);

/** What is on disk. */
const stored = () => store.collection<Stored>('links', { parse: (data) => data as Stored }).list();

describe('a link', () => {
  test('opens the page it was made for, as the person it was made for', async () => {
    const url = await links.make(forMember('m-3'));
    expect(url).toMatch(/^https:\/\/lotse\.example\.org\/beirat\/antwort\/[\w-]{43}$/);
    expect(await open(url)).toEqual({ state: 'valid', subject: { meeting: 'B-2026-1', member: 'm-3' } });
  });

  test('opens as often as one likes until it expires, and not from that moment on', async () => {
    const url = await links.make(forMember('m-3'));
    expect((await open(url)).state).toBe('valid');
    expect((await open(url, undefined, new Date('2026-12-04T07:59:59Z'))).state).toBe('valid');
    expect(await open(url, undefined, new Date('2026-12-04T08:00:00Z'))).toEqual({ state: 'expired' });
  });

  test('opens no other page', async () => {
    const url = await links.make(forMember('m-3'));
    expect(await open(url, '/beirat/freigabe')).toEqual({ state: 'unknown' });
  });

  test('is another one each time, and both open', async () => {
    const [one, other] = [await links.make(forMember('m-3')), await links.make(forMember('m-3'))];
    expect(one).not.toBe(other);
    expect([(await open(one)).state, (await open(other)).state]).toEqual(['valid', 'valid']);
  });

  test('cannot be read from what is stored', async () => {
    const token = tokenOf(await links.make(forMember('m-3')));
    const kept = JSON.stringify(await stored());
    expect(kept).toContain('m-3');
    expect(kept).not.toContain(token);
    const [{ id = '' } = {}] = await stored();
    expect(await links.open('/beirat/antwort', id, now)).toEqual({ state: 'unknown' });
  });

  test.each(['', 'x', 'A'.repeat(43), '../links', '__proto__', 'constructor', 'ä'.repeat(9999)])(
    'that was never made does not open: %.20s',
    async (token) => {
      await links.make(forMember('m-3'));
      expect(await links.open('/beirat/antwort', token, now)).toEqual({ state: 'unknown' });
    },
  );
});

describe('withdrawing', () => {
  test('ends the links of one person and leaves the others', async () => {
    const [mine, theirs] = [await links.make(forMember('m-3')), await links.make(forMember('m-4'))];
    await links.withdraw('/beirat/antwort', { meeting: 'B-2026-1', member: 'm-3' }, now.toISOString());
    expect(await open(mine)).toEqual({ state: 'withdrawn' });
    expect((await open(theirs)).state).toBe('valid');
  });

  test('ends all links of a meeting, and no other page or meeting', async () => {
    const made = await Promise.all(['m-3', 'm-4'].map((member) => links.make(forMember(member))));
    const other = await links.make(forMember('m-3', { subject: { meeting: 'B-2026-2', member: 'm-3' } }));
    const paper = await links.make(forMember('m-3', { page: '/beirat/papier' }));
    await links.withdraw('/beirat/antwort', { meeting: 'B-2026-1' }, now.toISOString());
    await links.withdraw('/beirat/antwort', { meeting: 'B-2026-1' }, '2026-11-26T10:00:00Z');
    expect(await Promise.all(made.map((url) => open(url)))).toEqual([
      { state: 'withdrawn' },
      { state: 'withdrawn' },
    ]);
    expect((await open(other)).state).toBe('valid');
    expect((await open(paper, '/beirat/papier')).state).toBe('valid');
  });
});

test('a link is forgotten a month after it expired, not before', async () => {
  const url = await links.make(forMember('m-3'));
  const kept = new Date('2027-01-03T07:00:00Z');
  await links.sweep(kept);
  expect(await open(url, undefined, kept)).toEqual({ state: 'expired' });
  const over = new Date('2027-01-03T08:00:00Z');
  await links.sweep(over);
  expect(await open(url, undefined, over)).toEqual({ state: 'unknown' });
  expect(await stored()).toEqual([]);
});
