import { expect, test } from '@jest/globals';
import { brokenEntry } from '../../../src/core/history.ts';
import { forgotten, isForgettable, keptDays } from '../../../src/features/ideas/forget.ts';
import { Idea, isOver } from '../../../src/features/ideas/idea.ts';
import { startProgram } from '../../support/program.ts';
import { acted, contextAt, everySituation, ideaOf } from './world.ts';

const situations = everySituation();

test('people are forgotten two years after the end, not before, and not of ideas that go on', () => {
  for (const idea of Object.values(situations)) {
    expect(isForgettable(idea, '2026-11-23')).toBe(false);
    expect(isForgettable(idea, '2026-11-24')).toBe(isOver(idea));
  }
  expect(keptDays).toBe(730);
});

test('what was proposed and what came of it stays, no name does, and the chain can still be checked', () => {
  const liked = acted(
    acted(ideaOf('staff-61'), 'staff-36', { kind: 'support', on: true }),
    'lead-10.50-deputy',
    {
      kind: 'decline',
      note: 'Funktion staff-61 hat das schon gefragt',
    },
  );
  const idea = forgotten({ ...liked, company: 'Beispiel GmbH' });
  expect(idea.title).toBe(liked.title);
  expect(idea.supporters).toHaveLength(1);
  expect(JSON.stringify(idea)).not.toMatch(/Funktion|staff-|lead-|Beispiel/);
  expect(brokenEntry(idea.history, idea.id, contextAt().digest)).toBeUndefined();
  expect(Idea.parse(idea)).toEqual(idea);
  expect(isForgettable(idea, '2030-01-01')).toBe(false);
});

test('the program does it once a day', async () => {
  const program = await startProgram();
  const ideas = program.store.collection('ideas', Idea);
  const { version: _version, ...declined } = situations.declined;
  await ideas.add(declined);
  await program.tick(new Date('2028-11-20T10:00:00.000Z'));
  expect((await ideas.get(declined.id))?.submittedBy).toBe('staff-61');
  await program.tick(new Date('2028-11-25T10:00:00.000Z'));
  expect((await ideas.get(declined.id))?.submittedBy).toBe('erased');
});
