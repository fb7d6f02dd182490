import { expect, test } from '@jest/globals';
import type { Idea } from '../../../src/features/ideas/model.ts';
import { contextAt, everySituation, follow, look, noticesOf, place, told } from './world.ts';

/* An idea that was offered to the Beirat and is on no agenda has a clock, too. */

const { 'offered, on no agenda': offered } = everySituation();
const later = contextAt('2027-02-01T08:00:00.000Z');
const nothing = { place: undefined, request: undefined };

test('after two months whoever makes the agenda is reminded, and whoever offered it; a month later again', () => {
  expect(offered.dueDay).toBe('2027-01-18');
  expect(noticesOf(look(offered, contextAt('2027-01-18T08:00:00.000Z')).also)).toEqual([]);
  const first = look(offered, later);
  const then = first.doc as Idea;
  expect(noticesOf(first.also).map((line) => line.replace(/\d+ /, ''))).toEqual([
    'reminder digitallotse',
    'reminder lead-10.50',
  ]);
  expect(noticesOf(look(then, contextAt('2027-02-12T08:00:00.000Z')).also)).toEqual([]);
  expect(noticesOf(look(then, contextAt('2027-02-16T08:00:00.000Z')).also)).toHaveLength(2);
});

test('with a place on an agenda the meeting is its clock; when that is cancelled, the waiting begins anew', () => {
  const placed = told(offered, { place: place({ day: '2027-02-10' }) });
  expect([placed.dueDay, placed.urged]).toEqual([undefined, 0]);
  const off = told(placed, nothing, later);
  expect(off.dueDay).toBe('2027-03-29');
  expect(off.waitsFor).toEqual(['digitallotse']);
});

test('what was offered before there was a clock gets one', () => {
  const { dueDay: _, ...ofBefore } = offered;
  expect(follow(ofBefore, nothing, contextAt())?.doc.dueDay).toBe('2027-01-18');
  expect(follow(offered, nothing, contextAt())).toBeUndefined();
});
