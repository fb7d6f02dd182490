import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createArchive } from '../../../src/adapters/archive/archive-files.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb.ts';
import { archiveFolder } from '../../../src/app/case-data.ts';
import { openPartners } from '../../../src/app/partners.ts';
import { Reading, readingCollection } from '../../../src/case/readings.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { Circulation, circulationCollection } from '../../../src/features/beirat/circulations/model.ts';
import { Meeting, meetingCollection } from '../../../src/features/beirat/meetings/model.ts';
import { Idea, ideaCollection } from '../../../src/features/ideas/model.ts';
import { directoryOf } from '../../support/directory-builder.ts';
import { readPdf } from '../../support/pdf.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

/*
 * The audit office reads sittings, resolutions by circulation and ideas by right, on data with cases of every kind in every
 * state: all of what is public, nothing of what is not unless the data says so, and nothing that acts.
 */

const fixture = 'test/fixtures/stored-2026-11';
const folder = mkdtempSync(join(tmpdir(), 'lotse-auditing-'));
cpSync(join(fixture, 'data'), folder, { recursive: true });
const city = await directoryOf(join(fixture, 'directory', 'organisation.yaml'));
const [auditor, insider] = ['staff-36', 'itb-67'];
const at = '2026-11-24T10:00:00.000Z';

let store: Store;
let program: Program;
let meetings: readonly Meeting[] = [];
beforeAll(async () => {
  store = await openLowdbStore({ folder, now: () => new Date(at) });
  const [body] = openPartners().filter(({ id }) => id === 'rechnungspruefung');
  const partners = body
    ? [
        { ...body, people: [auditor] },
        { ...body, id: 'second', people: [insider], readsClosed: true },
      ]
    : [];
  program = await startProgram(city, {
    store,
    archive: createArchive(archiveFolder(folder)),
    partners: () => partners,
  });
  meetings = await store.collection(meetingCollection, Meeting).list();
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const says = (who: string, text: string) => program.ask(text, { actor: actorOf(city, who), at });
async function fileOf(who: string, id: string): Promise<string> {
  const { data } = await says(who, `${id} Akte`);
  const [, path = '', token = ''] = /^https:\/\/[^/]+(\/.+)\/([^/]+)$/.exec(String(data.url)) ?? [];
  const now = new Date('2026-11-24T11:00:00Z');
  const link = await program.links.open(path, token, now);
  const page = program.features.flatMap(({ pages = [] }) => pages).find((one) => one.path === path);
  if (link.state !== 'valid' || !page) return '';
  const got = await page.get({ subject: link.subject, now, language: 'de' });
  return 'content' in got ? readPdf(got.content as Uint8Array).pages.join(' ') : '';
}
const closedWords = (meeting: Meeting): readonly string[] =>
  meeting.plan.items
    .filter((item) => !item.public)
    .flatMap(({ id, title }) => [
      title,
      ...meeting.resolutions.filter(({ item }) => item === id).map(({ wording }) => wording),
    ]);
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the audit office', () => {
  test('finds what was sent, searched by words of what is public', async () => {
    const { data } = await says(auditor, 'Akten');
    const rows = data.rows as readonly { readonly name: string }[];
    expect(rows.length).toBeGreaterThan(5);
    const searched = (await says(auditor, 'Akten: Sitzung')).data.rows as readonly {
      readonly name: string;
    }[];
    expect(searched.length).toBeGreaterThan(0);
    expect(searched.every(({ name }) => name.startsWith('B-'))).toBe(true);
    const closed = meetings.filter(({ issue }) => issue > 0).flatMap(closedWords)[0] ?? '';
    expect((await says(auditor, `Akten: ${closed.slice(0, 50)}`)).data.rows).toEqual([]);
    expect((await says(insider, `Akten: ${closed.slice(0, 50)}`)).data.rows).not.toEqual([]);
  });

  test('reads each as a file with nothing of what is not public', async () => {
    const sent = meetings.filter(({ issue }) => issue > 0);
    expect(sent.flatMap(closedWords).length).toBeGreaterThan(0);
    for (const meeting of sent) {
      const text = squeezed(await fileOf(auditor, meeting.id));
      expect([meeting.id, text.length > 500]).toEqual([meeting.id, true]);
      for (const words of closedWords(meeting))
        expect([meeting.id, words, text.includes(squeezed(words))]).toEqual([meeting.id, words, false]);
    }
    const all = JSON.stringify((await says(auditor, 'Akten')).data);
    for (const words of sent.flatMap(closedWords)) expect(all).not.toContain(words);
    for (const one of await store.collection(circulationCollection, Circulation).list())
      if (one.approval) expect(squeezed(await fileOf(auditor, one.id))).not.toContain(squeezed(one.wording));
  });

  test('reads what is not public where the data says that right, too', async () => {
    const meeting = meetings.find(
      ({ issue, session, ...one }) =>
        issue > 0 && closedWords({ issue, session, ...one } as Meeting).length > 0,
    );
    const [words = ''] = meeting ? closedWords(meeting) : [];
    expect(squeezed(await fileOf(insider, meeting?.id ?? ''))).toContain(squeezed(words));
  });

  test('reads ideas, but neither blind scores nor drafts of anything', async () => {
    const [idea] = await store.collection(ideaCollection, Idea).list();
    const text = squeezed(await fileOf(auditor, idea?.id ?? ''));
    expect(text).toContain(squeezed(idea?.problem ?? '').slice(0, 40));
    expect(text).not.toContain('marks');
    const draft = meetings.find(({ issue }) => issue === 0);
    expect((await says(auditor, `${draft?.id} Akte`)).summary).toContain('gibt es nicht');
  });

  test('leaves a trace of each look, and nobody else gets a file', async () => {
    const kept = await store.collection(readingCollection, Reading).list();
    expect(kept.map(({ by, what }) => `${by} ${what}`)).toEqual(
      expect.arrayContaining([
        `${auditor} Akten`,
        expect.stringMatching(new RegExp(`^${auditor} B-.* Akte$`)),
      ]),
    );
    for (const text of ['Akten', `${meetings[0]?.id} Akte`])
      expect((await says('staff-61', text)).summary).toContain('Rechnungsprüfung');
  });
});
