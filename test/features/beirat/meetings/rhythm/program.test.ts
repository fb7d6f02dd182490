import { beforeEach, describe, expect, test } from '@jest/globals';
import { Meeting, meetingCollection } from '../../../../../src/features/beirat/meetings/model.ts';
import { demoDirectory } from '../../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../../support/program.ts';
import { plannedAt } from '../../world.ts';

const demo = await demoDirectory();
let program: Program;
beforeEach(async () => {
  program = await startProgram(demo);
});

const ask = (who: string, text: string, at = '2027-05-03T09:00:00Z') =>
  program.ask(text, { actor: actorOf(demo, who), conversationId: who, at });
const met = async (day: string, state: Meeting['state'] = 'minuted', id = 'B-2026-1') => {
  const { version: _, seal: __, dueAt: ___, ...meeting } = { ...plannedAt(undefined, { day }), id, state };
  await program.store.collection(meetingCollection, Meeting).add(meeting);
};
const reminders = async () => (await program.outbox()).filter(({ kind }) => kind === 'beirat.rhythm');
/** Every hour of some days, as the clock would. */
async function days(from: string, count: number) {
  for (let hour = 0; hour < count * 24; hour++)
    await program.tick(new Date(Date.parse(from) + hour * 3_600_000));
}

describe('the office is reminded that a meeting is due', () => {
  test('once, on the morning that the rules name', async () => {
    await met('2026-12-10');
    await days('2027-04-25T00:00:00Z', 10);
    expect((await reminders()).map(({ id, createdAt }) => `${id} ${createdAt}`)).toEqual([
      'rhythm B-2026-1 digitallotse 2027-04-29T06:00:00.000Z',
    ]);
  });

  test('again in the next period', async () => {
    await met('2026-12-10');
    await days('2027-04-29T00:00:00Z', 1);
    expect((await reminders()).map(({ ref }) => ref)).toEqual(['B-2026-1']);
    await met('2027-06-10', 'held', 'B-2027-1');
    await days('2027-10-28T00:00:00Z', 3);
    expect((await reminders()).map(({ ref }) => ref)).toContain('B-2027-1');
  });

  test('the deputy while the Digitallotse is away', async () => {
    const absences = [...demo.absences, { person: 'digitallotse', from: '2027-04-01', to: '2027-05-31' }];
    program.reload({ ...demo, absences });
    await met('2026-12-10');
    await days('2027-04-29T00:00:00Z', 1);
    expect((await reminders()).map(({ recipient }) => recipient)).toEqual(['digitallotse-deputy']);
  });

  test('not by itself before the Beirat has ever met', async () => {
    await days('2027-04-29T00:00:00Z', 2);
    expect(await reminders()).toEqual([]);
  });

  test('with three days and a date poll; nothing is said any more once one is planned', async () => {
    await met('2026-12-10');
    await days('2027-04-29T00:00:00Z', 1);
    const [notice] = await reminders();
    const kind = program.features
      .flatMap(({ notices = [] }) => notices)
      .find((one) => one.kind === 'beirat.rhythm');
    if (!notice || !kind) throw new Error('nothing is owed');
    const to = { id: 'digitallotse', name: 'x', language: 'de' } as const;
    const said = await kind.say(notice, to, new Date('2027-04-29T07:00:00Z'));
    expect(said?.reply.data).toMatchObject({
      canPlan: true,
      days: [{ day: '2027-05-20' }, { day: '2027-06-03' }, { day: '2027-06-10' }],
      due: 'Fällig bis Do 10.06.2027',
    });
    expect(said?.letter.paragraphs.join(' ')).toContain('Do 20.05.2027, Do 03.06.2027, Do 10.06.2027');
    await met('2027-06-17', 'planned', 'B-2027-1');
    expect(await kind.say(notice, to, new Date('2027-04-29T08:00:00Z'))).toBeUndefined();
  });
});

describe('whoever asks', () => {
  test('the office plans from there', async () => {
    await met('2026-12-10');
    const { data } = await ask('digitallotse', 'Nächste Beiratssitzung');
    expect(data).toMatchObject({ canPlan: true, due: 'Fällig bis Do 10.06.2027' });
    const plan = await program.press(
      'beirat.plan',
      { day: '2027-06-17' },
      { actor: actorOf(demo, 'digitallotse'), at: '2027-05-03T09:00:00Z' },
    );
    expect(plan).toMatchObject({ card: 'beirat/plan', data: { day: '2027-06-17' } });
  });

  test('hears that it is overdue', async () => {
    await met('2026-12-10');
    const { data } = await ask('digitallotse', 'Next board meeting', '2027-06-11T09:00:00Z');
    expect(data.overdue).toContain('Thu 10 Jun 2027');
  });

  test('hears gently that the Beirat has not met yet', async () => {
    const { data } = await ask('digitallotse', 'Nächste Sitzung');
    expect(data.lines).toEqual([expect.stringContaining('noch nicht getagt')]);
    expect(data).toMatchObject({ canPlan: true, days: { length: 3 } });
  });

  test('who does not keep the Beirat hears the rhythm, plans nothing and learns no plan', async () => {
    await met('2026-12-10');
    await met('2027-06-17', 'planned', 'B-2027-1');
    const { data } = await ask('staff-61', 'Nächste Sitzung');
    expect(data).toMatchObject({ canPlan: false, days: [] });
    expect(JSON.stringify(data)).not.toContain('17.06.2027');
    expect(data.meeting).toBeUndefined();
  });

  test('the office is led to the one that is being planned', async () => {
    await met('2026-12-10');
    await met('2027-06-17', 'planned', 'B-2027-1');
    const { data } = await ask('digitallotse', 'Nächste Sitzung');
    expect(data).toMatchObject({
      meeting: 'B-2027-1',
      canPlan: false,
      calm: expect.stringContaining('in Planung'),
    });
  });
});
