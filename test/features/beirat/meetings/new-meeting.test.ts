import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { labelOf } from '../../../../src/core/case-number.ts';
import { brokenEntry } from '../../../../src/core/history.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import { counterOf, planned, yearOf } from '../../../../src/features/beirat/meetings/acts/draft.ts';
import { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { createPlaces } from '../../../../src/features/beirat/meetings/places.ts';
import { contextAt, invitedAt, item, party, plan, plannedAt, wednesday } from '../world.ts';

const now = contextAt(wednesday);

describe('a new meeting', () => {
  test('is numbered within the year of its day; the counter is written with it', () => {
    const first = planned({ plan }, party('lotse'), undefined, now);
    expect([first.meeting.id, first.meeting.draft, first.meeting.issue]).toEqual(['B-2026-1', 1, 0]);
    expect(first.also).toEqual([{ collection: 'counters', doc: { id: 'meetings-2026', last: 1 } }]);
    const counter = { id: 'meetings-2027', version: 4, last: 7 };
    const next = planned({ plan: { ...plan, day: '2027-06-10' } }, party('lotse-deputy'), counter, now);
    expect([next.meeting.id, labelOf(next.meeting)]).toEqual(['B-2027-8', 'B-2027/8']);
    expect(next.also).toEqual([{ collection: 'counters', doc: { ...counter, last: 8 } }]);
    expect(counterOf(yearOf({ day: '2027-06-10' }))).toEqual({ collection: 'counters', id: 'meetings-2027' });
  });

  test('has a history from the first moment, and fits what is stored', () => {
    const meeting = plannedAt();
    expect(Meeting.safeParse(meeting).error).toBeUndefined();
    expect(meeting.history).toMatchObject([{ act: 'planned', by: 'lotse' }]);
    expect(brokenEntry(meeting.history, meeting.id, randomIds.digest)).toBeUndefined();
  });

  test('remembers the meeting without a quorum that it repeats', () => {
    expect(planned({ plan, secondOf: 'B-2026-1' }, party('lotse'), undefined, now).meeting.secondOf).toBe(
      'B-2026-1',
    );
    expect(plannedAt().secondOf).toBeUndefined();
  });

  test.each(['chair', 'admin', 'city', 'stranger'])('is nothing that %s can plan', (who) => {
    expect(() => planned({ plan }, party(who), undefined, now)).toThrow(Refusal);
  });
});

describe('where an idea stands with the Beirat', () => {
  const ref = { kind: 'idea', id: 'I-2026-7' };
  const at = (day: string, id: string, state: Meeting['state'] = 'invited'): Meeting => ({
    ...invitedAt(),
    id,
    state,
    plan: { ...plan, day, items: [item('a'), item('b', { ref })] },
  });
  const placeIn = (...meetings: readonly Meeting[]) =>
    createPlaces({ meetings: { list: async () => meetings } as never })(ref);

  test('is the item of the newest meeting that it is on the agenda of', async () => {
    const place = await placeIn(at('2026-06-10', 'B-2026-1', 'held'), at('2026-12-10', 'B-2026-2'));
    expect(place).toMatchObject({ meeting: 'B-2026-2', meetingLabel: 'B-2026/2', item: 2, state: 'invited' });
  });

  test('is nowhere before members know of the meeting, when it is cancelled, or for another idea', async () => {
    const states = ['planned', 'awaiting-approval', 'approved', 'postponed', 'cancelled'] as const;
    for (const state of states) expect(await placeIn(at('2026-12-10', 'B-2026-1', state))).toBeUndefined();
    expect(await placeIn({ ...at('2026-12-10', 'B-2026-1'), plan })).toBeUndefined();
  });

  test('carries what was resolved', async () => {
    const resolution = {
      number: 'B-2026/1-01',
      item: 'b',
      wording: 'Wird umgesetzt.',
      votes: { yes: 5, no: 0, abstain: 0 },
      isAdopted: true,
    };
    const place = await placeIn({ ...at('2026-12-10', 'B-2026-1', 'held'), resolutions: [resolution] });
    expect(place?.resolution).toEqual({ number: 'B-2026/1-01', wording: 'Wird umgesetzt.' });
  });
});
