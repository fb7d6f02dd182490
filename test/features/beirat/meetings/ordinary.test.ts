import { beforeAll, expect, test } from '@jest/globals';
import type { Reply } from '../../../../src/core/reply.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf } from '../../../support/program.ts';
import { type Hall, openHall, start } from './invitation/hall.ts';

/* What people of the Beirat say without a number leads to the meeting that is meant, and does nothing. */

const demo = await demoDirectory();
const [office, member, stranger] = ['digitallotse', 'beirat-verwaltung', 'staff-61'];
const after = '2026-12-10T13:30:00.000Z';
let hall: Hall;

beforeAll(async () => {
  hall = await openHall(demo);
  await hall.invites();
});

const says = (who: string, text: string, at = start): Promise<Reply> =>
  hall.ask(text, { actor: actorOf(demo, who), conversationId: `${who} ${text}`, at });
const shown = async (who: string, text: string, at = start) => {
  const { card, data } = await says(who, text, at);
  return [card, data.id ?? data.remark ?? data.title];
};

test.each([
  [member, 'Wann ist die nächste Sitzung?', 'beirat/invitation', 'B-2026-1'],
  [member, 'When is the next meeting?', 'beirat/invitation', 'B-2026-1'],
  [office, 'Wann tagt der Beirat?', 'beirat/invitation', 'B-2026-1'],
  [stranger, 'Wann ist die nächste Sitzung?', 'beirat/meetings', expect.stringContaining('keine weitere')],
  [member, 'Ich kann am 10.12. nicht', 'beirat/invitation', 'B-2026-1'],
  [member, 'I cannot come on 10 December', 'beirat/invitation', 'B-2026-1'],
  [member, 'Ich kann am 9.9. nicht', 'beirat/meetings', expect.stringContaining('An diesem Tag')],
  [member, 'Tagesordnung der nächsten Sitzung', 'beirat/invitation', 'B-2026-1'],
  [member, 'Ich bin bei TOP 2 befangen', 'beirat/invitation', 'B-2026-1'],
  [member, 'Protokoll der letzten Sitzung', 'beirat/meetings', expect.stringContaining('noch keine Sitzung')],
  [office, 'Sitzung verschieben', 'beirat/change', 'B-2026-1'],
  [office, 'Wer hat noch nicht geantwortet?', 'beirat/meeting', 'B-2026-1'],
  [member, 'Wer hat noch nicht geantwortet?', 'shared/refusal', 'Hinweis'],
  [stranger, 'Sitzung verschieben', 'shared/refusal', 'Hinweis'],
])('%s says “%s”: %s', async (who, text, card, what) => {
  const before = await hall.meeting();
  expect(await shown(who, text)).toEqual([card, what]);
  const { openedAt: _, ...now } = await hall.meeting().then((meeting) => ({ ...meeting, openedAt: 0 }));
  expect([now.state, now.declared, now.history.length]).toEqual([
    'invited',
    undefined,
    before.history.length,
  ]);
});

test('who has not answered is named to the office alone', async () => {
  const { remark } = (await says(office, 'Wer hat noch nicht geantwortet?')).data;
  expect(remark).toMatch(/^Noch ohne Antwort: .+Werkleitung KGRZ/);
});

test('on the day of the meeting the office comes to the record', async () => {
  for (const text of ['Protokoll schreiben', 'Beschluss eintragen', 'Niederschrift'])
    expect((await says(office, text, after)).card).toBe('beirat/record-start');
});
