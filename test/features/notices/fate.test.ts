import { describe, expect, test } from '@jest/globals';
import type { Delivery } from '../../../src/core/ports/messenger.ts';
import {
  afterDelivery,
  afterFault,
  believedAfter,
  mostDoubts,
  mostFaults,
} from '../../../src/features/notices/fate.ts';
import type { Outboxed } from '../../../src/features/notices/outbox.ts';
import { resent } from '../../../src/features/notices/resend.ts';

const now = '2026-11-24T09:00:00.000Z';
const notice: Outboxed = {
  id: 'n1',
  version: 3,
  recipient: 'itb-61',
  kind: 'test.act',
  ref: 'IT-2026-0042',
  urgency: 'act',
  createdAt: '2026-11-24T08:59:00.000Z',
  state: 'pending',
  channel: 'teams',
  attempts: 1,
  underWay: true,
  dueAt: '2026-11-24T08:59:00.000Z',
  leaseUntil: '2026-11-24T09:05:00.000Z',
};
const situation = {
  now,
  chance: 1,
  repeatable: true,
  noMail: undefined,
  probeAt: '2026-11-24T09:15:00.000Z',
};
const next = (
  delivery: Delivery,
  more: Partial<Outboxed> = {},
  other: Partial<typeof situation> | object = {},
) => afterDelivery({ ...notice, ...more }, delivery, { ...situation, ...other });

describe('after one try', () => {
  test('what arrived is sent, and keeps the id of its message', () => {
    expect(next({ outcome: 'sent', messageId: 'm1' })).toMatchObject({
      state: 'sent',
      messageId: 'm1',
      endedAt: now,
    });
  });

  test.each<[Delivery]>([
    [{ outcome: 'sent' }],
    [{ outcome: 'later' }],
    [{ outcome: 'unsure' }],
    [{ outcome: 'unreachable', reason: 'x' }],
    [{ outcome: 'locked-out' }],
    [{ outcome: 'gone' }],
  ])('%j: no worker has it any more', (delivery) => {
    const then = next(delivery);
    expect(then).not.toHaveProperty('leaseUntil');
    expect(then).not.toHaveProperty('underWay');
  });

  test('what did not arrive is tried again, later each time, up to an hour', () => {
    const pauses = [1, 2, 3, 4, 9, 30].map((attempts) => {
      const { dueAt = '' } = next({ outcome: 'later' }, { attempts });
      return (Date.parse(dueAt) - Date.parse(now)) / 1000;
    });
    expect(pauses).toEqual([15, 30, 60, 120, 3600, 3600]);
  });

  test('chance spreads what failed together', () => {
    expect(next({ outcome: 'later' }, {}, { chance: 0 }).dueAt).toBe('2026-11-24T09:00:07.500Z');
  });

  test('the channel decides when it said when', () => {
    expect(next({ outcome: 'later', afterMs: 90_000 }).dueAt).toBe('2026-11-24T09:01:30.000Z');
  });

  test('a week of outage is not the end of it, ten days are', () => {
    const week = { createdAt: '2026-11-17T08:00:00.000Z' };
    expect(next({ outcome: 'later', reason: 'http-502' }, week).state).toBe('failed');
    const long = { createdAt: '2026-11-13T08:00:00.000Z' };
    expect(next({ outcome: 'later', reason: 'http-502' }, long)).toMatchObject({
      state: 'dead',
      reasons: ['http-502'],
    });
    expect(next({ outcome: 'later' }, { ...long, resentAt: now }).state).toBe('failed');
  });
});

describe('when nobody knows whether it arrived', () => {
  test('it is sent again if that does no harm', () => {
    expect(next({ outcome: 'unsure' })).toMatchObject({
      state: 'ambiguous',
      doubts: 1,
      dueAt: expect.any(String),
    });
  });

  test('a reminder is not', () => {
    const then = next({ outcome: 'unsure' }, {}, { repeatable: false });
    expect(then).toMatchObject({ state: 'ambiguous', endedAt: now });
    expect(then).not.toHaveProperty('dueAt');
  });

  test('a mail always is: it keeps its id and shows once', () => {
    const then = next({ outcome: 'unsure' }, { channel: 'mail' }, { repeatable: false });
    expect(then.dueAt).toBeDefined();
  });

  test('nobody gets it more than four times', () => {
    const then = next({ outcome: 'unsure' }, { doubts: mostDoubts - 1 });
    expect(then).toMatchObject({ state: 'ambiguous', doubts: mostDoubts, endedAt: now });
    expect(then).not.toHaveProperty('dueAt');
  });
});

describe('when the person cannot be reached in Teams', () => {
  const blocked: Delivery = { outcome: 'unreachable', reason: 'ConversationBlockedByUser' };

  test('it goes by mail, at once', () => {
    expect(next(blocked)).toMatchObject({ state: 'pending', channel: 'mail', dueAt: now });
  });

  test('it is dead without mail, and says why', () => {
    expect(next(blocked, {}, { noMail: 'no-mailer' })).toMatchObject({
      state: 'dead',
      reasons: ['ConversationBlockedByUser', 'no-mailer'],
    });
  });

  test('it is dead when the mail fails too', () => {
    const then = next(
      { outcome: 'unreachable', reason: 'bad-address' },
      { channel: 'mail', reasons: ['no-chat'] },
    );
    expect(then).toMatchObject({ state: 'dead', reasons: ['no-chat', 'bad-address'] });
  });

  test('a chat that is said to be gone is believed the third time', () => {
    const suspect: Delivery = { outcome: 'later', reason: 'suspect' };
    expect(next(suspect)).toMatchObject({ state: 'failed', suspicions: 1 });
    expect(next(suspect, { suspicions: believedAfter - 1 })).toMatchObject({
      channel: 'mail',
      reasons: ['ConversationNotFound'],
    });
  });
});

test('refused credentials are not the fault of the notice: it waits and counts no failure', () => {
  expect(next({ outcome: 'locked-out' })).toMatchObject({ state: 'pending', dueAt: situation.probeAt });
});

test('a fault of ours is tried again, and given up after some tries', () => {
  expect(afterFault(notice, situation)).toMatchObject({ state: 'failed', reasons: ['fault'] });
  expect(afterFault({ ...notice, attempts: mostFaults }, situation)).toMatchObject({
    state: 'dead',
    reasons: ['fault'],
  });
});

describe('sending again what was given up', () => {
  test('starts anew, on whatever way there is', () => {
    const dead: Outboxed = {
      ...notice,
      state: 'dead',
      channel: 'mail',
      reasons: ['x'],
      endedAt: now,
      doubts: 2,
    };
    const then = resent(dead, now);
    expect(then).toMatchObject({ state: 'pending', attempts: 0, dueAt: now, resentAt: now });
    for (const field of ['channel', 'reasons', 'endedAt', 'doubts']) expect(then).not.toHaveProperty(field);
  });

  test('leaves an e-mail besides an e-mail', () => {
    expect(resent({ ...notice, id: 'n1 mail', channel: 'mail', state: 'dead' }, now)).toMatchObject({
      channel: 'mail',
    });
  });

  test.each(['pending', 'sent', 'ambiguous', 'settled'] as const)('does nothing to what is %s', (state) => {
    expect(resent({ ...notice, state }, now)).toBeUndefined();
  });
});
