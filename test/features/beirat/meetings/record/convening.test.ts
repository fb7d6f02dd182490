import { describe, expect, test } from '@jest/globals';
import { conveningOf } from '../../../../../src/features/beirat/meetings/convening.ts';
import { minutesOf } from '../../../../../src/features/beirat/meetings/minutes/minutes.ts';
import type { Dispatch, Meeting } from '../../../../../src/features/beirat/meetings/model.ts';
import { contextAt, held, invited, meetingDay, mustBeHeld } from './chamber.ts';

/* Invited on 24 November for 10 December; the last day is 5 December. */

const context = contextAt(meetingDay);
/** The invitation of one member came to another end. */
const withLine = (meeting: Meeting, who: string, more: Partial<Dispatch>): Meeting => ({
  ...meeting,
  invitees: meeting.invitees.map((one) =>
    one.party === who
      ? { ...one, reply: undefined, dispatches: one.dispatches.map((line) => ({ ...line, ...more })) }
      : one,
  ),
});
const silent = 'beirat-wissenschaft';
const words = (meeting: Meeting): string =>
  JSON.stringify(minutesOf(mustBeHeld(meeting), context, 'de').sections[0]);

describe('duly convened is what the ledger bears out', () => {
  test('when everybody had it in time', () => {
    expect(conveningOf(held, context)).toEqual({ isPeriodKept: true, late: [], isDuly: true });
    expect(words(held)).toContain('ordnungsgemäß einberufen');
  });

  test.each([
    ['on the last day', '2026-12-05T22:59:00.000Z', true],
    ['a minute after midnight in Koblenz', '2026-12-05T23:01:00.000Z', false],
    ['two days before the meeting', '2026-12-08T10:00:00.000Z', false],
  ])('delivered %s', (_name, since, expected) => {
    const meeting = withLine(invited, silent, { since });
    expect(conveningOf(meeting, context).isDuly).toBe(expected);
  });

  test.each(['waiting', 'unclear', 'failed'] as const)('not while it is %s', (state) => {
    const meeting = withLine(held, silent, { state });
    expect(conveningOf(meeting, context)).toMatchObject({
      isDuly: false,
      late: [{ party: silent, at: undefined }],
    });
    expect(words(meeting)).not.toContain('ordnungsgemäß');
    expect(words(meeting)).toContain('nicht belegt');
  });

  test('when it was late for somebody who came, the defect is healed, and said', () => {
    const meeting = withLine(held, 'beirat-wirtschaft', { since: '2026-12-08T10:00:00.000Z' });
    expect(conveningOf(meeting, context)).toMatchObject({ isDuly: true, late: [{ isHealed: true }] });
    expect(words(meeting)).toContain('08.12.2026');
    expect(words(meeting)).toContain('der Mangel gilt insoweit als geheilt.');
    expect(words(meeting)).not.toContain('ordnungsgemäß');
  });

  test('by the notice period of the invitation: a longer one of later does not count for it', () => {
    const longer = { ...context, rules: { ...context.rules, notice: { days: 30 } } };
    expect(conveningOf(held, longer)).toEqual({ isPeriodKept: true, late: [], isDuly: true });
    expect(JSON.stringify(minutesOf(mustBeHeld(held), longer, 'de').sections[0])).toContain(
      'Die Ladungsfrist von 4 vollen Tagen ist eingehalten.',
    );
    // Meetings of before do not say which one it was.
    const { noticeDays: _, ...before } = held;
    expect(conveningOf(before, longer).isPeriodKept).toBe(false);
  });

  test('the office reached the member another way in time', () => {
    const meeting = withLine(invited, silent, { state: 'reached', since: '2026-12-01T10:00:00.000Z' });
    expect(conveningOf(meeting, context).isDuly).toBe(true);
  });
});
