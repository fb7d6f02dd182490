import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import type { Said } from '../../../../../src/core/notice.ts';
import { openHall, plan } from './hall.ts';

const external = 'beirat-wissenschaft';
const later = '2026-11-25T10:00:00.000Z';
const latest = '2026-11-26T10:00:00.000Z';

/** The calendar entry of a letter, as both parsers read it; they must agree. */
function entryOf(said: Said | undefined) {
  const calendar = said?.letter.calendar;
  if (!calendar) throw new Error('no calendar entry');
  const parsed = new ICAL.Component(ICAL.parse(calendar.text));
  const zone = parsed.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/Berlin');
  const event = new ICAL.Event(parsed.getFirstSubcomponent('vevent') ?? undefined);
  const other = Object.values(nodeIcal.sync.parseICS(calendar.text)).find(
    (part): part is VEvent => part?.type === 'VEVENT',
  );
  const starts = event.startDate.toJSDate().toISOString();
  expect(other?.start.toISOString()).toBe(starts);
  expect(other?.uid).toBe(event.uid);
  expect(Number(other?.sequence)).toBe(event.sequence);
  expect(parsed.getFirstPropertyValue('method')).toBe(calendar.method);
  return { method: calendar.method, uid: event.uid, sequence: event.sequence, starts, text: calendar.text };
}

const bodyOf = (said: Said | undefined): string => said?.letter.paragraphs.join('\n\n') ?? '';

describe('the calendar entry', () => {
  test('keeps its id and counts on at every change, and a postponement takes it out', async () => {
    const hall = await openHall();
    await hall.invites();
    const first = entryOf(await hall.says((await hall.owedTo(external, 'invitation'))[0]));
    expect(first).toMatchObject({ method: 'REQUEST', sequence: 0, starts: '2026-12-10T13:00:00.000Z' });
    await hall.act(
      'digitallotse',
      { kind: 'move', day: '2026-12-17', time: '15:00', reason: 'Terminkollision' },
      later,
    );
    const moved = entryOf(await hall.says((await hall.owedTo(external, 'change'))[0]));
    expect(moved).toMatchObject({
      method: 'REQUEST',
      uid: first.uid,
      sequence: 1,
      starts: '2026-12-17T14:00:00.000Z',
    });
    await hall.act('digitallotse', { kind: 'postpone', reason: 'Vorlage fehlt' }, latest);
    const off = entryOf(await hall.says((await hall.owedTo(external, 'cancellation'))[0]));
    expect(off).toMatchObject({ method: 'CANCEL', uid: first.uid, sequence: 2, starts: moved.starts });
    expect(off.text).toContain('STATUS:CANCELLED');
  });

  test('of a new date after a postponement is a new one; the old one is still taken out', async () => {
    const hall = await openHall();
    await hall.invites();
    const first = entryOf(await hall.says((await hall.owedTo(external, 'invitation'))[0]));
    await hall.act('digitallotse', { kind: 'postpone', reason: 'Vorlage fehlt' }, later);
    await hall.act(
      'digitallotse',
      { kind: 'move', day: '2027-07-15', time: '10:00', reason: 'Neuer Termin', seen: 'school:2027-07-15' },
      latest,
    );
    const [notice] = await hall.owedTo(external, 'cancellation');
    const said = await hall.says(notice);
    expect(entryOf(said)).toMatchObject({ method: 'CANCEL', uid: first.uid, starts: first.starts });
    expect(said?.letter.subject).toMatch(/^Verschoben: .* am Donnerstag, 10\. Dezember 2026$/);
    const renewed = entryOf(await hall.says((await hall.owedTo(external, 'change'))[0]));
    expect(renewed.uid).not.toBe(first.uid);
    // Summer time in July.
    expect(renewed).toMatchObject({ method: 'REQUEST', starts: '2027-07-15T08:00:00.000Z' });
  });

  test('of a meeting that is called off is taken out', async () => {
    const hall = await openHall();
    await hall.invites();
    const first = entryOf(await hall.says((await hall.owedTo(external, 'invitation'))[0]));
    await hall.act('digitallotse', { kind: 'cancel', reason: 'Keine Punkte' }, later);
    const said = await hall.says((await hall.owedTo(external, 'cancellation'))[0]);
    expect(entryOf(said)).toMatchObject({ method: 'CANCEL', uid: first.uid, sequence: 1 });
    expect(bodyOf(said)).toContain('fällt aus');
    expect(bodyOf(said)).toContain('Grund: Keine Punkte');
    expect(said?.letter.links ?? []).toEqual([]);
  });

  test.each([
    ['the Sunday of summer time', '2027-03-28', '09:00', '2027-03-28T07:00:00.000Z'],
    ['the day before', '2027-03-27', '09:00', '2027-03-27T08:00:00.000Z'],
    ['the Sunday of winter time', '2027-10-31', '09:00', '2027-10-31T08:00:00.000Z'],
  ])('has the time of Koblenz on %s', async (_day, day, time, starts) => {
    const hall = await openHall();
    await hall.invites({ ...plan, day, time, replyBy: '2026-12-03' });
    const id = `B-${day.slice(0, 4)}-1`;
    const [notice] = await hall.owedTo(external, 'invitation').catch(() => []);
    expect(notice?.ref).toBe(id);
    expect(entryOf(await hall.says(notice))).toMatchObject({ starts });
  });

  test('of a deputy who is let go and needed again counts on', async () => {
    const hall = await openHall();
    await hall.invites();
    const no = { kind: 'reply', answer: 'no', reason: 'Dienstreise', via: 'teams' } as const;
    await hall.act('werkleitung-kgrz', no);
    const entries = [entryOf(await hall.says((await hall.owedTo('betrieb-kgrz')).at(-1)))];
    await hall.act('werkleitung-kgrz', { kind: 'reply', answer: 'in-person', via: 'teams' }, later);
    entries.push(entryOf(await hall.says((await hall.owedTo('betrieb-kgrz')).at(-1))));
    await hall.act('werkleitung-kgrz', no, latest);
    entries.push(entryOf(await hall.says((await hall.owedTo('betrieb-kgrz')).at(-1))));
    expect(entries.map(({ method, sequence }) => `${method} ${sequence}`)).toEqual([
      'REQUEST 0',
      'CANCEL 1',
      'REQUEST 2',
    ]);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  });

  test('names nobody but the recipient and the mailbox of Lotse', async () => {
    const hall = await openHall();
    await hall.invites();
    const { text } = entryOf(await hall.says((await hall.owedTo(external, 'invitation'))[0]));
    const addresses = text.replaceAll('\r\n ', '').match(/mailto:[^\s";]+/gi) ?? [];
    expect(new Set(addresses.map((one) => one.toLowerCase())).size).toBe(2);
  });
});
