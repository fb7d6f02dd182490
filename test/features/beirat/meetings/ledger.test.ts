import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../../src/adapters/store/memory.ts';
import type { Fate } from '../../../../src/core/ports/fates.ts';
import { followUp } from '../../../../src/features/beirat/meetings/ledger.ts';
import type { Dispatch } from '../../../../src/features/beirat/meetings/model.ts';
import { Meeting, meetingCollection } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  attempt,
  contextAt,
  invitedAt,
  inviteeOf,
  outcome,
  settled,
  told,
  wednesday,
} from '../world.ts';
import { openMeetings, withFates } from './acting.ts';

const soon = contextAt('2026-11-25T09:05:00.000Z');
const invited = invitedAt();
const line = (meeting: Meeting, who = 'city', at = 0): Dispatch => {
  const found = inviteeOf(meeting, who).dispatches.at(at);
  if (!found) throw new Error('no such line');
  return found;
};
const fateOf = (state: Fate['state'], more: Partial<Fate> = {}, of = line(invited)): Fate => ({
  notice: of.notice,
  state,
  reasons: [],
  ...more,
});
const fates = (...list: readonly Fate[]) => new Map(list.map((fate) => [fate.notice, fate]));
const became = (meeting: Meeting, ...list: readonly Fate[]): Meeting => {
  const change = withFates(meeting, fates(...list), soon);
  return change ? { ...change.doc, version: meeting.version + 1 } : meeting;
};
const inState = (state: Dispatch['state']): Meeting => settled(invited, state);

describe('a line of the ledger takes over what became of its notice', () => {
  const states: readonly Dispatch['state'][] = [
    'waiting',
    'sent',
    'unclear',
    'failed',
    'not-needed',
    'reached',
  ];
  const table: Readonly<Record<Dispatch['state'], Readonly<Record<Fate['state'], string>>>> = {
    waiting: { waiting: '', sent: 'sent', unclear: 'unclear', failed: 'failed', 'not-needed': 'not-needed' },
    // Nothing that arrived is forgotten; what comes later is told as it is.
    sent: { waiting: '', sent: '', unclear: 'unclear', failed: 'failed', 'not-needed': 'not-needed' },
    unclear: { waiting: '', sent: 'sent repaired', unclear: '', failed: 'failed', 'not-needed': '' },
    failed: { waiting: '', sent: 'sent repaired', unclear: 'unclear', failed: '', 'not-needed': '' },
    // Closed by the office, which sent it again or called: only that it arrived after all is news.
    'not-needed': { waiting: '', sent: 'sent', unclear: '', failed: '', 'not-needed': '' },
    reached: { waiting: '', sent: '', unclear: '', failed: '', 'not-needed': '' },
  };

  test.each(states)('that is %s', (state) => {
    const before = inState(state);
    const cell = (fate: Fate['state']) => {
      const { state: now, repaired } = line(became(before, fateOf(fate)));
      return now === state ? '' : [now, ...(repaired ? ['repaired'] : [])].join(' ');
    };
    const columns = Object.keys(table[state]) as Fate['state'][];
    expect(Object.fromEntries(columns.map((fate) => [fate, cell(fate)]))).toEqual(table[state]);
  });

  test('with the channel, since when, and why it failed', () => {
    const failed = became(
      invited,
      fateOf('failed', { channel: 'mail', reasons: ['mailbox'], since: '2026' }),
    );
    expect(line(failed)).toMatchObject({
      state: 'failed',
      channel: 'mail',
      reasons: ['mailbox'],
      since: '2026',
    });
    const sent = became(failed, fateOf('sent', { channel: 'teams', reasons: ['mailbox'] }));
    expect(line(sent)).toMatchObject({ state: 'sent', channel: 'teams', repaired: true });
    expect(line(sent).reasons).toBeUndefined();
  });

  test('and nothing is written when nothing is new: no version, no card to update', () => {
    expect(withFates(invited, fates(fateOf('waiting')), soon)).toBeUndefined();
    const sent = became(invited, fateOf('sent'));
    expect(withFates(sent, fates(fateOf('sent')), soon)).toBeUndefined();
    expect(withFates(sent, fates(), soon)).toBeUndefined();
  });

  test('the ledger is looked after as long as a line waits', () => {
    expect(became(invited, fateOf('sent')).sending).toBe(true);
    const all = invited.invitees.flatMap(({ dispatches }) =>
      dispatches.map((one) => fateOf('sent', {}, one)),
    );
    expect(became(invited, ...all).sending).toBe(false);
  });

  test('of which nothing is known after an hour, it is to be cleared up', () => {
    const late = contextAt('2026-11-25T10:00:00.001Z');
    expect(withFates(invited, fates(), soon)).toBeUndefined();
    const change = withFates(invited, fates(fateOf('waiting')), late);
    const states = change?.doc.invitees.map((one) => [one.party, one.dispatches[0]?.state]) ?? [];
    expect(Object.fromEntries(states)).toMatchObject({
      city: 'waiting',
      science: 'unclear',
      admin: 'unclear',
    });
  });
});

describe('the office clears up', () => {
  const failed = inState('failed');
  const resend = { kind: 'resend', party: 'city' } as const;
  const reached = { kind: 'reached', party: 'city', note: 'angerufen' } as const;

  test('by sending again: a new line, the old one is closed and stays so', () => {
    const again = acted(failed, 'lotse', resend, soon);
    expect(inviteeOf(again, 'city').dispatches.map(({ state }) => state)).toEqual(['not-needed', 'waiting']);
    expect(outcome(again, resend, 'lotse', soon)).toBe('nothing');
    const done = became(again, fateOf('failed'), fateOf('sent', {}, line(again, 'city', 1)));
    expect(inviteeOf(done, 'city').dispatches.map(({ state }) => state)).toEqual(['not-needed', 'sent']);
    expect(line(done, 'city', 1).repaired).toBe(true);
  });

  test('and again when that fails too: every time a notice of its own', () => {
    const again = acted(failed, 'lotse', resend, soon);
    const third = acted(settled(again, 'failed'), 'lotse', resend, soon);
    const ids = inviteeOf(third, 'city').dispatches.map(({ notice }) => notice);
    expect(new Set(ids).size).toBe(3);
  });

  test('with the invitation, where a change did not arrive either', () => {
    const moved = acted(failed, 'lotse', { kind: 'relocate', place: 'KGRZ', reason: 'x' }, soon);
    const both = settled(moved, 'failed');
    const result = attempt(both, resend, 'lotse', soon);
    expect(typeof result === 'string' ? result : told(result)).toEqual(['invitation city']);
    const off = settled(acted(failed, 'lotse', { kind: 'cancel', reason: 'x' }, soon), 'failed');
    const other = attempt(off, resend, 'lotse', soon);
    expect(typeof other === 'string' ? other : told(other)).toEqual(['cancellation city']);
  });

  test('by reaching the member another way, and says how', () => {
    expect(outcome(failed, { ...reached, note: ' ' }, 'lotse', soon)).toBe('text-missing');
    const done = acted(failed, 'lotse', reached, soon);
    expect(line(done)).toMatchObject({ state: 'reached', repaired: true, note: 'angerufen' });
    expect(outcome(done, reached, 'lotse', soon)).toBe('nothing');
    expect(line(became(done, fateOf('failed')))).toMatchObject({ state: 'reached' });
  });
});

describe('the job', () => {
  async function running(meeting: Meeting, list: () => readonly Fate[]) {
    const meetings = createMemoryStore().collection<Meeting>(meetingCollection, Meeting, ['sending']);
    const { version: _, ...doc } = meeting;
    await meetings.add(doc);
    const asked: string[] = [];
    const job = followUp({
      meetings: openMeetings(meetings, (at) => contextAt(at)),
      fates: async (id) => {
        asked.push(id);
        return list();
      },
    });
    const tick = async (at: number) => {
      await job.run(new Date(Date.parse(wednesday) + at * 1000));
      return (await meetings.get(meeting.id)) as Meeting;
    };
    return { tick, asked };
  }

  test('looks at once while something is on its way, and rests when nothing is', async () => {
    const all = invited.invitees.flatMap(({ dispatches }) =>
      dispatches.map((one) => fateOf('sent', {}, one)),
    );
    const { tick, asked } = await running(invited, () => all);
    const first = await tick(1);
    expect([first.sending, first.version]).toEqual([false, 2]);
    for (let at = 2; at < 300; at += 2) await tick(at);
    expect((await tick(301)).version).toBe(2);
    expect(asked).toHaveLength(1);
  });

  test('looks at what failed once a minute, and changes nothing while nothing changes', async () => {
    let list = [fateOf('failed')];
    const { tick, asked } = await running(inState('failed'), () => list);
    for (let at = 0; at < 180; at += 2) await tick(at);
    expect(asked).toHaveLength(3);
    expect((await tick(179)).version).toBe(1);
    list = [fateOf('sent')];
    expect(line(await tick(240))).toMatchObject({ state: 'sent', repaired: true });
  });

  test('goes on with the others when something is broken about one', async () => {
    const meetings = createMemoryStore().collection<Meeting>(meetingCollection, Meeting, ['sending']);
    for (const id of ['B-2026-1', 'B-2026-2', 'B-2026-3']) {
      const { version: _, ...doc } = invited;
      await meetings.add({ ...doc, id });
    }
    const job = followUp({
      meetings: openMeetings(meetings, (at) => contextAt(at)),
      async fates(id) {
        if (id === 'B-2026-2') throw new Error('the ledger is torn');
        return invited.invitees.flatMap(({ dispatches }) => dispatches.map((one) => fateOf('sent', {}, one)));
      },
    });
    await expect(job.run(new Date(wednesday))).rejects.toThrow('torn');
    expect((await meetings.list()).map(({ sending }) => sending)).toEqual([false, true, false]);
  });
});
