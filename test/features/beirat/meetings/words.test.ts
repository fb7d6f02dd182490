import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Hall, openHall, plan } from './invitation/hall.ts';

/* What people write about a meeting, through the whole program: what acts, what only shows. */

const office = 'digitallotse';
const chair = 'vorsitz-beirat';
const member = 'werkleitung-kgrz';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall();
});
const says = (who: string, text: string) => hall.ask(text, hall.as(who));
const replyOf = async (who: string) =>
  (await hall.meeting()).invitees.find(({ party }) => party === who)?.reply;

describe('a member who is invited', () => {
  beforeEach(() => hall.invites());

  test.each([
    'B-2026/1 zusagen',
    'b2026/1 zusagen',
    'Bitte B-2026/1 zusagen, danke',
    'zusagen B-2026/1',
    'Sitzung B-2026/1: zusagen!',
    'B-2026/1 accept',
  ])('accepts: %s', async (text) => {
    await says(member, text);
    expect(await replyOf(member)).toMatchObject({ answer: 'in-person', via: 'teams' });
  });

  test.each([
    // That somebody is ill is not kept.
    ['B-2026/1 absagen: krank', undefined],
    ['B2026/1 absagen: Krankenhaus', undefined],
    ['B-2026/1 absagen, ich kann leider nicht kommen', 'ich kann leider nicht kommen'],
    ['Bitte B-2026/1 absagen wegen Urlaub', 'wegen Urlaub'],
    ['Sitzung B-2026/1 absagen: Messe', 'Messe'],
  ])('declines, and the meeting goes on: %s', async (text, reason) => {
    await says(member, text);
    expect(await replyOf(member)).toMatchObject(reason ? { answer: 'no', reason } : { answer: 'no' });
    expect(JSON.stringify(await hall.meeting())).not.toMatch(/krank/i);
    expect((await hall.meeting()).state).toBe('invited');
  });

  test.each([
    'B-2026/1 absagen?',
    'Soll ich B-2026/1 absagen?',
    'B-2026/1 absagen kann ich nicht',
    'B-2026/1 zusagen, wenn der Termin bleibt',
    'Absage B-2026/1 wegen Krankenhaus',
    'B-2026/1 noch nicht zusagen',
    'B-2026/1',
  ])('is shown the invitation and nothing is done: %s', async (text) => {
    expect((await says(member, text)).card).toBe('beirat/invitation');
    expect(await replyOf(member)).toBeUndefined();
  });

  test('asks a question with its question mark', async () => {
    await says(member, 'B-2026/1 Frage: Gibt es eine Vorlage?');
    expect((await hall.meeting()).questions).toMatchObject([{ text: 'Gibt es eine Vorlage?' }]);
  });

  test('cannot call the meeting off: the words of the office are refused on their own card', async () => {
    const reply = await says(member, 'B-2026/1 Sitzung absagen: keine Lust');
    expect(reply).toMatchObject({
      card: 'beirat/invitation',
      data: { remark: expect.stringContaining('Geschäftsführung') },
    });
    expect([(await hall.meeting()).state, await replyOf(member)]).toEqual(['invited', undefined]);
  });
});

describe('the office', () => {
  test('calls the meeting off with the words for it', async () => {
    await hall.invites();
    await says(office, 'B-2026/1 Sitzung absagen: keine Themen');
    expect(await hall.meeting()).toMatchObject({ state: 'cancelled', reason: 'keine Themen' });
  });

  test('declines for itself with the words of a member', async () => {
    await hall.invites();
    await says(office, 'B-2026/1 absagen: Urlaub');
    expect((await hall.meeting()).state).toBe('invited');
  });

  test('writes down what a member told it', async () => {
    await hall.invites();
    await says(office, 'B-2026/1 Antwort von Werkleitung KGRZ: online');
    expect(await replyOf(member)).toMatchObject({ answer: 'online', via: 'office' });
  });

  test('adds an item to a draft, and to an invitation that everybody then gets anew', async () => {
    await hall.plans();
    await says(office, 'B-2026/1 Punkt: Haushalt');
    expect(await hall.meeting()).toMatchObject({ state: 'planned', draft: 2, issue: 0 });
    await says(office, 'B-2026/1 vorlegen');
    await says(chair, 'B-2026/1 freigeben');
    await says(office, 'B-2026/1 einladen');
    await says(office, 'B-2026/1 Nachtrag: Vergabe: eilt');
    const { state, issue, plan: now } = await hall.meeting();
    expect([state, issue, now.items.length]).toEqual(['invited', 2, plan.items.length + 2]);
  });

  test('is told what is missing, in the language of its words', async () => {
    await hall.invites();
    expect((await says(office, 'B-2026/1 move to soon')).summary).toContain('Name the day');
    expect((await says(office, 'B-2026/1 verlegen')).summary).toContain('Nennen Sie Tag');
  });

  test('sees on the card why the next step is not offered', async () => {
    await hall.plans({ ...plan, items: [] });
    const { data } = await says(office, 'B-2026/1');
    expect(data).toMatchObject({
      can: { submit: false, plan: true, discard: true },
      cautions: [expect.stringContaining('Tagesordnung')],
    });
    expect((await says(chair, 'B-2026/1')).card).toBe('shared/refusal');
  });
});

describe('a draft that is given up', () => {
  const discard = (data: object) =>
    hall.press('beirat.discard', { id: 'B-2026-1', ...data }, hall.as(office));

  test('is gone with the reason that stands in the field of the card, and no member hears of it', async () => {
    await hall.plans();
    const { data } = await discard({ draft: 1, reason: 'doppelt geplant' });
    expect(data.state).toBe('Abgesagt');
    const { state, reason, history } = await hall.meeting();
    expect([state, reason, history.at(-1)?.act]).toEqual(['cancelled', 'doppelt geplant', 'discarded']);
    expect(await hall.owedTo(member)).toEqual([]);
  });

  test('needs the reason', async () => {
    await hall.plans();
    expect((await discard({ draft: 1, reason: ' ' })).data.remark).toContain('Grund');
    expect((await hall.meeting()).state).toBe('planned');
  });

  test('is told to the chair who has it', async () => {
    await hall.plans();
    await says(office, 'B-2026/1 vorlegen');
    await says(office, 'B-2026/1 verwerfen: keine Themen');
    expect((await hall.owedTo(chair)).map(({ kind }) => kind)).toEqual(['beirat.approve', 'beirat.news']);
  });

  test('is never an invited meeting, however old the card is that is pressed', async () => {
    await hall.invites();
    // Cards of before carried neither draft nor issue, and the reason as `note`.
    for (const data of [{ note: 'weg' }, { reason: 'weg' }, { draft: 1, reason: 'weg' }]) {
      const reply = await discard(data);
      expect(reply.data).toMatchObject({ remark: expect.stringMatching(/\S/), state: 'Eingeladen' });
    }
    await says(office, 'B-2026/1 verwerfen: weg');
    expect((await hall.meeting()).state).toBe('invited');
  });
});

describe('a resolution by its number', () => {
  test('is shown among the open ones, reported as done, and acts on nothing else', async () => {
    await hall.invites();
    for (const who of [chair, 'beirat-verwaltung', 'beirat-stadtkonzern', 'beirat-wirtschaft'])
      await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'teams' });
    const at = '2026-12-10T13:10:00.000Z';
    await hall.act(office, { kind: 'hold', startedAt: '14:05' }, at);
    const item = (await hall.meeting()).plan.items[1]?.id ?? '';
    const votes = { yes: 3, no: 1, abstain: 0 };
    await hall.act(office, { kind: 'resolve', item, wording: 'Empfohlen.', ...votes }, at);
    const then = { ...hall.as(office), at };
    expect((await hall.ask('B-2026/1-01', then)).data).toMatchObject({ choice: 'B-2026/1-01' });
    expect((await hall.ask('B-2026/1-1?', then)).card).toBe('beirat/resolutions');
    await hall.ask('B-2026/1-01 absagen: x', then);
    expect((await hall.meeting()).state).toBe('held');
    const done = await hall.ask('B-2026/1-01 erledigt: liegt vor', then);
    expect(done.data.remark).toContain('B-2026/1-01 ist erledigt');
    expect((await hall.meeting()).resolutions[0]?.done).toMatchObject({ note: 'liegt vor' });
  });
});

test('meetings are counted in the year of their day, whenever they are planned', async () => {
  for (const [day, number] of [
    ['2027-03-04', 'B-2027-1'],
    ['2026-12-17', 'B-2026-1'],
    ['2027-06-10', 'B-2027-2'],
  ] as const) {
    const form = await says(office, 'Neue Sitzung');
    const agenda = await hall.press('beirat.save', { ...form.data, day }, hall.as(office));
    expect(agenda.data.id).toBe(number);
  }
});
