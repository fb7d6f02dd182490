import { expect, test } from '@jest/globals';
import pg from 'pg';
import { openPostgresStore } from '../../src/adapters/store/postgres/postgres.ts';
import { rememberTogether } from '../../src/app/remember-together.ts';
import { jobsOf } from '../../src/app/run-jobs.ts';
import { silent } from '../../src/core/ports/log.ts';
import type { Delivery, Messenger } from '../../src/core/ports/messenger.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { openChats } from '../../src/features/notices/chats.ts';
import { type Outboxed, openOutbox } from '../../src/features/notices/outbox.ts';
import { requestCollection, Request as Schema } from '../../src/features/requests/model.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { type Arrival, verdictOn } from '../support/instances-verdict.ts';
import { newDatabase } from '../support/postgres.ts';
import { actorOf, type Program, startProgram } from '../support/program.ts';
import { sampleRequest } from '../support/sample-request.ts';

/*
 * Three instances on one real database, in one process: one of them dies again and again, with everything that it had
 * begun, and another takes its place; the channel refuses, and loses answers. With processes that are killed with -9 and
 * thousands of clicks: `npm run bench -- instances`.
 */

const [cases, persons, deaths] = [36, 12, 3];
const start = Date.parse('2026-11-24T10:00:00Z');
const teamsId = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const staff = (at: number) => `viele-${at}`;
const number = (at: number) => `IT-2026-${10_000 + at}`;

const sample = await demoDirectory();
const directory = {
  ...sample,
  persons: [
    ...sample.persons,
    ...Array.from({ length: persons }, (_, at) => ({
      id: staff(at),
      name: `Sachbearbeitung ${at}`,
      unit: '61',
      teamsId: teamsId(at),
    })),
  ],
};

type Instance = { readonly program: Program; readonly store: Store; isDead: boolean; die(): Promise<void> };

test('every effect once, every notice sent or listed, each person in order, whoever dies when', async () => {
  const url = await newDatabase();
  const random = seeded(7);
  const arrived: Arrival[] = [];
  /** Each look at the clock is a millisecond later: who decided first is told first. */
  let moment = start;
  const clock = { now: () => new Date(moment++) };

  let started = 0;
  async function startInstance(): Promise<Instance> {
    const name = `instance-${started++}`;
    const { store, archive } = await openPostgresStore({ url: `${url}?application_name=${name}` });
    const messenger: Messenger = {
      async send({ conversationId }, { data }): Promise<Delivery> {
        await new Promise((resolve) => setTimeout(resolve, random() * 5));
        const fate = random();
        if (fate < 0.15) return { outcome: 'later', reason: '503' };
        const isCut = fate > 0.94;
        const [found = ''] = /IT-2026-\d+/.exec(JSON.stringify(data)) ?? [];
        // What a dead instance had sent has arrived, but nobody is left to hear it.
        arrived.push({ conversation: conversationId, number: found, isCut: isCut || instance.isDead });
        if (instance.isDead) return new Promise(() => undefined);
        return isCut ? { outcome: 'unsure' } : { outcome: 'sent', messageId: `m${arrived.length}` };
      },
      update: async () => ({ outcome: 'sent' }),
    };
    const { memories } = rememberTogether(store, silent);
    const program = await startProgram(directory, { store, archive, memories, messenger, clock, random });
    const instance: Instance = {
      program,
      store,
      isDead: false,
      async die() {
        instance.isDead = true;
        void store.close().catch(() => undefined);
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
          [name],
        );
        await client.end();
      },
    };
    return instance;
  }

  const { store, archive: _ } = await openPostgresStore({ url });
  const requests = store.collection(requestCollection, Schema);
  const outbox = openOutbox(store);
  const chats = openChats(store);
  for (let person = 0; person < persons; person += 1) {
    const requester = { id: staff(person), name: staff(person), unit: '61' };
    const { version: _version, ...doc } = await sampleRequest(requester, new Date(start - 3_600_000));
    for (let at = person; at < cases; at += persons) await requests.add({ ...doc, id: number(at) });
    const chat = { conversationId: `a:${staff(person)}`, conversationType: 'personal' };
    await chats.add({ id: teamsId(person), name: staff(person), chat });
  }
  const instances = await Promise.all([0, 1, 2].map(startInstance));

  // Each decision comes two or three times, to whichever instance; what a dead one took is delivered again.
  const officer = actorOf(directory, 'itb-61');
  const clicks = Array.from({ length: Math.round(cases * 2.5) }, (_none, at) => number(at % cases));
  let done = 0;
  const stored = new Map<string, string>();
  const click = async (id: string): Promise<void> => {
    for (;;) {
      const instance = instances[Math.floor(random() * 3)] as Instance;
      const press = instance.program.press(
        'requests.reject',
        { id, visit: 1, note: 'Dafür gibt es schon ein Gerät.' },
        { actor: officer, conversationId: 'a:itb-61', at: clock.now().toISOString() },
      );
      if (await press.then(() => !instance.isDead).catch(() => false)) {
        done += 1;
        if (!stored.has(id)) stored.set(id, clock.now().toISOString());
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const send = async (instance: Instance) => {
    const job = jobsOf(instance.program.features).find(({ id }) => id === 'notices.outbox');
    // Without a lead: all of them send at once, which is harder than it is.
    while (!instance.isDead && done < clicks.length) {
      await job?.run(clock.now()).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  let dead = 0;
  const dying = (async () => {
    while (dead < deaths) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (done < (dead + 1) * (clicks.length / (deaths + 1))) continue;
      const at = dead % 3;
      dead += 1;
      await instances[at]?.die();
      instances[at] = await startInstance();
      void send(instances[at]);
    }
  })();
  for (const instance of instances) void send(instance);
  let next = 0;
  const sender = async () => {
    for (let id = clicks[next++]; id !== undefined; id = clicks[next++]) await click(id);
  };
  await Promise.all([dying, ...Array.from({ length: 6 }, sender)]);

  // What the dead had comes back when their leases have run out.
  const isOpen = ({ state }: Outboxed) => ['pending', 'failed', 'ambiguous'].includes(state);
  for (let round = 0; round < 60 && (await outbox.list()).some(isOpen); round += 1) {
    moment += 6 * 60_000;
    for (const { program } of instances)
      await jobsOf(program.features)
        .find(({ id }) => id === 'notices.outbox')
        ?.run(clock.now());
  }
  const { wrong } = verdictOn({
    requests: await requests.list(),
    notices: (await outbox.list()).filter(({ kind }) => kind.startsWith('requests.')),
    arrived,
    kills: deaths,
    isReachable: (person) => person.startsWith('viele-'),
    storedBy: (number) => stored.get(number),
    onTheirWay: 10,
  });
  await Promise.all([...instances.map((instance) => instance.store.close()), store.close()]);
  expect(wrong).toEqual([]);
}, 120_000);

/** The same chances in each run. */
function seeded(from: number): () => number {
  let state = from;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
