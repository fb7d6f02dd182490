import { describe, expect, test } from '@jest/globals';
import { invitationOf, meetingSeenAs } from '../../../../src/features/beirat/meetings/policy.ts';
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
  party,
  plan,
  plannedAt,
  rules,
  told,
  usual,
  without,
  yes,
} from '../world.ts';
import type { Act } from './acting.ts';
import { decide } from './acting.ts';

const now = contextAt('2026-11-26T09:00:00.000Z');
const invited = invitedAt();
const forOther = (who: string, answer: 'in-person' | 'no' = 'in-person'): Act => ({
  kind: 'reply',
  answer,
  reason: 'rief an',
  via: 'teams',
  for: who,
});
const toldOf = (...given: Parameters<typeof attempt>) => {
  const result = attempt(...given);
  return typeof result === 'string' ? [result] : told(result);
};

describe('a member answers', () => {
  test.each([
    ['comes', yes, '→ invited'],
    ['declines with a reason', no(), '→ invited'],
    ['declines without a word', { kind: 'reply', answer: 'no', reason: ' ', via: 'mail' }, '→ invited'],
    [
      'declines and names the deputy',
      { kind: 'reply', answer: 'no', proxy: 'kgrz-d2', via: 'mail' },
      '→ invited',
    ],
    ['names somebody who does not deputise', no('admin-d1'), 'not-a-deputy'],
    ['names nobody known', no('stranger'), 'not-a-deputy'],
    ['names themselves', no('kgrz'), 'not-a-deputy'],
  ] as readonly (readonly [string, Act, string])[])('%s', (_what, act, expected) => {
    expect(outcome(invited, act, 'kgrz', now)).toBe(expected);
  });

  test('once: the same again is nothing, another answer replaces it', () => {
    const first = acted(invited, 'admin', yes, now);
    expect(decide(first, yes, party('admin'), now)).toBeUndefined();
    const second = acted(first, 'admin', { ...yes, answer: 'online' } as Act, now);
    expect(inviteeOf(second, 'admin').reply).toMatchObject({ answer: 'online', issue: 1, via: 'teams' });
    expect(second.history.filter(({ act }) => act === 'accepted')).toHaveLength(2);
  });

  test('online only where the rules provide for it; whoever is there may still say so otherwise', () => {
    const never = contextAt(now.now, { rules: { ...rules, online: 'never' } });
    const online = { ...yes, answer: 'online' } as Act;
    expect(outcome(invited, online, 'admin', never)).toBe('online-not-allowed');
    expect(outcome(invited, { ...forOther('city'), answer: 'online' } as Act, 'lotse', never)).toBe(
      'online-not-allowed',
    );
    const comes = acted(invited, 'admin', yes, never);
    expect(outcome(comes, no(), 'admin', never)).toBe('→ invited');
    const access = { ...plan, onlineUrl: 'https://teams.example.org/b' };
    expect(outcome(plannedAt(), { kind: 'edit', plan: access }, 'lotse', never)).toBe('online-not-allowed');
    expect(
      outcome(
        invited,
        { kind: 'relocate', place: 'Raum 2', onlineUrl: 'https://teams.example.org/b', reason: 'x' },
        'lotse',
        never,
      ),
    ).toBe('online-not-allowed');
  });

  test('for themselves; for others only the office, and then it is written down as such', () => {
    expect(outcome(invited, forOther('city'), 'admin', now)).toBe('only-office');
    expect(outcome(invited, forOther('city'), 'chair', now)).toBe('only-office');
    expect(outcome(invited, forOther('stranger'), 'lotse', now)).toBe('not-invited');
    const after = acted(invited, 'lotse-deputy', forOther('city'), now);
    expect(inviteeOf(after, 'city').reply?.via).toBe('office');
    expect(inviteeOf(after, 'city').openedAt).toBeUndefined();
    expect(after.history.at(-1)).toMatchObject({ by: 'lotse-deputy', facts: { for: 'city' } });
    expect(after.invitees.filter(({ reply }) => reply)).toHaveLength(1);
  });

  test('with themselves named as the one it is for, it is an answer like any other', () => {
    expect(inviteeOf(acted(invited, 'city', forOther('city'), now), 'city').reply?.via).toBe('teams');
  });

  test('with a decline the office hears of, unless it wrote it down; the words are those of the decline', () => {
    expect(toldOf(invited, no(), 'admin', now)).toEqual(['deputy admin-d1', 'news lotse']);
    expect(toldOf(invited, forOther('admin', 'no'), 'lotse', now)).toEqual(['deputy admin-d1']);
    expect(toldOf(invited, forOther('admin', 'no'), 'lotse-deputy', now)).toContain('news lotse');
    const change = decide(invited, no(), party('admin'), now);
    const news = change?.also?.find(({ doc }) => doc.kind === 'beirat.news')?.doc;
    const { entry: n } = (news?.facts ?? {}) as { readonly entry?: number };
    const entry = change?.doc.history[Number(n) - 1];
    expect([entry?.act, entry?.by]).toEqual(['declined', 'admin']);
  });

  test('with an acceptance nobody needs to be told of: the card shows it', () => {
    expect(toldOf(invited, yes, 'city', now)).toEqual([]);
  });

  test('no more after leaving the Beirat', () => {
    const left = contextAt('2026-11-26T09:00:00.000Z', { assignments: without('city') });
    expect(outcome(invited, yes, 'city', left)).toBe('not-invited');
    expect(outcome(invited, { kind: 'open' }, 'city', left)).toBe('nothing');
    expect(meetingSeenAs(invited, 'city', left)).toBeUndefined();
  });

  test('to another issue than the present one not at all', () => {
    const moved = acted(
      invited,
      'lotse',
      { kind: 'move', day: '2026-12-17', time: '14:00', reason: 'x' },
      now,
    );
    expect(outcome(moved, { ...yes, issue: 1 } as Act, 'city', now)).toBe('nothing');
    expect(inviteeOf(acted(moved, 'city', { ...yes, issue: 2 } as Act, now), 'city').reply?.issue).toBe(2);
  });
});

describe('questions', () => {
  const ask = { kind: 'ask', text: ' Wo parkt man? ' } as const;
  const asked = acted(invited, 'city', ask, now);

  test('go to the office, or to its deputy; asked twice they are one', () => {
    expect(toldOf(invited, ask, 'city', now)).toEqual(['question lotse']);
    const context = contextAt('2026-11-26T09:00:00.000Z', { absences: [away('lotse')] });
    expect(toldOf(invited, ask, 'city', context)).toEqual(['question lotse-deputy']);
    expect(asked.questions).toMatchObject([{ n: 1, by: 'city', text: 'Wo parkt man?' }]);
    expect(outcome(asked, ask, 'city', now)).toBe('nothing');
    expect(outcome(asked, ask, 'economy', now)).toBe('→ invited');
    expect(outcome(asked, { kind: 'ask', text: ' ' }, 'city', now)).toBe('text-missing');
  });

  test('wait for the Digitallotse while all of the office are away; nobody else gets them', () => {
    const context = contextAt('2026-11-26T09:00:00.000Z', {
      absences: [away('lotse'), away('lotse-deputy')],
    });
    expect(toldOf(invited, ask, 'city', context)).toEqual(['question lotse']);
  });

  test('of the office itself make no notice', () => {
    expect(toldOf(invited, ask, 'lotse', now)).toEqual([]);
  });

  test('are answered once, and the member hears of it', () => {
    const answer = { kind: 'answer', question: 1, text: 'Im Hof.' } as const;
    expect(toldOf(asked, answer, 'lotse', now)).toEqual(['answer city']);
    const done = acted(asked, 'lotse', answer, now);
    expect(outcome(done, answer, 'lotse', now)).toBe('nothing');
    expect(outcome(done, { ...answer, text: 'Nirgends.' }, 'lotse', now)).toBe('question-answered');
    expect(outcome(asked, { ...answer, question: 7 }, 'lotse', now)).toBe('question-answered');
    expect(outcome(done, ask, 'city', now)).toBe('→ invited');
  });
});

describe('reminders of the office', () => {
  const remind = { kind: 'remind' } as const;

  test('go to those who are to answer and have not, once within an hour', () => {
    const some = allActed(
      invited,
      [
        ['admin', yes],
        ['kgrz', no()],
        ['kgrz-d1', no()],
      ],
      now,
    );
    const silent = ['lotse', 'chair', 'city', 'economy', 'science', 'kgrz-d2'];
    expect(new Set(toldOf(some, remind, 'lotse', now))).toEqual(
      new Set(silent.map((who) => `reminder ${who}`)),
    );
    const once = acted(some, 'lotse', remind, now);
    expect(outcome(once, remind, 'lotse', contextAt('2026-11-26T09:59:59.000Z'))).toBe('nothing');
    expect(outcome(once, remind, 'lotse', contextAt('2026-11-26T10:00:00.000Z'))).toBe('→ invited');
  });

  test('do not go to those who have left the Beirat', () => {
    const left = contextAt('2026-11-26T09:00:00.000Z', { assignments: without('city') });
    expect(toldOf(invited, remind, 'lotse', left)).not.toContain('reminder city');
  });

  test('do not exist when all have answered', () => {
    const all = invited.invitees.reduce((meeting, one) => acted(meeting, one.party, yes, now), invited);
    expect(outcome(all, remind, 'lotse', now)).toBe('nothing');
  });
});

test('who may see a meeting follows the directory and the state of it', () => {
  const ways = (who: string) => [
    meetingSeenAs(invited, who, now),
    invitationOf(invited, who, now) !== undefined,
  ];
  expect(ways('lotse')).toEqual(['meeting', true]);
  expect(ways('lotse-deputy')).toEqual(['meeting', false]);
  expect(ways('chair')).toEqual(['meeting', true]);
  expect(ways('chair-deputy')).toEqual(['meeting', false]);
  expect(ways('city')).toEqual(['invitation', true]);
  expect([ways('kgrz-d1'), ways('stranger')]).toEqual([
    [undefined, false],
    [undefined, false],
  ]);
  expect(usual.map(({ person }) => person)).not.toContain('stranger');
});
