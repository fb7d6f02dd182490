import { beforeEach, describe, expect, test } from '@jest/globals';
import { refreshCollection, type Said } from '../../../src/core/notice.ts';
import { Idea } from '../../../src/features/ideas/model.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';
import { everySituation, place } from './world.ts';

const demo = await demoDirectory();
const id = 'ID-2026-0001';
const now = new Date('2026-11-24T10:00:00.000Z');
let program: Program;

const as = (who: string) => ({ actor: actorOf(demo, who), conversationId: who });
const says = (who: string, words: string) => program.ask(`${id} ${words}`, as(who));
const ideas = () => program.store.collection('ideas', Idea);

beforeEach(async () => {
  program = await startProgram();
  const draft = String((await program.ask('Idee', as('staff-61'))).data.draft);
  const filled = { title: 'Sperrmüll online', problem: 'Am Telefon besetzt', benefit: 'Weniger Anrufe' };
  await program.press(
    'ideas.check',
    { ...filled, draft, topic: 'citizens', scope: 'internal' },
    as('staff-61'),
  );
  await program.press('ideas.submit', { draft }, as('staff-61'));
  await says('itb-61', 'unterstützen');
});

/** What the newest notice of a kind says to somebody, as it would be sent now. */
async function heard(kind: string, who: string): Promise<Said | undefined> {
  const notices = (await program.outbox()).filter((one) => one.kind === kind && one.recipient === who);
  const newest = notices.toSorted((a, b) => Number(a.facts?.entry) - Number(b.facts?.entry)).at(-1);
  const said = program.features.flatMap((one) => one.notices ?? []).find((one) => one.kind === kind);
  return newest && said?.say(newest, { id: who, name: who, language: 'de' }, now);
}
/** News comes as a short card, what must be done as the whole one. */
async function remark(kind: string, who: string): Promise<unknown> {
  const { happened, remark } = (await heard(kind, who))?.reply.data ?? {};
  return happened ?? remark;
}

describe('submitter and supporters hear', () => {
  test.each([
    ['prüfen', 'Leitung 10.50 prüft die Idee.'],
    ['ablehnen: Gibt es schon', 'Leitung 10.50 verfolgt die Idee nicht weiter. „Gibt es schon“'],
    ['in den Beirat', 'Leitung 10.50 hat die Idee dem Digitalen Beirat angeboten.'],
    [
      'nicht machbar: Erst im Serviceportal',
      'Leitung 10.50 hat die Idee bewertet. Ergebnis: nicht machbar. „Erst im Serviceportal“',
    ],
  ])('of "%s"', async (words, sentence) => {
    await says('lead-10.50', words);
    expect([await remark('ideas.news', 'staff-61'), await remark('ideas.news', 'itb-61')]).toEqual([
      sentence,
      sentence,
    ]);
  });

  test('of several steps in one card, the newest first', async () => {
    for (const words of ['prüfen', 'ablehnen: Gibt es schon']) await says('lead-10.50', words);
    const all = (await program.outbox()).filter(
      (one) => one.kind === 'ideas.news' && one.recipient === 'staff-61',
    );
    const [first, last] = all.toSorted((a, b) => Number(a.facts?.entry) - Number(b.facts?.entry));
    const kind = program.features
      .flatMap((one) => one.notices ?? [])
      .find((one) => one.kind === 'ideas.news');
    const said =
      last &&
      first &&
      (await kind?.say({ ...last, earlier: [first] }, { id: 'staff-61', name: '', language: 'de' }, now));
    expect(said?.reply.data.happened).toBe(
      'Leitung 10.50 verfolgt die Idee nicht weiter. „Gibt es schon“ Leitung 10.50 prüft die Idee.',
    );
    expect(said?.letter.subject).toMatch(/^Idee nicht weiterverfolgt: ID-2026-0001 /);
  });

  test('nothing of a step that they made themselves', async () => {
    await says('staff-61', 'zurückziehen');
    expect(await heard('ideas.news', 'staff-61')).toBeUndefined();
  });

  test('that it was taken back, whoever wanted it, too', async () => {
    await says('lead-10.50', 'prüfen');
    await says('staff-61', 'zurückziehen');
    expect(await remark('ideas.news', 'itb-61')).toContain('hat die Idee zurückgezogen');
  });
});

describe('who must act is asked', () => {
  test('the reviewer about a new idea, and about an answer with its words; not once it has moved on', async () => {
    expect(await remark('ideas.review', 'lead-10.50')).toContain('Eine neue Idee');
    await says('lead-10.50', 'Rückfrage: Wie viele?');
    expect(await heard('ideas.review', 'lead-10.50')).toBeUndefined();
    expect((await heard('ideas.question', 'staff-61'))?.letter.paragraphs).toContain('Wie viele?');
    await says('staff-61', 'antworten: 400 im Monat');
    expect(await remark('ideas.review', 'lead-10.50')).toContain('„400 im Monat“');
  });

  test('a member by a letter with a link of their own, that ends with the day of the meeting', async () => {
    await says('lead-10.50', 'in den Beirat');
    await ideas().change(id, (idea) => ({
      doc: { ...idea, place: place(), waitsFor: ['beirat-wirtschaft'] },
    }));
    const kind = program.features
      .flatMap((one) => one.notices ?? [])
      .find((one) => one.kind === 'ideas.score');
    const notice = {
      id: 'x',
      recipient: 'beirat-wirtschaft',
      kind: 'ideas.score',
      ref: id,
      urgency: 'act' as const,
      createdAt: now.toISOString(),
    };
    const to = { id: 'beirat-wirtschaft', name: 'Wirtschaft', language: 'de' as const };
    const said = await kind?.say(notice, to, now);
    expect(said?.letter.links).toEqual([
      {
        title: 'Idee bewerten',
        url: expect.stringMatching(/^https:\/\/lotse\.example\.org\/ideas\/bewertung\/.{20,}$/),
      },
    ]);
    expect(await kind?.say(notice, to, new Date('2026-12-04T10:00:00.000Z'))).toBeUndefined();
  });
});

test('a click on "support" owes nothing and sends no card anew, and can be taken back', async () => {
  const refreshes = async () =>
    (await program.store.collection(refreshCollection, { parse: (doc) => doc as never }).list()).length;
  const before = (await program.outbox()).length;
  const drawn = await refreshes();
  expect((await says('itb-10', 'unterstützen')).data.support).toContain('2 Personen');
  expect((await says('itb-10', 'unterstützen')).data.support).toContain('2 Personen');
  expect((await says('itb-10', 'nicht mehr unterstützen')).data.support).toContain('1 Person');
  expect(await program.outbox()).toHaveLength(before);
  expect(await refreshes()).toBe(drawn);
});

test('in a group the card shows and offers what is for everybody, whoever asks for it', async () => {
  await says('lead-10.50', 'Rückfrage: Etwas Vertrauliches?');
  const reply = await program.ask(id, { ...as('lead-10.50'), scope: 'groupChat' });
  expect(JSON.stringify(reply.data)).not.toMatch(/Vertrauliches|IT-Beauftragte/);
  expect(Object.entries(reply.data.can as object).filter(([, can]) => can)).toEqual([['support', true]]);
  expect(reply.about).toBeUndefined();
});

test('an act that is typed in a group is refused before it counts, support is taken, and nobody’s name is told', async () => {
  const there = (who: string) => ({ ...as(who), scope: 'channel' as const });
  await expect(program.ask(`${id} ablehnen: nein`, there('lead-10.50'))).rejects.toMatchObject({
    code: 'only-in-personal-chat',
  });
  // A score is blind: typed where others read along it is not taken, and it is not said whether it could be.
  await expect(program.ask(`${id} bewerten 3 3 3 3: geheim`, there('vorsitz-beirat'))).rejects.toMatchObject({
    code: 'only-in-personal-chat',
  });
  const supported = await program.ask(`${id} unterstützen`, there('itb-10'));
  expect(supported.data.support).toContain('2 Personen');
  expect(JSON.stringify(supported.data)).not.toMatch(/Amt 10|IT-Beauftragte/);
  expect((await ideas().get(id))?.state).toBe('submitted');
});

test('what was filled in for a score comes back when a number is missing', async () => {
  const { 'being scored': scored } = everySituation();
  await ideas().change(id, (idea) => ({ doc: { ...scored, id, version: idea.version, place: place() } }));
  const reply = await program.press(
    'ideas.score',
    { id, benefit: '5', effort: '', feasibility: '4', urgency: '9', comment: 'Bald' },
    as('vorsitz-beirat'),
  );
  expect(reply.data.remark).toContain('zu jedem der vier Punkte');
  expect(reply.data.scoring).toMatchObject({
    comment: 'Bald',
    inputs: [{ value: '5' }, { value: '' }, { value: '4' }, { value: '' }],
  });
});

test('names of supporters are for reviewers only', async () => {
  const names = async (who: string) => (await says(who, '')).data.supporters;
  expect([await names('lead-10.50'), await names('staff-61'), await names('itb-10')]).toEqual([
    'IT-Beauftragte Amt 61',
    '',
    '',
  ]);
});

test('questions and reasons in the history are for reviewers and who had the idea', async () => {
  await says('lead-10.50', 'Rückfrage: Etwas Vertrauliches?');
  const sees = async (who: string) => JSON.stringify((await says(who, '')).data).includes('Vertrauliches');
  expect([await sees('lead-10.50'), await sees('staff-61'), await sees('itb-61')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a card that was left open says what happened meanwhile, and does nothing', async () => {
  const card = (await says('lead-10.50-deputy', '')).data;
  await says('lead-10.50', 'in den Beirat');
  const late = await program.press(
    'ideas.decline',
    { id, visit: card.revision, note: 'nein' },
    as('lead-10.50-deputy'),
  );
  expect(late.data.remark).toContain('Leitung 10.50 hat die Idee dem Digitalen Beirat angeboten');
  expect((await ideas().get(id))?.state).toBe('on-agenda');
});

test('what cannot be done is said on the card, with what was typed still in it', async () => {
  const reply = await program.press(
    'ideas.evaluate',
    { id, visit: 1, outcome: 'feasible', way: '' },
    as('lead-10.50'),
  );
  expect(reply.data).toMatchObject({
    deciding: true,
    typedOutcome: 'feasible',
    remark: expect.stringContaining('Lösungsweg'),
  });
  const none = await program.press('ideas.evaluate', { id, visit: 1, way: 'So geht es' }, as('lead-10.50'));
  expect(none.data).toMatchObject({ typedWay: 'So geht es', remark: expect.stringContaining('Ergebnis') });
});
