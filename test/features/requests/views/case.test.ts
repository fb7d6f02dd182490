import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import { type Request, requestCollection } from '../../../../src/features/requests/model.ts';
import type { CaseView } from '../../../../src/features/requests/views/case.ts';
import { type Act, allActed, contextAt, openRequests, people, submittedBy } from '../world.ts';

const note = 'weil es so ist';
const yes: Act = { kind: 'approve' };
const requests = openRequests(createMemoryStore());

/** What the card of this person offers. */
async function offered(request: Request, who: string): Promise<readonly string[]> {
  const viewer = { id: who, name: who, language: 'de' as const };
  const reply = await requests.draw(request, viewer, contextAt('2026-11-24T08:00:00.000Z'));
  const { can } = (reply?.data ?? { can: {} }) as unknown as CaseView;
  return Object.entries(can).flatMap(([what, is]) => (is ? [what] : []));
}

const start = submittedBy('staff-61', { application: 'bau', cross: true });
const granted = allActed(start, [
  ['itb-61', yes],
  ['fa-bau', { kind: 'opinion', note }],
  ['lead-10.50', yes],
]);
const approved = allActed(granted, [
  ['board-1', yes],
  ['board-2', yes],
]);

describe('the card of a request offers', () => {
  test.each<readonly [string, string, Request, readonly string[]]>([
    ['the holder what decides', 'itb-61', start, ['decide', 'ask', 'passOn']],
    ['the requester to take it back or to change it', 'staff-61', start, ['withdraw', 'change']],
    ['10.50 to intervene at the step of others', 'lead-10.50', start, ['override', 'assign']],
    [
      '10.50 to decide at its own step in the ordinary way',
      'lead-10.50',
      allActed(start, [
        ['itb-61', yes],
        ['fa-bau', { kind: 'opinion', note }],
      ]),
      ['decide', 'ask', 'passOn', 'assign'],
    ],
    ['whoever is heard an opinion', 'fa-bau', allActed(start, [['itb-61', yes]]), ['opine', 'ask']],
    ['whoever votes with others no passing on', 'board-1', granted, ['decide', 'ask']],
    ['whoever has voted nothing more', 'board-1', allActed(granted, [['board-1', yes]]), []],
    ['the KGRZ the work', 'support-kgrz', approved, ['take', 'finish', 'ask', 'passOn']],
    [
      'who has taken the work to finish it',
      'support-kgrz',
      allActed(approved, [['support-kgrz', { kind: 'take' }]]),
      ['finish', 'ask', 'passOn'],
    ],
    [
      'the requester to answer a question',
      'staff-61',
      allActed(start, [['itb-61', { kind: 'ask', note }]]),
      ['answer', 'withdraw'],
    ],
  ])('%s', async (_what, who, request, expected) => {
    expect(await offered(request, who)).toEqual(expected);
  });

  test('only who made a rejected request to submit it again', async () => {
    const rejected = allActed(start, [
      ['itb-61', yes],
      ['fa-bau', { kind: 'opinion', note }],
      ['lead-10.50', { kind: 'reject', note }],
    ]);
    const found = await Promise.all(
      people.map(async ([who]) => [who, await offered(rejected, who)] as const),
    );
    expect(found.filter(([, can]) => can.includes('resubmit')).map(([who]) => who)).toEqual(['staff-61']);
  });
});

test('whoever was stood in for may see it, as the notice that tells them does', async () => {
  const staffing = { absences: [{ person: 'itb-61', from: '2026-01-01', to: '2026-11-23' }] };
  const request = allActed(submittedBy('staff-61', {}, { staffing }), [['itb-61-deputy', yes]], staffing);
  expect(request.history.map(({ by }) => by)).not.toContain('itb-61');
  const store = createMemoryStore();
  const { version: _, ...doc } = request;
  await store.collection(requestCollection, requests.type.record.schema).add(doc);
  const open = openRequests(store);
  expect(await open.visible(request.id, 'itb-61', '2026-11-24T08:00:00.000Z')).toMatchObject({
    id: request.id,
  });
  await expect(open.visible(request.id, 'staff-36', '2026-11-24T08:00:00.000Z')).rejects.toMatchObject({
    code: 'no-such-requests.request',
  });
});

test('whoever is asked reads what was said before them, without unfolding anything; others do not', async () => {
  const said = async (request: Request, who: string) => {
    const viewer = { id: who, name: who, language: 'de' as const };
    const reply = await requests.draw(request, viewer, contextAt('2026-11-24T08:00:00.000Z'));
    return ((reply?.data ?? { said: [] }) as unknown as CaseView).said;
  };
  const against = allActed(submittedBy('staff-61'), [
    ['itb-61', { kind: 'reject', note: 'Es gibt noch welche' }],
  ]);
  expect(await said(against, 'lead-10.50')).toEqual([
    '✕ Funktion itb-61 hat nicht befürwortet: „Es gibt noch welche“',
  ]);
  expect(await said(against, 'staff-61')).toEqual([]);
  expect(await said(start, 'itb-61')).toEqual([]);
});
