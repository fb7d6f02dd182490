import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Hall, meetingId, openHall, plan } from './hall.ts';

const member = 'werkleitung-kgrz';
const press = (hall: Hall, verb: string, more: object = {}, who = member) =>
  hall.press(verb, { id: meetingId, issue: 1, ...more }, hall.as(who));
const replyOf = async (hall: Hall, who = member) =>
  (await hall.meeting()).invitees.find(({ party }) => party === who)?.reply;

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
  await hall.invites();
});

describe('a member in Teams', () => {
  test('accepts with one click; pressed again nothing happens', async () => {
    const reply = await press(hall, 'beirat.accept');
    expect(reply).toMatchObject({
      inPlace: true,
      data: { tone: 'good', state: expect.stringMatching(/^Sie haben zugesagt, vor Ort/) },
    });
    const { version } = await hall.meeting();
    const again = await press(hall, 'beirat.accept');
    expect(again.data.remark).toBe('Das war schon gespeichert.');
    expect((await hall.meeting()).version).toBe(version);
  });

  test('declines without saying why, and nobody asks', async () => {
    const fresh = await openHall();
    await fresh.invites();
    const reply = await press(fresh, 'beirat.decline', {});
    expect(reply.data).toMatchObject({ remark: expect.stringContaining('Absage ist gespeichert') });
    expect(await replyOf(fresh)).toMatchObject({ answer: 'no' });
    expect(JSON.stringify(reply)).not.toContain('Grund');
  });

  test('sends the deputy that was chosen, who is invited at once', async () => {
    const { data } = await press(hall, 'beirat.refresh-invitation');
    expect(data.deputies).toEqual([{ title: 'Leitung IT-Betrieb KGRZ', value: 'betrieb-kgrz' }]);
    const reply = await press(hall, 'beirat.decline', { proxy: 'betrieb-kgrz' });
    expect(reply.data.state).toContain('Als Vertretung ist eingeladen: Leitung IT-Betrieb KGRZ');
    expect(await hall.owedTo('betrieb-kgrz', 'deputy')).toHaveLength(1);
  });

  test('cannot send somebody who does not deputise', async () => {
    const reply = await press(
      hall,
      'beirat.decline',
      { proxy: 'staff-61', reason: 'Messe' },
      'beirat-verwaltung',
    );
    expect(reply.data).toMatchObject({ remark: expect.stringContaining('vertritt') });
    expect(await replyOf(hall, 'beirat-verwaltung')).toBeUndefined();
  });

  test('asks, once however often it is pressed, and sees the answer on the card', async () => {
    await press(hall, 'beirat.ask', { question: 'Gibt es Unterlagen?' });
    await press(hall, 'beirat.ask', { question: 'Gibt es Unterlagen?' });
    expect((await hall.meeting()).questions).toHaveLength(1);
    await hall.act('digitallotse', { kind: 'answer', question: 1, text: 'Ja.' });
    const { data } = await press(hall, 'beirat.show-invitation');
    expect(data.questions).toEqual([expect.stringMatching(/„Gibt es Unterlagen\?“ – .*: „Ja\.“/)]);
  });

  test('types instead of pressing, in German and English', async () => {
    const german = await hall.ask('B-2026/1 online zusagen', hall.as('beirat-verwaltung'));
    expect(german.data.state).toMatch(/^Sie haben zugesagt, online/);
    const english = await hall.ask('B-2026/1 decline: Business trip', hall.as('beirat-verwaltung'));
    expect(english).toMatchObject({
      language: 'en',
      data: { state: expect.stringMatching(/^You have declined/) },
    });
    expect(await replyOf(hall, 'beirat-verwaltung')).toMatchObject({ answer: 'no', reason: 'Business trip' });
    await hall.ask('B-2026/1 zusagen', hall.as(member));
    const deputy = await hall.ask('B-2026/1 Vertretung: it-betrieb', hall.as(member));
    expect(deputy.data.state).toMatch(/^Sie haben abgesagt/);
    expect(await replyOf(hall)).toMatchObject({ proxy: 'betrieb-kgrz' });
  });
});

describe('opening', () => {
  test('is remembered once, by the member only, and never by the office looking', async () => {
    const fresh = await openHall();
    await fresh.invites();
    const openedBy = async () =>
      (await fresh.meeting()).invitees.filter(({ openedAt }) => openedAt).map(({ party }) => party);
    await fresh.press('beirat.show', { id: meetingId }, fresh.as('digitallotse'));
    expect(await openedBy()).toEqual([]);
    await press(fresh, 'beirat.refresh-invitation');
    const { version } = await fresh.meeting();
    await press(fresh, 'beirat.refresh-invitation');
    expect(await openedBy()).toEqual([member]);
    expect((await fresh.meeting()).version).toBe(version);
  });
});

describe('an old card', () => {
  test('answers nothing: it shows what applies now', async () => {
    const fresh = await openHall();
    await fresh.invites();
    await fresh.act('digitallotse', { kind: 'move', day: '2026-12-17', time: '15:00', reason: 'Kollision' });
    const reply = await press(fresh, 'beirat.decline', { reason: 'Dienstreise' });
    expect(reply.data).toMatchObject({
      issue: 2,
      remark: expect.stringContaining('inzwischen geändert'),
      subtitle: expect.stringContaining('17. Dezember 2026'),
    });
    expect(await replyOf(fresh)).toBeUndefined();
  });

  test.each([
    ['cancelled', 'Die Sitzung fällt aus'],
    ['postponed', 'Verschoben, ein neuer Termin folgt'],
  ] as const)('of a %s meeting offers no answer', async (state, words) => {
    const fresh = await openHall();
    await fresh.invites();
    await fresh.act('digitallotse', { kind: state === 'cancelled' ? 'cancel' : 'postpone', reason: 'Grund' });
    const reply = await press(fresh, 'beirat.accept');
    expect(reply.data).toMatchObject({ state: words, canReply: false });
    expect(await replyOf(fresh)).toBeUndefined();
  });

  test('of a meeting that has begun offers no answer', async () => {
    const at = '2026-12-10T13:00:00.000Z';
    const reply = await hall.press('beirat.accept', { id: meetingId, issue: 1 }, { ...hall.as(member), at });
    expect(reply.data).toMatchObject({ canReply: false, remark: expect.stringContaining('begonnen') });
  });
});

describe('somebody who is no member', () => {
  test.each(['beirat.accept', 'beirat.show-invitation', 'beirat.full-invitation', 'beirat.export'])(
    'gets a friendly no: %s',
    async (verb) => {
      await expect(press(hall, verb, {}, 'staff-61')).rejects.toMatchObject({
        name: 'Refusal',
        code: 'no-such-beirat.meeting',
      });
    },
  );

  test('gets it in words when typing, and learns nothing about the meeting', async () => {
    const reply = await hall.ask('B-2026/1 zusagen', hall.as('staff-61'));
    expect(reply.card).toBe('shared/refusal');
    expect(JSON.stringify(reply)).not.toContain('2026-12-10');
  });

  test('the card of a member is drawn for this member only', async () => {
    const cases = hall.features.flatMap((feature) => feature.cases ?? []);
    const show = cases.find(({ kind }) => kind === 'invitation')?.show;
    const draw = (id: string) =>
      show?.(`${meetingId} ${member}`, { id, name: id, language: 'de' }, new Date('2026-11-24T10:00:00Z'));
    expect(await draw(member)).toMatchObject({ card: 'beirat/invitation' });
    expect(await draw('beirat-verwaltung')).toBeUndefined();
    expect(await draw('staff-61')).toBeUndefined();
  });
});

test('the preview of the office shows what members see, without buttons to answer', async () => {
  const fresh = await openHall();
  await fresh.plans();
  const preview = await fresh.ask('B-2026/1 Vorschau', fresh.as('digitallotse'));
  const invited = await openHall();
  await invited.invites();
  const [notice] = await invited.owedTo('beirat-verwaltung', 'invitation');
  const card = (await invited.says(notice))?.reply;
  const same = ['title', 'subtitle', 'items', 'greeting', 'statements', 'confidential'] as const;
  for (const key of same) expect([key, preview.data[key]]).toEqual([key, card?.data[key]]);
  expect(preview.data).toMatchObject({ canReply: false, canAsk: false, isPreview: true });
  expect(plan.items).toHaveLength(2);
});
