import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from '../../../../../src/core/ports/pages.ts';
import { minutesLinks } from '../../../../../src/features/beirat/meetings/links.ts';
import { chair, meetingDay, office, openRecorded, openSent, weekLater } from './recording.ts';

type Hall = Awaited<ReturnType<typeof openSent>>;
const linksOf = (hall: Hall, who: string, language: 'de' | 'en' = 'de') =>
  minutesLinks(hall.desk, 'B-2026-1', { id: who, language }, meetingDay, 60);
const textOf = (page: Page): string => JSON.stringify(page.body);
/** Whether there is something to fill in; the buttons that load a file have nothing. */
const hasForm = ({ body }: Page): boolean =>
  body.some((block) => block.kind === 'form' && block.fields.length > 0);
const download = async (hall: Hall, url: string): Promise<Download> =>
  (await hall.page(url, undefined, { at: weekLater })) as unknown as Download;

describe('the page of the minutes', () => {
  test('shows a member what was sent, with the form for objections', async () => {
    const hall = await openSent();
    const { page } = await linksOf(hall, 'beirat-wirtschaft');
    const shown = await hall.page(page, undefined, { at: weekLater });
    expect(shown.title).toBe('Niederschrift über die Sitzung B-2026/1');
    expect(textOf(shown)).toContain('Der Beirat empfiehlt den Antrag.');
    expect(hasForm(shown)).toBe(true);
    expect(textOf(shown)).not.toContain('Unterschriften');
  });

  test('changes nothing when it is opened, by whomever and however often', async () => {
    const hall = await openSent();
    const before = await hall.meeting();
    const { page, docx, oparl } = await linksOf(hall, 'beirat-wirtschaft');
    for (const url of [page, docx, oparl, page, docx, oparl])
      await hall.page(url, undefined, { at: weekLater });
    expect(await hall.meeting()).toEqual(before);
  });

  test('takes an objection, the same form sent twice only once', async () => {
    const hall = await openSent();
    const { page } = await linksOf(hall, 'beirat-wirtschaft');
    const form = { text: 'Mein Hinweis fehlt.' };
    const done = await hall.page(page, form, { at: weekLater });
    expect(done.body[0]).toMatchObject({ kind: 'note', tone: 'done' });
    await hall.page(page, form, { at: weekLater });
    expect((await hall.meeting()).session?.objections).toEqual([
      expect.objectContaining({ by: 'beirat-wirtschaft', text: 'Mein Hinweis fehlt.' }),
    ]);
    expect(textOf(done)).toContain('Mein Hinweis fehlt.');
  });

  test('takes none without words or when it is too late, and has no form then', async () => {
    const hall = await openSent();
    const { page } = await linksOf(hall, 'beirat-wirtschaft');
    await expect(hall.page(page, { text: ' ' }, { at: weekLater })).rejects.toMatchObject({
      code: 'text-missing',
    });
    const late = { at: '2026-12-25T09:00:00.000Z' };
    await expect(hall.page(page, { text: 'Spät' }, late)).rejects.toMatchObject({ code: 'objections-over' });
    expect(hasForm(await hall.page(page, undefined, late))).toBe(false);
  });

  test('shows a draft to the office only', async () => {
    const hall = await openRecorded();
    const draft = await hall.page((await linksOf(hall, office)).page);
    expect(draft.title).toContain('Entwurf');
    expect(hasForm(draft)).toBe(false);
    await hall.act(office, { kind: 'send-minutes' }, meetingDay);
    await hall.act(chair, { kind: 'release-minutes' }, meetingDay);
    expect(hasForm(await hall.page((await linksOf(hall, office)).page))).toBe(false);
  });

  test('and the files show a member nothing before they are sent', async () => {
    const hall = await openRecorded();
    for (const url of Object.values(await linksOf(hall, chair))) {
      const closed = await hall.page(url, undefined, { at: meetingDay });
      expect(closed.status).toBe(404);
      expect(textOf(closed)).not.toContain('Der Beirat empfiehlt');
    }
  });

  test('shows nothing to somebody who was not invited', async () => {
    const hall = await openSent();
    expect((await hall.page((await linksOf(hall, 'staff-61')).page)).status).toBe(404);
  });

  test('is in English for those who read English', async () => {
    const hall = await openSent();
    const shown = await hall.page((await linksOf(hall, chair)).page, undefined, {
      at: weekLater,
      language: 'en',
    });
    expect(shown.title).toBe('Minutes of meeting B-2026/1');
    expect(textOf(shown)).toContain('There is a quorum');
  });
});

test('the Word document is the minutes, in the language that its link was made for', async () => {
  const hall = await openSent();
  const german = await download(hall, (await linksOf(hall, chair)).docx);
  expect(german.fileName).toBe('Niederschrift-B-2026-1.docx');
  const text = strFromU8(unzipSync(german.content as Uint8Array)['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('Der Beirat empfiehlt den Antrag.');
  expect((await download(hall, (await linksOf(hall, chair, 'en')).docx)).fileName).toBe(
    'Minutes-B-2026-1.docx',
  );
});

test('the data are OParl as JSON', async () => {
  const hall = await openSent();
  const file = await download(hall, (await linksOf(hall, chair)).oparl);
  expect(file).toMatchObject({ fileName: 'oparl-B-2026-1.json', type: 'application/json' });
  expect(JSON.parse(String(file.content))).toMatchObject({ type: 'https://schema.oparl.org/1.1/Meeting' });
});
