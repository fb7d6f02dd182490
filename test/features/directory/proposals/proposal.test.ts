import { beforeEach, describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { brokenEntry } from '../../../../src/core/history.ts';
import { outboxCollection } from '../../../../src/core/notice.ts';
import { Proposal, proposalCollection } from '../../../../src/features/directory/proposals/model.ts';
import { Outboxed } from '../../../../src/features/notices/outbox.ts';
import { demoDirectory, holder } from '../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../support/program.ts';
import { actionTurn } from '../../../support/turns.ts';

const directory = await demoDirectory();
let program: Program;
beforeEach(async () => {
  program = await startProgram(directory);
});

const as = (who: string) => ({ actor: actorOf(directory, who), at: '2026-11-24T10:00:00.000Z' });
const type = (who: string, text: string) => program.ask(text, as(who));
const press = (who: string, verb: string, data: Readonly<Record<string, unknown>>) =>
  program.router(actionTurn(verb, data, as(who)));
const proposals = () => program.store.collection(proposalCollection, Proposal);
const proposal = async (id = 'V-2026-1') => (await proposals().get(id)) as Proposal;
const told = async () =>
  (await program.store.collection(outboxCollection, Outboxed).list())
    .filter(({ kind }) => kind.startsWith('directory.proposal'))
    .map(({ kind, recipient }) => `${kind} ${recipient}`)
    .toSorted();

const officer = { role: 'it-beauftragte', unit: '61' };
const propose = (who = 'staff-61', right = 'Telefon 129-0000', form = `form-${who}`) =>
  press(who, 'directory.propose', { form, ...officer, right });

describe('somebody says that an answer is not right', () => {
  test('and sees what stands there before saying what would be right', async () => {
    const { card, data } = await press('staff-61', 'directory.wrong', { ref: officer });
    expect([card, data]).toMatchObject([
      'directory/propose',
      { title: expect.stringContaining('Amt 61'), stands: expect.stringContaining('IT-Beauftragte Amt 61') },
    ]);
    expect(String(data.stands).match(/IT-Beauftragte Amt 61, Inhaber/g)).toHaveLength(1);
    expect(await proposals().list()).toEqual([]);
  });

  test('which becomes one proposal, however often it is sent, and 10.50 is told', async () => {
    for (let times = 0; times < 3; times += 1) await propose();
    expect(await proposals().list()).toMatchObject([
      { id: 'V-2026-1', state: 'open', about: 'it-beauftragte 61', right: 'Telefon 129-0000' },
    ]);
    expect(await told()).toEqual(['directory.proposal lead-10.50', 'directory.proposal lead-10.50-deputy']);
  });

  test('is asked again where nothing is said', async () => {
    const { card, data } = await propose('staff-61', '   ');
    expect([card, data]).toMatchObject([
      'directory/propose',
      { remark: expect.stringContaining('richtig wäre') },
    ]);
    expect(await proposals().list()).toEqual([]);
  });

  test('proposals about the same know of each other', async () => {
    await propose('staff-61');
    await propose('itb-61', 'Die Vertretung fehlt');
    expect((await type('lead-10.50', 'V-2026/1')).data).toMatchObject({
      others: expect.stringContaining('V-2026/2'),
    });
    await type('lead-10.50', 'V-2026/2 ablehnen: steht da');
    expect((await type('lead-10.50', 'V-2026/1')).data.others).toBeUndefined();
  });
});

describe('said in a sentence', () => {
  const change = {
    what: 'end itb-61',
    from: '01.03.2027',
    understood: expect.stringMatching(/IT-Beauftragte \(61\).*bis \(leer\) → 28\.02\.2027/),
  };

  test('it fills in the form, and nothing is done until that is sent', async () => {
    const { card, data } = await type(
      'itb-61',
      'Ich gebe mein Amt als IT-Beauftragte von Amt 61 zum 1. März ab',
    );
    expect([card, data]).toMatchObject(['directory/propose', change]);
    expect(await proposals().list()).toEqual([]);
  });

  test('becomes a proposal that 10.50 sees as a difference and somebody else than its maker releases', async () => {
    const { data } = await type(
      'itb-61',
      'Bitte Vertretung für Amt 61 eintragen: IT-Beauftragte Amt 66 ab 1.3.2027',
    );
    const { form, role, unit, what, right, from } = data;
    await press('itb-61', 'directory.propose', { form, role, unit, what, right, from });
    const shown = await type('lead-10.50', 'V-2026/1');
    expect(shown.data.difference).toEqual([
      '+ IT-Beauftragte (61): IT-Beauftragte Amt 66, Vertretung ab 01.03.2027',
    ]);
    await press('lead-10.50', 'directory.release-proposal', { id: 'V-2026-1', from: '' });
    expect(await proposal()).toMatchObject({
      state: 'released',
      from: '2027-03-01',
      edit: { kind: 'deputy', role: 'it-beauftragte', unit: '61', person: 'itb-66' },
    });
  });

  test('asks which task is meant where there are several, and keeps what was said', async () => {
    const several = {
      ...directory,
      assignments: [...directory.assignments, holder('it-beauftragte', 'itb-61', { unit: '85' })],
    };
    program = await startProgram(several);
    const { card, data } = await type('itb-61', 'Ich gebe ab zum 1.3.');
    expect([card, data.remark]).toEqual(['directory/entry', expect.stringContaining('Stimmt nicht?')]);
    const [row] = data.rows as readonly { readonly ref: object; readonly said: object }[];
    expect((await press('itb-61', 'directory.wrong', { ...row })).data).toMatchObject({
      what: 'end itb-61',
      from: '01.03.2027',
    });
  });

  test('of whoever has no role leads on', async () => {
    expect((await type('staff-61', 'Ich gebe mein Amt ab')).summary).toContain('„Mein Eintrag“');
  });
});

describe('a row of the tables, in a form', () => {
  const typed = {
    table: 'units',
    row: '61',
    form: 'f1',
    c_kind: 'Amt',
    c_name_de: 'Bauamt',
    c_name_en: '',
    c_aliases: '',
  };

  test('is for those who keep the directory, and is shown as a difference before it is proposed', async () => {
    expect((await type('staff-61', 'Amt 61 ändern')).summary).toContain('10.50');
    await expect(press('staff-61', 'directory.propose-row', typed)).rejects.toMatchObject({
      code: 'not-directory-administration',
    });
    expect((await type('lead-10.50', 'Amt 61 ändern')).card).toBe('directory/row');
    const { data } = await press('lead-10.50', 'directory.check-row', {
      ...typed,
      c_to: '31.12.2027',
      c_successor: '66',
    });
    expect(data.difference).toEqual([
      expect.stringMatching(/^~ .*\(61\): .*bis \(leer\) → 31\.12\.2027; Nachfolge \(leer\) → 66/),
    ]);
    expect(await proposals().list()).toEqual([]);
  });

  test('keeps what was typed where something is wrong, and becomes one proposal for somebody else', async () => {
    const wrong = await press('lead-10.50', 'directory.propose-row', {
      ...typed,
      table: 'persons',
      row: '',
      id: '',
      c_name: 'Neu',
    });
    expect(wrong.data).toMatchObject({ problems: ['⚠ Die Kennung fehlt.'] });
    expect(JSON.stringify(wrong.data.cells)).toContain('"value":"Neu"');
    for (const _again of [1, 2])
      await press('lead-10.50', 'directory.propose-row', { ...typed, c_to: '31.12.2027' });
    expect(await proposals().list()).toMatchObject([
      { about: 'row units 61', edit: { kind: 'row', table: 'units', id: '61' } },
    ]);
    const own = await press('lead-10.50', 'directory.release-proposal', { id: 'V-2026-1', from: '' });
    expect(JSON.stringify(own.data)).toContain('gibt man nicht selbst frei');
    await press('lead-10.50-deputy', 'directory.release-proposal', { id: 'V-2026-1', from: '' });
    expect((await proposal()).state).toBe('released');
  });
});

test('somebody who shares a role joins by a proposal', async () => {
  const shared = { form: 'f2', role: 'digitale-mentoren', unit: '', application: '' };
  await press('staff-61', 'directory.propose', {
    ...shared,
    what: 'join',
    right: 'IT-Beauftragte Amt 66',
    from: '',
  });
  expect(await proposal()).toMatchObject({
    edit: { kind: 'join', role: 'digitale-mentoren', person: 'itb-66' },
  });
});

describe('what becomes of it', () => {
  beforeEach(() => propose());

  test('10.50 releases it for a day, enters it, and whoever proposed it hears', async () => {
    await type('lead-10.50', 'V-2026/1 freigeben ab 1.1.2027');
    expect(await proposal()).toMatchObject({
      state: 'released',
      from: '2027-01-01',
      releasedBy: 'lead-10.50',
    });
    await type('lead-10.50-deputy', 'V-2026/1 eingetragen');
    expect(await proposal()).toMatchObject({ state: 'entered' });
    expect((await told()).filter((one) => one.includes('news'))).toEqual([
      'directory.proposal-news staff-61',
      'directory.proposal-news staff-61',
    ]);
    const { history, id } = await proposal();
    expect(history.map(({ act, by }) => `${act} ${by}`)).toEqual([
      'proposed staff-61',
      'released lead-10.50',
      'entered lead-10.50-deputy',
    ]);
    expect(brokenEntry(history, id, randomIds.digest)).toBeUndefined();
  });

  test.each([
    ['a release by whoever proposed it', 'staff-61', 'V-2026/1 freigeben'],
    ['a release by somebody of another role', 'itb-61', 'V-2026/1 freigeben'],
    ['a rejection without a reason', 'lead-10.50', 'V-2026/1 ablehnen'],
    ['a day that is none', 'lead-10.50', 'V-2026/1 freigeben ab 31.2.2027'],
    ['entering what is not released', 'lead-10.50', 'V-2026/1 eingetragen'],
    ['a withdrawal by somebody else', 'lead-10.50', 'V-2026/1 zurückziehen'],
    ['a question', 'lead-10.50', 'V-2026/1 freigeben?'],
  ])('is not changed by %s', async (_what, who, text) => {
    await type(who, text).catch(() => undefined);
    expect(await proposal()).toMatchObject({ state: 'open' });
  });

  test('is withdrawn by whoever made it, and then over', async () => {
    await type('staff-61', 'V-2026/1 zurückziehen');
    expect(await proposal()).toMatchObject({ state: 'withdrawn' });
    await type('lead-10.50', 'V-2026/1 freigeben').catch(() => undefined);
    expect(await proposal()).toMatchObject({ state: 'withdrawn' });
  });

  test('is seen by nobody whom it does not concern', async () => {
    const { summary } = await type('itb-61', 'V-2026/1').catch((error) => ({ summary: error.text.de }));
    expect(summary).toContain('finde ich nicht');
  });
});

test('nobody of 10.50 releases their own', async () => {
  await propose('lead-10.50');
  await type('lead-10.50', 'V-2026/1 freigeben').catch(() => undefined);
  expect(await proposal()).toMatchObject({ state: 'open' });
  expect(await told()).toEqual(['directory.proposal lead-10.50-deputy']);
  await type('lead-10.50-deputy', 'V-2026/1 freigeben');
  expect(await proposal()).toMatchObject({ state: 'released', from: '2026-11-24' });
});

test('10.50 has a list of those that are under way', async () => {
  await propose();
  const { data } = await type('lead-10.50', 'Vorschläge zum Verzeichnis');
  expect(data.rows).toMatchObject([{ name: expect.stringContaining('V-2026/1') }]);
  await expect(type('staff-61', 'Vorschläge zum Verzeichnis')).rejects.toMatchObject({
    code: 'not-directory-administration',
  });
});
