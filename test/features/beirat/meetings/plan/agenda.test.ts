import { describe, expect, test } from '@jest/globals';
import {
  emptyItem,
  entriesOfItem,
  itemProblem,
  movedItem,
  notTaken,
  proposalOf,
  withItem,
  withoutItem,
  withProposals,
} from '../../../../../src/features/beirat/meetings/agenda.ts';
import type { Item } from '../../../../../src/features/beirat/meetings/model.ts';

const item = (id: string, title = id): Item => ({ id, title, kind: 'information', public: false, links: [] });
const items = [item('a'), item('b'), item('other-business')];
const order = (list: readonly Item[]) => list.map(({ id }) => id).join(' ');

describe('an agenda', () => {
  test('gets a new item before its usual end', () => {
    expect(order(withItem(items, { ...emptyItem, title: 'Neu' }, 'n'))).toBe('a b n other-business');
  });

  test('that has one item gets the new one behind it', () => {
    expect(order(withItem([item('a')], { ...emptyItem, title: 'Neu' }, 'n'))).toBe('a n');
  });

  test('keeps the place, the id and the origin of an item that is changed', () => {
    const idea = { ...item('b'), ref: { kind: 'idea', id: 'ID-2026-0001' } };
    const changed = withItem([item('a'), idea], { ...entriesOfItem(idea), title: 'Anders' }, 'n');
    expect(changed[1]).toMatchObject({ id: 'b', title: 'Anders', ref: idea.ref });
  });

  test.each([
    ['b', -1, 'b a other-business'],
    ['b', 1, 'a other-business b'],
    ['a', -1, 'a b other-business'],
    ['other-business', 1, 'a b other-business'],
    ['other-business', -2, 'other-business a b'],
    ['a', 9, 'b other-business a'],
    ['unknown', 1, 'a b other-business'],
  ] as const)('moves %s by %i: %s', (id, by, expected) => {
    expect(order(movedItem(items, id, by))).toBe(expected);
  });

  test('loses an item, and nothing when there is no such item', () => {
    expect(order(withoutItem(items, 'b'))).toBe('a other-business');
    expect(withoutItem(items, 'unknown')).toEqual(items);
  });
});

describe('an item that is filled in', () => {
  test('reads attachments one a line, with a name or without', () => {
    const links =
      'Vorlage: https://example.org/v.pdf\n\n  https://example.org/plan \nAnlage 2 – https://example.org/2';
    const [read] = withItem([], { ...emptyItem, title: 'X', links }, 'n');
    expect(read?.links).toEqual([
      { title: 'Vorlage', url: 'https://example.org/v.pdf' },
      { title: 'https://example.org/plan', url: 'https://example.org/plan' },
      { title: 'Anlage 2', url: 'https://example.org/2' },
    ]);
  });

  test('comes back into the form as it was written', () => {
    const entries = {
      ...emptyItem,
      title: 'Datenplattform',
      text: 'Worum es geht',
      isPublic: true,
      rapporteur: 'Digitallotse Wirtschaft',
      guests: 'Fachfirma\nElternbeirat',
      minutes: '20',
      links: 'Vorlage: https://example.org/v.pdf',
    };
    const [read] = withItem([], entries, 'n');
    expect(read && entriesOfItem(read)).toEqual({ ...entries, item: 'n' });
  });

  test.each([
    ['no title', { ...emptyItem }],
    ['a duration that is no number', { ...emptyItem, title: 'X', minutes: 'lang' }],
    ['a link that could be a script', { ...emptyItem, title: 'X', links: 'javascript:alert(1)' }],
    ['words where a link belongs', { ...emptyItem, title: 'X', links: 'siehe Anhang' }],
  ])('is refused with %s, and says what to write', (_what, entries) => {
    expect(itemProblem(entries)?.de).toMatch(/\S/);
    expect(itemProblem(entries)?.en).toMatch(/\S/);
  });
});

describe('what is proposed for an agenda', () => {
  const idea = proposalOf(
    {
      ref: { kind: 'idea', id: 'ID-2026-0003' },
      title: 'Digitale Bauakte',
      text: 'Kurz',
      links: [],
      rapporteur: 'p',
    },
    'Fachperson',
  );

  test('is taken once, with where it comes from and who presents it', () => {
    const taken = withProposals(items, [idea], [idea.key]);
    expect(taken[2]).toMatchObject({
      title: 'Digitale Bauakte',
      rapporteur: 'Fachperson',
      ref: { id: 'ID-2026-0003' },
    });
    expect(withProposals(taken, [idea], [idea.key])).toEqual(taken);
    expect(notTaken([idea], taken)).toEqual([]);
  });

  test('is left where nobody chose it', () => {
    expect(withProposals(items, [idea], [''])).toEqual(items);
  });
});
