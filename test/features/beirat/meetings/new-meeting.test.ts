import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { brokenEntry } from '../../../../src/core/history.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import { yearOf } from '../../../../src/features/beirat/meetings/acts/draft.ts';
import { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { createPlaces } from '../../../../src/features/beirat/meetings/places.ts';
import { contextAt, invitedAt, item, party, plan, plannedAt, wednesday } from '../world.ts';
import { planned } from './acting.ts';

const now = contextAt(wednesday);

describe('a new meeting', () => {
  test('is numbered within the year of its day, whenever it is planned', () => {
    const first = planned({ plan }, party('lotse'), now);
    expect([first.id, first.draft, first.issue]).toEqual(['B-2026-1', 1, 0]);
    expect(yearOf({ day: '2027-06-10' })).toBe('2027');
  });

  test('has a history from the first moment, and fits what is stored', () => {
    const meeting = plannedAt();
    expect(Meeting.safeParse(meeting).error).toBeUndefined();
    expect(meeting.history).toMatchObject([{ act: 'planned', by: 'lotse' }]);
    expect(brokenEntry(meeting.history, meeting.id, randomIds.digest)).toBeUndefined();
  });

  test('remembers the meeting without a quorum that it repeats', () => {
    expect(planned({ plan, secondOf: 'B-2026-1' }, party('lotse'), now).secondOf).toBe('B-2026-1');
    expect(plannedAt().secondOf).toBeUndefined();
  });

  test.each(['chair', 'admin', 'city', 'stranger'])('is nothing that %s can plan', (who) => {
    expect(() => planned({ plan }, party(who), now)).toThrow(Refusal);
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
    createPlaces({ meetings: { list: async () => meetings } as never })().then((placeOf) => placeOf(ref));

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
