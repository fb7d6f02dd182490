import { beforeEach, describe, expect, test } from '@jest/globals';
import { changedOpinion, countFeedback, Feedback } from '../../../src/features/directory/feedback.ts';
import {
  askedAgain,
  byUrgency,
  Gap,
  GapCount,
  gapKey,
  newGap,
  passedOn,
  withoutPersonalData,
} from '../../../src/features/directory/gaps.ts';
import type { GapsView } from '../../../src/features/directory/views.ts';
import { demoDirectory, filledWith } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

const gap = (more: Partial<Gap> = {}): Gap => ({
  ...newGap('id', 'Wer streicht?', 'de', '2026-11-24'),
  version: 1,
  ...more,
});

describe('a gap', () => {
  test('is a valid document from the first question on', () => {
    expect(Gap.parse(gap())).toMatchObject({ count: 1, first: '2026-11-24', passedOn: false });
  });

  test('counts every question and keeps the first day', () => {
    expect(askedAgain(gap({ count: 4 }), '2026-12-01').doc).toMatchObject({
      count: 5,
      first: '2026-11-24',
      last: '2026-12-01',
    });
  });

  test('is passed on once', () => {
    expect(passedOn(gap())?.doc.passedOn).toBe(true);
    expect(passedOn(gap({ passedOn: true }))).toBeUndefined();
  });

  test.each([
    ['Wann kommt die Müllabfuhr?', 'wann kommt die MUELLABFUHR'],
    ['Größe', 'groesse!!'],
    ['wer  streicht\ndas Haus', 'Wer streicht das Haus.'],
  ])('is the same for "%s" and "%s"', (one, other) => {
    expect(gapKey(one)).toBe(gapKey(other));
  });

  test('is another one for other words', () => {
    expect(gapKey('Wer streicht das Haus?')).not.toBe(gapKey('Wer streicht die Tür?'));
  });
});

describe('personal data', () => {
  test.each([
    ['Schreiben Sie an max@example.org bitte', 'Schreiben Sie an … bitte'],
    ['Rückruf unter +49 261 129-1234', 'Rückruf unter …'],
    ['Tel. 0261/1291234?', 'Tel. …?'],
    ['Tel. 0261.129.1234', 'Tel. …'],
    ['Meine Personalnummer 12345678 fehlt', 'Meine Personalnummer … fehlt'],
    ['Konto DE89 3704 0044 0532 0130 00', 'Konto DE…'],
    ['Wo sitzt Frau Muster?', 'Wo sitzt Frau …?'],
    ['Wo sitzt frau muster?', 'Wo sitzt frau …?'],
    ['Gib das Herrn Dr. von Muster-Beispiel bitte', 'Gib das Herrn … bitte'],
    ['Ist Herr Max Muster da', 'Ist Herr … da'],
    ['Frau Öztürk und Herr Ähm gehen', 'Frau … und Herr … gehen'],
    ["Frau O'Neill geht", 'Frau … geht'],
    ['Where is Mr. Sample?', 'Where is Mr. …?'],
    ['Ask Mrs Sample or Ms Jane Sample', 'Ask Mrs … or Ms …'],
    ['Frag Dr. Muster', 'Frag Dr. …'],
    ['Was sagt @Muster dazu', 'Was sagt … dazu'],
    ['Was sagt @Max Muster dazu', 'Was sagt … dazu'],
  ])('is masked: "%s"', (text, masked) => {
    expect(withoutPersonalData(text)).toBe(masked);
  });

  test.each([
    'Wer ist in Amt 10.50 zuständig?',
    'Was kostet Word 2026 im Raum 123?',
    'Gibt es eine Frau im Stadtvorstand?',
    'Wer ist hier der Herr über MS Teams?',
    'Der Bauherr Stadt fragt',
    'Frauenbeauftragte wählen',
  ])('is not seen in "%s"', (text) => {
    expect(withoutPersonalData(text)).toBe(text);
  });

  test('of nobody is kept before somebody presses: only the topic is counted', async () => {
    const { store, ask } = await startProgram(await demoDirectory());
    const { data } = await ask('Wann gratuliert Frau Muster der Müllabfuhr?');
    expect(data.question).toBe('Wann gratuliert Frau … der Müllabfuhr?');
    expect(await store.collection('gaps', Gap).list()).toEqual([]);
    const counts = await store.collection('gap-counts', GapCount).list();
    expect(counts).toHaveLength(1);
    expect(JSON.stringify(counts)).not.toMatch(/Muster|gratuliert/);
  });

  test('is not kept at length, and no character is cut in half', () => {
    const kept = withoutPersonalData(`x${'😀'.repeat(5000)}`);
    expect(kept.length).toBeLessThanOrEqual(300);
    expect(kept.isWellFormed()).toBe(true);
  });
});

test('the order is passed on first, then most frequent, then latest, then always the same', () => {
  const all = [
    gap({ id: 'rare', count: 1, last: '2026-11-01' }),
    gap({ id: 'b', count: 5, last: '2026-11-02' }),
    gap({ id: 'a', count: 5, last: '2026-11-02' }),
    gap({ id: 'latest', count: 5, last: '2026-11-20' }),
    gap({ id: 'wanted', count: 1, last: '2026-01-01', passedOn: true }),
  ];
  const ids = (gaps: Gap[]) => gaps.sort(byUrgency).map(({ id }) => id);
  expect(ids([...all])).toEqual(['wanted', 'latest', 'a', 'b', 'rare']);
  expect(ids([...all].reverse())).toEqual(['wanted', 'latest', 'a', 'b', 'rare']);
});

describe('an opinion', () => {
  const opinion = (roles: string[], helpful: boolean): Feedback => ({
    id: 'id',
    version: 1,
    roles,
    helpful,
    day: '2026-11-24',
  });

  test('is changed by another one, not by the same', () => {
    expect(changedOpinion(opinion(['kgrz'], true), false, '2026-11-25')?.doc).toMatchObject({
      helpful: false,
      day: '2026-11-25',
    });
    expect(changedOpinion(opinion(['kgrz'], true), true, '2026-11-25')).toBeUndefined();
  });

  test('counts for the first role that was named', () => {
    const counts = countFeedback([
      opinion(['kgrz', 'stadtvorstand'], true),
      opinion(['kgrz'], false),
      opinion([], false),
    ]);
    expect([...counts]).toEqual([
      ['kgrz', { helpful: 1, unhelpful: 1 }],
      ['', { helpful: 0, unhelpful: 1 }],
    ]);
  });
});

describe('the list of open questions', () => {
  let program: Program;
  const at = '2026-11-24T10:00:00Z';
  beforeEach(async () => {
    program = await startProgram(await demoDirectory());
  });
  const list = async (who: string, text = 'Lücken', more = {}) => {
    const actor = actorOf(await demoDirectory(), who);
    return program.ask(text, { actor, ...more });
  };
  const view = async (more = {}) => (await list('lead-10.50', 'Lücken', more)).data as unknown as GapsView;
  const keep = async (...gaps: Partial<Gap>[]) => {
    const all = program.store.collection('gaps', Gap);
    for (const [index, one] of gaps.entries()) await all.add({ ...gap(), id: `g${index}`, ...one });
    return all;
  };

  test.each(['lead-10.50', 'lead-10.50-deputy'])('is shown to %s', async (who) => {
    expect((await list(who)).card).toBe('directory/gaps');
  });

  test.each(['staff-61', 'itb-61', 'digitallotse', 'vorsitz-stadtvorstand', 'itb-10'])(
    'is refused to %s, in both languages',
    async (who) => {
      await expect(list(who)).rejects.toMatchObject({
        name: 'Refusal',
        code: 'not-directory-administration',
        text: {
          de: expect.stringMatching(/nur das Strategische IT-Management/),
          en: expect.stringMatching(/^Only/),
        },
      });
    },
  );

  test('is refused to somebody who is not in the directory, and to nobody', async () => {
    for (const id of ['11111111-1111-4111-8111-111111111111', '']) {
      await expect(program.ask('Lücken', { actor: { id, name: 'Leitung 10.50' } })).rejects.toMatchObject({
        code: 'not-directory-administration',
      });
    }
  });

  test.each(['groupChat', 'channel'] as const)('is not shown where others read it: %s', async (scope) => {
    await expect(list('lead-10.50', 'Lücken', { scope })).rejects.toMatchObject({
      name: 'Refusal',
      code: 'only-in-personal-chat',
      text: { de: expect.stringMatching(/persönlichen Chat/), en: expect.stringMatching(/personal chat/) },
    });
  });

  test('is shown to an absent holder too, but not to a former one', async () => {
    const directory = await demoDirectory();
    const absences = [{ person: 'lead-10.50', from: '2026-11-01', to: '2026-11-30' }];
    program.reload(filledWith(directory, { ...directory, absences }));
    expect((await list('lead-10.50')).card).toBe('directory/gaps');
    const assignments = directory.assignments.map((row) =>
      row.person === 'lead-10.50' ? { ...row, to: '2026-11-23' } : row,
    );
    program.reload(filledWith(directory, { ...directory, assignments }));
    await expect(list('lead-10.50')).rejects.toMatchObject({ code: 'not-directory-administration' });
  });

  test.each([
    [0, '0 offene Fragen', '0 open questions'],
    [1, '1 offene Frage', '1 open question'],
    [2, '2 offene Fragen', '2 open questions'],
  ])('says how many there are: %i', async (count, german, inEnglish) => {
    await keep(...Array.from({ length: count }, () => ({})));
    expect((await list('lead-10.50')).summary).toBe(german);
    expect((await list('lead-10.50', 'gaps')).summary).toBe(inEnglish);
  });

  test('shows fifteen at most, with day and count, long ones cut', async () => {
    await keep(
      { question: 'x'.repeat(300), count: 99, last: '2026-11-23', passedOn: true },
      ...Array.from({ length: 19 }, () => ({})),
    );
    const { total, gaps } = await view();
    expect([total, gaps.length]).toEqual([20, 10]);
    expect(gaps[0]).toEqual({
      id: 'g0',
      question: `${'x'.repeat(159)}…`,
      count: 99,
      last: '23.11.2026',
    });
  });

  test('forgets what nobody asked for a year, and only that, by itself and day by day', async () => {
    const all = await keep({ last: '2025-11-24' }, { last: '2025-11-23' });
    const opinions = program.store.collection('feedback', Feedback);
    for (const day of ['2025-11-24', '2025-11-23'])
      await opinions.add({ id: day, roles: ['kgrz'], helpful: true, day });
    await view({ at });
    expect((await all.list()).length).toBe(2);
    await program.tick(new Date(at));
    expect((await all.list()).map(({ id }) => id)).toEqual(['g0']);
    await program.tick(new Date(Date.parse(at) + 24 * 3_600_000));
    expect(await all.list()).toEqual([]);
    expect((await opinions.list()).map(({ id }) => id)).toEqual([]);
  });

  test('shows how answers were judged, the most judged first', async () => {
    const opinions = program.store.collection('feedback', Feedback);
    const judged = [['kgrz'], ['kgrz'], [], ['gone']];
    for (const [index, roles] of judged.entries())
      await opinions.add({ id: `f${index}`, roles, helpful: index === 0, day: '2026-11-24' });
    expect((await view()).feedback).toEqual([
      { name: 'Kommunales Gebietsrechenzentrum', helpful: 1, unhelpful: 1 },
      { name: 'Ohne Zuständigkeit beantwortet', helpful: 0, unhelpful: 1 },
      { name: 'Ohne Zuständigkeit beantwortet', helpful: 0, unhelpful: 1 },
    ]);
  });
});
