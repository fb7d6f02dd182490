import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { outboxCollection, refreshCollection } from '../../../src/core/notice.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import { counterOf, submitted } from '../../../src/features/requests/acts/submit.ts';
import type { Request } from '../../../src/features/requests/model.ts';
import type { CaseView } from '../../../src/features/requests/views/case.ts';
import { holder } from '../../support/directory-builder.ts';
import { actionTurn } from '../../support/turns.ts';
import {
  type Act,
  carried,
  contextAt,
  monday,
  openRequests,
  party,
  type Staffing,
  submittedBy,
  teamsIdFor,
  usual,
  workplace,
} from './world.ts';

const anything = z.looseObject({ id: z.string(), version: z.number() });
const note = 'weil es so ist';

let store: Store;
let requests: ReturnType<typeof openRequests>;

function open(staffing?: Staffing): void {
  store = createMemoryStore();
  requests = openRequests(store, staffing);
}
beforeEach(() => open());

async function put(request = submittedBy('staff-61')): Promise<Request> {
  const { version: _version, ...doc } = request;
  return requests.collection.add(doc);
}

const turnOf = (who: string) =>
  actionTurn(
    'requests.act',
    {},
    {
      at: '2026-11-24T10:00:00.000Z',
      actor: { id: teamsIdFor(who), name: `Funktion ${who}` },
    },
  );

async function press(who: string, id: string, act: Act): Promise<CaseView> {
  const { kind, ...data } = carried(act);
  return (await requests.actAndShow(turnOf(who), id, kind, data)).data as unknown as CaseView;
}

const outbox = async (): Promise<readonly string[]> =>
  (await store.collection(outboxCollection, anything).list()).map(({ id }) => id);

describe('clicks at the same instant', () => {
  const yes: Act = { kind: 'approve', visit: 1 };

  test('of two who may decide: one decides, the other is told who did and sees the present state', async () => {
    const staffing = { assignments: [...usual, holder('it-beauftragte', 'fa-bau', { unit: '61' })] };
    open(staffing);
    const { id } = await put(submittedBy('staff-61', {}, { staffing }));
    const [first, second] = await Promise.all([
      press('itb-61', id, yes),
      press('fa-bau', id, { kind: 'reject', visit: 1, note }),
    ]);
    expect(String(first.remark)).not.toMatch(/Bereits/);
    expect(second.remark).toBe('Bereits entschieden von Funktion itb-61 am 24.11.2026, 11:00.');
    const request = await requests.collection.get(id);
    expect(request?.history.filter(({ by }) => by !== 'system').map(({ act, by }) => `${act} ${by}`)).toEqual(
      ['submitted staff-61', 'recommended itb-61'],
    );
  });

  test.each<[string, string, Act]>([
    ['an approval', 'itb-61', yes],
    ['a rejection', 'itb-61', { kind: 'reject', visit: 1, note }],
    ['a question', 'itb-61', { kind: 'ask', visit: 1, note }],
    ['passing on', 'itb-61', { kind: 'pass-on', visit: 1, note, to: 'itb-61-deputy' }],
    ['an override', 'lead-10.50', { kind: 'override', visit: 1, note, decision: 'approve' }],
    ['an assignment', 'lead-10.50', { kind: 'assign', visit: 1, note, to: 'itb-61-deputy' }],
    ['a withdrawal', 'staff-61', { kind: 'withdraw' }],
  ])('%s that is delivered four times has one effect', async (_what, who, act) => {
    const { id } = await put();
    await Promise.all(Array.from({ length: 4 }, () => press(who, id, act)));
    const request = await requests.collection.get(id);
    expect(request?.history.filter(({ by }) => by === who && who !== 'staff-61')).toHaveLength(
      who === 'staff-61' ? 0 : 1,
    );
    const refreshes = await store.collection(refreshCollection, anything).list();
    // The whole card and the short one that was pushed.
    expect(refreshes).toHaveLength(2);
    expect(request?.version).toBe(2);
    const ids = await outbox();
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of two who take over the same work: the second one sees who has it, and may then take it over', async () => {
    const staffing = { assignments: [...usual, holder('kgrz', 'fa-bau')] };
    open(staffing);
    const { id } = await put(submittedBy('staff-61', {}, { staffing }));
    await press('itb-61', id, yes);
    const { revision: visit } = await press('lead-10.50', id, { kind: 'approve' });
    const [, second] = await Promise.all(
      ['support-kgrz', 'fa-bau'].map((who) => press(who, id, { kind: 'take', visit })),
    );
    expect(second?.remark).toBe('Bereits übernommen von Funktion support-kgrz am 24.11.2026, 11:00.');
    await press('fa-bau', id, { kind: 'take', visit: second?.revision ?? 0 });
    expect((await requests.collection.get(id))?.open?.takenBy).toBe('fa-bau');
  });

  test('two who vote together both count', async () => {
    const { id } = await put(submittedBy('staff-61', { cross: true }));
    await press('itb-61', id, { kind: 'approve' });
    const { revision: visit } = await press('lead-10.50', id, { kind: 'approve' });
    await Promise.all([
      press('board-1', id, { kind: 'approve', visit }),
      press('board-3', id, { kind: 'approve', visit }),
    ]);
    expect((await requests.collection.get(id))?.state).toBe('approved');
  });

  test('submissions get numbers of their own', async () => {
    const drafts = store.collection('drafts', anything);
    const names = Array.from({ length: 25 }, (_, at) => `draft-${at}`);
    const context = contextAt(monday);
    await Promise.all(names.map((id) => drafts.add({ id })));
    await Promise.all(
      names.map((id) =>
        drafts.change(
          id,
          (draft, [counter]) => {
            const { request, also } = submitted(
              {
                type: workplace,
                title: id,
                fields: {},
                requester: party('staff-61'),
                unit: '61',
                language: 'de',
              },
              counter,
              context,
            );
            return { doc: { ...draft, number: request.id }, also };
          },
          [counterOf(context)],
        ),
      ),
    );
    const all = await requests.collection.list();
    expect(new Set(all.map(({ title }) => title)).size).toBe(25);
    expect(all.map(({ id }) => id).at(-1)).toBe('IT-2026-0025');
  });
});

describe('what somebody gets to see', () => {
  test.each(['staff-61', 'itb-61', 'lead-10.50', 'lead-10.50-deputy'])(
    '%s has to do with it',
    async (who) => {
      const { id } = await put();
      expect((await requests.show(turnOf(who), id)).data).toMatchObject({ id });
    },
  );

  test.each(['staff-36', 'itb-61-deputy', 'support-kgrz', 'board-1'])(
    '%s has nothing to do with it, and cannot tell it from a number that does not exist',
    async (who) => {
      const { id } = await put();
      await expect(requests.show(turnOf(who), id)).rejects.toMatchObject({
        code: 'no-such-requests.request',
      });
      await expect(requests.show(turnOf(who), 'IT-2026-9999')).rejects.toMatchObject({
        code: 'no-such-requests.request',
      });
      await expect(press(who, id, { kind: 'approve' })).rejects.toMatchObject({
        code: 'no-such-requests.request',
      });
    },
  );

  test('whoever was asked or was given a step may see it for good', async () => {
    const { id } = await put();
    await press('itb-61', id, { kind: 'pass-on', note, to: 'itb-61-deputy' });
    await press('lead-10.50', id, { kind: 'assign', note, to: 'lead-10.50-deputy' });
    await press('lead-10.50', id, { kind: 'override', note, decision: 'approve' });
    expect((await requests.show(turnOf('lead-10.50-deputy'), id)).data).toMatchObject({ id });
    expect((await requests.show(turnOf('itb-61-deputy'), id)).data).toMatchObject({ id });
  });

  test('a no is said on the card, with what was typed still in it, and changes nothing', async () => {
    const { id } = await put();
    const view = await press('itb-61', id, { kind: 'finish', visit: 1, note: 'Das Gerät steht bereit' });
    expect(view).toMatchObject({
      remark: expect.stringMatching(/wird noch entschieden/),
      note: 'Das Gerät steht bereit',
    });
    expect((await requests.collection.get(id))?.version).toBe(1);
  });
});
