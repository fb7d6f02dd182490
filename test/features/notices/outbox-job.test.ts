import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import type { Delivery } from '../../../src/core/ports/messenger.ts';
import { mostFaults } from '../../../src/features/notices/fate.ts';
import { linksMade, openPostOffice, type PostOffice } from '../../support/post-office.ts';

const said = ({ sent }: PostOffice) => sent.map(({ said }) => said);

describe('a notice that is owed', () => {
  test('is sent once, to the chat of its person', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    await office.run();
    await office.run();
    expect(office.sent).toMatchObject([{ to: 'itb-61', said: 'n1' }]);
    expect(await office.notice('n1')).toMatchObject({ state: 'sent', messageId: 'm1', attempts: 1 });
  });

  test('is said in the language of its person', async () => {
    const office = await openPostOffice();
    await office.prefer({ language: 'en' });
    await office.owe({ id: 'n1' });
    await office.run();
    expect(said(office)).toEqual(['n1 (en)']);
  });

  test('is not sent when there is nothing left to say', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1', facts: { over: true } });
    await office.run();
    expect(office.sent).toEqual([]);
    expect(await office.notice('n1')).toMatchObject({ state: 'settled' });
  });

  test('reaches a colleague who is not in the directory', async () => {
    const office = await openPostOffice();
    const id = '99999999-0000-4000-8000-000000000001';
    await office.encounters.met({ id, name: 'Kollegium' }, { conversationId: 'a:unlisted', serviceUrl: 'x' });
    await office.owe({ id: 'n1', recipient: `aad:${id}` });
    await office.run();
    expect(office.sent).toMatchObject([{ to: 'unlisted' }]);
  });

  test('that cannot be worded is given up after some tries, and keeps nobody waiting', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1', facts: { broken: true } });
    await office.owe({ id: 'n2' });
    await office.run();
    expect(said(office)).toEqual(['n2']);
    await office.runUntil('2026-11-25T09:00:00Z');
    expect(await office.notice('n1')).toMatchObject({
      state: 'dead',
      reasons: ['fault'],
      attempts: mostFaults,
    });
    expect(office.logged).toContainEqual({ level: 'error', event: 'notice-not-said' });
  });

  test('of a kind that nobody says is given up too', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1', kind: 'nobody.says' });
    await office.runUntil('2026-11-25T09:00:00Z');
    expect(await office.notice('n1')).toMatchObject({ state: 'dead' });
  });
});

describe('the order', () => {
  test('of notices to one person is that in which they were owed', async () => {
    const office = await openPostOffice();
    for (const id of ['n3', 'n1', 'n2']) {
      await office.owe({ id });
      office.moveTo(new Date(Date.parse(office.now()) + 10).toISOString());
    }
    await office.run();
    expect(said(office)).toEqual(['n3', 'n1', 'n2']);
  });

  test('of two of one moment goes by their numbers: the ninth before the tenth', async () => {
    const office = await openPostOffice();
    for (const id of ['IT-2026-0042 changed 10', 'IT-2026-0042 changed 9']) await office.owe({ id });
    await office.run();
    expect(said(office)).toEqual(['IT-2026-0042 changed 9', 'IT-2026-0042 changed 10']);
  });

  test('is kept when the first does not get through: the others wait for it', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    await office.owe({ id: 'n2' });
    office.answer({ outcome: 'later', afterMs: 60_000 });
    await office.run();
    office.moveTo('2026-11-24T09:00:30Z');
    await office.owe({ id: 'n3' });
    await office.run();
    expect(said(office)).toEqual([]);
    await office.runUntil('2026-11-24T09:02:00Z');
    expect(said(office)).toEqual(['n1', 'n2', 'n3']);
    expect(await office.notice('n3')).toMatchObject({ attempts: 1 });
  });

  test('is kept when more is due than one run takes', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    office.answer({ outcome: 'later', afterMs: 60_000 });
    await office.run();
    office.moveTo('2026-11-24T09:00:30Z');
    await office.owe({ id: 'n2' });
    await office.run();
    office.moveTo('2026-11-24T09:00:40Z');
    await office.owe({ id: 'n3' });
    office.moveTo('2026-11-24T09:00:45Z');
    for (let at = 0; at < 120; at += 1) await office.owe({ id: `other-${at}`, recipient: 'staff-61' });
    office.moveTo('2026-11-24T09:01:01Z');
    await office.runUntil('2026-11-24T09:10:00Z');
    expect(said(office).filter((id) => id.startsWith('n'))).toEqual(['n1', 'n2', 'n3']);
    expect(said(office)).toHaveLength(123);
  });

  test('of one person is not the business of another', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    await office.owe({ id: 'n2', recipient: 'staff-61' });
    office.answer({ outcome: 'later' });
    await office.run();
    expect(said(office)).toEqual(['n2']);
  });
});

describe('somebody who is not reached in Teams', () => {
  test.each(['ConversationBlockedByUser', 'MessageWritesBlocked', 'BotNotInConversationRoster'])(
    'gets a mail: %s',
    async (reason) => {
      const office = await openPostOffice();
      await office.owe({ id: 'n1' });
      office.answer({ outcome: 'unreachable', reason });
      await office.run();
      await office.run();
      expect(office.mails).toMatchObject([
        { to: { address: 'itb-61@example.org' }, letter: { subject: 'n1' } },
      ]);
      expect(await office.notice('n1')).toMatchObject({ state: 'sent', channel: 'mail' });
    },
  );

  test('gets its personal link made for the mail, and for nothing else', async () => {
    const before = linksMade();
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    await office.run();
    expect([office.sent.length, linksMade() - before]).toEqual([1, 0]);
    const unknown = await openPostOffice({ known: [] });
    await unknown.owe({ id: 'n1' });
    await unknown.run();
    expect(unknown.mails).toMatchObject([{ letter: { links: [{ title: 'Seite' }] } }]);
    expect(unknown.mails[0]?.letter).not.toHaveProperty('lateLink');
    expect(linksMade() - before).toBe(1);
  });

  test('gets a mail at once when the bot was never opened', async () => {
    const office = await openPostOffice({ known: [] });
    await office.owe({ id: 'n1' });
    await office.run();
    expect(office.mails).toHaveLength(1);
  });

  test('gets nothing without a mail server; the notice is dead and says why', async () => {
    const office = await openPostOffice({ known: [], mail: false });
    await office.owe({ id: 'n1' });
    await office.run();
    expect(await office.notice('n1')).toMatchObject({ state: 'dead', reasons: ['no-chat', 'no-mailer'] });
  });

  test('gets what is still to be said as soon as the bot is opened', async () => {
    const office = await openPostOffice({ known: [], mail: false });
    await office.owe({ id: 'n1' });
    await office.owe({ id: 'n2', facts: { over: true } });
    await office.run();
    await office.meet('itb-61');
    await office.run();
    expect(said(office)).toEqual(['n1']);
  });

  test('gets a mail the third time that the chat is said to be gone', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    office.answer(...Array.from({ length: 3 }, () => ({ outcome: 'later', reason: 'suspect' }) as const));
    await office.runUntil('2026-11-24T10:00:00Z');
    expect(office.mails).toHaveLength(1);
    expect(await office.notice('n1')).toMatchObject({ attempts: 4, state: 'sent' });
  });

  test('that a chat is gone is sometimes said by mistake', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    office.answer({ outcome: 'later', reason: 'suspect' });
    await office.runUntil('2026-11-24T10:00:00Z');
    expect(said(office)).toEqual(['n1']);
    expect(office.mails).toEqual([]);
  });

  test('keeps the id of the mail when it is sent again', async () => {
    const office = await openPostOffice({ known: [] });
    await office.owe({ id: 'n1', kind: 'test.reminder' });
    office.answerMail({ outcome: 'unsure' });
    await office.runUntil('2026-11-24T10:00:00Z');
    const ids = office.mails.map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('somebody who wants mail too', () => {
  test('gets both, each once', async () => {
    const office = await openPostOffice();
    await office.prefer({ mailToo: true });
    await office.owe({ id: 'n1' });
    await office.runUntil('2026-11-24T10:00:00Z');
    expect(said(office)).toEqual(['n1']);
    expect(office.mails).toMatchObject([{ letter: { subject: 'n1' } }]);
  });

  test('gets the message once although the mail takes several tries', async () => {
    const office = await openPostOffice();
    await office.prefer({ mailToo: true });
    await office.owe({ id: 'n1' });
    office.answerMail({ outcome: 'later' }, { outcome: 'later' });
    await office.runUntil('2026-11-24T10:00:00Z');
    expect(said(office)).toEqual(['n1']);
    expect(office.mails).toHaveLength(1);
  });

  test('gets one mail, not two, when Teams does not work', async () => {
    const office = await openPostOffice({ known: [] });
    await office.prefer({ mailToo: true });
    await office.owe({ id: 'n1' });
    await office.runUntil('2026-11-24T10:00:00Z');
    expect(office.mails).toHaveLength(1);
  });
});

describe('quiet hours', () => {
  test('hold news until they are over, and nothing that must be done', async () => {
    const office = await openPostOffice({ now: '2026-11-24T21:00:00Z' });
    await office.prefer({ quiet: { from: '18:00', to: '07:00' } });
    await office.owe({ id: 'n1', kind: 'test.news' });
    await office.owe({ id: 'n2' });
    await office.runUntil('2026-11-25T12:00:00Z');
    expect(office.sent).toMatchObject([
      { said: 'n2', at: '2026-11-24T21:00:00.000Z' },
      { said: 'n1', at: '2026-11-25T06:00:00.000Z' },
    ]);
  });

  test('are an hour longer in the night when the clocks go back', async () => {
    const office = await openPostOffice({ now: '2026-10-24T20:00:00Z' });
    await office.prefer({ quiet: { from: '18:00', to: '07:00' } });
    await office.owe({ id: 'n1', kind: 'test.news' });
    await office.runUntil('2026-10-25T12:00:00Z');
    expect(office.sent).toMatchObject([{ at: '2026-10-25T06:00:00.000Z' }]);
  });
});

describe('several steps of one case', () => {
  const step = { kind: 'test.steps' };

  test('that wait together are one message, told by the newest; nothing is told twice', async () => {
    const office = await openPostOffice();
    await office.prefer({ quiet: { from: '18:00', to: '07:00' } });
    await office.owe({ id: 'step 8', ...step });
    await office.run();
    office.moveTo('2026-11-24T20:00:00Z');
    await office.owe({ id: 'step 9', ...step });
    await office.owe({ id: 'step 10', ...step });
    await office.owe({ id: 'other 1', ...step, ref: 'IT-2026-0043' });
    await office.runUntil('2026-11-25T12:00:00Z');
    expect(said(office).toSorted()).toEqual(['other 1', 'step 8', 'step 9+step 10']);
    expect(await office.notice('step 9')).toMatchObject({ state: 'settled' });
  });

  test('are one item of the digest, and the e-mail besides tells the same', async () => {
    const office = await openPostOffice({ now: '2026-11-24T10:00:00Z' });
    await office.prefer({ delivery: 'digest', mailToo: true });
    await office.owe({ id: 'step 1', ...step });
    await office.owe({ id: 'step 2', ...step });
    await office.runUntil('2026-11-26T12:00:00Z');
    expect(office.sent[0]?.reply.data.items).toMatchObject([{ text: 'step 1+step 2' }]);
    expect(office.mails[0]?.letter.paragraphs).toHaveLength(1);
    const other = await openPostOffice();
    await other.prefer({ mailToo: true });
    await other.owe({ id: 'step 3', ...step });
    await other.owe({ id: 'step 4', ...step });
    await other.runUntil('2026-11-26T14:00:00Z');
    expect(other.mails.map(({ letter }) => letter.subject)).toEqual(['step 3+step 4']);
  });
});

describe('the daily digest', () => {
  const daily = async (now: string) => {
    const office = await openPostOffice({ now });
    await office.prefer({ delivery: 'digest' });
    return office;
  };

  test('tells the news of a day on one card the next working day at half past seven', async () => {
    const office = await daily('2026-11-27T10:00:00Z');
    await office.owe({ id: 'n1', kind: 'test.news', facts: { case: true } });
    await office.owe({ id: 'n2', kind: 'test.news', ref: 'IT-2026-0043' });
    await office.owe({ id: 'n3', kind: 'test.news', facts: { over: true } });
    await office.runUntil('2026-12-01T12:00:00Z');
    expect(office.sent).toMatchObject([
      { said: 'Heute gibt es 2 Neuigkeiten', at: '2026-11-30T06:30:00.000Z' },
    ]);
    expect(office.sent[0]?.reply.data.items).toEqual([
      { text: 'n1', about: { kind: 'case', id: 'IT-2026-0042' } },
      { text: 'n2' },
    ]);
    expect(await office.notice('n1')).toMatchObject({ state: 'sent' });
    expect(await office.notice('n3')).toMatchObject({ state: 'settled' });
  });

  test('lets through at once what must be done', async () => {
    const office = await daily('2026-11-24T10:00:00Z');
    await office.owe({ id: 'n1' });
    await office.run();
    expect(said(office)).toEqual(['n1']);
  });

  test('is not sent when nothing is left to say', async () => {
    const office = await daily('2026-11-24T10:00:00Z');
    await office.owe({ id: 'n1', kind: 'test.news', facts: { over: true } });
    await office.runUntil('2026-11-26T12:00:00Z');
    expect(office.sent).toEqual([]);
  });

  test('comes once after an outage of seven days, with everything', async () => {
    const office = await daily('2026-11-24T10:00:00Z');
    const outage = Array.from({ length: 400 }, () => ({ outcome: 'later', reason: 'ECONNREFUSED' }) as const);
    office.answer(...outage);
    for (const day of ['24', '25', '26', '27']) {
      await office.runUntil(`2026-11-${day}T10:00:00Z`);
      await office.owe({ id: `n${day}`, kind: 'test.news' });
    }
    await office.runUntil('2026-12-01T10:00:00Z');
    expect(office.sent).toEqual([]);
    office.answer();
    for (let left = 0; left < 400; left += 1) {
      if (office.sent.length > 0) break;
      await office.runUntil(new Date(Date.parse(office.now()) + 3_600_000).toISOString());
    }
    await office.runUntil('2026-12-20T10:00:00Z');
    expect(said(office)).toEqual(['Heute gibt es 4 Neuigkeiten']);
  });

  test('goes by mail too, with the same news', async () => {
    const office = await openPostOffice({ now: '2026-11-24T10:00:00Z' });
    await office.prefer({ delivery: 'digest', mailToo: true });
    await office.owe({ id: 'n1', kind: 'test.news' });
    await office.owe({ id: 'n2', kind: 'test.news' });
    await office.runUntil('2026-11-25T12:00:00Z');
    expect(said(office)).toEqual(['Heute gibt es 2 Neuigkeiten']);
    expect(office.mails).toMatchObject([
      { letter: { subject: 'Heute gibt es 2 Neuigkeiten', paragraphs: ['n1\nText n1', 'n2\nText n2'] } },
    ]);
  });

  test('tells its news again when the process ended before that was written, and then never more', async () => {
    const office = await daily('2026-11-24T10:00:00Z');
    await office.owe({ id: 'n1', kind: 'test.news' });
    await office.run();
    office.moveTo('2026-11-25T06:30:00Z');
    office.answer('crash after sending');
    await office.crash();
    const next = await openPostOffice({ store: office.store, now: '2026-11-25T06:40:00Z' });
    await next.runUntil('2026-11-27T12:00:00Z');
    expect(said(next)).toEqual(['Heute gibt es eine Neuigkeit']);
    expect(await next.notice('n1')).toMatchObject({ state: 'sent' });
  });
});

describe('after an outage of seven days', () => {
  test('one reminder comes, not seven', async () => {
    const office = await openPostOffice({ now: '2026-11-24T09:00:00Z' });
    office.answer(...Array.from({ length: 400 }, () => ({ outcome: 'later', reason: 'http-502' }) as const));
    for (let day = 24; day <= 30; day += 1) {
      await office.runUntil(`2026-11-${day}T09:00:00Z`);
      await office.owe({ id: `reminder ${day}`, kind: 'test.reminder' });
    }
    await office.runUntil('2026-12-01T09:00:00Z');
    expect(office.sent).toEqual([]);
    const restarted = await openPostOffice({ store: office.store, now: '2026-12-01T09:00:01Z' });
    await restarted.runUntil('2026-12-02T09:00:00Z');
    expect(said(restarted)).toEqual(['reminder 30']);
  });

  test('nothing that was owed is missing', async () => {
    const office = await openPostOffice({ now: '2026-11-24T09:00:00Z' });
    const ids = Array.from({ length: 20 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    for (const id of ids) await office.owe({ id });
    const later = await openPostOffice({ store: office.store, now: '2026-12-01T09:00:00Z' });
    await later.runUntil('2026-12-01T10:00:00Z');
    expect(said(later)).toEqual(ids);
  });
});

describe('when our credentials are refused', () => {
  test('nothing more is sent, one alarm goes out by mail, and everything comes when they are good again', async () => {
    const office = await openPostOffice();
    for (const recipient of ['itb-61', 'staff-61', 'lead-10.50'])
      await office.owe({ id: recipient, recipient });
    office.answer(...Array.from({ length: 100 }, () => ({ outcome: 'locked-out' }) as const));
    await office.run();
    await office.run();
    expect(office.sent).toEqual([]);
    await office.runUntil('2026-11-24T11:00:00Z');
    const alarms = office.logged.filter(({ event }) => event === 'sending-stopped');
    expect(alarms).toEqual([{ level: 'error', event: 'sending-stopped' }]);
    expect(office.mails.map(({ letter }) => letter.subject)).toEqual([
      'Lotse kann in Teams nicht mehr schreiben',
    ]);
    expect(office.mails[0]?.to.address).toBe('lead-10.50@example.org');

    const renewed = await openPostOffice({ store: office.store, now: office.now() });
    await renewed.runUntil('2026-11-24T12:00:00Z');
    expect(said(renewed).sort()).toEqual(['itb-61', 'lead-10.50', 'staff-61']);
    expect(renewed.logged).toContainEqual({ level: 'info', event: 'sending-resumed' });
  });

  test('one notice tries every quarter of an hour, not all of them', async () => {
    const office = await openPostOffice({ mail: false });
    for (let index = 0; index < 30; index += 1) await office.owe({ id: `n${index}`, recipient: 'itb-61' });
    await office.owe({ id: 'other', recipient: 'staff-61' });
    let tries = 0;
    const messenger = {
      send: async () => {
        tries += 1;
        return { outcome: 'locked-out' } as const;
      },
      update: async () => ({ outcome: 'locked-out' }) as const,
    };
    const locked = await openPostOffice({ store: office.store, messenger, mail: false });
    await locked.run();
    const before = tries;
    await locked.runUntil('2026-11-24T09:59:59Z');
    expect(before).toBeLessThanOrEqual(2);
    expect(tries - before).toBe(3);
  });

  test('mail goes on, to those who are reached by it', async () => {
    const office = await openPostOffice({ known: ['itb-61'] });
    await office.owe({ id: 'n1' });
    await office.owe({ id: 'n2', recipient: 'staff-61' });
    office.answer({ outcome: 'locked-out' });
    await office.run();
    expect(office.mails.map(({ letter }) => letter.subject)).toContain('n2');
  });
});

describe('two workers at once', () => {
  test('send everything once', async () => {
    const store = createMemoryStore();
    const one = await openPostOffice({ store });
    const other = await openPostOffice({ store });
    for (let index = 0; index < 40; index += 1) {
      await one.owe({ id: `n${index}`, recipient: index % 2 ? 'itb-61' : 'staff-61' });
    }
    await Promise.all([one.run(), other.run(), one.run(), other.run()]);
    const all = [...said(one), ...said(other)];
    expect(all).toHaveLength(40);
    expect(new Set(all).size).toBe(40);
  });

  test('the second takes over what the first never finished, once its time is over', async () => {
    const one = await openPostOffice();
    await one.owe({ id: 'n1' });
    one.answer('crash before sending');
    await one.crash();
    const other = await openPostOffice({ store: one.store, now: '2026-11-24T09:04:00Z' });
    await other.run();
    expect(said(other)).toEqual([]);
    await other.runUntil('2026-11-24T09:10:00Z');
    expect(said(other)).toEqual(['n1']);
  });
});

test('another process keeps what is owed later waiting behind what a dead one had', async () => {
  const office = await openPostOffice();
  await office.owe({ id: 'n1' });
  office.answer('crash before sending');
  await office.crash();
  office.moveTo('2026-11-24T09:01:00Z');
  await office.owe({ id: 'n2' });
  await office.owe({ id: 'other', recipient: 'staff-61' });
  const next = await openPostOffice({ store: office.store, now: '2026-11-24T09:01:00Z' });
  await next.run();
  expect(said(next)).toEqual(['other']);
  await next.runUntil('2026-11-24T09:15:00Z');
  expect(said(next)).toEqual(['other', 'n1', 'n2']);
});

describe('a worker that comes back when its time is over', () => {
  test('does not overwrite what the next one has written', async () => {
    const { promise: late, resolve: comeBack } = Promise.withResolvers<Delivery>();
    const messenger = { send: () => late, update: () => late };
    const slow = await openPostOffice({ messenger });
    await slow.owe({ id: 'n1' });
    const run = slow.run();
    await new Promise((done) => setTimeout(done, 10));
    const next = await openPostOffice({ store: slow.store, now: '2026-11-24T09:10:00Z' });
    await next.runUntil('2026-11-24T10:00:00Z');
    const written = await next.notice('n1');
    comeBack({ outcome: 'unreachable', reason: 'ConversationBlockedByUser' });
    await run;
    expect(written).toMatchObject({ state: 'sent', messageId: 'm1' });
    expect(await next.notice('n1')).toEqual(written);
  });
});

describe('when the process ends in the middle', () => {
  test.each([
    ['crash before sending', 'test.act', 1, 'sent'],
    ['crash after sending', 'test.act', 2, 'sent'],
    ['crash before sending', 'test.reminder', 0, 'ambiguous'],
    ['crash after sending', 'test.reminder', 1, 'ambiguous'],
  ] as const)('%s, %s: it arrived %i times in the end', async (crash, kind, times, state) => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1', kind });
    office.answer(crash);
    await office.crash();
    const next = await openPostOffice({ store: office.store, now: '2026-11-24T09:10:00Z' });
    await next.runUntil('2026-11-24T12:00:00Z');
    expect([...said(office), ...said(next)]).toHaveLength(times);
    expect(await next.notice('n1')).toMatchObject({ state });
  });

  test('what it had not begun is sent, reminders too', async () => {
    const office = await openPostOffice();
    for (const id of ['n1', 'n2', 'n3']) await office.owe({ id, kind: 'test.reminder', ref: id });
    office.answer('crash after sending');
    await office.crash();
    const next = await openPostOffice({ store: office.store, now: '2026-11-24T09:10:00Z' });
    await next.runUntil('2026-11-24T12:00:00Z');
    expect([...said(office), ...said(next)]).toEqual(['n1', 'n2', 'n3']);
  });
});

describe('what is old', () => {
  test('is deleted: what arrived after 30 days, what could not be delivered after 90', async () => {
    const office = await openPostOffice({ known: ['itb-61'], mail: false });
    await office.owe({ id: 'n1' });
    await office.owe({ id: 'n2', recipient: 'staff-61' });
    await office.run();
    office.moveTo('2026-12-23T09:00:00Z');
    await office.run();
    expect(await office.notice('n1')).toBeDefined();
    office.moveTo('2026-12-25T09:00:00Z');
    await office.run();
    expect(await office.notice('n1')).toBeUndefined();
    expect(await office.notice('n2')).toMatchObject({ state: 'dead' });
    office.moveTo('2027-02-23T09:00:00Z');
    await office.run();
    expect(await office.notice('n2')).toBeUndefined();
  });
});
