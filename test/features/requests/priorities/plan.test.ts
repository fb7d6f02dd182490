import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import { planActions, planIntents } from '../../../../src/features/requests/priorities/chat.ts';
import {
  emptyPlan,
  fitting,
  moved,
  Plan,
  planCollection,
  quarterOf,
  type Rating,
  rated,
  suggested,
} from '../../../../src/features/requests/priorities/plan.ts';
import type { PlanView } from '../../../../src/features/requests/priorities/plan-view.ts';
import { readTyped } from '../../../../src/features/requests/priorities/read.ts';
import { actionTurn, textTurn } from '../../../support/turns.ts';
import { allActed, directoryWith, openRequests, submittedBy, teamsIdFor } from '../world.ts';

const rate = (id: string, benefit: number, urgency: number, effort: number): Rating => ({
  id,
  benefit,
  urgency,
  effort,
});
const planOf = (...ratings: readonly Rating[]): Plan =>
  ratings.reduce<Plan>((plan, one) => rated(plan, one) ?? plan, { ...emptyPlan, order: [], version: 1 });
const ids = ({ order }: Plan) => order.map(({ id }) => id).join('');

describe('the order of work', () => {
  const plan = planOf(rate('A', 2, 2, 5), rate('B', 5, 5, 30), rate('C', 2, 2, 3));

  test('goes by benefit times urgency, among equals by the smaller effort', () => {
    expect(ids(plan)).toBe('BCA');
    expect(rated(plan, rate('B', 5, 5, 30))).toBeUndefined();
    expect(ids(rated(plan, rate('B', 1, 1, 30)) as Plan)).toBe('CAB');
  });

  test('is what 10.50 has moved, until the points are asked again', () => {
    const other = moved(plan, 'A', 'up') as Plan;
    expect(ids(other)).toBe('BAC');
    expect(ids(suggested(other))).toBe('BCA');
    expect(moved(plan, 'B', 'up')).toBeUndefined();
    expect(moved(plan, 'A', 'down')).toBeUndefined();
    expect(moved(plan, 'X', 'up')).toBeUndefined();
  });

  test('is cut at the first that does not fit; nothing overtakes it', () => {
    expect(fitting(plan.order, 30)).toBe(1);
    expect(fitting(plan.order, 29)).toBe(0);
    expect(fitting(plan.order, 38)).toBe(3);
    expect(fitting(plan.order, undefined)).toBe(3);
  });

  test('loses and doubles nobody, and what fits is never more than there is', () => {
    const step = fc.oneof(
      fc.record({
        id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        benefit: fc.integer({ min: 1, max: 5 }),
        urgency: fc.integer({ min: 1, max: 5 }),
        effort: fc.integer({ min: 1, max: 40 }),
      }),
      fc.record({
        id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        to: fc.constantFrom('up' as const, 'down' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 0, max: 100 }), (steps, days) => {
        let now = planOf();
        const known = new Set<string>();
        for (const one of steps) {
          if ('to' in one) now = moved(now, one.id, one.to) ?? now;
          else {
            now = rated(now, one) ?? now;
            known.add(one.id);
          }
        }
        expect(ids(now).split('').sort().join('')).toBe([...known].sort().join(''));
        const fits = now.order.slice(0, fitting(now.order, days));
        expect(fits.reduce((sum, { effort }) => sum + effort, 0)).toBeLessThanOrEqual(days);
      }),
    );
  });

  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-11-24', '2026-Q4'],
  ])('%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter));
});

test.each([
  ['Kapazität 2026 Q4 120', { kind: 'capacity', quarter: '2026-Q4', days: 120 }],
  ['priorität it-2026-42 5/4/2,5', { kind: 'rate', rating: { id: 'IT-2026-0042', effort: 2.5 } }],
  ['Prioritäten nach Punkten', { kind: 'suggest' }],
  ['Priority IT-2026-0042 down?', { kind: 'down', id: 'IT-2026-0042' }],
])('"%s" is understood', (text, act) => expect(readTyped(text)).toMatchObject(act));

test.each([
  'Priorität IT-2026-0042',
  'Priorität IT-2026-0042 6 4 12',
  'Kapazität 2026 Q5 1',
  'Wer setzt Prioritäten?',
])('"%s" is no command', (text) => expect(readTyped(text)).toBeUndefined());

describe('in the chat', () => {
  let desk: Parameters<typeof planActions>[0];
  beforeEach(async () => {
    const store = createMemoryStore();
    desk = {
      requests: openRequests(store),
      plans: store.collection(planCollection, Plan),
      directory: directoryWith(),
    };
    for (const id of ['IT-2026-0001', 'IT-2026-0002', 'IT-2026-0003']) {
      const { version: _version, ...doc } = { ...submittedBy('staff-61'), id };
      await desk.requests.collection.add(doc);
    }
  });
  const as = (who: string) => ({ at: '2026-11-24T10:00:00.000Z', actor: { id: teamsIdFor(who), name: who } });
  const type = (who: string, text: string) => {
    const intent = planIntents(desk).find(({ match }) => match(text));
    if (!intent) throw new Error(`nobody claims "${text}"`);
    return intent.handle(textTurn(text, as(who)));
  };
  const press = async (who: string, verb: string, data: object) => {
    const action = planActions(desk).find((one) => one.verb === `requests.plan-${verb}`);
    return (await action?.handle(actionTurn(`requests.plan-${verb}`, { ...data }, as(who))))
      ?.data as PlanView;
  };
  const view = async (who = 'support-kgrz') => (await type(who, 'Prioritäten')).data as unknown as PlanView;
  const order = async () => (await view()).items.map(({ id }) => id.at(-1)).join('');

  async function fill(): Promise<void> {
    await type('lead-10.50', 'Priorität IT-2026-0001 5 5 60');
    await type('lead-10.50', 'Priorität IT-2026-0002 3 5 12');
    await press('lead-10.50', 'rate', { number: 'IT-2026-3', benefit: '4', urgency: '3', effort: '80' });
    await type('lead-10.50', 'Kapazität 2026 Q4 120');
  }

  test('10.50 ranks, the KGRZ reads where the quarter is full', async () => {
    await fill();
    expect(await view()).toMatchObject({
      keeps: false,
      quarter: '4. Quartal 2026',
      capacity: 'KGRZ: 120 Personentage, davon 72 verplant',
      items: [
        { cut: false },
        { cut: false },
        { cut: true, text: expect.stringContaining('passt nicht mehr') },
      ],
    });
  });

  test('a rating stands beside what it was given for: a change is shown, and one press confirms it', async () => {
    await fill();
    expect((await view('lead-10.50')).items.map(({ confirms }) => confirms)).toEqual([false, false, false]);
    await desk.requests.act(
      { id: 'staff-61', name: 'Funktion staff-61', via: 'teams' },
      'IT-2026-0002',
      'change',
      { note: '', fields: { costs: 4_999_900 }, title: 'Notebook' },
      '2026-11-24T10:00:00.000Z',
    );
    const [, changed] = (await view('lead-10.50')).items;
    expect(changed).toMatchObject({ id: 'IT-2026-0002', confirms: true });
    expect(changed?.changes).toEqual([expect.stringMatching(/^Kosten: 500,00.€ → 49\.999,00.€$/)]);
    expect((await view()).items[1]).toMatchObject({ confirms: false, changes: changed?.changes });
    const before = await order();
    const { benefit, urgency, effort } = changed ?? {};
    const after = await press('lead-10.50', 'rate', { number: 'IT-2026-0002', benefit, urgency, effort });
    expect(after.items.map(({ changes }) => changes)).toEqual([[], [], []]);
    expect(await order()).toBe(before);
  });

  test('a press moves once, however often it arrives', async () => {
    await fill();
    const { version } = await view('lead-10.50');
    const data = { id: 'IT-2026-0003', version };
    expect((await press('lead-10.50', 'up', data)).remark).toBeUndefined();
    expect((await press('lead-10.50', 'up', data)).remark).toContain('inzwischen geändert');
    expect(await order()).toBe('132');
  });

  test('a request that is over leaves the list and no gap in it', async () => {
    await fill();
    await desk.requests.collection.change('IT-2026-0002', (request) => ({
      doc: { ...allActed(submittedBy('staff-61'), [['staff-61', { kind: 'withdraw' }]]), id: request.id },
    }));
    expect(await order()).toBe('13');
    await type('lead-10.50', 'Priorität IT-2026-0003 höher');
    expect(await order()).toBe('31');
  });

  test('nobody else sees or changes it, and the KGRZ only looks', async () => {
    await fill();
    for (const [who, text] of [
      ['staff-61', 'Prioritäten'],
      ['support-kgrz', 'Kapazität 2026 Q4 5'],
      ['board-1', 'Priorität IT-2026-0003 höher'],
    ] as const)
      expect(await type(who, text)).toMatchObject({ card: 'shared/refusal' });
    await expect(press('support-kgrz', 'up', { id: 'IT-2026-0003' })).rejects.toMatchObject({
      code: 'only-10.50-plans',
    });
    expect(await order()).toBe('123');
  });

  test.each([
    ['rate', { number: 'IT-2026-9', benefit: '1', urgency: '1', effort: '1' }, 'number'],
    ['rate', { number: 'IT-2026-1', benefit: '6', urgency: '1', effort: '1' }, 'benefit'],
    ['rate', { number: 'IT-2026-1', benefit: '5', urgency: '', effort: '1' }, 'urgency'],
    ['rate', { number: 'IT-2026-1', benefit: '5', urgency: '1', effort: '0' }, 'effort'],
    ['rate', {}, 'number'],
    ['capacity', { quarter: '2026 Q7', days: '5' }, 'quarter'],
    ['capacity', { quarter: '2026 Q1', days: '' }, 'days'],
  ])(
    '%s with %j comes back with what is wrong at its field, and the rest still there',
    async (verb, data, field) => {
      const { errors, form } = await press('lead-10.50', verb, data);
      expect(Object.entries(errors).flatMap(([name, error]) => (error ? [name] : []))).toEqual([field]);
      expect(form).toMatchObject(data);
    },
  );
});
