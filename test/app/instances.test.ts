import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPostgresStore } from '../../src/adapters/store/postgres/postgres.ts';
import { rememberTogether } from '../../src/app/remember-together.ts';
import { silent } from '../../src/core/ports/log.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { newDatabase } from '../support/postgres.ts';
import { actorOf, type Program, startProgram } from '../support/program.ts';
import { local, startWire } from '../support/wire.ts';

/*
 * Two instances of the program on one real database. The same with processes that are killed, a connector that fails and
 * thousands of clicks is `npm run bench -- instances`.
 */

const directory = await demoDirectory();
const stores: Store[] = [];
const programs: Program[] = [];
beforeAll(async () => {
  const url = await newDatabase();
  for (let n = 0; n < 2; n += 1) {
    const { store, archive } = await openPostgresStore({ url });
    stores.push(store);
    const { memories } = rememberTogether(store, silent);
    programs.push(await startProgram(directory, { store, archive, memories }));
  }
});
afterAll(() => Promise.all(stores.map((store) => store.close())));
const at = (n: number): Program => programs[n % 2] as Program;
const as = (person: string) => ({ actor: actorOf(directory, person), conversationId: `a:${person}` });

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('two instances', () => {
  test('understand a follow-up to what the other one answered', async () => {
    const first = await at(0).ask('Wer betreut mein Notebook?', as('staff-61'));
    expect(first.data.roles).toEqual(['kgrz']);
    await soon();
    const follow = await at(1).ask('Wie erreiche ich die?', as('staff-61'));
    expect(follow.data.roles).toEqual(['kgrz']);
  });

  test('give numbers and decide about what the other one holds, each click once', async () => {
    const file = async (n: number): Promise<string> => {
      const form = await at(n).ask('Ich brauche ein Notebook', as('staff-61'));
      const inputs = form.data.inputs as readonly { readonly name: string; readonly value: unknown }[];
      const filled = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
      const sent = { ...form.data, ...filled, f_reason: 'Termine vor Ort' };
      const check = await at(n + 1).press('requests.check', sent, as('staff-61'));
      const done = await at(n).press('requests.submit', { draft: check.data.draft }, as('staff-61'));
      return /IT-\d{4}-\d{4}/.exec(JSON.stringify(done.data))?.[0] ?? 'none';
    };
    const numbers = await Promise.all([0, 1, 2, 3].map(file));
    expect(new Set(numbers).size).toBe(4);
    const [number = ''] = numbers;
    await Promise.all(
      [0, 1, 0, 1].map((n) => at(n).press('requests.approve', { id: number, visit: 1 }, as('itb-61'))),
    );
    const stored = await stores[0]
      ?.collection('requests', {
        parse: (data) => data as { id: string; version: number; history: { act: string; by: string }[] },
      })
      .get(number);
    expect(stored?.history.filter(({ by }) => by === 'itb-61')).toHaveLength(1);
  });

  test('answer a repeated delivery once, and greet once', async () => {
    const memories = stores.map((store) => rememberTogether(store, silent).memories);
    const wires = await Promise.all(memories.map((one) => startWire(local, undefined, { memories: one })));
    const [one, other] = wires;
    if (!one || !other) throw new Error('no wires');
    const message = one.message('Hallo', { id: 'repeated' });
    const answers = await Promise.all([one.post(message), other.post(message), one.post(message)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([...one.turns, ...other.turns]).toHaveLength(1);
    expect(one.connector.received).toHaveLength(1);
    await Promise.all(wires.map((wire) => wire.close()));
  });

  test('do what time brings about in one of them', async () => {
    const leads = await Promise.all(stores.map((store) => store.leads('jobs')));
    expect(leads.filter(Boolean)).toHaveLength(1);
  });
});
