import { beforeEach, describe, expect, test } from '@jest/globals';
import { createPapers } from '../../../../src/adapters/papers/create-papers.ts';
import type { FileNote } from '../../../../src/case/files.ts';
import type { SentFile } from '../../../../src/core/files/sent.ts';
import type { Download, Page } from '../../../../src/core/ports/pages.ts';
import { fitting, packedName } from '../../../../src/features/beirat/meetings/item-files.ts';
import { packLink } from '../../../../src/features/beirat/meetings/links.ts';
import { packOf } from '../../../../src/features/beirat/meetings/papers/pack.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { readPdf } from '../../../support/pdf.ts';
import { actorOf } from '../../../support/program.ts';
import { type Hall, item, openHall, plan, start } from './invitation/hall.ts';
import { contextAt } from './record/chamber.ts';

/* Papers of items are files inside the pack, so that one file is all that somebody reads without a network. */

const papers = createPapers();
const pdfNamed = async (title: string): Promise<SentFile> => ({
  name: `${title}.pdf`,
  content: await papers.pdf({ title, language: 'de', facts: [], sections: [] }),
});
const [open, secret] = await Promise.all([pdfNamed('Plan Innenstadt'), pdfNamed('GEHEIM Angebot')]);
const contentOf = (file: SentFile): Uint8Array => ('content' in file ? file.content : new Uint8Array());
const demo = await demoDirectory();
const [office, chair, member, external] = [
  'digitallotse',
  'vorsitz-beirat',
  'beirat-verwaltung',
  'beirat-wissenschaft',
];
let hall: Hall;

const says = (who: string, text: string, files?: readonly SentFile[]) =>
  hall.ask(text, { actor: actorOf(demo, who), conversationId: who, at: start, ...(files ? { files } : {}) });
const packFor = async (who: string) => {
  const url = await packLink(hall.links, await hall.meeting(), { id: who, language: 'de' }, start);
  const found = (await hall.page(url)) as Download | Page;
  return 'content' in found ? readPdf(found.content as Uint8Array) : undefined;
};

beforeEach(async () => {
  hall = await openHall(demo);
  await hall.plans({
    ...plan,
    items: [item('Begrüßung'), item('Plan'), item('Vergabe', { public: false }), item('Verschiedenes')],
  });
});

const sendBoth = async () => {
  await says(office, 'B-2026/1 Anlage TOP 2: Plan Innenstadt.pdf', [open]);
  await says(office, 'B-2026/1 Anlage TOP 3: „GEHEIM Angebot“', [secret]);
};
const invite = async () => {
  await hall.act(office, { kind: 'submit' }, start);
  await hall.act(chair, { kind: 'approve' }, start);
  await hall.act(office, { kind: 'invite' }, start);
};

describe('a paper', () => {
  test('is sent and put on its item in one message, and changes the agenda that the chair approves', async () => {
    const { draft } = await hall.meeting();
    await sendBoth();
    const meeting = await hall.meeting();
    expect(meeting.plan.items.map(({ files = [] }) => files.length)).toEqual([0, 1, 1, 0]);
    expect(meeting.draft).toBe(draft + 2);
    await says(office, 'B-2026/1 keine Anlage TOP 2: Plan Innenstadt.pdf');
    expect((await hall.meeting()).plan.items[1]).not.toHaveProperty('files');
  });

  test('is added by nobody but the office; removed, it is off its item, and after the invitation it stays', async () => {
    await says(member, 'B-2026/1', [open]);
    expect((await hall.meeting()).files ?? []).toEqual([]);
    await sendBoth();
    const remove = (id: string | undefined) =>
      hall.press('files.remove', { id: 'B-2026-1', file: id }, { actor: actorOf(demo, office), at: start });
    const [first, second] = (await hall.meeting()).files ?? [];
    await remove(first?.id);
    expect((await hall.meeting()).files).toEqual([second]);
    expect((await hall.meeting()).plan.items[1]).not.toHaveProperty('files');
    await invite();
    await expect(remove(second?.id)).rejects.toMatchObject({ code: 'file-on-agenda' });
  });

  test('that comes after the invitation is a supplement, and no mail says what it is called', async () => {
    await invite();
    await says(office, 'B-2026/1 Anlage TOP 3: GEHEIM Angebot.pdf', [secret]);
    const meeting = await hall.meeting();
    expect(meeting).toMatchObject({ issue: 2, reason: 'Neue Anlage zu TOP 3' });
    expect(meeting.history.at(-1)).toMatchObject({ act: 'amended', facts: { changed: 'vergabe' } });
    const said = await hall.says((await hall.owedTo(external, 'change'))[0]);
    expect(said?.letter).toBeDefined();
    expect(JSON.stringify([said?.letter, said?.reply.summary])).not.toContain('GEHEIM');
  });
});

describe('the pack', () => {
  test('carries the papers with their very bytes, links to them from their item, and says which they are', async () => {
    await sendBoth();
    await invite();
    const pack = await packFor(external);
    expect(pack?.files.map(({ name }) => name)).toEqual([
      'TOP 02-1 Plan Innenstadt.pdf',
      'TOP 03-1 GEHEIM Angebot.pdf',
    ]);
    expect(
      pack?.files.map(({ content }) => Buffer.from(content).equals(Buffer.from(contentOf(open)))),
    ).toEqual([true, false]);
    expect(pack?.files.map(({ type, about }) => `${type} ${about}`)[0]).toBe(
      'application/pdf Anlage zu TOP 2: Plan Innenstadt.pdf',
    );
    expect(pack?.links.filter(({ to }) => to.startsWith('TOP 0')).map(({ to }) => to)).toEqual(
      pack?.files.map(({ name }) => name),
    );
    expect(pack?.isTagged).toBe(true);
    expect(pack?.loose).toEqual([]);
  });

  test('of somebody who may not have an item has neither its paper nor its name', async () => {
    await sendBoth();
    await invite();
    const meeting = await hall.meeting();
    const held = {
      ...meeting,
      state: 'held' as const,
      session: { conflicts: [{ item: 'vergabe', party: external }], attendance: [] },
    } as unknown as typeof meeting;
    const all = { content: () => contentOf(secret), url: () => undefined };
    const paper = packOf(held, { party: external, name: 'F' }, contextAt(start), 'de', [], all);
    expect(paper.attachments?.map(({ name }) => name)).toEqual(['TOP 02-1 Plan Innenstadt.pdf']);
    expect(JSON.stringify(paper)).not.toContain('GEHEIM');
  });

  test('says which papers are too large for it, with a link of one’s own', async () => {
    await sendBoth();
    const meeting = await hall.meeting();
    const none = { content: () => undefined, url: () => 'https://lotse.example.org/beirat/anlage?x' };
    const paper = JSON.stringify(
      packOf(meeting, { party: office, name: 'F' }, contextAt(start), 'de', [], none),
    );
    expect(paper).toContain('Nicht in dieser Datei, weil die Anlagen zusammen mehr als 25,0 MB hätten');
    expect(paper).toContain('beirat/anlage');
  });

  test('names them with plain letters, whatever they are called', () => {
    expect(packedName(4, 0, { name: 'Übersicht Straße é.pdf' })).toBe('TOP 04-1 Uebersicht Strasse e.pdf');
  });

  test('takes what fits, in the order of the agenda', () => {
    const file = (id: string, bytes: number) => ({ id, bytes }) as FileNote;
    expect([...fitting([file('a', 6), file('b', 6), file('c', 4), file('a', 6)], 10)]).toEqual(['a', 'c']);
  });
});

test('a file by itself goes to nobody who may not have its item, and not at all once it is off the agenda', async () => {
  await sendBoth();
  const listed = async (who: string) => JSON.stringify((await says(who, 'B-2026/1 Dateien')).data);
  expect(await listed(office)).toContain('GEHEIM Angebot');
  // Nobody is invited yet; the chair has not been asked for approval.
  for (const who of [chair, member, 'itb-61']) expect(await listed(who)).not.toContain('GEHEIM');
  await invite();
  expect(await listed(member)).toContain('GEHEIM Angebot');
  expect(await listed('itb-61')).not.toContain('GEHEIM');
});
