import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../../../src/core/ports/pages.ts';
import { contextAt } from '../../../../src/features/beirat/board/desk.ts';
import { minutesOf } from '../../../../src/features/beirat/meetings/minutes/minutes.ts';
import { oparlMeeting } from '../../../../src/features/beirat/meetings/minutes/oparl.ts';
import { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { listFile } from '../../../../src/features/beirat/meetings/pages/list.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf } from '../../../support/program.ts';
import { type Hall, meetingId, openHall, plan, start } from './invitation/hall.ts';
import { mustBeHeld } from './record/chamber.ts';

/* A conflict of interest that a member declares in advance: in confidence to office and chair. */

const demo = await demoDirectory();
const [office, chair, member, other, external] = [
  'digitallotse',
  'vorsitz-beirat',
  'beirat-verwaltung',
  'werkleitung-kgrz',
  'beirat-wissenschaft',
];
const marked = 'GEHEIMWORT';
const secret = plan.items[1]?.id ?? '';
const meetingDay = '2026-12-10T13:30:00.000Z';
let hall: Hall;

beforeEach(async () => {
  hall = await openHall(demo);
  await hall.invites();
});

const turn = (who: string, at = start) => ({ actor: actorOf(demo, who), conversationId: who, at });
const presses = (who: string, verb: string, data: object, at = start) =>
  hall.press(verb, { id: meetingId, ...data }, turn(who, at));
const declares = (who: string, declared: string) =>
  presses(who, 'beirat.declare', { declared, remark: `${marked}-GRUND` });
const says = (who: string, text: string, at = start) => hall.ask(text, turn(who, at));

/** Everybody is there, and what was declared stands. */
async function opensRecord(): Promise<void> {
  for (const who of [chair, member, other, 'beirat-stadtkonzern'])
    await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'teams' });
  await declares(member, secret);
  await hall.act(office, { kind: 'hold', startedAt: '14:05' }, meetingDay);
}

describe('a conflict of interest that is declared in advance', () => {
  test('is seen by office, chair and whoever declared it, and by nobody else', async () => {
    const reply = await declares(member, secret);
    expect(reply.data).toMatchObject({
      declared: '2',
      declaredText: 'Vertraulich mitgeteilt: befangen bei TOP 2',
    });
    const seen = async (who: string, words = '') =>
      JSON.stringify((await says(who, `B-2026/1${words}`)).data).includes(marked);
    expect([await seen(office), await seen(chair), await seen(member)]).toEqual([true, true, true]);
    expect([await seen(other), await seen(chair, ' meine Einladung')]).toEqual([false, false]);
  });

  test('tells office and chair that there is one, and leaves by no mail, calendar, list, data or history', async () => {
    await declares(member, secret);
    expect((await hall.owedTo(office, 'declared')).length).toBe(1);
    expect((await hall.owedTo(chair, 'declared')).length).toBe(1);
    const ways: unknown[] = [];
    for (const who of [office, chair, member, other, external])
      for (const notice of await hall.owedTo(who)) {
        const said = await hall.says(notice);
        if (said) ways.push(said.letter, said.reply.summary, notice.facts, notice.id);
      }
    await opensRecord();
    const meeting = mustBeHeld(await hall.meeting());
    expect(meeting.declared).toHaveLength(1);
    const context = contextAt(hall.desk, meetingDay);
    ways.push(listFile(meeting, context.rules.seats, 'de'), oparlMeeting(meeting, context), meeting.history);
    for (const party of [office, chair, other]) ways.push(minutesOf(meeting, context, 'de', { party }));
    expect(ways.length).toBeGreaterThan(8);
    const text = JSON.stringify(ways);
    expect(text).not.toContain(marked);
    expect(text).not.toMatch(/Befangenheit[^"]*TOP|Befangenheit[^"]*Fachperson Verwaltung/);
    expect(meeting.history.some(({ act }) => act.includes('declar'))).toBe(false);
  });

  test('is taken back by an empty list, and typed for one item more', async () => {
    await says(member, 'B-2026/1 ich bin befangen bei TOP 2');
    await says(member, 'B-2026/1 bin befangen TOP 1');
    expect((await hall.meeting()).declared).toHaveLength(2);
    await says(member, 'B-2026/1 bin ich befangen bei TOP 2?');
    await presses(member, 'beirat.declare', { declared: '' });
    expect((await hall.meeting()).declared).toEqual([]);
    expect(JSON.stringify((await says(member, 'B-2026/1 bin befangen TOP 9')).data)).toContain(
      'Diesen Tagesordnungspunkt gibt es nicht',
    );
  });

  test('counts for the agenda that it was chosen from: with another one nothing is done', async () => {
    const late = await presses(member, 'beirat.declare', { declared: '2', issue: 0 });
    expect((await hall.meeting()).declared).toBeUndefined();
    expect(late.data.remark).toBeDefined();
    await presses(member, 'beirat.declare', { declared: '2', issue: 1 });
    expect((await hall.meeting()).declared).toMatchObject([{ item: secret }]);
  });

  test('can be declared on the personal page, which says that it is confidential', async () => {
    const letter = (await hall.says((await hall.owedTo(external, 'invitation'))[0]))?.letter;
    const url = letter?.links?.[0]?.url ?? '';
    const page = await hall.page(url, { do: 'declare', item_2: 'yes', remark: `${marked}-SEITE` });
    const text = JSON.stringify((page as Page).body);
    expect([text.includes('Vertraulich gespeichert'), text.includes(`${marked}-SEITE`)]).toEqual([
      true,
      true,
    ]);
    expect((await hall.meeting()).declared).toMatchObject([{ party: external, item: secret }]);
    expect(JSON.stringify(await hall.page(url))).toContain('"value":"yes"');
  });

  test('is proposed as exclusion at the item; the record decides, and what was declared is gone then', async () => {
    await opensRecord();
    const item = await presses(office, 'beirat.record-item', { item: secret }, meetingDay);
    expect(item.data).toMatchObject({ excluded: member });
    expect(String(item.data.declared)).toContain('Vorab vertraulich mitgeteilt');
    expect((await hall.meeting()).session?.conflicts).toEqual([]);
    await presses(office, 'beirat.record-save', { item: secret, note: '', excluded: member }, meetingDay);
    const now = await hall.meeting();
    expect(now.session?.conflicts).toMatchObject([{ item: secret, party: member }]);
    expect(now.declared).toEqual([]);
    expect(JSON.stringify(now)).not.toContain(marked);
  });

  test('of somebody who takes part after all is not proposed again', async () => {
    await opensRecord();
    await presses(office, 'beirat.record-save', { item: secret, note: '', excluded: '' }, meetingDay);
    expect(await hall.meeting()).toMatchObject({ declared: [], session: { conflicts: [] } });
  });

  test('is for invited members before the meeting only; a meeting of before knows nothing of it', async () => {
    await declares('itb-61', secret).catch(() => undefined);
    expect((await hall.meeting()).declared).toBeUndefined();
    const late = await presses(member, 'beirat.declare', { declared: secret }, meetingDay);
    expect([late.data.declaredText, late.data.canDeclare]).toEqual([undefined, false]);
    expect(Meeting.parse(await hall.meeting()).declared).toBeUndefined();
  });
});
