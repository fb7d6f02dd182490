import { expect, test } from '@jest/globals';
import { lately } from '../../src/core/lately.ts';

test('the same text is worked out once, until others have come between; what is long is not remembered', () => {
  const asked: string[] = [];
  const work = lately(
    (text) => {
      asked.push(text);
      return { text };
    },
    2,
    3,
  );
  expect(work('a')).toBe(work('a'));
  work('b');
  work('c');
  expect(work('a')).toEqual({ text: 'a' });
  work('long');
  expect(work('long')).toEqual({ text: 'long' });
  expect(asked).toEqual(['a', 'b', 'c', 'a', 'long', 'long']);
});
