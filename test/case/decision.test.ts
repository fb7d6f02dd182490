import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import {
  beside,
  bySystem,
  changed,
  commit,
  type Decision,
  deciding,
  entries,
  hasEvents,
  notified,
  quietly,
  recorded,
  showingTo,
  type Written,
  without,
} from '../../src/case/decision.ts';
import type { CaseDocument } from '../../src/case/document.ts';
import { brokenEntry, contentOf } from '../../src/core/history.ts';
import type { Also } from '../../src/core/ports/store.ts';

/* What a decision comes to as one write, without a kind of case around it. */

type Lamp = CaseDocument & { readonly isOn: boolean; readonly note?: string };
const digest = randomIds.digest;
const [before, now] = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z'];
const world = { now, digest };
const kind: Written<Lamp> = {
  feature: 'lamps',
  covers: ({ isOn }) => ({ isOn }),
  cardsOf: ({ id }, owners) => (owners ?? ['everybody']).map((owner) => ({ kind: 'lamps.lamp', id, owner })),
  dueAt: ({ isOn }) => (isOn ? '2026-12-01T08:00:00.000Z' : undefined),
};
/** A lamp with one entry in its history. */
const first = commit(
  recorded(
    deciding({
      id: 'L-1',
      version: 0,
      createdAt: before,
      changedAt: before,
      history: [],
      isOn: false,
    } as Lamp),
    {
      ...bySystem,
      act: 'hung',
    },
  ),
  kind,
  { now: before, digest },
);
const lamp = { ...first.doc, version: 1 } as Lamp;
const on = (decision: Decision<Lamp> = deciding(lamp)) =>
  recorded(changed(decision, { isOn: true }), { by: 'a', byName: 'A', act: 'on' });
const byCollection = (also: readonly Also[] | undefined, collection: string) =>
  (also ?? [])
    .filter((one) => one.collection === collection)
    .map(({ doc }) => doc as unknown as Record<string, unknown>);

describe('what is written', () => {
  test('has the new state, the moment, the next version on its cards, and when time looks again', () => {
    const { doc, also } = commit(on(), kind, world);
    expect(doc).toMatchObject({ isOn: true, changedAt: now, dueAt: '2026-12-01T08:00:00.000Z' });
    expect(byCollection(also, 'refreshes')).toMatchObject([{ id: 'lamps.lamp L-1 2', at: now }]);
    expect(commit(changed(on(), { isOn: false }), kind, world).doc).not.toHaveProperty('dueAt');
  });

  test('is drawn anew for those only who see something else, and for nobody when it is quiet', () => {
    const cards = (decision: Decision<Lamp>) => byCollection(commit(decision, kind, world).also, 'refreshes');
    expect(cards(showingTo(on(), ['b', 'c']))).toHaveLength(2);
    expect(cards(quietly(on()))).toEqual([]);
    expect(commit(quietly(on()), kind, world).doc.changedAt).toBe(before);
  });

  test('leaves a field out that goes, and keeps the others', () => {
    const noted = changed(deciding(lamp), { note: 'flickers' });
    expect(without(noted, 'note').doc).not.toHaveProperty('note');
    expect(without(noted, 'note').doc).toEqual(lamp);
  });

  test('brings everything that must be written beside, also of several steps', () => {
    const one = { collection: 'ones', doc: { id: '1' } } as Also;
    const other = { collection: 'others', doc: { id: '2' } } as Also;
    expect(commit(beside(beside(on(), one), other), kind, world).also).toEqual(
      expect.arrayContaining([one, other]),
    );
  });
});

describe('the history', () => {
  test('goes on from the one before, and its last entry carries what was decided', () => {
    const twice = recorded(on(), { by: 'a', byName: 'A', act: 'polished' });
    const { history } = commit(twice, kind, world).doc;
    expect(history.map(({ act, at }) => [act, at])).toEqual([
      ['hung', before],
      ['on', now],
      ['polished', now],
    ]);
    expect(history.map(({ content }) => content !== undefined)).toEqual([true, false, true]);
    expect(history.at(-1)?.content).toEqual(contentOf({ isOn: true }, digest));
    expect(brokenEntry(history, 'L-1', digest)).toBeUndefined();
  });

  test('has its last entry sealed although somebody is told behind it', () => {
    const { history } = commit(notified(on(), ['b'], { name: 'on' }), kind, world).doc;
    expect(history.at(-1)).toMatchObject({ act: 'on', content: expect.anything() });
  });

  test('is counted with what happened so far; who is told is no entry', () => {
    expect([entries(deciding(lamp)), entries(on()), entries(notified(on(), ['b'], { name: 'on' }))]).toEqual([
      1, 2, 2,
    ]);
    expect([hasEvents(deciding(lamp)), hasEvents(on())]).toEqual([false, true]);
    expect(hasEvents(notified(deciding(lamp), ['b'], { name: 'on' }))).toBe(false);
    expect(hasEvents(notified(on(), ['b'], { name: 'on' }))).toBe(true);
  });

  test('of nothing new stays, and so does the seal', () => {
    const { doc } = commit(changed(deciding(lamp), { note: 'flickers' }), kind, world);
    expect(doc.history).toEqual(lamp.history);
    expect(doc.seal).toEqual(lamp.seal);
    expect(commit(on(), kind, world).doc.seal).not.toEqual(lamp.seal);
    expect(commit(on(), kind, world).doc.seal).toBeDefined();
  });
});

describe('who is told', () => {
  const told = (decision: Decision<Lamp>, more: Partial<Written<Lamp>> = {}) =>
    byCollection(commit(decision, { ...kind, ...more }, world).also, 'outbox');

  test('is told once, urgently if nothing else is said, and nobody who is not there', () => {
    expect(told(notified(on(), ['b', undefined, 'b', 'c'], { name: 'on' }))).toMatchObject([
      {
        id: 'L-1 on 2 b',
        recipient: 'b',
        kind: 'lamps.on',
        ref: 'L-1',
        urgency: 'act',
        createdAt: now,
        facts: { entry: 2 },
      },
      { id: 'L-1 on 2 c', recipient: 'c' },
    ]);
  });

  test('is told once of the same, by its key or by its entry, the first time counts', () => {
    const again = notified(notified(on(), ['b'], { name: 'on', urgency: 'news' }), ['b'], { name: 'on' });
    expect(told(again)).toMatchObject([{ id: 'L-1 on 2 b', urgency: 'news' }]);
    const keyed = notified(on(), ['b'], { name: 'on', key: 'monday', facts: { day: 1 } });
    expect(told(keyed)).toMatchObject([{ id: 'L-1 on monday b', facts: { entry: 2, day: 1 } }]);
    expect(told(notified(on(), ['b'], { name: 'on' }), { noticesOf: () => 'lamp one' })).toMatchObject([
      { id: 'lamp one on 2 b' },
    ]);
  });

  test('of each event by itself', () => {
    const second = recorded(notified(on(), ['b'], { name: 'on' }), { by: 'a', byName: 'A', act: 'polished' });
    expect(told(notified(second, ['b'], { name: 'on' })).map(({ id }) => id)).toEqual([
      'L-1 on 2 b',
      'L-1 on 3 b',
    ]);
  });
});
