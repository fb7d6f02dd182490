import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { createAbsences } from '../../../src/features/directory/absence-desk.ts';
import { knowledgeIn } from '../../../src/features/directory/feature.ts';
import { demoDirectory, withRole } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

const demo = await demoDirectory();
const as = (id: string) => ({ actor: actorOf(demo, id), conversationId: `a:${id}`, language: 'de' as const });
const noon = new Date('2026-11-24T11:00:00Z');

/** Says a sentence and presses the button of the card that comes of it. */
async function enters(program: Program, id: string, sentence: string) {
  const { data } = await program.ask(sentence, as(id));
  return program.press('directory.enter-absence', { from: data.from, to: data.to }, as(id));
}

async function submits(program: Program): Promise<string> {
  const form = await program.ask('Ich brauche ein Notebook', as('staff-61'));
  const inputs = form.data.inputs as readonly { readonly name: string; readonly value: unknown }[];
  const filled = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
  const check = await program.press(
    'requests.check',
    { ...form.data, ...filled, f_reason: 'Termine vor Ort' },
    as('staff-61'),
  );
  const done = await program.press('requests.submit', { draft: check.data.draft }, as('staff-61'));
  return /IT-\d{4}-\d{4}/.exec(JSON.stringify(done.data))?.[0] ?? 'none';
}

const waitsFor = async (program: Program, id: string, request: string): Promise<boolean> =>
  JSON.stringify((await program.ask('Meine Entscheidungen', as(id))).data).includes(request);

/** Who acts for the IT officer of office 61 by the answer card. */
const answered = async (program: Program) =>
  JSON.stringify((await program.ask('Wer ist IT-Beauftragter in Amt 61?', as('staff-61'))).data);

describe('an absence that somebody enters', () => {
  test('is said back and does nothing before the press', async () => {
    const program = await startProgram();
    const { card, data } = await program.ask('Ich bin bis 20.12. im Urlaub', as('itb-61'));
    expect(card).toBe('directory/absence');
    expect(data).toMatchObject({
      days: 'vom 24.11.2026 bis 20.12.2026',
      from: '2026-11-24',
      to: '2026-12-20',
    });
    expect(JSON.stringify(data.lines)).toContain('Vertretung');
    expect((await program.ask('Meine Abwesenheit', as('itb-61'))).data.entries).toEqual([]);
    expect((await program.ask('Bin ich bis 20.12. im Urlaub?', as('itb-61'))).card).toBe(
      'directory/absences',
    );
  });

  test('sends approvals to the deputy, and back when the person is there again', async () => {
    const program = await startProgram();
    await enters(program, 'itb-61', 'Ich bin bis 20.12. im Urlaub');
    const first = await submits(program);
    expect(await waitsFor(program, 'itb-61-deputy', first)).toBe(true);
    expect(await answered(program)).toContain('abwesend');
    const back = await program.ask('Ich bin wieder da', as('itb-61'));
    expect(back.data).toMatchObject({ entries: [] });
    expect(await answered(program)).not.toContain('abwesend');
    const second = await submits(program);
    expect(await waitsFor(program, 'itb-61', second)).toBe(true);
    expect(await waitsFor(program, 'itb-61-deputy', second)).toBe(false);
  });

  test('is seen by the other instance at its next look, and gone on the day after its end', async () => {
    const store = createMemoryStore();
    const [one, other] = [await startProgram(demo, { store }), await startProgram(demo, { store })];
    await enters(one, 'itb-61', 'Ich bin bis 27.11. im Urlaub');
    expect(await answered(other)).not.toContain('abwesend');
    await other.tick(noon);
    expect(await answered(other)).toContain('abwesend');
    await other.tick(new Date('2026-11-27T11:00:00Z'));
    expect((await other.ask('Meine Abwesenheit', as('itb-61'))).data.entries).toHaveLength(1);
    await other.tick(new Date('2026-11-28T11:00:00Z'));
    expect((await other.ask('Meine Abwesenheit', as('itb-61'))).data.entries).toEqual([]);
  });

  test('takes the place of what it overlaps, once, however often it is pressed', async () => {
    const program = await startProgram();
    await enters(program, 'itb-61', 'Ich bin vom 1.12. bis 10.12. abwesend');
    await enters(program, 'itb-61', 'Ich bin vom 2.12. bis 20.12. abwesend');
    await enters(program, 'itb-61', 'Ich bin vom 2.12. bis 20.12. abwesend');
    const { entries } = (await program.ask('Meine Abwesenheit', as('itb-61'))).data;
    expect(entries).toMatchObject([{ days: 'vom 02.12.2026 bis 20.12.2026' }]);
  });

  test('is taken out by its own button', async () => {
    const program = await startProgram();
    await enters(program, 'itb-61', 'Ich bin vom 1.12. bis 10.12. abwesend');
    await program.press('directory.end-absence', { from: '2026-12-01' }, as('itb-61-deputy'));
    expect((await program.ask('Meine Abwesenheit', as('itb-61'))).data.entries).toHaveLength(1);
    await program.press('directory.end-absence', { from: '2026-12-01' }, as('itb-61'));
    expect((await program.ask('Meine Abwesenheit', as('itb-61'))).data.entries).toEqual([]);
  });

  test('is not stored for somebody whom nobody has to stand in for', async () => {
    const program = await startProgram();
    await expect(program.ask('Ich bin bis 20.12. im Urlaub', as('staff-61'))).rejects.toMatchObject({
      code: 'absence-without-role',
    });
    const data = { from: '2026-11-24', to: '2026-12-20' };
    await expect(program.press('directory.enter-absence', data, as('staff-61'))).rejects.toMatchObject({
      code: 'absence-without-role',
    });
  });

  test('is in the private chat only', async () => {
    const program = await startProgram();
    const group = { ...as('itb-61'), scope: 'groupChat' as const };
    await expect(program.ask('Ich bin bis 20.12. im Urlaub', group)).rejects.toMatchObject({
      code: 'only-in-personal-chat',
    });
  });

  test('keeps no reason', async () => {
    const program = await startProgram();
    await enters(program, 'itb-61', 'Ich bin bis 4.12. krank');
    const kept = await program.store.collection('absences', { parse: (doc) => doc as never }).list();
    expect(kept).toEqual([
      { id: 'itb-61 2026-11-24', version: 1, person: 'itb-61', from: '2026-11-24', to: '2026-12-04' },
    ]);
  });

  test('is shown to 10.50, as are those of the file', async () => {
    const program = await startProgram();
    await enters(program, 'itb-61', 'Ich bin bis 20.12. im Urlaub');
    const pages: string[] = [];
    for (const from of [0, 15, 30, 45, 60, 75])
      pages.push(
        JSON.stringify((await program.press('directory.health-page', { from }, as('lead-10.50'))).data),
      );
    expect(pages.join()).toContain('bis 20.12.2026');
    expect(pages.join()).toContain('bis 31.08.2027');
  });
});

test('what the file says cannot be ended by a sentence, and that is said', async () => {
  const absences = [{ person: 'itb-61', from: '2026-11-01', to: '2026-11-30' }];
  const program = await startProgram({ ...demo, absences });
  const { summary } = await program.ask('Ich bin wieder da', as('itb-61'));
  expect(summary).toContain('10.50');
});

test('questions are understood by the same reading before and after, and answered by who is there', async () => {
  const program = await startProgram();
  const before = knowledgeIn(program.features)('2026-11-24');
  await enters(program, 'itb-61', 'Ich bin bis 20.12. im Urlaub');
  const after = knowledgeIn(program.features)('2026-11-24');
  expect(after.understand).toBe(before.understand);
  expect(after.names).toBe(before.names);
  expect(after.directory).not.toBe(before.directory);
  expect(knowledgeIn(program.features)('2026-11-24').directory).toBe(after.directory);
});

test('a reloaded file keeps the absences beside it', async () => {
  let listed = demo;
  const desk = createAbsences(createMemoryStore(), () => listed);
  expect(desk.directory()).toBe(demo);
  await desk.enter('itb-61', { from: '2026-11-24', to: '2026-12-20' });
  expect(desk.directory()).toBe(desk.directory());
  listed = withRole(demo, 'kgrz', { letter: 'X' });
  expect(desk.directory().roles).toBe(listed.roles);
  expect(desk.directory().absences).toHaveLength(demo.absences.length + 1);
});
