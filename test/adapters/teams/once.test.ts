import { describe, expect, test } from '@jest/globals';
import { Incoming } from '../../../src/adapters/teams/incoming.ts';
import { createLanes } from '../../../src/adapters/teams/lanes.ts';
import {
  type Answer,
  begunMinutes,
  createOnce,
  createSharedOnce,
  deliveryKey,
} from '../../../src/adapters/teams/once.ts';
import { createBoundedMap } from '../../../src/core/bounded-map.ts';
import { createProcessMemory } from '../../../src/core/process-memory.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 8, minute));

/** Handles deliveries and counts how often it really did. */
function counting(...answers: (Answer | Error)[]) {
  let times = 0;
  const handle = async (): Promise<Answer> => {
    const answer = answers[Math.min(times, answers.length - 1)];
    times += 1;
    if (!answer || answer instanceof Error) throw answer;
    return answer;
  };
  return { handle, times: () => times };
}

/** As it goes over the wire. */
const sent = (answer: object): unknown => JSON.parse(JSON.stringify(answer));

describe('a delivery', () => {
  test('is handled once and answered again with the same for five minutes', async () => {
    const once = createOnce();
    const { handle, times } = counting({ status: 200, body: { n: 1 } }, { status: 200, body: { n: 2 } });
    expect(sent(await once('k', at(0), handle))).toEqual({ status: 200, body: { n: 1 } });
    expect(sent(await once('k', at(4), handle))).toEqual({ status: 200, body: { n: 1 } });
    expect(times()).toBe(1);
    expect(sent(await once('k', at(5), handle))).toEqual({ status: 200, body: { n: 2 } });
  });

  test('is forgotten before that when the answers since then take too much room', async () => {
    const once = createOnce(110);
    const { handle, times } = counting({ status: 200, body: { card: 'x'.repeat(40) } });
    for (const key of ['a', 'b', 'c']) await once(key, at(0), handle);
    expect(times()).toBe(3);
    await once('c', at(1), handle);
    await once('b', at(1), handle);
    expect(times()).toBe(3);
    await once('a', at(1), handle);
    expect(times()).toBe(4);
  });

  test('that failed is handled again', async () => {
    const once = createOnce();
    const { handle } = counting(new Error('broken'), { status: 502 }, { status: 200 });
    await expect(once('k', at(0), handle)).rejects.toThrow('broken');
    expect((await once('k', at(0), handle)).status).toBe(502);
    expect((await once('k', at(0), handle)).status).toBe(200);
  });

  test('without an id is handled every time', async () => {
    const once = createOnce();
    const { handle, times } = counting({ status: 200 });
    await once(undefined, at(0), handle);
    await once(undefined, at(0), handle);
    expect(times()).toBe(2);
  });

  test('is recognised by id, conversation, person and content', () => {
    const key = (over: object = {}) =>
      deliveryKey(
        Incoming.parse({ type: 'message', id: '1', text: 'a', conversation: { id: 'c' }, ...over }),
      );
    expect(key()).toBe(key());
    expect(key({ timestamp: 'later' })).toBe(key());
    const others = [
      { id: '2' },
      { text: 'b' },
      { conversation: { id: 'd' } },
      { from: { aadObjectId: 'x' } },
      { value: {} },
    ];
    for (const over of others) expect(key(over)).not.toBe(key());
    expect(key({ id: undefined })).toBeUndefined();
    expect(key({ type: 'messageUpdate', timestamp: '1' })).not.toBe(
      key({ type: 'messageUpdate', timestamp: '2' }),
    );
  });
});

test('a bounded map forgets the oldest entries', () => {
  const map = createBoundedMap<number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  expect(['a', 'b', 'c'].map(map.get)).toEqual([3, undefined, 4]);
});

test('work of one conversation runs in order, also after a failure; other conversations do not wait', async () => {
  const lanes = createLanes();
  const order: string[] = [];
  const first = Promise.withResolvers<void>();
  const a1 = lanes('a', async () => {
    await first.promise;
    order.push('a1');
    throw new Error('failed');
  });
  const a2 = lanes('a', async () => order.push('a2'));
  await lanes('b', async () => order.push('b1'));
  first.resolve();
  await expect(a1).rejects.toThrow('failed');
  await a2;
  expect(order).toEqual(['b1', 'a1', 'a2']);
});

describe('a delivery that reaches several instances', () => {
  const key = 'k';
  const now = new Date('2026-11-24T09:00:00Z');
  const two = () => {
    const [deliveries, begun] = [createProcessMemory(5), createProcessMemory(begunMinutes)];
    let waits = 0;
    const wait = async () => {
      waits += 1;
      await new Promise((resolve) => setImmediate(resolve));
    };
    const open = () => createSharedOnce(deliveries, begun, wait);
    return { one: open(), other: open(), waits: () => waits };
  };

  test('is answered by one of them; the others wait until it is', async () => {
    const { one, other } = two();
    let handled = 0;
    const handle = async () => {
      for (let at = 0; at < 5; at += 1) await new Promise((resolve) => setImmediate(resolve));
      handled += 1;
      return { status: 200 };
    };
    const answers = await Promise.all([
      one(key, now, handle),
      other(key, now, handle),
      other(key, now, handle),
    ]);
    expect([handled, answers.map(({ status }) => status)]).toEqual([1, [200, 200, 200]]);
    await one(key, new Date(now.getTime() + 60_000), handle);
    expect(handled).toBe(1);
  });

  test('is taken over when the one that began it is not seen any more', async () => {
    const { one, other, waits } = two();
    void one(key, now, () => new Promise(() => undefined));
    await new Promise((resolve) => setImmediate(resolve));
    let handled = 0;
    const answer = await other(key, now, async () => {
      handled += 1;
      return { status: 200 };
    });
    expect([handled, answer.status]).toEqual([1, 200]);
    expect(waits() * 250).toBeGreaterThanOrEqual(15_000);
  });

  test('may be tried again when it failed', async () => {
    const { one, other } = two();
    const answers = [
      await one(key, now, async () => ({ status: 502 })),
      await other(key, now, async () => ({ status: 200 })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([502, 200]);
  });
});
