import { beforeEach, describe, expect, test } from '@jest/globals';
import { Idea } from '../../../src/features/ideas/model.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

const demo = await demoDirectory();
let program: Program;
beforeEach(async () => {
  program = await startProgram();
});

const as = (id: string) => ({ actor: actorOf(demo, id), conversationId: id });
const filled = {
  title: 'Sperrmüll online anmelden',
  problem: 'Heute geht es nur am Telefon.',
  benefit: 'Weniger Anrufe',
  topic: 'citizens',
  scope: 'internal',
  unit: 'none',
};

const begin = async (who: string, text = 'Idee') => String((await program.ask(text, as(who))).data.draft);
const check = (who: string, draft: string, more: object = {}) =>
  program.press('ideas.check', { ...filled, ...more, draft }, as(who));
const submit = (who: string, draft: string) => program.press('ideas.submit', { draft }, as(who));
const stored = () => program.store.collection('ideas', Idea).list();

describe('handing in an idea', () => {
  test('is one idea, however often the same form is submitted at once', async () => {
    const draft = await begin('staff-61');
    await Promise.all([check('staff-61', draft), check('staff-61', draft)]);
    const replies = await Promise.all(Array.from({ length: 5 }, () => submit('staff-61', draft)));
    expect(new Set(replies.map(({ data }) => data.id))).toEqual(new Set(['ID-2026-0001']));
    expect((await stored()).map(({ id, state }) => [id, state])).toEqual([['ID-2026-0001', 'submitted']]);
    const owed = (await program.outbox()).filter(({ ref }) => ref === 'ID-2026-0001');
    expect(owed.map(({ id }) => id)).toEqual(['ID-2026-0001 review 1 lead-10.50']);
    expect((await check('staff-61', draft)).card).toBe('ideas/idea');
  });

  test('numbers ideas of several people one after the other', async () => {
    const drafts = await Promise.all(
      ['staff-61', 'itb-61', 'itb-10'].map(async (who) => [who, await begin(who)] as const),
    );
    for (const [who, draft] of drafts) await check(who, draft);
    await Promise.all(drafts.map(([who, draft]) => submit(who, draft)));
    expect((await stored()).map(({ id }) => id)).toEqual(['ID-2026-0001', 'ID-2026-0002', 'ID-2026-0003']);
  });

  test('comes back with every mistake at its field, and what was right still in it', async () => {
    const draft = await begin('staff-61');
    const form = await check('staff-61', draft, { problem: '  ', topic: 'nope', links: 'kein Link' });
    expect(form.card).toBe('ideas/form');
    const wrong = Object.entries(form.data.errors as object).flatMap(([name, text]) => (text ? [name] : []));
    expect(wrong.sort()).toEqual(['links', 'problem', 'topic']);
    expect(form.data.value).toMatchObject({ title: filled.title, benefit: filled.benefit });
    expect(await stored()).toEqual([]);
  });

  test('is nobody else’s: a draft is seen, submitted and discarded by its owner only', async () => {
    const draft = await begin('staff-61');
    await check('staff-61', draft);
    for (const verb of ['ideas.submit', 'ideas.edit', 'ideas.discard'])
      await expect(program.press(verb, { draft }, as('itb-61'))).rejects.toMatchObject({
        code: 'draft-gone',
      });
    await expect(check('itb-61', draft)).rejects.toMatchObject({ code: 'draft-gone' });
  });

  test('can be typed: "Idee: …", check, "Idee absenden"', async () => {
    const form = await program.ask('Idee: Sperrmüll online anmelden', as('staff-61'));
    expect(form.data.value).toMatchObject({ title: 'Sperrmüll online anmelden', unit: '61' });
    await check('staff-61', String(form.data.draft));
    expect((await program.ask('Idee absenden', as('staff-61'))).data.id).toBe('ID-2026-0001');
    expect((await program.ask('Idee absenden', as('staff-61'))).card).toBe('shared/refusal');
  });

  test('shows ideas that say the same before it is too late', async () => {
    const first = await begin('staff-61');
    await check('staff-61', first);
    await submit('staff-61', first);
    const second = await check('itb-10', await begin('itb-10'), { title: 'Sperrmüllanmeldung im Internet' });
    expect(second.data.similar).toMatchObject([{ id: 'ID-2026-0001' }]);
  });
});

describe('an idea of a company', () => {
  test('is entered by the Digitallotse, who reviews it, and hides the company from everybody else', async () => {
    const draft = await begin('digitallotse');
    await check('digitallotse', draft, { company: 'Beispiel GmbH' });
    await submit('digitallotse', draft);
    const [idea] = await stored();
    expect([idea?.scope, idea?.waitsFor]).toEqual(['city', ['digitallotse']]);
    const seen = async (who: string) =>
      JSON.stringify((await program.ask('ID-2026-1', as(who))).data).includes('Beispiel GmbH');
    const readers = ['staff-61', 'lead-10.50', 'digitallotse', 'digitallotse-deputy'];
    expect(await Promise.all(readers.map(seen))).toEqual([false, false, true, true]);
    const shown = await program.ask('ID-2026-1', as('staff-61'));
    expect(JSON.stringify(shown.data)).toContain('Digitallotse Wirtschaft für ein Unternehmen');
    await program.ask('ID-2026-1 machbar: Mit der Wirtschaftsförderung', as('digitallotse'));
    expect((await stored())[0]).toMatchObject({ state: 'evaluated' });
  });

  test('cannot be claimed by anybody else: the field is not taken from them', async () => {
    const draft = await begin('staff-61');
    await check('staff-61', draft, { company: 'Beispiel GmbH' });
    await submit('staff-61', draft);
    expect((await stored())[0]).toMatchObject({ scope: 'internal' });
    expect((await stored())[0]?.company).toBeUndefined();
  });
});

describe('there is one way to hand in an idea', () => {
  test('a wish, the button of an answer and the list of requests all lead to its form', async () => {
    const wish = await program.ask('Ich möchte eine Digitalisierungsidee bewerten lassen', as('staff-61'));
    expect([wish.card, wish.data.roles]).toEqual([
      'ideas/form',
      expect.arrayContaining(['digitaler-beirat']),
    ]);
    const answer = await program.ask('Wer bewertet Digitalisierungsideen?', as('staff-61'));
    expect(answer.data.roles).toEqual(expect.arrayContaining(['digitaler-beirat']));
    const { start } = (answer.data.nextStep ?? {}) as { start?: object };
    expect((await program.press('requests.start', { ...start, roles: [] }, as('staff-61'))).card).toBe(
      'ideas/form',
    );
  });
});

test('drafts are forgotten after thirty days', async () => {
  await check('staff-61', await begin('staff-61'));
  await program.tick(new Date('2026-12-25T10:00:00.000Z'));
  expect((await program.ask('Idee absenden', as('staff-61'))).card).toBe('shared/refusal');
});

test('lists show what there is, what one has proposed and what waits for one', async () => {
  const draft = await begin('staff-61');
  await check('staff-61', draft);
  await submit('staff-61', draft);
  const ids = async (text: string, who: string) =>
    ((await program.ask(text, as(who))).data.items as { id: string }[]).map(({ id }) => id);
  expect(await ids('Ideen', 'itb-10')).toEqual(['ID-2026-0001']);
  expect(await ids('Ideen zu Müll', 'itb-10')).toEqual(['ID-2026-0001']);
  expect(await ids('Ideen zu KI', 'itb-10')).toEqual([]);
  expect(await ids('Meine Ideen', 'staff-61')).toEqual(['ID-2026-0001']);
  expect(await ids('Meine Ideen', 'itb-10')).toEqual([]);
  expect(await ids('Offene Ideen', 'lead-10.50')).toEqual(['ID-2026-0001']);
  await program.ask('ID-2026-1 zurückziehen', as('staff-61'));
  expect(await ids('Ideen', 'itb-10')).toEqual([]);
  expect((await program.ask('ID-2026-1', as('itb-10'))).card).toBe('shared/refusal');
});
