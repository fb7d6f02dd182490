import { expect, test } from '@jest/globals';
import { Refusal } from '../../../src/core/refusal.ts';
import { acted, contextAt, everySituation, note, place, told, viewOf } from './world.ts';

const { 'offered, on no agenda': offered, evaluated } = everySituation();

test('what came of an idea is what really came of it, not what was once intended', () => {
  const done = acted(evaluated, 'lead-10.50', { kind: 'finish', note: 'Wird im OZG-Projekt gemacht' });
  for (const who of ['staff-61', 'anybody'])
    expect(viewOf(done, who)).toMatchObject({
      wayTitle: 'Was daraus geworden ist',
      way: 'Wird im OZG-Projekt gemacht',
    });
  expect(viewOf(evaluated, 'anybody').way).toBe(evaluated.evaluation?.way);
});

test('on the day of a meeting that was not opened, and after it, the Beirat has no result', () => {
  const outcome = { kind: 'evaluate', outcome: 'feasible', way: note } as const;
  const invited = told(offered, { place: place() });
  const { day } = place();
  for (const on of [day, '2027-03-01']) {
    const now = contextAt(`${on}T15:00:00.000Z`);
    expect(() => acted(invited, 'digitallotse', outcome, now)).toThrow(Refusal);
  }
  const held = told(invited, { place: place({ state: 'held' }) }, contextAt(`${day}T15:00:00.000Z`));
  expect(acted(held, 'digitallotse', outcome, contextAt(`${day}T16:00:00.000Z`)).state).toBe('evaluated');
});
