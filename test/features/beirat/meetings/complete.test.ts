import { describe, expect, test } from '@jest/globals';
import { forecastOf } from '../../../../src/features/beirat/board/quorum.ts';
import { difference } from '../../../../src/features/beirat/meetings/acts/invite.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  activeIn,
  allActed,
  attempt,
  contextAt,
  invitedAt,
  inviteeOf,
  no,
  onSeat,
  outcome,
  type Staffing,
  type Step,
  told,
  usual,
  without,
  yes,
} from '../world.ts';

const at = '2026-11-26T09:00:00.000Z';
const now = contextAt(at);
const invited = invitedAt();
const following = (...steps: readonly Step[]) => allActed(invited, steps, now);
const toldOf = (meeting: Meeting, who: string, act: Step[1], context = now) => {
  const result = attempt(meeting, act, who, context);
  return typeof result === 'string' ? [result] : told(result);
};

describe('the directory changes after the invitation', () => {
  const complete = { kind: 'complete' } as const;
  const withStaff = (assignments: NonNullable<Staffing['assignments']>) => contextAt(at, { assignments });

  test('nothing to do while it is as it was', () => {
    expect(outcome(invited, complete, 'lotse', now)).toBe('nothing');
    expect(outcome(following(['kgrz', no()], ['admin', no()]), complete, 'lotse', now)).toBe('nothing');
  });

  test('who joins is invited, who leaves is let go, each once', () => {
    const context = withStaff([...without('city'), onSeat('economy-2', 'newcomer')]);
    expect(toldOf(invited, 'lotse', complete, context)).toEqual(['released city', 'invitation newcomer']);
    const done = acted(invited, 'lotse', complete, context);
    expect(outcome(done, complete, 'lotse', context)).toBe('nothing');
    expect(done.history.slice(-2).map(({ act }) => act)).toEqual(['left', 'joined']);
  });

  test('who leaves and comes back is invited anew; the ledger keeps what was sent before', () => {
    const gone = acted(invited, 'lotse', complete, withStaff(without('city')));
    const back = acted(gone, 'lotse', complete, now);
    expect(inviteeOf(back, 'city').dispatches.map(({ kind }) => kind)).toEqual([
      'invitation',
      'released',
      'invitation',
    ]);
    expect(new Set(inviteeOf(back, 'city').dispatches.map(({ notice }) => notice)).size).toBe(3);
  });

  test('a deputy who becomes the holder keeps the ledger and is asked anew; the other deputy goes', () => {
    const declined = following(['kgrz', no()], ['kgrz-d1', yes]);
    const context = withStaff([...without('kgrz', 'kgrz-d1'), onSeat('kgrz', 'kgrz-d1')]);
    const done = acted(declined, 'lotse', complete, context);
    expect(inviteeOf(done, 'kgrz-d1')).toMatchObject({ as: 'member', seat: 'kgrz' });
    expect(inviteeOf(done, 'kgrz-d1').reply).toBeUndefined();
    expect(inviteeOf(done, 'kgrz-d1').dispatches.map(({ kind }) => kind)).toEqual(['deputy', 'invitation']);
    expect(activeIn(done)).not.toContain('kgrz');
  });

  test('a new holder of a seat lets the deputy of the old one go', () => {
    const declined = following(['kgrz', no()]);
    const context = withStaff([...without('kgrz'), onSeat('kgrz', 'newcomer')]);
    expect(difference(declined, context).left.map(({ party }) => party)).toEqual(['kgrz', 'kgrz-d1']);
  });

  test('a deputy who leaves is followed by the next one', () => {
    const declined = following(['kgrz', no()]);
    const context = withStaff(without('kgrz-d1'));
    expect(toldOf(declined, 'lotse', complete, context)).toEqual(['released kgrz-d1', 'deputy kgrz-d2']);
  });

  test('a quorum of the members follows them, one of the seats stays', () => {
    const context = withStaff([...usual, onSeat('economy-2', 'newcomer')]);
    const ofMembers = { ...context.rules, quorum: { of: 'members' as const, second: 3 } };
    const few = { ...invited, quorum: { of: 6, needed: 4 } };
    expect(acted(few, 'lotse', complete, { ...context, rules: ofMembers }).quorum).toEqual({
      of: 7,
      needed: 4,
    });
    expect(acted(few, 'lotse', complete, context).quorum).toEqual({ of: 6, needed: 4 });
    expect(forecastOf(invited.invitees, { of: 7, needed: 4 })).toMatchObject({ coming: 0, open: 6 });
  });
});
