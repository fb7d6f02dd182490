import { expect, test } from '@jest/globals';
import { Refusal } from '../../src/core/refusal.ts';

test('a refusal carries a code for the log and the text for the person, and is an error', () => {
  const refusal = new Refusal('no-rights', { de: 'Fragen Sie 10.50.', en: 'Ask 10.50.' });
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toMatchObject({
    name: 'Refusal',
    code: 'no-rights',
    message: 'no-rights',
    text: { de: 'Fragen Sie 10.50.', en: 'Ask 10.50.' },
  });
});
