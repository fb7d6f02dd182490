import { describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { placesOf, withPlaces } from '../../src/app/places.ts';
import { numbers, openConfidentialCases } from '../support/confidential-cases.ts';
import { strictProblems } from '../support/strict-card.ts';
import { local } from '../support/wire.ts';

const { program, as } = await openConfidentialCases();
const appId = '22222222-2222-4222-8222-222222222222';
const identity = { type: 'managed-identity', appId, tenantId: appId } as const;
const config = { ...local, mode: 'production', identity, connectorHosts: [] } as const;
const render = createCardRenderer('cards');
const linked = withPlaces(render, placesOf(config));

/** The addresses on a card. */
const urlsOn = (card: object): readonly string[] =>
  [...JSON.stringify(card).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url ?? '');

describe('the card of a case', () => {
  test.each([
    ['staff-61', numbers.IT, 'requests', 'IT-2026-0001'],
    ['digitallotse', numbers.B, 'board', 'B-2026-1'],
    ['digitallotse', numbers.U, 'board', 'U-2026-1'],
  ])('of %s, %s, leads to its place on a tab, and phones draw it', async (who, number, tab, id) => {
    const card = linked(await program.ask(number, as(who)));
    const url = new URL(urlsOn(card).find((one) => one.includes('/l/entity/')) ?? '');
    expect(url.pathname).toBe(`/l/entity/${appId}/${tab}`);
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: id });
    expect(strictProblems(card)).toEqual([]);
  });

  test('leads to the app of the catalogue where that has an id of its own', async () => {
    const places = placesOf({ ...config, teamsAppId: 'catalogue' });
    expect(places?.page('board', 'B-2026-1')).toContain('/l/entity/catalogue/board?');
    expect(places?.chat).toContain(`28:${appId}`);
  });
});

test('whatever is pushed or is no case stays as it is', async () => {
  const reply = await program.ask('Meine Anträge', as('staff-61'));
  expect(linked(reply)).toEqual(render(reply));
});

test('there is no such way where there is no Teams', () => {
  expect(placesOf(local)).toBeUndefined();
  expect(withPlaces(render, undefined)).toBe(render);
});
