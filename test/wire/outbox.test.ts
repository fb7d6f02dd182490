import { afterEach, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { botFrameworkAuthority } from '../../src/adapters/teams/authentication.ts';
import { openBotbuilder } from '../../src/adapters/teams/botbuilder/transport.ts';
import { createLanes } from '../../src/adapters/teams/lanes.ts';
import { createMessenger } from '../../src/adapters/teams/messenger.ts';
import { createPace } from '../../src/adapters/teams/pace.ts';
import { createWritingFirst } from '../../src/app/writing-first.ts';
import { silent } from '../../src/core/ports/log.ts';
import type { Messenger } from '../../src/core/ports/messenger.ts';
import { openCopies } from '../../src/features/notices/copies.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { renderPlain } from '../support/echo-feature.ts';
import { type ConnectorAnswer, type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { openPostOffice, type PostOffice } from '../support/post-office.ts';
import { actorOf } from '../support/program.ts';
import { local } from '../support/wire.ts';

/** The real messenger and SDK against a connector on loopback, with a store in memory and a clock that moves. */
const connectors: FakeConnector[] = [];
afterEach(async () => {
  for (const connector of connectors.splice(0)) await connector.close();
});

type Teams = {
  readonly connector: FakeConnector;
  readonly messenger: Messenger;
  /** Places in the order of all sendings, in milliseconds since 1970. */
  readonly places: readonly number[];
  now(moment: string): void;
};

async function startTeams(): Promise<Teams> {
  const connector = await startFakeConnector();
  connectors.push(connector);
  let now = Date.parse('2026-11-24T09:00:00Z');
  const places: number[] = [];
  const pace = createPace();
  const take: typeof pace.take = (conversation, at) => {
    const place = pace.take(conversation, at);
    places.push(place);
    return place;
  };
  const messenger = createMessenger({
    transport: openBotbuilder({ type: 'anonymous' }, botFrameworkAuthority, 300),
    policy: { kind: 'local' },
    renderCard: renderPlain,
    shorten: (reply) => ({ ...reply, card: 'test/short' }),
    inLane: createLanes(),
    pace: { ...pace, take },
    clock: { now: () => new Date(now) },
    wait: async (ms) => {
      now += ms;
    },
    log: silent,
  });
  return {
    connector,
    messenger,
    places,
    now: (moment) => {
      now = Date.parse(moment);
    },
  };
}

const chatAt = ({ connector }: Pick<Teams, 'connector'>, party = 'itb-61') => ({
  conversationId: `a:${party}`,
  conversationType: 'personal',
  serviceUrl: connector.serviceUrl,
  tenantId: 'city',
  botId: '28:lotse',
  botName: 'Lotse',
  userId: `29:${party}`,
});

async function officeOn(teams: Teams, store?: PostOffice['store']): Promise<PostOffice> {
  const office = await openPostOffice({ messenger: teams.messenger, known: [], ...(store ? { store } : {}) });
  const person = office.directory.person('itb-61');
  await office.encounters.met({ id: person?.teamsId ?? '', name: 'IT-Beauftragte' }, chatAt(teams));
  return office;
}

describe('a message that goes out first', () => {
  test('is a card alone, addressed to the conversation and answering nothing', async () => {
    const teams = await startTeams();
    const office = await officeOn(teams);
    await office.owe({ id: 'n1' });
    await office.run();
    expect(teams.connector.received).toHaveLength(1);
    const [{ method, path, activity } = { method: '', path: '', activity: {} }] = teams.connector.received;
    expect(`${method} ${path}`).toBe('POST /v3/conversations/a%3Aitb-61/activities');
    expect(activity).toMatchObject({
      type: 'message',
      summary: 'n1',
      from: { id: '28:lotse' },
      recipient: { id: '29:itb-61' },
      conversation: { id: 'a:itb-61', tenantId: 'city' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    });
    expect(activity).not.toHaveProperty('text');
    expect(activity).not.toHaveProperty('replyToId');
    expect(await office.notice('n1')).toMatchObject({ state: 'sent', messageId: 'sent-1' });
  });

  test('is updated where it stands', async () => {
    const teams = await startTeams();
    const reply = { card: 'test/notice', data: {}, summary: 'new', language: 'de' } as const;
    expect(await teams.messenger.update(chatAt(teams), 'm 1/2', reply)).toMatchObject({ outcome: 'sent' });
    expect(teams.connector.received).toMatchObject([
      {
        method: 'PUT',
        path: '/v3/conversations/a%3Aitb-61/activities/m%201%2F2',
        activity: { summary: 'new' },
      },
    ]);
  });

  test('is said short when the card is too big', async () => {
    const teams = await startTeams();
    const office = await officeOn(teams);
    await office.owe({ id: 'n1' });
    teams.connector.answerWith({ status: 413 });
    await office.run();
    expect(teams.connector.received.at(-1)?.activity.attachments?.[0]?.content.name).toBe('test/short');
    expect(await office.notice('n1')).toMatchObject({ state: 'sent' });
  });

  test('never goes to an address that is not allowed', async () => {
    const teams = await startTeams();
    const elsewhere = { ...chatAt(teams), serviceUrl: 'https://evil.example' };
    const reply = { card: 'test/notice', data: {}, summary: 's', language: 'de' } as const;
    expect(await teams.messenger.send(elsewhere, reply)).toEqual({
      outcome: 'unreachable',
      reason: 'address-not-allowed',
    });
  });
});

/** What the connector does with a message, what is then known about it, and how often it arrives in the end. */
const answers: readonly {
  readonly name: string;
  readonly answer: ConnectorAnswer;
  /** Whether it arrived all the same. */
  readonly arrived: boolean;
  readonly act: string;
  readonly reminder: string;
  /** Arrivals in Teams in the end. */
  readonly times: readonly [act: number, reminder: number];
}[] = [
  { name: '201', answer: { status: 201 }, arrived: true, act: 'sent', reminder: 'sent', times: [1, 1] },
  { name: '429', answer: { status: 429 }, arrived: false, act: 'failed', reminder: 'failed', times: [1, 1] },
  {
    name: '429 with Retry-After',
    answer: { status: 429, headers: { 'retry-after': '600' } },
    arrived: false,
    act: 'failed',
    reminder: 'failed',
    times: [1, 1],
  },
  { name: '412', answer: { status: 412 }, arrived: false, act: 'failed', reminder: 'failed', times: [1, 1] },
  { name: '502', answer: { status: 502 }, arrived: false, act: 'failed', reminder: 'failed', times: [1, 1] },
  { name: '504', answer: { status: 504 }, arrived: false, act: 'failed', reminder: 'failed', times: [1, 1] },
  ...['ConversationBlockedByUser', 'MessageWritesBlocked', 'BotNotInConversationRoster'].map((code) => ({
    name: `403 ${code}`,
    answer: { status: 403, code },
    arrived: false,
    act: 'pending',
    reminder: 'pending',
    times: [0, 0] as const,
  })),
  {
    name: '404',
    answer: { status: 404, code: 'ConversationNotFound' },
    arrived: false,
    act: 'failed',
    reminder: 'failed',
    times: [1, 1],
  },
  {
    name: '500 after accepting',
    answer: { status: 500 },
    arrived: true,
    act: 'ambiguous',
    reminder: 'ambiguous',
    times: [2, 1],
  },
  { name: 'reset', answer: 'reset', arrived: true, act: 'ambiguous', reminder: 'ambiguous', times: [2, 1] },
  { name: 'hang', answer: 'hang', arrived: true, act: 'ambiguous', reminder: 'ambiguous', times: [2, 1] },
];

describe.each(answers)('the connector answers $name', ({ answer, arrived, act, reminder, times }) => {
  test.each([
    ['test.act', act, times[0]],
    ['test.reminder', reminder, times[1]],
  ])('%s is %s, and has arrived %i times in the end', async (kind, state, expected) => {
    const teams = await startTeams();
    const office = await officeOn(teams);
    await office.owe({ id: 'n1', kind });
    teams.connector.answerWith(answer);
    await office.run();
    // One request: the hidden tries of the SDK are gone.
    expect(teams.connector.received).toHaveLength(1);
    expect(await office.notice('n1')).toMatchObject({ state });
    await runOn(office, teams, '2026-11-24T13:00:00Z');
    const tries = teams.connector.received.length;
    expect(tries - (arrived ? 0 : 1)).toBe(expected);
    if (expected === 0) expect(office.mails).toHaveLength(1);
    else expect(office.mails).toEqual([]);
  });
});

/** Both clocks move together. */
async function runOn(office: PostOffice, teams: Teams, until: string): Promise<void> {
  for (let minute = 1; minute <= 60; minute += 1) {
    const moment = new Date(Date.parse(office.now()) + (Date.parse(until) - Date.parse(office.now())) / 30);
    office.moveTo(moment.toISOString());
    teams.now(moment.toISOString());
    await office.run();
  }
}

describe('Retry-After', () => {
  test('is kept, for later messages to the same conversation too', async () => {
    const teams = await startTeams();
    const office = await officeOn(teams);
    await office.owe({ id: 'n1' });
    teams.connector.answerWith({ status: 429, headers: { 'retry-after': '600' } });
    await office.run();
    expect(await office.notice('n1')).toMatchObject({ dueAt: '2026-11-24T09:10:00.000Z' });
    const reply = { card: 'test/notice', data: {}, summary: 's', language: 'de' } as const;
    expect(await teams.messenger.send(chatAt(teams), reply)).toMatchObject({
      outcome: 'later',
      afterMs: 600_000,
    });
    expect(teams.connector.received).toHaveLength(1);
  });
});

describe('401', () => {
  test('stops everything and alarms once', async () => {
    const teams = await startTeams();
    const office = await officeOn(teams);
    for (const id of ['n1', 'n2', 'n3']) await office.owe({ id });
    teams.connector.answerWith(...Array.from({ length: 50 }, () => ({ status: 401 })));
    await office.run();
    await runOn(office, teams, '2026-11-24T09:14:00Z');
    expect(teams.connector.received).toHaveLength(1);
    expect(office.logged.filter(({ event }) => event === 'sending-stopped')).toHaveLength(1);
    for (const id of ['n1', 'n2', 'n3']) expect(await office.notice(id)).toMatchObject({ state: 'pending' });
  });
});

/** The process ends at a point, and the connector treats the message of the next process like this. */
describe.each(['crash before sending', 'crash after sending'] as const)('%s', (crash) => {
  test.each(answers.filter(({ name }) => name !== 'hang'))(
    'and then $name: an act arrives at least once, or by mail, and at most four times',
    async ({ answer, times, arrived }) => {
      const before = await openPostOffice({ known: ['itb-61'] });
      await before.owe({ id: 'n1' });
      before.answer(crash);
      await before.crash();
      const teams = await startTeams();
      const office = await officeOn(teams, before.store);
      teams.connector.answerWith(answer);
      office.moveTo('2026-11-24T09:10:00Z');
      await runOn(office, teams, '2026-11-24T15:00:00Z');
      const failed = arrived ? 0 : 1;
      const arrivals = before.sent.length + teams.connector.received.length - failed + office.mails.length;
      expect(arrivals).toBeGreaterThanOrEqual(1);
      expect(arrivals).toBeLessThanOrEqual(before.sent.length + Math.max(...times, 1));
      expect(await office.notice('n1')).toMatchObject({ state: 'sent' });
    },
  );
});

describe('300 notices', () => {
  test('to 300 people arrive within the limits, each once', async () => {
    const teams = await startTeams();
    const office = await openPostOffice({ messenger: teams.messenger, known: [] });
    for (let index = 0; index < 300; index += 1) {
      const id = `99999999-0000-4000-8000-${String(index).padStart(12, '0')}`;
      await office.encounters.met({ id, name: `Funktion ${index}` }, chatAt(teams, `p${index}`));
      await office.owe({ id: `n${index}`, recipient: `aad:${id}` });
    }
    for (let runs = 0; runs < 3; runs += 1) await office.run();
    expect(teams.connector.received).toHaveLength(300);
    expect(new Set(teams.connector.received.map(({ path }) => path)).size).toBe(300);
    const busiest = teams.places.map(
      (from) => teams.places.filter((at) => at >= from && at < from + 1000).length,
    );
    expect(Math.max(...busiest)).toBeLessThanOrEqual(30);
  });

  test('to one person arrive in their order, each once', async () => {
    const teams = await startTeams();
    const office = await officeOn(teams);
    const ids = Array.from({ length: 300 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    for (const id of ids) await office.owe({ id });
    await runOn(office, teams, '2026-11-24T13:00:00Z');
    expect(teams.connector.received.map(({ activity }) => activity.summary)).toEqual(ids);
  });
});

describe('a case that was made in a dialog', () => {
  test('comes into the own chat once, and is kept up to date there', async () => {
    const connector = await startFakeConnector();
    connectors.push(connector);
    const [store, demo] = [createMemoryStore(), await demoDirectory()];
    const clock = { now: () => new Date('2026-11-24T09:00:00Z') };
    const { door } = createWritingFirst({
      config: local,
      openTransport: openBotbuilder,
      renderCard: renderPlain,
      store,
      directory: () => demo,
      clock,
      log: silent,
    });
    const actor = actorOf(demo, 'itb-61');
    const about = { kind: 'request', id: 'IT-2026-0001' };
    const reply = { card: 'test/case', data: {}, summary: 'IT-2026-0001', language: 'de', about } as const;
    const show = () => door.showTo?.(actor, reply, '2026-11-24T09:00:00Z');
    await show();
    expect(connector.received).toEqual([]);
    await door.encounters.met(actor, chatAt({ connector }));
    await show();
    await show();
    expect(connector.received.map(({ activity }) => activity.summary)).toEqual(['IT-2026-0001']);
    expect(await openCopies(store).list()).toMatchObject([
      { copies: [{ party: 'itb-61', messageId: 'sent-1' }] },
    ]);
  });
});
