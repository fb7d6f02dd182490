import { setTimeout as wait } from 'node:timers/promises';
import { createHolidays } from '../src/adapters/calendar/holidays.ts';
import { randomIds } from '../src/adapters/clock/random-ids.ts';
import { systemClock } from '../src/adapters/clock/system-clock.ts';
import { createMemoryStore } from '../src/adapters/store/memory.ts';
import { botFrameworkAuthority } from '../src/adapters/teams/authentication.ts';
import { openBotbuilder } from '../src/adapters/teams/botbuilder/transport.ts';
import { createLanes } from '../src/adapters/teams/lanes.ts';
import { createMessenger } from '../src/adapters/teams/messenger.ts';
import { createPace } from '../src/adapters/teams/pace.ts';
import { type NoticeKind, owed } from '../src/core/notice.ts';
import { createRoleDirectory } from '../src/features/directory/role-directory.ts';
import { createEncounters } from '../src/features/notices/encounters.ts';
import { createNoticesFeature } from '../src/features/notices/feature.ts';
import { shortForm } from '../src/features/notices/short-form.ts';
import { demoDirectory } from '../test/support/directory-builder.ts';
import { renderPlain } from '../test/support/echo-feature.ts';
import { startFakeConnector } from '../test/support/fake-connector.ts';

/** How long 300 notices take through the real messenger and SDK, and whether they stay within Teams' limits. */
const count = 300;
const limit = 30;

const city = await demoDirectory();
const directory = createRoleDirectory(() => city);
const connector = await startFakeConnector();
const store = createMemoryStore();
const log = { info: () => undefined, warn: console.warn, error: console.error };
const say: NoticeKind = {
  kind: 'bench.act',
  repeatable: true,
  say: async ({ id }, { language }) => ({
    reply: { card: 'bench', data: {}, summary: id, language },
    letter: { subject: id, paragraphs: [] },
  }),
};
const sentAt: number[] = [];
const pace = createPace();
const messenger = createMessenger({
  transport: openBotbuilder({ type: 'anonymous' }, botFrameworkAuthority),
  policy: { kind: 'local' },
  renderCard: renderPlain,
  shorten: shortForm,
  inLane: createLanes(),
  pace: {
    ...pace,
    take: (conversation, now) => {
      const at = pace.take(conversation, now);
      sentAt.push(at);
      return at;
    },
  },
  clock: systemClock,
  wait,
  log,
});
const ports = {
  store,
  ids: randomIds,
  log,
  directory,
  messenger,
  holidays: createHolidays(),
  random: () => 1,
};
const { jobs = [] } = createNoticesFeature({ ...ports, kinds: [say], cases: [] });
const encounters = createEncounters({ store, directory, clock: systemClock });
const owing = store.collection('bench', { parse: (data) => data as { id: string; version: number } });

for (let index = 0; index < count; index += 1) {
  const id = `99999999-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const chat = {
    conversationId: `a:${index}`,
    serviceUrl: connector.serviceUrl,
    botId: '28:b',
    userId: `29:${index}`,
  };
  await encounters.met({ id, name: `Funktion ${index}` }, chat);
  const createdAt = systemClock.now().toISOString();
  const notice = {
    id: `n${index}`,
    recipient: `aad:${id}`,
    kind: 'bench.act',
    ref: 'x',
    urgency: 'act' as const,
  };
  await owing.add({ id: `${index}` }, [owed({ ...notice, createdAt })]);
}

const [start, cpu] = [performance.now(), process.cpuUsage()];
while (connector.received.length < count) for (const job of jobs) await job.run(systemClock.now());
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
await connector.close();

const busiest = Math.max(
  ...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + 1000).length),
);
console.log(
  `${count} notices to ${count} people: ${seconds.toFixed(1)} s, ${((user + system) / 1000 / count).toFixed(1)} ms of processor time each`,
);
console.log(`busiest second: ${busiest} (Teams takes about ${limit})`);
if (busiest > limit || connector.received.length !== count) process.exitCode = 1;
