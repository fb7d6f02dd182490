import { describe, expect, test } from '@jest/globals';
import { contentOf, isEmpty, lettered, weekBefore } from '../../../src/features/ideas/letter/letter.ts';
import { nextMonday } from '../../../src/features/ideas/letter/subscription.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, startProgram } from '../../support/program.ts';
import { acted, ideaOf, note, noticesOf } from './world.ts';

test('the letter comes on Mondays at eight in Koblenz, summer and winter', () => {
  expect(nextMonday('2026-11-24T10:00:00.000Z')).toBe('2026-11-30T07:00:00.000Z');
  expect(nextMonday('2026-11-30T06:59:00.000Z')).toBe('2026-11-30T07:00:00.000Z');
  expect(nextMonday('2026-11-30T07:00:00.000Z')).toBe('2026-12-07T07:00:00.000Z');
  expect(nextMonday('2026-07-12T22:30:00.000Z')).toBe('2026-07-13T06:00:00.000Z');
});

test('it is owed once for a week and person, also after weeks without a program', () => {
  const subscription = {
    id: 'staff-61',
    version: 1,
    topics: [],
    changedAt: '',
    dueAt: '2026-11-30T07:00:00.000Z',
  };
  const first = lettered(subscription, '2026-12-22T09:00:00.000Z');
  expect(noticesOf(first.also)).toEqual(['ideas.letter 2026-12-21 staff-61']);
  expect(first.doc.dueAt).toBe('2026-12-28T07:00:00.000Z');
});

describe('what it says', () => {
  const week = weekBefore('2026-11-30', '2026-11-23');
  const fresh = { ...ideaOf('staff-36', { topic: 'ai', unit: '36' }), id: 'ID-2026-0001' };
  const decided = acted({ ...ideaOf('staff-36'), id: 'ID-2026-0002' }, 'lead-10.50', {
    kind: 'decline',
    note,
  });
  const reader = { id: 'staff-61', topics: [] as string[] };

  test('is new ideas, decisions of the week and what waits, each idea once', () => {
    const content = contentOf([fresh, decided], reader, week);
    expect([content.fresh, content.decided, content.waiting].map((list) => list.map(({ id }) => id))).toEqual(
      [['ID-2026-0001'], ['ID-2026-0002'], []],
    );
    expect(contentOf([fresh], { ...reader, id: 'lead-10.50' }, week)).toMatchObject({
      fresh: [],
      waiting: [fresh],
    });
  });

  test('is about the chosen topics and the own office', () => {
    const seen = (topics: string[], unit?: string) =>
      contentOf([fresh], { ...reader, topics, unit }, week).fresh.length;
    expect([seen(['ai']), seen(['mobility']), seen(['mobility'], '36'), seen(['mobility'], '61')]).toEqual([
      1, 0, 1, 0,
    ]);
  });

  test('is not what one has proposed oneself, nor what lies outside the week', () => {
    expect(isEmpty(contentOf([fresh], { ...reader, id: 'staff-36' }, week))).toBe(true);
    const later = weekBefore('2026-12-07', '2026-11-30');
    expect(isEmpty(contentOf([fresh, decided], reader, later))).toBe(true);
    expect(isEmpty(contentOf([{ ...fresh, createdAt: week.to }], reader, week))).toBe(true);
  });
});

test('who wants it gets it by a typed command, nothing when there is nothing to say, and can end it', async () => {
  const program = await startProgram();
  const actor = actorOf(await demoDirectory(), 'staff-61');
  const on = await program.ask('Ideenbrief an zu KI', { actor });
  expect(on.data).toMatchObject({ on: true, chosen: 'ai' });
  const monday = new Date('2026-11-30T07:00:01.000Z');
  await program.tick(monday);
  await program.tick(monday);
  const letters = (await program.outbox()).filter(({ kind }) => kind === 'ideas.letter');
  expect(letters.map(({ id }) => id)).toEqual(['ideas.letter 2026-11-30 staff-61']);
  const kind = program.features
    .flatMap(({ notices = [] }) => notices)
    .find((one) => one.kind === 'ideas.letter');
  const to = { id: 'staff-61', name: 'x', language: 'de' as const };
  expect(await kind?.say(letters[0] as never, to, monday)).toBeUndefined();
  expect((await program.ask('Ideenbrief aus', { actor })).data).toMatchObject({ on: false });
  await program.tick(new Date('2026-12-07T07:00:01.000Z'));
  expect((await program.outbox()).filter((one) => one.kind === 'ideas.letter')).toHaveLength(1);
});
