import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../../../src/core/ports/pages.ts';
import { DatePoll, pollCollection } from '../../../../src/features/beirat/date-polls/model.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../support/program.ts';

/* A poll in the whole program: typed, pressed, on the page, by time. */

const demo = await demoDirectory();
const at = '2026-11-24T09:00:00Z';
let program: Program;
beforeEach(async () => {
  program = await startProgram(demo);
});

const as = (who: string, more = {}) => ({ actor: actorOf(demo, who), conversationId: who, at, ...more });
const ask = (who: string, text: string, more = {}) => program.ask(text, as(who, more));
const start = () => ask('digitallotse', 'Terminumfrage 10.12.2026 14:00, 17.12.2026 14:00');
const poll = async () => {
  const found = await program.store.collection(pollCollection, DatePoll).get('T-2026-1');
  if (!found) throw new Error('there is no poll');
  return found;
};
const page = () => {
  const route = program.features
    .flatMap(({ pages = [] }) => pages)
    .find(({ path }) => path === '/beirat/termin');
  if (!route?.post) throw new Error('there is no page');
  return { get: route.get, post: route.post };
};
const visit = (party = 'beirat-wirtschaft', now = at) => ({
  subject: { poll: 'T-2026-1', party },
  now: new Date(now),
  language: 'de' as const,
});
const textOf = (shown: unknown) => JSON.stringify((shown as Page).body);
const kind = (name: string) => {
  const found = program.features.flatMap(({ notices = [] }) => notices).find((one) => one.kind === name);
  if (!found) throw new Error(`nobody says ${name}`);
  return found;
};
const say = async (name: string, recipient: string, now = at) => {
  const notice = (await program.outbox()).find((one) => one.kind === name && one.recipient === recipient);
  if (!notice) throw new Error(`${name} is not owed to ${recipient}`);
  return kind(name).say(notice, { id: recipient, name: recipient, language: 'de' }, new Date(now));
};

describe('typed', () => {
  test('a poll is started, answered and leads to the form of the meeting', async () => {
    expect((await start()).card).toBe('beirat/poll');
    expect((await ask('vorsitz-beirat', 'T-2026/1 ja, nein')).card).toBe('beirat/poll-answer');
    await ask('werkleitung-kgrz', 't 2026 1 zur not');
    const grid = await ask('digitallotse', 'T-2026/1');
    expect(JSON.stringify(grid.data)).toContain('★ Passt bisher am besten');
    const plan = await ask('digitallotse', 'T-2026/1 nehmen 1');
    expect(plan).toMatchObject({ card: 'beirat/plan', data: { day: '2026-12-10', time: '14:00' } });
    expect((await ask('vorsitz-beirat', 'T-2026/1')).data.state).toContain('Donnerstag, 10. Dezember 2026');
  });

  test('the same message delivered twice starts one poll', async () => {
    await Promise.all([start(), start()]);
    expect((await program.store.collection(pollCollection, DatePoll).list()).length).toBe(1);
  });

  test('an answer that fits no date says how to write it', async () => {
    await start();
    const reply = await ask('vorsitz-beirat', 'T-2026/1 ja, nein, ja');
    expect(reply).toMatchObject({
      card: 'shared/refusal',
      data: { text: expect.stringContaining('2 Termine') },
    });
  });

  test('members find the poll under its name, others learn nothing', async () => {
    await start();
    expect((await ask('vorsitz-beirat', 'Terminumfrage')).card).toBe('beirat/poll-answer');
    const [known, unknown] = [await ask('staff-61', 'T-2026/1'), await ask('staff-61', 'T-2026/9')];
    expect(JSON.stringify(known.data).replace('T-2026/1', '')).toBe(
      JSON.stringify(unknown.data).replace('T-2026/9', ''),
    );
  });
});

describe('pressed', () => {
  const form = {
    form: 'f-1',
    day_1: '2026-12-10',
    time_1: '14:00',
    day_3: '2026-12-17',
    time_3: '10:00',
    replyBy: '',
  };

  test('a form sent four times is one poll', async () => {
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => program.press('beirat.poll-start', form, as('digitallotse'))),
    );
    expect(sent.map(({ data }) => data.id)).toEqual(Array(4).fill('T-2026-1'));
    expect((await poll()).options.map(({ time }) => time)).toEqual(['14:00', '10:00']);
    expect((await program.outbox()).filter((one) => one.kind === 'beirat.poll').length).toBe(6);
  });

  test('a late answer is told so on the card of the moment', async () => {
    await start();
    await program.press('beirat.poll-close', { id: 'T-2026-1' }, as('digitallotse'));
    const card = await program.press(
      'beirat.poll-answer',
      { id: 'T-2026-1', choice_1: 'yes' },
      as('vorsitz-beirat'),
    );
    expect(card).toMatchObject({
      card: 'beirat/poll-answer',
      data: { remark: expect.stringContaining('beendet') },
    });
    expect((await poll()).answers).toEqual({});
  });

  test('nobody but the office takes a date', async () => {
    await start();
    await expect(
      program.press('beirat.poll-take', { id: 'T-2026-1', option: '1' }, as('vorsitz-beirat')),
    ).rejects.toMatchObject({ code: 'only-office' });
    expect((await poll()).state).toBe('open');
  });
});

describe('on the page', () => {
  test('opening it changes nothing, however often; answering does', async () => {
    await start();
    const before = JSON.stringify([await poll(), await program.outbox()]);
    for (let times = 0; times < 3; times++) expect(textOf(await page().get(visit()))).toContain('choice_1');
    expect(JSON.stringify([await poll(), await program.outbox()])).toBe(before);

    const form = { choice_1: 'yes', choice_2: 'maybe', note: 'Gern vormittags' };
    const done = (await page().post(visit(), form)) as Page;
    expect(done.body[0]).toMatchObject({ kind: 'note', tone: 'done' });
    expect((await poll()).answers['beirat-wirtschaft']).toMatchObject({
      choices: { 1: 'yes', 2: 'maybe' },
      note: 'Gern vormittags',
      via: 'mail',
    });
    const { version } = await poll();
    await page().post(visit(), { choice_1: 'yes', choice_2: 'maybe', note: 'Gern vormittags' });
    expect((await poll()).version).toBe(version);
  });

  test('shows what was said when it is over, and no form', async () => {
    await start();
    await page().post(visit(), { choice_1: 'no' });
    const shown = textOf(await page().get(visit('beirat-wirtschaft', '2026-12-20T09:00:00Z')));
    expect(shown).toContain('✕ nein');
    expect(shown).not.toContain('"form"');
  });

  test('is nothing for who is not in the Beirat any more', async () => {
    await start();
    program.reload({
      ...demo,
      assignments: demo.assignments.filter(({ person }) => person !== 'beirat-wirtschaft'),
    });
    expect(await page().get(visit())).toMatchObject({ status: 404 });
    expect(await page().post(visit(), { choice_1: 'yes' })).toMatchObject({ status: 404 });
    expect((await poll()).answers).toEqual({});
  });
});

describe('said', () => {
  test('the letter names the dates and a personal link; who has answered is not asked any more', async () => {
    await start();
    const said = await say('beirat.poll', 'beirat-wirtschaft');
    expect(said?.letter.paragraphs.join('\n')).toContain('1. Do 10.12.2026, 14:00 Uhr');
    expect(said?.letter.links?.[0]?.url).toContain('https://lotse.example.org/beirat/termin/');
    await page().post(visit(), { choice_1: 'no' });
    expect(await say('beirat.poll', 'beirat-wirtschaft')).toBeUndefined();
  });

  test('time reminds, ends and tells the office which date suits best', async () => {
    await start();
    await ask('vorsitz-beirat', 'T-2026/1 ja, nein');
    await program.tick(new Date('2026-11-30T06:59:00Z'));
    const kinds = async () => (await program.outbox()).map((one) => one.kind);
    expect(await kinds()).not.toContain('beirat.poll-reminder');
    await program.tick(new Date('2026-11-30T07:00:00Z'));
    expect((await kinds()).filter((one) => one === 'beirat.poll-reminder').length).toBe(6);
    await program.tick(new Date('2026-12-02T07:00:00Z'));
    await program.tick(new Date('2026-12-02T07:01:00Z'));
    expect((await kinds()).filter((one) => one === 'beirat.poll-result').length).toBe(1);
    const said = await say('beirat.poll-result', 'digitallotse', '2026-12-02T08:00:00Z');
    expect(said?.reply.data.remark).toContain('Do 10.12.2026');
    await ask('digitallotse', 'T-2026/1 nehmen 1', { at: '2026-12-02T08:00:00Z' });
    expect(await say('beirat.poll-result', 'digitallotse', '2026-12-02T08:00:00Z')).toBeUndefined();
  });
});

test('a poll is forgotten half a year after its end, its number is not given again', async () => {
  await start();
  await program.press('beirat.poll-close', { id: 'T-2026-1' }, as('digitallotse'));
  const polls = () => program.store.collection(pollCollection, DatePoll).list();
  await program.tick(new Date('2027-05-29T12:00:00Z'));
  expect(await polls()).toHaveLength(1);
  await program.tick(new Date('2027-05-30T06:00:00Z'));
  expect(await polls()).toEqual([]);
  const next = await program.ask(
    'Terminumfrage 10.12.2027 14:00, 17.12.2027 14:00',
    as('digitallotse', { at }),
  );
  expect(next.data.id).toBe('T-2026-2');
});

describe('what speaks against the dates', () => {
  const office = as('digitallotse');
  const there = () => program.store.collection(pollCollection, DatePoll).get('T-2026-1');

  test('is said before the members are asked, by its name, and noted when they are asked all the same', async () => {
    const form = await ask('digitallotse', 'Terminumfrage 12.12.2026 14:00, 23.12.2026 14:00');
    expect(form).toMatchObject({
      card: 'beirat/poll-form',
      data: { against: 'weekend:2026-12-12 school:2026-12-23' },
    });
    expect(form.data.remark).toContain('Schulferien (Weihnachtsferien)');
    expect(await there()).toBeUndefined();
    const dates = { day_1: '2026-12-12', time_1: '14:00', day_2: '2026-12-23', time_2: '14:00' };
    const data = { ...form.data, ...dates, seen: form.data.against };
    const other = await program.press('beirat.poll-start', { ...data, day_1: '2026-12-13' }, office);
    expect(other.data.against).toBe('weekend:2026-12-13 school:2026-12-23');
    await program.press('beirat.poll-start', data, office);
    expect((await poll()).history[0]?.facts?.despite).toBe(form.data.against);
    expect((await ask('digitallotse', 'T-2026/1')).data.despite).toContain(
      'hat die Umfrage begonnen (trotz Wochenende, Schulferien)',
    );
  });

  test('is said on the card of the poll where it is school holidays only: whom they keep is what it finds out', async () => {
    const { card, data } = await ask('digitallotse', 'Terminumfrage 23.12.2026 14:00, 29.12.2026 14:00');
    expect([card, data.remark]).toEqual([
      'beirat/poll',
      expect.stringMatching(/23\. ?.*Schulferien.*29\. ?.*Schulferien/),
    ]);
    expect((await poll()).history[0]?.facts?.despite).toBe('school:2026-12-23 school:2026-12-29');
  });

  test('is nothing on days that suit', async () => {
    await start();
    expect((await poll()).history[0]?.facts?.despite).toBeUndefined();
  });
});
