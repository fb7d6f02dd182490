import { beforeEach, describe, expect, test } from '@jest/globals';
import type { ActionTurn } from '../../../src/core/turn.ts';
import { Feedback } from '../../../src/features/directory/feedback.ts';
import { Gap, newGap } from '../../../src/features/directory/gaps.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

const directory = await demoDirectory();
const employee = actorOf(directory, 'staff-61');
const colleague = actorOf(directory, 'staff-33');
const english = { language: 'en' } as const;
const answerId = '5d0f8a52-0000-4000-8000-000000000001';

let program: Program;
beforeEach(async () => {
  program = await startProgram(directory);
});

const opinions = () => program.store.collection('feedback', Feedback).list();
const gaps = () => program.store.collection('gaps', Gap).list();
const judge = (data: object, more?: Partial<ActionTurn>) =>
  program.press(
    'directory.feedback',
    { roles: ['kgrz'], answerId, helpful: true, ref: { role: 'kgrz' }, ...data },
    { actor: employee, ...more },
  );

describe('feedback', () => {
  test('is kept without naming anybody', async () => {
    await judge({});
    const [opinion, ...more] = await opinions();
    expect(more).toEqual([]);
    expect(opinion).toMatchObject({ roles: ['kgrz'], helpful: true, day: '2026-11-24' });
    expect(JSON.stringify(opinion)).not.toContain(employee.id);
    expect(JSON.stringify(opinion)).not.toContain(employee.name);
  });

  test.each([
    [true, 'de', 'Danke, das freut mich.'],
    [true, 'en', 'Thank you, glad to help.'],
    [false, 'de', 'Danke für den Hinweis. 10.50 sieht, dass diese Antwort nicht geholfen hat.'],
    [false, 'en', 'Thank you for telling. 10.50 will see that this answer did not help.'],
  ] as const)('(helpful: %s) is thanked for in %s on the same card', async (helpful, language, thanks) => {
    expect(await judge({ helpful }, { language })).toMatchObject({
      card: 'directory/answer',
      inPlace: true,
      language,
      data: { thanks, answerId, roles: ['kgrz'] },
    });
  });

  test('counts as the last opinion says', async () => {
    await judge({ helpful: true });
    await judge({ helpful: false });
    expect(await opinions()).toMatchObject([{ helpful: false }]);
  });

  test('pressed twice has no second effect', async () => {
    await judge({});
    const once = await opinions();
    await judge({});
    await Promise.all([judge({}), judge({})]);
    expect(await opinions()).toEqual(once);
  });

  test('of another person or on another answer is another opinion', async () => {
    await judge({});
    await judge({}, { actor: colleague });
    await judge({ answerId: answerId.replace(/1$/, '2') });
    expect(await opinions()).toHaveLength(3);
  });

  test('on the help is kept like any other', async () => {
    await judge({ roles: [], answerId: 'help', ref: undefined });
    expect(await opinions()).toHaveLength(1);
  });

  test('shows the answer about the deputy again, not another one', async () => {
    const { data, summary } = await program.ask('Wer vertritt den IT-Beauftragten in Amt 61?');
    expect(summary).toMatch(/^Vertreten wird/);
    const after = await judge({ roles: data.roles, ref: JSON.parse(JSON.stringify(data.ref)) });
    expect(after.data).toEqual({ ...data, answerId, thanks: 'Danke, das freut mich.' });
  });

  test('drops roles that do not exist', async () => {
    const { data } = await judge({ roles: ['kgrz', 'king', '__proto__'] });
    expect(data.roles).toEqual(['kgrz']);
    expect(await opinions()).toMatchObject([{ roles: ['kgrz'] }]);
  });

  test.each(['true', 'false'])('understands the word "%s", which some clients send', async (helpful) => {
    await judge({ helpful });
    expect(await opinions()).toMatchObject([{ helpful: helpful === 'true' }]);
  });

  test('on choices ("none of these") becomes a line', async () => {
    expect(await judge({ ref: undefined, helpful: false })).toMatchObject({
      card: 'directory/line',
      inPlace: true,
      data: { roles: [] },
    });
  });

  test('on an answer whose role is gone becomes a friendly line', async () => {
    expect(await judge({ ref: { role: 'gone' } })).toMatchObject({ card: 'directory/line' });
  });
});

describe('data that no card of ours carries', () => {
  const long = 'x'.repeat(81);
  const ref = { role: 'kgrz' };
  const judgement = { roles: ['kgrz'], answerId, helpful: true };
  test.each([
    ['directory.show', {}],
    ['directory.show', { ref: null }],
    ['directory.show', { ref: 'kgrz' }],
    ['directory.show', { ref: { role: 5 } }],
    ['directory.show', { ref: { role: long } }],
    ['directory.choose', { ref: { role: 'kgrz', task: ['a'] } }],
    ['directory.choose', { ref: [ref] }],
    ['directory.feedback', {}],
    ['directory.feedback', { ...judgement, roles: 'kgrz' }],
    ['directory.feedback', { ...judgement, roles: Array.from({ length: 100_000 }, () => 'kgrz') }],
    ['directory.feedback', { ...judgement, roles: [long] }],
    ['directory.feedback', { ...judgement, roles: [{}] }],
    ['directory.feedback', { ...judgement, answerId: long }],
    ['directory.feedback', { ...judgement, answerId: 7 }],
    ['directory.feedback', { ...judgement, answerId: 'made-up' }],
    ['directory.feedback', { ...judgement, answerId: '' }],
    ['directory.feedback', { ...judgement, ref: { role: 'kgrz', deputy: 'yes' } }],
    ['directory.feedback', { ...judgement, helpful: 'yes' }],
    ['directory.feedback', { ...judgement, ref: { role: long } }],
    ['directory.pass-on', {}],
    ['directory.pass-on', { gapId: { $ne: null } }],
    ['directory.pass-on', { gapId: long }],
  ])('is refused by %s, and nothing is stored: %.60j', async (verb, data) => {
    await expect(program.press(verb, data)).rejects.toMatchObject({
      name: 'Refusal',
      code: 'unreadable-action',
      text: { de: expect.stringMatching(/Stellen Sie/), en: expect.stringMatching(/Please ask/) },
    });
    expect([await opinions(), await gaps()]).toEqual([[], []]);
  });
});

describe('showing a role', () => {
  test('answers with a new message, choosing one of several in place of the choices', async () => {
    const shown = await program.press('directory.show', { ref: { role: 'kgrz' } });
    expect(shown).toMatchObject({ card: 'directory/answer', data: { roles: ['kgrz'] } });
    expect(shown.inPlace).toBeUndefined();
    expect(await program.press('directory.choose', { ref: { role: 'kgrz' } })).toMatchObject({
      inPlace: true,
    });
  });

  test.each([
    ['de', 'Diese Rolle steht nicht mehr im Verzeichnis. Bitte fragen Sie noch einmal.'],
    ['en', 'This role is no longer in the directory. Please ask again.'],
  ] as const)('that is gone answers with a line (%s)', async (language, line) => {
    const reply = await program.press('directory.show', { ref: { role: 'gone' } }, { language });
    expect(reply).toMatchObject({ card: 'directory/line', summary: line, data: { roles: [], line } });
  });

  test('at a place that is gone asks for the unit', async () => {
    const ref = { role: 'it-beauftragte', unit: '999', application: 'gone' };
    const { data } = await program.press('directory.show', { ref }, english);
    expect(data).toMatchObject({
      holders: [],
      ref: { role: 'it-beauftragte' },
      vacancy: expect.stringMatching(/Name the office/),
    });
    expect(JSON.stringify(data)).not.toContain('999');
  });

  test('with an unknown task shows the role', async () => {
    const { data } = await program.press('directory.show', { ref: { role: 'kgrz', task: 'gone' } });
    expect(data).toMatchObject({ lead: 'Die Rolle im Überblick' });
  });
});

describe('passing a question on', () => {
  const askAndPassOn = async (more?: Partial<ActionTurn>) => {
    const { data } = await program.ask('Wann kommt die Müllabfuhr?');
    const { question, answerId } = data;
    expect(await gaps()).toEqual([]);
    return program.press('directory.pass-on', { question, answerId }, more);
  };

  test.each([
    ['de', 'Danke. 10.50 sieht Ihre Frage nun ganz oben auf der Liste, ohne Ihren Namen.'],
    ['en', 'Thank you. 10.50 now sees your question at the top of the list, without your name.'],
  ] as const)('marks it and says so on the card (%s)', async (language, thanks) => {
    expect(await askAndPassOn({ language })).toMatchObject({
      card: 'directory/none',
      inPlace: true,
      data: { thanks, roles: [] },
    });
    expect(await gaps()).toMatchObject([{ passedOn: true, count: 1 }]);
  });

  test('twice changes nothing', async () => {
    const { data } = await askAndPassOn();
    const [once] = await gaps();
    const { question, answerId } = data;
    await program.press('directory.pass-on', { question, answerId });
    expect(await gaps()).toEqual([once]);
  });

  test('by somebody else counts, and no name gets onto the list', async () => {
    const question = 'Wann gratuliert Frau Muster der Müllabfuhr? max@example.org';
    for (const one of [1, 2])
      await program.press('directory.pass-on', { question, answerId: `answer-${one}` });
    expect(await gaps()).toMatchObject([{ question: 'Wann gratuliert Frau … der Müllabfuhr? …', count: 2 }]);
  });

  test('from a card of an earlier version marks what was kept then', async () => {
    const kept = program.store.collection('gaps', Gap);
    await kept.add({ ...newGap('old', 'Wer streicht?', 'de', '2026-11-01') });
    await program.press('directory.pass-on', { gapId: 'old' });
    expect(await gaps()).toMatchObject([{ id: 'old', passedOn: true, count: 1 }]);
  });

  test('that was dealt with is refused with what to do', async () => {
    await expect(program.press('directory.pass-on', { gapId: 'gone' })).rejects.toMatchObject({
      code: 'gap-gone',
      text: { de: expect.stringMatching(/noch einmal/), en: expect.stringMatching(/ask it again/) },
    });
    expect(await gaps()).toEqual([]);
  });
});
