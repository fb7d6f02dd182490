import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCardRenderer } from '../../../src/adapters/cards/card-renderer.ts';
import { brokenEntry } from '../../../src/core/history.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { Idea, isOver, outcomes } from '../../../src/features/ideas/model.ts';
import { type Act, acted, contextAt, ideaOf, look, marks, people, place, told, viewOf } from './world.ts';

/* Whatever people do in whatever order, on whatever days: an idea stays whole and can be shown to everybody. */

const note = fc.string({ maxLength: 40 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('support' as const), on: fc.boolean() }),
  ...(['answer', 'ask', 'decline', 'finish'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), note }),
  ),
  ...(['withdraw', 'review', 'offer', 'recall'] as const).map((kind) => fc.constant({ kind })),
  fc.record({ kind: fc.constant('evaluate' as const), outcome: fc.constantFrom(...outcomes), way: note }),
  fc.integer({ min: 1, max: 5 }).map((benefit) => ({ kind: 'score' as const, marks: marks(benefit) })),
);
const request = { id: 'IT-2026-0001' };
const places = [
  undefined,
  place(),
  place({ day: '2026-12-10', state: 'held' }),
  place({ meeting: 'B-2026-2' }),
];

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act, who: fc.constantFrom(...people) }) },
  { weight: 2, arbitrary: fc.constantFrom(...places).map((where) => ({ where })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('open', 'done', 'ended').map((state) => ({ request: { ...request, state } })),
  },
  { weight: 1, arbitrary: fc.constant({ morning: true as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function taken(idea: Idea, one: Step, day: number): Idea {
  const context = contextAt(
    new Date(Date.parse('2026-11-23T08:00:00.000Z') + day * 86_400_000).toISOString(),
  );
  try {
    if ('act' in one) return acted(idea, one.who, one.act, context);
    if ('where' in one) return told(idea, { place: one.where }, context);
    if ('request' in one) return told(idea, { request: one.request as never }, context);
    return { ...look(idea, context).doc, version: idea.version + 1 };
  } catch (error) {
    if (error instanceof Refusal) return idea;
    throw error;
  }
}

const render = createCardRenderer('cards');

test('an idea stays valid, its history whole, its end an end, and its card can be drawn for everybody', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.constantFrom(...people), (steps, viewer) => {
      let idea = ideaOf('staff-61');
      for (const [at, one] of steps.entries()) {
        const before = idea;
        idea = taken(idea, one, at);
        expect(Idea.parse(JSON.parse(JSON.stringify(idea)))).toEqual(JSON.parse(JSON.stringify(idea)));
        expect(brokenEntry(idea.history, idea.id, contextAt().digest)).toBeUndefined();
        expect(idea.history.length).toBeGreaterThanOrEqual(before.history.length);
        expect(idea.visit).toBeGreaterThanOrEqual(before.visit);
        if (isOver(before)) expect(idea.state).toBe(before.state);
        if (idea.state !== before.state) expect(idea.visit).toBeGreaterThan(before.visit);
        if (idea.state === 'evaluated') expect(idea.evaluation?.way.trim()).toBeTruthy();
      }
      for (const language of ['de', 'en'] as const) {
        const data = viewOf(idea, viewer, contextAt(), language);
        const reply = { card: 'ideas/idea', data, summary: idea.id, language };
        expect(JSON.stringify(render(reply))).not.toMatch(/\$\{|undefined|\[object/);
      }
    }),
    { numRuns: 80 },
  );
});
