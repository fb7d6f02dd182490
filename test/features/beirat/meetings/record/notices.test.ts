import { describe, expect, test } from '@jest/globals';
import { chair, meetingDay, office, openInvited, openRecorded, openSent, weekLater } from './recording.ts';

describe('the minutes', () => {
  test('reach everybody as a card and as a letter with links of their own', async () => {
    const hall = await openSent();
    const [notice] = await hall.owedTo('beirat-wirtschaft', 'minutes');
    const said = await hall.says(notice, 'de', meetingDay);
    expect(said?.reply).toMatchObject({ card: 'beirat/minutes' });
    expect(said?.letter.subject).toBe('Niederschrift: B-2026/1, Donnerstag, 10. Dezember 2026');
    const text = said?.letter.paragraphs.join('\n') ?? '';
    for (const words of [
      'Die Sitzung ist beschlussfähig',
      'Beschluss B-2026/1-01',
      'TOP 2 (nicht öffentlich)',
      '24.12.2026',
    ])
      expect(text).toContain(words);
    const [page] = said?.letter.links ?? [];
    const shown = await hall.page(page?.url ?? '', undefined, { at: weekLater });
    expect(shown.title).toContain('B-2026/1');
  });

  test('that were corrected since are said once, by the newer notice', async () => {
    const hall = await openSent();
    await hall.act(office, { kind: 'note', item: hall.items[0] ?? '', text: 'Neu' }, weekLater);
    await hall.act(office, { kind: 'send-minutes' }, weekLater);
    await hall.act(chair, { kind: 'release-minutes' }, weekLater);
    const notices = await hall.owedTo(chair, 'minutes');
    const said = await Promise.all(notices.map((notice) => hall.says(notice, 'de', weekLater)));
    expect(said.map((one) => one !== undefined)).toEqual([false, true]);
  });
});

test('minutes that did not arrive can be sent again', async () => {
  const hall = await openSent();
  const [lost] = await hall.owedTo(chair, 'minutes');
  await hall.desk.meetings.change('B-2026-1', (meeting) => ({
    doc: {
      ...meeting,
      invitees: meeting.invitees.map((one) => ({
        ...one,
        dispatches: one.dispatches.map((line) =>
          line.notice === lost?.id ? { ...line, state: 'failed' as const } : line,
        ),
      })),
    },
  }));
  await hall.act(office, { kind: 'resend', party: chair }, weekLater);
  const again = (await hall.owedTo(chair, 'minutes')).find(({ id }) => id !== lost?.id);
  expect((await hall.says(again, 'de', weekLater))?.reply.card).toBe('beirat/minutes');
});

describe('an objection', () => {
  test('is told to the office with its words, until it is answered', async () => {
    const hall = await openSent();
    await hall.act(chair, { kind: 'object', text: 'TOP 2 fehlt.' }, weekLater);
    const [notice] = await hall.owedTo(office, 'objection');
    const said = await hall.says(notice, 'de', weekLater);
    expect(said?.reply).toMatchObject({
      card: 'beirat/record',
      data: { remark: expect.stringContaining('„TOP 2 fehlt.“') },
    });
    await hall.act(office, { kind: 'answer-objection', objection: 1, text: 'Ergänzt.' }, weekLater);
    expect(await hall.says(notice, 'de', weekLater)).toBeUndefined();
    const [answer] = await hall.owedTo(chair, 'objection-answered');
    expect((await hall.says(answer, 'en', weekLater))?.letter.paragraphs).toEqual([
      'Your objection has been dealt with: “Ergänzt.”',
    ]);
  });
});

describe('the office is reminded', () => {
  const record = {
    id: 'x',
    recipient: office,
    kind: 'beirat.record',
    ref: 'B-2026-1',
    urgency: 'act',
    createdAt: '',
  } as const;
  const remarkOf = async (hall: Awaited<ReturnType<typeof openInvited>>, at: string) =>
    (await hall.says(record, 'de', at))?.letter.paragraphs[0];

  test('of a meeting that nobody recorded', async () => {
    const hall = await openInvited();
    expect(await remarkOf(hall, '2026-12-11T08:00:00.000Z')).toContain('Bitte halten Sie fest, wer da war');
    expect(await remarkOf(hall, '2026-12-10T08:00:00.000Z')).toBeUndefined();
  });

  test('of minutes that are to be sent, and that are late', async () => {
    const hall = await openRecorded();
    expect(await remarkOf(hall, '2027-01-02T08:00:00.000Z')).toBe(
      'Die Niederschrift ist bis So 10.01.2027 zu versenden (§ 41 GemO).',
    );
    expect(await remarkOf(hall, '2027-01-16T08:00:00.000Z')).toContain('fehlt noch');
  });

  test('of an objection that is open, of a correction that was not sent, of nothing else', async () => {
    const hall = await openSent();
    const late = '2026-12-25T08:00:00.000Z';
    expect(await remarkOf(hall, late)).toBeUndefined();
    await hall.act(chair, { kind: 'object', text: 'TOP 2 fehlt.' }, weekLater);
    expect(await remarkOf(hall, late)).toContain('noch nicht behandelt');
    await hall.act(office, { kind: 'answer-objection', objection: 1, text: 'Ergänzt.' }, weekLater);
    await hall.act(office, { kind: 'note', item: hall.items[0] ?? '', text: 'Neu' }, weekLater);
    expect(await remarkOf(hall, late)).toContain('noch einmal');
  });
});
