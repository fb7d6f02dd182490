import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page, PageRoute, Visit } from '../../../src/core/ports/pages.ts';
import { Idea } from '../../../src/features/ideas/model.ts';
import { type Program, startProgram } from '../../support/program.ts';
import { everySituation, marks, place } from './world.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
let program: Program;
let page: Required<PageRoute>;

beforeEach(async () => {
  program = await startProgram();
  page = program.features
    .flatMap(({ pages = [] }) => pages)
    .find(({ path }) => path === '/ideas/bewertung') as Required<PageRoute>;
  const { 'being scored': idea } = everySituation();
  const { version: _version, ...doc } = idea;
  await ideas().add({ ...doc, scores: [], place: place() });
});

const ideas = () => program.store.collection('ideas', Idea);
const visit = (member: string, at = now): Visit => ({
  subject: { member, idea: 'ID-2026-0001' },
  now: at,
  language: 'de',
});
const filled = Object.fromEntries(Object.entries(marks(5)).map(([name, value]) => [name, String(value)]));
const texts = (shown: Page): string => JSON.stringify(shown.body);

describe('a member without Teams', () => {
  test('sees the idea and the form; looking changes nothing', async () => {
    const before = await ideas().get('ID-2026-0001');
    const shown = (await page.get(visit('beirat-wirtschaft'))) as Page;
    expect(shown.title).toBe('ID-2026-0001: Sperrmüll online anmelden');
    expect(shown.body.map(({ kind }) => kind)).toContain('form');
    expect(await ideas().get('ID-2026-0001')).toEqual(before);
  });

  test('scores, once however often the form is sent, and can change it', async () => {
    for (let time = 0; time < 3; time += 1)
      await page.post(visit('beirat-wirtschaft'), { ...filled, comment: 'gut' });
    const changed = (await page.post(visit('beirat-wirtschaft'), { ...filled, benefit: '1' })) as Page;
    expect(texts(changed)).toContain('gespeichert');
    const idea = await ideas().get('ID-2026-0001');
    expect(idea?.scores.map(({ by, marks: given }) => [by, given.benefit])).toEqual([
      ['beirat-wirtschaft', 1],
    ]);
    expect(idea?.history.filter(({ act }) => act === 'scored')).toHaveLength(everyScored() + 2);
  });

  test('does not see what others said', async () => {
    await page.post(visit('beirat-wissenschaft'), { ...filled, comment: 'Geheim' });
    expect(texts((await page.get(visit('beirat-wirtschaft'))) as Page)).not.toContain('Geheim');
  });

  test('is told which number is missing, with the rest still there', async () => {
    const form = { ...filled, effort: '9', comment: 'Text' };
    const again = (await page.post(visit('beirat-wirtschaft'), form)) as Page;
    expect(again.status).toBe(422);
    expect(texts(again)).toContain('Text');
    expect((await ideas().get('ID-2026-0001'))?.scores).toEqual([]);
  });
});

test('whoever holds no voting seat any more, or comes too late, scores nothing', async () => {
  await expect(page.post(visit('staff-61'), filled)).rejects.toMatchObject({ code: 'not-voting' });
  const late = visit('beirat-wirtschaft', new Date('2026-12-04T10:00:00.000Z'));
  await expect(page.post(late, filled)).rejects.toMatchObject({ code: 'voting-closed' });
  expect(((await page.get(late)) as Page).body.map(({ kind }) => kind)).not.toContain('form');
});

test('an idea that was taken back is no longer shown to whoever has a link', async () => {
  await ideas().change('ID-2026-0001', (idea) => ({ doc: { ...idea, state: 'withdrawn' } }));
  const gone = (await page.get(visit('beirat-wirtschaft'))) as Page;
  expect([gone.status, texts(gone)]).toEqual([404, expect.not.stringContaining('Sperrmüll')]);
});

const everyScored = (): number =>
  everySituation()['being scored'].history.filter(({ act }) => act === 'scored').length;
