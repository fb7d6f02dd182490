import { describe, expect, test } from '@jest/globals';
import { freeDeputies } from '../../../../src/features/beirat/meetings/acts/deputies.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  allActed,
  attempt,
  away,
  contextAt,
  invitedAt,
  inviteeOf,
  no,
  outcome,
  type Staffing,
  type Step,
  standIn,
  told,
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
/** Who stands in for the KGRZ, with the answer. */
const standingIn = ({ invitees }: Meeting) =>
  invitees
    .filter((one) => one.for === 'kgrz' && !one.releasedAt)
    .map(({ party, reply }) => `${party} ${reply?.answer ?? '?'}`);

describe('a member declines', () => {
  test('and the first deputy is invited with the same papers, for the same seat and vote', () => {
    expect(toldOf(invited, 'kgrz', no())).toEqual(['deputy kgrz-d1', 'news lotse']);
    expect(inviteeOf(following(['kgrz', no()]), 'kgrz-d1')).toMatchObject({
      seat: 'kgrz',
      voting: true,
      as: 'deputy',
      for: 'kgrz',
    });
  });

  test('and names another one: that one, and the first is let go', () => {
    expect(standingIn(following(['kgrz', no('kgrz-d2')]))).toEqual(['kgrz-d2 ?']);
    expect(toldOf(following(['kgrz', no()]), 'kgrz', no('kgrz-d2'))).toEqual([
      'released kgrz-d1',
      'deputy kgrz-d2',
      'news lotse',
    ]);
  });

  test('and gives another reason: whoever stands in goes on', () => {
    const named = following(
      ['kgrz', no('kgrz-d2')],
      ['kgrz-d2', yes],
      ['kgrz', { ...no(), reason: 'krank' } as Step[1]],
    );
    expect(standingIn(named)).toEqual(['kgrz-d2 in-person']);
  });

  test('and the deputy declines too: the next; then nobody is left', () => {
    const one = following(['kgrz', no()], ['kgrz-d1', no()]);
    expect(standingIn(one)).toEqual(['kgrz-d1 no', 'kgrz-d2 ?']);
    const none = allActed(one, [['kgrz-d2', no()]], now);
    expect(none.history.at(-1)?.act).toBe('no-deputy');
    expect(outcome(invited, no(), 'city', now)).toBe('→ invited');
    expect(following(['city', no()]).history.at(-1)?.act).toBe('no-deputy');
  });

  test('and names a deputy who has declined: a friendly no', () => {
    const one = following(['kgrz', no()], ['kgrz-d1', no()]);
    expect(outcome(one, no('kgrz-d1'), 'kgrz', now)).toBe('deputy-not-free');
    expect(outcome(one, no('kgrz-d2'), 'kgrz', now)).toBe('→ invited');
  });

  test('and accepts again: all are let go, those who had declined without a word', () => {
    const both = following(['kgrz', no()], ['kgrz-d1', no()], ['kgrz-d2', yes]);
    expect(toldOf(both, 'kgrz', yes)).toEqual(['released kgrz-d2']);
    const back = acted(both, 'kgrz', yes, now);
    expect(standingIn(back)).toEqual([]);
    expect(outcome(back, yes, 'kgrz-d2', now)).toBe('not-needed');
    expect(outcome(back, { kind: 'ask', text: 'Und ich?' }, 'kgrz-d2', now)).toBe('not-needed');
  });

  test('and declines again with the other deputy: told anew, as a new line of the ledger, without the old answer', () => {
    const chain = following(
      ['kgrz', no()],
      ['kgrz-d1', yes],
      ['kgrz', yes],
      ['kgrz', no('kgrz-d2')],
      ['kgrz', yes],
      ['kgrz', no('kgrz-d1')],
    );
    expect(standingIn(chain)).toEqual(['kgrz-d1 ?']);
    const kinds = inviteeOf(chain, 'kgrz-d1').dispatches.map(({ kind }) => kind);
    expect(kinds).toEqual(['deputy', 'released', 'deputy']);
    const ids = chain.invitees.flatMap(({ dispatches }) => dispatches.map(({ notice }) => notice));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('and a deputy who had declined changes their mind: the seat is taken by one, the first to accept', () => {
    const open = following(['kgrz', no()], ['kgrz-d1', no()]);
    expect(toldOf(open, 'kgrz-d1', yes)).toEqual(['released kgrz-d2']);
    expect(standingIn(acted(open, 'kgrz-d1', yes, now))).toEqual(['kgrz-d1 in-person']);
    expect(outcome(acted(open, 'kgrz-d2', yes, now), yes, 'kgrz-d1', now)).toBe('not-needed');
  });
});

describe('who can stand in', () => {
  test('is offered for naming: who declined or takes part already is not', () => {
    const offered = (meeting: Meeting) =>
      freeDeputies(meeting, inviteeOf(meeting, 'kgrz'), now).map(({ person }) => person.id);
    expect(offered(invited)).toEqual(['kgrz-d1', 'kgrz-d2']);
    expect(offered(following(['kgrz', no()], ['kgrz-d1', no()]))).toEqual(['kgrz-d2']);
    const context = contextAt(at, { assignments: [...without('kgrz-d1'), standIn('kgrz', 'admin')] });
    expect(freeDeputies(invited, inviteeOf(invited, 'kgrz'), context).map(({ person }) => person.id)).toEqual(
      ['kgrz-d2'],
    );
  });

  const first = (staffing: Staffing) =>
    standingIn(acted(invited, 'kgrz', no(), contextAt(at, staffing))).map((line) => line.split(' ')[0]);

  test.each([
    ['not who is away on the day', { absences: [away('kgrz-d1', '2026-12-09', '2026-12-11')] }, ['kgrz-d2']],
    ['rather who is there now', { absences: [away('kgrz-d1', '2026-11-20', '2026-11-30')] }, ['kgrz-d2']],
    [
      'but better who comes back in time than nobody',
      {
        absences: [away('kgrz-d1', '2026-11-20', '2026-11-30'), away('kgrz-d2', '2026-12-01', '2026-12-31')],
      },
      ['kgrz-d1'],
    ],
    ['nobody, when all are away', { absences: [away('kgrz-d1'), away('kgrz-d2')] }, []],
    [
      'not whose term ends before',
      { assignments: [...without('kgrz-d1'), standIn('kgrz', 'kgrz-d1', { to: '2026-12-09' })] },
      ['kgrz-d2'],
    ],
    [
      'not who is a member',
      { assignments: [...without('kgrz-d1', 'kgrz-d2'), standIn('kgrz', 'admin')] },
      [],
    ],
  ] as readonly (readonly [string, Staffing, string[]])[])('%s', (_what, staffing, expected) => {
    expect(first(staffing)).toEqual(expected);
  });

  test('nobody for two seats at once', () => {
    const context = contextAt(at, {
      assignments: [...without('admin-d1'), standIn('administration', 'kgrz-d1')],
    });
    const one = acted(invited, 'kgrz', no(), context);
    const two = acted(one, 'admin', no(), context);
    expect(two.history.at(-1)?.act).toBe('no-deputy');
    expect(outcome(one, no('kgrz-d1'), 'admin', context)).toBe('deputy-not-free');
  });

  test('for the chair, the deputy of the chair', () => {
    expect(toldOf(invited, 'chair', no())).toEqual(['deputy chair-deputy', 'news lotse']);
  });
});

test('when all decline the office is warned once, as soon as the quorum is lost', () => {
  const alone = contextAt(at, { assignments: without('kgrz-d1', 'kgrz-d2', 'admin-d1', 'chair-deputy') });
  const order = ['city', 'economy', 'science', 'admin', 'kgrz', 'chair'];
  const danger = order.map((who, n) => {
    const before = allActed(
      invited,
      order.slice(0, n).map((other) => [other, no()] as const),
      alone,
    );
    return toldOf(before, who, no(), alone).includes('danger lotse');
  });
  // Six voting members are invited, four must be there: the third decline decides.
  expect(danger).toEqual([false, false, true, false, false, false]);
});
