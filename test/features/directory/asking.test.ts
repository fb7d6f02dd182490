import { beforeEach, describe, expect, test } from '@jest/globals';
import { demoDirectory, filledWith } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

const directory = await demoDirectory();
const employee = actorOf(directory, 'staff-61');
const colleague = actorOf(directory, 'staff-33');
const lead = actorOf(directory, 'lead-10.50');

let program: Program;
beforeEach(async () => {
  program = await startProgram(directory);
});

const unitOf = (data: Readonly<Record<string, unknown>>) => (data.ref as { unit?: string } | undefined)?.unit;
const openQuestions = async () => {
  const { data } = await program.ask('Lücken', { actor: lead });
  return data as { total: number; topics: { name: string; count: number }[] };
};

describe('a conversation', () => {
  test('keeps what it was about', async () => {
    await program.ask('Wer ist mein IT-Beauftragter?', { actor: employee });
    const { data } = await program.ask('und für Amt 37?', { actor: employee });
    expect(unitOf(data)).toBe('37');
    const { summary } = await program.ask('und der Stellvertreter?', { actor: employee });
    expect(summary).toBe('Vertreten wird: IT-Beauftragte der Ämter und Eigenbetriebe');
  });

  test.each([
    ['2026-11-24T10:30:00Z', 'directory/answer'],
    ['2026-11-24T10:30:01Z', 'directory/line'],
  ])('is remembered for half an hour: at %s', async (at, card) => {
    await program.ask('Wer ist mein IT-Beauftragter?', { actor: employee, at: '2026-11-24T10:00:00Z' });
    expect((await program.ask('und der Stellvertreter?', { actor: employee, at })).card).toBe(card);
  });

  test('in a group is everybody’s: whoever asks goes on from the answer that all have read', async () => {
    const group = { scope: 'groupChat', conversationId: 'group' } as const;
    await program.ask('Wer ist mein IT-Beauftragter?', { ...group, actor: employee });
    const { data } = await program.ask('und der Stellvertreter?', { ...group, actor: colleague });
    expect([data.roles, unitOf(data)]).toEqual([['it-beauftragte'], '61']);
  });

  test('in a group still means the own office of whoever says “mein”', async () => {
    const group = { scope: 'groupChat', conversationId: 'group' } as const;
    await program.ask('Wer ist mein IT-Beauftragter?', { ...group, actor: employee });
    const { data } = await program.ask('Wer ist mein IT-Beauftragter?', { ...group, actor: colleague });
    expect(unitOf(data)).toBe('33');
  });

  test('in a channel is that of the thread, and goes on from a button too', async () => {
    const thread = (id: string) => ({ scope: 'channel', conversationId: `19:c;messageid=${id}` }) as const;
    const ref = { role: 'it-beauftragte', unit: '50' };
    await program.press('directory.choose', { ref }, { ...thread('1'), actor: employee });
    const { data } = await program.ask('und der Stellvertreter?', { ...thread('1'), actor: colleague });
    expect(unitOf(data)).toBe('50');
    const other = await program.ask('und der Stellvertreter?', { ...thread('2'), actor: employee });
    expect(other.card).toBe('directory/line');
  });

  test('in a group names who is responsible where a wish would open a form of one’s own', async () => {
    const wish = 'Ich brauche ein Notebook';
    const form = await program.ask(wish, { actor: employee });
    expect([form.card, form.data.responsible]).toEqual([
      'requests/form',
      'Zuständig: Strategisches IT-Management',
    ]);
    const reply = await program.ask(wish, { actor: employee, scope: 'groupChat', conversationId: 'group' });
    expect([reply.card, reply.data.roles]).toEqual([
      'directory/answer',
      expect.arrayContaining([expect.anything()]),
    ]);
  });

  test('of one person in another chat is another conversation', async () => {
    await program.ask('Wer ist mein IT-Beauftragter?', { actor: employee, conversationId: 'one' });
    const { card } = await program.ask('und der Stellvertreter?', { actor: employee, conversationId: 'two' });
    expect(card).toBe('directory/line');
  });

  test('goes on from a choice that was pressed', async () => {
    await program.press(
      'directory.choose',
      { ref: { role: 'it-beauftragte', unit: '50' } },
      { actor: employee },
    );
    const { data } = await program.ask('und der Stellvertreter?', { actor: employee });
    expect(unitOf(data)).toBe('50');
  });

  test('survives a misunderstanding and small talk', async () => {
    await program.ask('Wer ist mein IT-Beauftragter?', { actor: employee });
    for (const text of ['Wann kommt die Müllabfuhr?', 'Hallo', 'asdfgh'])
      await program.ask(text, { actor: employee });
    const { data } = await program.ask('nein, ich meinte Amt 66', { actor: employee });
    expect([data.roles, unitOf(data)]).toEqual([['it-beauftragte'], '66']);
  });
});

describe('a line for a pleasantry', () => {
  test.each([
    [
      'Hallo',
      'Guten Tag, Sachbearbeitung Amt 61! Fragen Sie mich, wer für IT und Digitalisierung zuständig ist.',
    ],
    ['Good morning', 'Hello, Sachbearbeitung Amt 61! Ask me who is responsible for IT and digital matters.'],
    ['Vielen Dank', 'Gern geschehen. Fragen Sie jederzeit wieder.'],
    ['Thank you', 'You are welcome. Ask me again any time.'],
  ])('answers "%s" in its language', async (text, line) => {
    expect(await program.ask(text, { actor: employee })).toMatchObject({
      card: 'directory/line',
      data: { line, roles: [] },
    });
  });
});

describe('a question without an answer', () => {
  test('is answered with an honest no, with examples, in its language', async () => {
    expect(await program.ask('Wann kommt die Müllabfuhr?')).toMatchObject({
      card: 'directory/none',
      summary: expect.stringMatching(/^Das regelt das IT-Rollenmodell nicht\./),
      data: { roles: [], text: expect.stringMatching(/^Das ist eine Sache für/), isAskable: true },
    });
    expect(await program.ask('When is the rubbish collected?')).toMatchObject({
      card: 'directory/none',
      summary: expect.stringMatching(/^The IT role model does not cover this\. That is a matter of/),
    });
    const { data } = await program.ask('Wer hat die Fußballweltmeisterschaft gewonnen?');
    expect(data).toMatchObject({
      offers: expect.arrayContaining([
        { title: 'Mein Drucker druckt nicht', say: 'Mein Drucker druckt nicht' },
      ]),
    });
  });

  test('is kept nowhere: only its topic is counted, fifty at once as fifty', async () => {
    await Promise.all(Array.from({ length: 50 }, () => program.ask('Wann kommt die Müllabfuhr?')));
    await program.ask('asdfgh');
    const { total, topics } = await openQuestions();
    expect(total).toBe(0);
    expect(topics).toEqual([
      { name: 'das zuständige Bürger- oder Fachamt', count: 50 },
      { name: 'Nicht verstanden', count: 1 },
    ]);
  });

  test.each(['👍', '???', '—', '😀😀'])('is not seen in "%s": nothing is kept', async (text) => {
    const reply = await program.ask(text);
    expect(reply).toMatchObject({ card: 'directory/line', data: { roles: [] } });
    expect(reply.summary).toMatch(/^Schreiben Sie mir Ihre Frage bitte in Worten/);
    expect((await openQuestions()).total).toBe(0);
  });
});

describe('a directory that is loaded again', () => {
  test('changes the answers without a restart', async () => {
    const before = await program.ask('Wer ist mein IT-Beauftragter?', { actor: employee });
    expect(before.data.holders).toMatchObject([{ name: 'IT-Beauftragte Amt 61' }, {}]);
    const others = directory.assignments.filter(({ unit }) => unit !== '61');
    program.reload(filledWith(directory, { ...directory, assignments: others }));
    const after = await program.ask('Wer ist mein IT-Beauftragter?', { actor: employee });
    expect(after.data).toMatchObject({ holders: [], vacancy: expect.stringMatching(/nicht besetzt/) });
  });

  test('teaches new names', async () => {
    const question = 'Wer ist IT-Beauftragter im Hafenamt?';
    const first = await program.ask(question, { actor: employee });
    expect(unitOf(first.data)).toBe('61');
    const harbour = {
      id: '68',
      kind: 'amt',
      name: { de: 'Hafenamt', en: 'Port Office' },
      aliases: [],
    } as const;
    program.reload({ ...directory, units: [...directory.units, { ...harbour, aliases: [] }] });
    const second = await program.ask(question, { actor: employee, conversationId: 'new' });
    expect(unitOf(second.data)).toBe('68');
  });

  test('without the role of the answer before answers with a friendly line', async () => {
    await program.ask('Wer ist mein IT-Beauftragter?', { actor: employee });
    program.reload({ ...directory, roles: directory.roles.filter(({ id }) => id !== 'it-beauftragte') });
    const { card, summary } = await program.ask('und der Stellvertreter?', { actor: employee });
    expect([card, summary]).toEqual([
      'directory/line',
      'Diese Rolle steht nicht mehr im Verzeichnis. Bitte fragen Sie noch einmal.',
    ]);
  });
});
