import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { registry } from '../../src/app/registry.ts';

/*
 * docs/datenschutz.md is what people read about what is kept of them; the registry is what access, erasure and the audit
 * go by. They say the same.
 */

const page = readFileSync('docs/datenschutz.md', 'utf8');

type Row = { readonly collections: readonly string[]; readonly kept: string; readonly onErase: string };

/** Rows of the two tables of collections. */
const rowsIn = (text: string): readonly Row[] =>
  text.split('\n').flatMap((line) => {
    const [, first = '', , kept = '', onErase = ''] = line.split('|').map((cell) => cell.trim());
    const collections = [...first.matchAll(/(?<!Ordner )`([a-z-]+)`/g)].map(([, name = '']) => name);
    return collections.length === 0 || onErase === '' ? [] : [{ collections, kept, onErase }];
  });

const rows = rowsIn(page);
const rowOf = (collection: string) => rows.find(({ collections }) => collections.includes(collection));
const collections = [
  ...registry.cases.map(({ collection }) => collection),
  ...registry.holdings.map(({ collection }) => collection),
];

describe('the page on data protection', () => {
  test('names every collection that there is, and no other', () => {
    const named = rows.flatMap((row) => row.collections).toSorted();
    expect(named).toEqual([...new Set(collections)].toSorted());
  });

  test('says a period for each', () => {
    expect(rows.filter(({ kept }) => kept === '').map((row) => row.collections)).toEqual([]);
  });

  test.each(registry.holdings.map((one) => [one.collection, one] as const))(
    'says of %s what an erasure does to it',
    (collection, { onErase, people, chain }) => {
      const said = rowOf(collection)?.onErase ?? '';
      const fits = { remove: /ganz entfernt/, keep: /bleibt/, blank: /ohne die Person|ganz entfernt/ }[
        onErase
      ];
      // Where nobody stands there is nothing to erase.
      expect(said).toMatch(people.length === 0 && !chain ? /^–$/ : fits);
    },
  );

  test('is read as it is written', () => {
    expect(rowsIn('| Chats (`chats`, `copies`) | x | 3 Tage | ganz entfernt |')).toEqual([
      { collections: ['chats', 'copies'], kept: '3 Tage', onErase: 'ganz entfernt' },
    ]);
    expect(rowsIn('| Archiv (Ordner `archive`) | x | y | z |\n|---|---|---|---|')).toEqual([]);
  });
});
