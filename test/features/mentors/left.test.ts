import { expect, test } from '@jest/globals';
import type { Notice } from '../../../src/core/notice.ts';
import type { Also } from '../../../src/core/ports/store.ts';
import type { Mentoring } from '../../../src/features/mentors/model.ts';
import { contextAt, decide, later, look, monday, party, sent } from './world.ts';

/* A mentor who leaves the role: who is concerned hears of it on the next working morning. */

const told = (also: readonly Also[] = []): readonly string[] =>
  also
    .filter(({ collection }) => collection === 'outbox')
    .map(({ doc }) => (doc as unknown as Notice).recipient);

const { mentoring, book } = sent();
const accepted = decide(mentoring, { kind: 'accept' }, party('mentor-a'), contextAt(), book)
  ?.doc as Mentoring;

test('both, asked and under way, are looked at every working morning', () => {
  expect(mentoring.dueAt).toBe('2026-11-24T07:00:00.000Z');
  expect(accepted.dueAt).toBe('2026-11-24T07:00:00.000Z');
});

test('a mentoring under way ends, and asker, mentor and Digitallotse are told why', () => {
  const without = contextAt(later(1), ['mentor-b']);
  const over = look(accepted, without, book);
  expect([over.doc.state, over.doc.history.at(-1)?.facts]).toEqual(['closed', { why: 'left' }]);
  expect(told(over.also)).toEqual(['staff-61', 'mentor-a', 'lotse']);
  const freed = over.also?.find(({ collection }) => collection === 'mentor-book')?.doc;
  expect(freed).toMatchObject({ open: [] });
});

test('as long as the mentor is one, nothing happens before its time', () => {
  expect(look(accepted, contextAt(later(1)), book).also ?? []).toEqual([]);
  expect(look(mentoring, contextAt(later(1, monday)), book).also ?? []).toEqual([]);
});
