import { expect, test } from '@jest/globals';
import type { Fate } from '../../../../src/core/ports/fates.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { contextAt, invitedAt, noticesOf } from '../world.ts';
import { withFates } from './acting.ts';

/* The office hears of what did not arrive, in a word and not in hundreds. */

const invited = invitedAt();
const noticeOf = (who: string): string =>
  invited.invitees.find(({ party }) => party === who)?.dispatches[0]?.notice ?? '';
const fates = (...failed: readonly string[]) =>
  new Map<string, Fate>(
    failed.map((who) => [noticeOf(who), { notice: noticeOf(who), state: 'failed', reasons: ['550'] }]),
  );
const at = (minute: string) => contextAt(`2026-11-25T${minute}:00.000Z`);

const unsettled = (meeting: Meeting, failed: readonly string[], minute: string) => {
  const change = withFates(meeting, fates(...failed), at(minute));
  return noticesOf(change?.also)
    .filter(({ kind }) => kind === 'beirat.unsettled')
    .map(({ id, recipient }) => ({ id, recipient }));
};

test('a dispatch that failed is told to the Digitallotse', () => {
  expect(unsettled(invited, ['city'], '09:05')).toMatchObject([{ recipient: 'lotse' }]);
});

test('several in one hour are one word, later ones are another', () => {
  const ids = ['09:05', '09:50', '10:05'].map(
    (minute) => unsettled(invited, ['city', 'science'], minute)[0]?.id,
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
});

test('what arrived, or had failed before, is no news', () => {
  const change = withFates(invited, fates('city'), at('09:05'));
  const after: Meeting = { ...(change?.doc ?? invited), version: invited.version + 1 };
  expect(unsettled(after, ['city'], '09:30')).toEqual([]);
});
