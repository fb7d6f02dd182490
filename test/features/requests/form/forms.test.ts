import { beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../../../src/adapters/cards/card-renderer.ts';
import { openRequestTypes } from '../../../../src/app/request-types.ts';
import type { Reply } from '../../../../src/core/reply.ts';
import { partsOf } from '../../../support/cards.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../support/program.ts';

const directory = await demoDirectory();
const staff = { actor: actorOf(directory, 'staff-61') };
const other = { actor: actorOf(directory, 'staff-33') };
const officer = { actor: actorOf(directory, 'itb-61') };
const lead = { actor: actorOf(directory, 'lead-10.50') };

type Input = { readonly name: string; readonly value: string; readonly error?: string };
const inputs = (form: Reply) => form.data.inputs as readonly Input[];
const filled = (form: Reply, values: object) => ({
  ...Object.fromEntries(inputs(form).map(({ name, value }) => [name, value])),
  ...(form.data as object),
  inputs: undefined,
  note: '',
  ...values,
});
const reason = { f_reason: 'Termine vor Ort' };

const render = createCardRenderer('cards');
let program: Program;
beforeEach(async () => {
  program = await startProgram(directory);
});

const wish = () => program.ask('Ich brauche ein Notebook für die Bauberatung', staff);
const submitted = async (): Promise<string> => {
  const check = await program.press('requests.check', filled(await wish(), reason), staff);
  const status = await program.press('requests.submit', { draft: check.data.draft }, staff);
  return String(status.data.id);
};

describe('a type that is not offered', () => {
  let off: ReadonlySet<string>;
  beforeEach(async () => {
    off = new Set();
    const all = await openRequestTypes(directory);
    const types = () => all.map((type) => ({ ...type, offered: !off.has(type.id) }));
    program = await startProgram(directory, { requestTypes: types });
  });

  test('is in no list, opens with no wish, and says so where it is named', async () => {
    const names = async () =>
      ((await program.ask('Antrag', staff)).data.types as readonly { id: string }[]).map(({ id }) => id);
    expect(await names()).toContain('workplace');
    off = new Set(['workplace']);
    expect(await names()).not.toContain('workplace');
    expect((await wish()).card).not.toBe('requests/form');
    await expect(program.press('requests.start', { type: 'workplace' }, staff)).rejects.toThrow(
      'type-not-offered',
    );
  });

  test('goes on where it has been begun: the draft is sent, the request decided and changed', async () => {
    const check = await program.press('requests.check', filled(await wish(), reason), staff);
    off = new Set(['workplace']);
    const status = await program.press('requests.submit', { draft: check.data.draft }, staff);
    const id = String(status.data.id);
    expect((await program.ask(`${id} befürworten`, officer)).card).not.toBe('shared/refusal');
    expect((await program.ask(id, staff)).data.title).toBeDefined();
  });
});

describe('a form', () => {
  test('comes back with the error at its field and everything that was typed', async () => {
    const form = await wish();
    const again = await program.press('requests.check', filled(form, { f_costs: 'viel' }), staff);
    expect(again.card).toBe('requests/form');
    const wrong = inputs(again).filter(({ error }) => error);
    expect(wrong.map(({ name }) => name)).toEqual(['f_costs', 'f_reason']);
    expect(inputs(again).find(({ name }) => name === 'f_costs')?.value).toBe('viel');
    expect(again.data.draft).toBe(form.data.draft);
  });

  test.each([
    ['', undefined, false],
    ['3', 3, false],
    [3, 3, false],
    ['2,5', 2.5, true],
    [2.5, 2.5, true],
    ['0,5', 0.5, true],
    ['viele', undefined, true],
  ])('has %j computers as a number or not at all, and wants whole ones', async (count, value, isWrong) => {
    const again = await program.press(
      'requests.check',
      filled(await wish(), { f_count: count, f_costs: 'x' }),
      staff,
    );
    const input = partsOf(render(again)).find(({ id }) => id === 'f_count');
    expect(input?.value).toBe(value);
    expect(input).toMatchObject({ type: 'Input.Number', min: 1, max: 500 });
    const error = inputs(again).find(({ name }) => name === 'f_count')?.error;
    expect(error).toBe(isWrong ? '⚠ Schreiben Sie eine ganze Zahl von 1 bis 500.' : undefined);
  });

  test('shows a day that does not exist as an empty field, with the error beside it', async () => {
    const again = await program.press(
      'requests.check',
      filled(await wish(), { 'f_needed-by': '2027-02-30' }),
      staff,
    );
    expect(partsOf(render(again)).find(({ id }) => id === 'f_needed-by')).not.toHaveProperty('value');
    expect(inputs(again).find(({ name }) => name === 'f_needed-by')?.error).toBe(
      '⚠ Dieses Datum gibt es nicht. Bitte wählen Sie einen Tag.',
    );
  });

  test('names the roles that the answer would have named', async () => {
    const form = await wish();
    const answer = await program.ask('Wer bewilligt ein Notebook?', { ...staff, conversationId: 'other' });
    expect(form.data.roles).toContain((answer.data.roles as string[])[0]);
  });

  test('sent twice is one draft, submitted twice is one request', async () => {
    const form = await wish();
    const checks = await Promise.all(
      [1, 2].map(() => program.press('requests.check', filled(form, reason), staff)),
    );
    const drafts = checks.map(({ data }) => data.draft);
    expect(new Set(drafts).size).toBe(1);
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => program.press('requests.submit', { draft: drafts[0] }, staff)),
    );
    expect(new Set(replies.map(({ data }) => data.id))).toEqual(new Set(['IT-2026-0001']));
    const mine = await program.ask('Meine Anträge', staff);
    expect(mine.data.items).toHaveLength(1);
    expect(await program.press('requests.check', filled(form, reason), staff)).toMatchObject({
      card: 'requests/case',
    });
  });

  test('gives a hundred drafts a hundred numbers', async () => {
    const ids = await Promise.all(Array.from({ length: 100 }, submitted));
    expect(new Set(ids).size).toBe(100);
  });

  test('belongs to whoever filled it in', async () => {
    const check = await program.press('requests.check', filled(await wish(), reason), staff);
    for (const verb of ['requests.submit', 'requests.edit', 'requests.discard'])
      await expect(program.press(verb, { draft: check.data.draft }, other)).rejects.toMatchObject({
        code: 'draft-gone',
      });
  });

  test('thrown away leaves nothing to submit, by button or by typing', async () => {
    const check = await program.press('requests.check', filled(await wish(), reason), staff);
    await program.press('requests.discard', { draft: check.data.draft }, staff);
    const typed = await program.ask('Antrag einreichen', staff);
    expect(typed.summary).toMatch(/kein geprüfter Entwurf/);
  });

  test('is forgotten after thirty days, unless it was filled in again', async () => {
    const check = await program.press('requests.check', filled(await wish(), reason), staff);
    await program.tick(new Date('2026-12-23T10:00:00Z'));
    await program.press('requests.edit', { draft: check.data.draft }, staff);
    await program.tick(new Date('2026-12-24T11:00:00Z'));
    await expect(program.press('requests.edit', { draft: check.data.draft }, staff)).rejects.toMatchObject({
      code: 'draft-gone',
    });
  });

  test('tells of a similar request in the own unit, and of none in another', async () => {
    await submitted();
    const own = await program.press('requests.check', filled(await wish(), reason), staff);
    expect(own.data.similar).toEqual([expect.stringContaining('IT-2026-0001')]);
    const theirs = await program.ask('Ich brauche ein Notebook für die Bauberatung', other);
    const strange = await program.press('requests.check', filled(theirs, { ...reason, unit: '61' }), other);
    expect(strange.data.similar).toEqual([]);
  });
});

describe('the form of a returned request', () => {
  const returned = async (): Promise<Reply> => {
    const id = await submitted();
    await program.ask(`${id} Rückfrage: Reicht ein gebrauchtes Gerät?`, officer);
    return program.press('requests.change', { id }, staff);
  };

  test('does not ask for the unit, and keeps question and answer when something is wrong', async () => {
    const form = await returned();
    expect(inputs(form).map(({ name }) => name)).not.toContain('unit');
    const again = await program.press(
      'requests.check',
      filled(form, { f_costs: 'viel', note: 'Ja, reicht.' }),
      staff,
    );
    expect(again.data).toMatchObject({
      note: 'Ja, reicht.',
      question: expect.stringContaining('gebrauchtes Gerät'),
    });
  });

  test('changes it and answers in one, and sent again shows where it stands', async () => {
    const form = await returned();
    const sent = filled(form, { f_costs: '900', note: 'Ja, reicht.' });
    const first = await program.press('requests.check', sent, staff);
    expect(first.data).toMatchObject({ id: 'IT-2026-0001', question: undefined });
    expect(JSON.stringify(first.data.facts)).toContain('900,00');
    const second = await program.press('requests.check', sent, staff);
    expect(second.card).toBe('requests/case');
    expect(second.data.history).toEqual(first.data.history);
  });
});

test('nobody takes up a rejected request of somebody else, whatever the card says', async () => {
  const id = await submitted();
  await program.ask(`${id} zustimmen`, officer);
  await program.ask(`${id} ablehnen: Es gibt schon eines.`, lead);
  const form = await program.press('requests.resubmit', { id }, staff);
  const forged = filled(form, { ...reason, unit: '33' });
  await expect(program.press('requests.check', forged, other)).rejects.toMatchObject({
    code: 'no-such-requests.request',
  });
  const check = await program.press('requests.check', filled(form, reason), staff);
  const again = await program.press('requests.submit', { draft: check.data.draft }, staff);
  expect(again.data.id).toBe('IT-2026-0002');
});
