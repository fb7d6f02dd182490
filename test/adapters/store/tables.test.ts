import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { equal } from '../../../src/adapters/store/field-index.ts';
import { decode, encode } from '../../../src/adapters/store/record.ts';
import { addIndex, apply, matching, type Tables } from '../../../src/adapters/store/tables.ts';

const Field = fc.oneof(fc.constantFrom('a', 'b', 1, null, undefined), fc.array(fc.constantFrom('a', 'b')));
const Step = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), field: Field, isRemoved: fc.boolean() });

test('an index finds what looking at everything would find, whatever was written and removed', () => {
  void fc.assert(
    fc.property(fc.array(Step, { maxLength: 30 }), Field, (steps, wanted) => {
      const [indexed, plain]: Tables[] = [new Map(), new Map()];
      addIndex(indexed as Tables, 'docs', 'field');
      for (const { id, field, isRemoved } of steps)
        for (const tables of [indexed, plain])
          apply(tables as Tables, [
            { in: 'docs', id, ...(isRemoved ? {} : { doc: { id, version: 1, field } }) },
          ]);
      const queries = [{ where: { field: wanted } }, { contains: { field: wanted } }] as const;
      for (const query of queries)
        expect(matching(indexed as Tables, 'docs', query as never)).toEqual(
          matching(plain as Tables, 'docs', query as never),
        );
    }),
  );
});

test('two values are equal when they are the same JSON, whatever the order of their fields', () => {
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify({ value }));
  void fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
      expect(equal(one, other)).toBe(isSame(json(one), json(other)));
      expect(equal(one, json(one) && (json(one) as { value: unknown }).value)).toBe(true);
    }),
  );
  expect(equal({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(equal({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(equal({ a: undefined }, { b: 1 })).toBe(false);
});

function isSame(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}

const doc = { id: 'a', version: 1 };

test.each<[string, object]>([
  ['a document with another id', { changes: [{ in: 'x', id: 'b', doc }] }],
  ['no version', { changes: [{ in: 'x', id: 'a', doc: { id: 'a' } }] }],
  ['half a version', { changes: [{ in: 'x', id: 'a', doc: { ...doc, version: 1.5 } }] }],
  ['version 0', { changes: [{ in: 'x', id: 'a', doc: { ...doc, version: 0 } }] }],
  ['a moment that is a number', { changes: [{ in: 'x', id: 'a', doc: { ...doc, dueAt: 1 } }] }],
  ['a collection without a name', { changes: [{ in: 1, id: 'a', doc }] }],
  ['a list in place of a document', { changes: [{ in: 'x', id: 'a', doc: ['a'] }] }],
  ['more than a change has', { changes: [{ in: 'x', id: 'a', doc, more: 1 }] }],
  ['more than a record has', { changes: [{ in: 'x', id: 'a', doc }], more: 1 }],
])('a record with a right checksum and %s is refused with what is wrong', (_what, entry) => {
  expect(() => decode(Buffer.from(encode(1, entry as never).trimEnd()), 1)).toThrow(
    'not a record of this program',
  );
});

test('a record comes back as it was written: one document, several, none, or a removal', () => {
  const one = { in: 'x', id: 'a', doc: { ...doc, dueAt: '2026-11-24', more: [1] } };
  for (const changes of [[one], [one, { in: 'y', id: 'b' }], [], [{ in: 'y', id: 'b' }]])
    expect(decode(Buffer.from(encode(7, { changes }).trimEnd()), 7)).toEqual({ n: 7, changes });
  expect(() => decode(Buffer.from(encode(8, { changes: [one] }).trimEnd()), 7)).toThrow(
    'record 7 is expected',
  );
});
