import { beforeAll, describe, expect, test } from '@jest/globals';
import { chair, meetingDay, office, openInvited, openRecorded, openSent, weekLater } from './recording.ts';

const id = 'B-2026-1';

describe('on the day of the meeting', () => {
  test('the office opens the form with the attendance that was answered', async () => {
    const hall = await openInvited();
    const reply = await hall.press('beirat.record', { id }, hall.at(office));
    expect(reply).toMatchObject({ card: 'beirat/record-start', data: { record: 0, startedAt: '14:00' } });
    const rows = reply.data.rows as readonly { party: string; presence: string }[];
    expect(rows.find(({ party }) => party === chair)?.presence).toBe('in-person');
    expect(rows.find(({ party }) => party === 'beirat-wissenschaft')?.presence).toBe('absent');
  });

  test('what was filled in is what is recorded, once for each form', async () => {
    const hall = await openInvited();
    const form = {
      id,
      record: 0,
      startedAt: '14:05',
      guests: 'Amt 61',
      chairedBy: '',
      'presence-beirat-wissenschaft': 'online',
      'presence-vorsitz-beirat': 'in-person',
      'presence-unknown': 'in-person',
      'presence-beirat-wirtschaft': 'drunk',
    };
    const reply = await hall.press('beirat.hold', form, hall.at(office));
    expect(reply).toMatchObject({ card: 'beirat/record', inPlace: true });
    const { session, version } = await hall.meeting();
    const present = session?.attendance
      .filter(({ presence }) => presence !== 'absent')
      .map(({ party }) => party);
    // Whoever opens it is there.
    expect(present).toEqual([
      chair,
      office,
      'beirat-verwaltung',
      'beirat-stadtkonzern',
      'beirat-wirtschaft',
      'beirat-wissenschaft',
    ]);
    await hall.press('beirat.hold', { ...form, startedAt: '14:30' }, hall.at(office));
    expect((await hall.meeting()).version).toBe(version);
  });

  test('what is wrong is said on the form, with everything still in it', async () => {
    const hall = await openInvited();
    const form = { id, record: 0, startedAt: '', guests: 'Amt 61', 'presence-beirat-wissenschaft': 'online' };
    const reply = await hall.press('beirat.hold', form, hall.at(office));
    expect(reply).toMatchObject({
      card: 'beirat/record-start',
      data: { guests: 'Amt 61', remark: expect.stringContaining('14:05') },
    });
    const rows = reply.data.rows as readonly { party: string; presence: string }[];
    expect(rows.find(({ party }) => party === 'beirat-wissenschaft')?.presence).toBe('online');
    expect((await hall.meeting()).state).toBe('invited');
  });

  test('before that day there is nothing to open', async () => {
    const hall = await openInvited();
    await expect(
      hall.press('beirat.record', { id }, hall.at(office, '2026-12-09T10:00:00.000Z')),
    ).rejects.toMatchObject({
      code: 'meeting-not-yet',
    });
  });
});

describe('an item', () => {
  test('keeps what was typed when the votes are wrong', async () => {
    const hall = await openRecorded();
    const draft = (await hall.meeting()).session?.draft;
    const form = {
      id,
      record: draft,
      item: hall.items[0],
      note: 'Notiz',
      excluded: `${chair}`,
      number: 'new',
      wording: 'Neu.',
      yes: '9',
      no: '0',
      abstain: '',
    };
    const reply = await hall.press('beirat.resolve', form, hall.at(office));
    expect(reply).toMatchObject({
      card: 'beirat/record-item',
      inPlace: true,
      data: {
        note: 'Notiz',
        excluded: chair,
        wording: 'Neu.',
        yes: 9,
        remark: expect.stringMatching(/^9 Stimmen/),
      },
    });
    expect((await hall.meeting()).session?.draft).toBe(draft);
  });

  test.each(['zwei', '2,5', -1])('does not take %j for a number of votes', async (no) => {
    const hall = await openRecorded();
    const form = { id, item: hall.items[0], number: 'new', wording: 'Neu.', yes: '2', no, abstain: '' };
    const before = await hall.meeting();
    const reply = await hall.press('beirat.resolve', form, hall.at(office));
    expect(reply.data).toMatchObject({
      wording: 'Neu.',
      yes: 2,
      remark: expect.stringContaining('ganze Zahlen'),
    });
    expect((await hall.meeting()).resolutions).toEqual(before.resolutions);
  });

  test('is saved with its conflicts of interest; a press on an old card changes nothing', async () => {
    const hall = await openRecorded();
    const form = {
      id,
      record: (await hall.meeting()).session?.draft,
      item: hall.items[0],
      note: 'Notiz',
      excluded: `${chair},beirat-verwaltung`,
    };
    const reply = await hall.press('beirat.record-save', form, hall.at(office));
    expect(reply.data).toMatchObject({ excluded: `${chair},beirat-verwaltung`, canResolve: false });
    const again = await hall.press('beirat.record-save', { ...form, note: 'Anderes' }, hall.at(office));
    expect(again.data).toMatchObject({ note: 'Notiz', remark: expect.stringContaining('nichts geändert') });
  });

  test('shows a resolution in the form when it is to be corrected', async () => {
    const hall = await openRecorded();
    const press = (item: string | undefined) =>
      hall.press('beirat.record-item', { id, item, number: 'B-2026/1-01', load: true }, hall.at(office));
    expect((await press(hall.items[1])).data).toMatchObject({
      number: 'B-2026/1-01',
      yes: 3,
      no: 1,
      owner: 'Amt 80',
    });
    expect((await press(hall.items[0])).data).toMatchObject({ number: 'new', yes: 0 });
  });
});

describe('nobody but the office', () => {
  const verbs = [
    ['beirat.record-start', {}],
    ['beirat.record-item', { item: 'x' }],
    ['beirat.record-save', { item: 'x', note: 'y' }],
    ['beirat.resolve', { item: 'x', wording: 'y', yes: 1 }],
    ['beirat.hold', { startedAt: '14:00' }],
    ['beirat.end', { endedAt: '17:00' }],
    ['beirat.send-minutes', {}],
    ['beirat.close', {}],
    ['beirat.answer-objection', { objection: 1, note: 'x' }],
    ['beirat.resolution-done', { number: 'B-2026/1-01' }],
  ] as const;

  let hall: Awaited<ReturnType<typeof openRecorded>>;
  beforeAll(async () => {
    hall = await openRecorded();
  });

  test.each(verbs)('presses %s', async (verb, data) => {
    const before = await hall.meeting();
    await expect(hall.press(verb, { id, ...data }, hall.at(chair))).rejects.toMatchObject({
      code: 'only-office',
    });
    await expect(hall.press(verb, { id, ...data }, hall.at('staff-61'))).rejects.toMatchObject({
      code: expect.stringMatching(/^(only-office|no-such-beirat\.meeting)$/),
    });
    expect(await hall.meeting()).toEqual(before);
  });

  test('sees a draft: not by button, not by typing, not by a link', async () => {
    for (const verb of ['beirat.record', 'beirat.minutes', 'beirat.minutes-links'])
      await expect(hall.press(verb, { id }, hall.at(chair))).rejects.toMatchObject({
        code: 'minutes-not-sent',
      });
    expect((await hall.ask('B-2026/1 Niederschrift', hall.at(chair))).card).toBe('shared/refusal');
  });
});

describe('a member', () => {
  test('reads what was sent and objects', async () => {
    const hall = await openSent();
    const shown = await hall.ask('B-2026/1 Niederschrift', hall.at(chair, weekLater));
    expect(shown).toMatchObject({
      card: 'beirat/minutes',
      data: { canObject: expect.stringContaining('24.12.2026') },
    });
    const reply = await hall.press('beirat.object', { id, note: 'TOP 2 fehlt.' }, hall.at(chair, weekLater));
    expect(reply.data).toMatchObject({
      remark: expect.stringContaining('eingegangen'),
      objections: [expect.stringContaining('TOP 2 fehlt.')],
    });
    expect((await hall.meeting()).session?.objections).toHaveLength(1);
    expect((await hall.press('beirat.record', { id }, hall.at(office, weekLater))).data).toMatchObject({
      state: 'Versandt, 1 Einwendung zu behandeln',
      tone: 'warning',
    });
  });

  test('finds the minutes on the card of the meeting, once they are sent', async () => {
    const hall = await openRecorded();
    expect((await hall.ask('B-2026/1', hall.at(chair))).data).toMatchObject({
      can: { minutes: false, record: false },
    });
    await hall.act(office, { kind: 'send-minutes' }, meetingDay);
    await hall.act(chair, { kind: 'release-minutes' }, meetingDay);
    expect((await hall.ask('B-2026/1', hall.at(chair))).data).toMatchObject({
      can: { minutes: true, record: false },
    });
    expect((await hall.press('beirat.minutes', { id }, hall.at(chair))).inPlace).toBeUndefined();
    expect((await hall.press('beirat.minutes', { id, here: true }, hall.at(chair))).inPlace).toBe(true);
  });

  test('is asked for words, and told when it is too late, with the words still there', async () => {
    const hall = await openSent();
    const empty = await hall.press('beirat.object', { id, note: ' ' }, hall.at(chair, weekLater));
    expect(empty.data.remark).toMatch(/etwas in das Feld/);
    const late = await hall.press(
      'beirat.object',
      { id, note: 'Spät' },
      hall.at(chair, '2026-12-28T09:00:00.000Z'),
    );
    expect(late.data.remark).toMatch(/waren bis/);
    expect((await hall.meeting()).session?.objections).toEqual([]);
  });

  test('gets links that are new each time, and never where others read along', async () => {
    const hall = await openSent();
    const first = await hall.press('beirat.minutes-links', { id }, hall.at(chair));
    const second = await hall.press('beirat.minutes-links', { id }, hall.at(chair));
    expect(first.data.lists).toHaveLength(3);
    expect(first.data.links).not.toEqual(second.data.links);
    const group = { ...hall.at(chair), scope: 'groupChat' as const };
    await expect(hall.press('beirat.minutes-links', { id }, group)).rejects.toMatchObject({
      code: 'only-in-personal-chat',
    });
  });

  test('sees open resolutions without a way to report them; somebody else does not', async () => {
    const hall = await openSent();
    const mine = await hall.ask('Beschlüsse', hall.at(chair, '2027-02-02T09:00:00.000Z'));
    expect(mine.data).toMatchObject({ choices: [], rows: [{ number: 'B-2026/1-01', isLate: true }] });
    expect((await hall.ask('Beschlüsse', hall.at('staff-61'))).card).toBe('shared/refusal');
  });
});

test('everything can be typed, from the opening to the end', async () => {
  const hall = await openInvited();
  const type = (text: string, who = office, at = meetingDay) => hall.ask(`B-2026/1${text}`, hall.at(who, at));
  const cards = [];
  for (const text of [
    ' Niederschrift',
    ' eröffnen 14:05',
    ' Anwesenheit Fachperson Wissenschaft: online',
    ' Notiz TOP 1: Der Vorsitz begrüßt.',
    ' befangen TOP 2: Fachperson Wirtschaft: bietet selbst an',
    ' Beschluss TOP 2 3:1:0: Der Beirat empfiehlt es; zuständig: Amt 80; bis: 31.01.2027',
    '-01 berichtigen 4:0:0: Der Beirat empfiehlt den Antrag',
    ' Ende 16:10',
    ' Niederschrift senden',
  ])
    cards.push((await type(text)).card);
  expect(cards).toEqual([
    'beirat/record-start',
    'beirat/record',
    'beirat/record',
    'beirat/record-item',
    'beirat/record-item',
    'beirat/record-item',
    'beirat/record-item',
    'beirat/record',
    'beirat/record',
  ]);
  await type(' Niederschrift freigeben', chair);
  await type(' Einwendung: Zu TOP 1 fehlt etwas', chair, weekLater);
  await type(' Einwendung 1 beantworten: Ergänzt', office, weekLater);
  await type(' abschließen', office, '2026-12-25T09:00:00.000Z');
  await type('-01 erledigt: Antrag gestellt', office, '2027-01-20T09:00:00.000Z');
  const { state, session, resolutions } = await hall.meeting();
  expect(state).toBe('minuted');
  expect(session).toMatchObject({
    startedAt: '14:05',
    endedAt: '16:10',
    conflicts: [{ party: 'beirat-wirtschaft', note: 'bietet selbst an' }],
    objections: [{ answer: 'Ergänzt' }],
  });
  expect(resolutions).toEqual([
    expect.objectContaining({
      wording: 'Der Beirat empfiehlt den Antrag',
      votes: { yes: 4, no: 0, abstain: 0 },
      owner: 'Amt 80',
      dueDay: '2027-01-31',
      done: expect.objectContaining({ note: 'Antrag gestellt' }),
    }),
  ]);
});

describe('what cannot be done by typing', () => {
  let hall: Awaited<ReturnType<typeof openRecorded>>;
  beforeAll(async () => {
    hall = await openRecorded();
  });

  test.each([
    ['Anwesenheit Fachperson: online', 'Möglich sind'],
    ['Anwesenheit Vorsitz', 'anwesend, online, entschuldigt, abwesend'],
    ['Notiz TOP 9: x', '1 bis 2'],
    ['Beschluss TOP 2: ohne Stimmen', '5:1:0'],
    ['Ende bald', '14:05'],
  ])('"%s" is answered with what is needed', async (text, words) => {
    const reply = await hall.ask(`B-2026/1 ${text}`, hall.at(office));
    expect(reply.card).toBe('shared/refusal');
    expect(reply.summary).toContain(words);
  });

  test('an English verb is answered in English', async () => {
    expect(await hall.ask('B-2026/1 minutes', hall.at(office))).toMatchObject({ language: 'en' });
  });
});
