import { describe, expect, test } from '@jest/globals';
import { createBoundedMap } from '../../../src/adapters/teams/bounded-map.ts';
import { Incoming } from '../../../src/adapters/teams/incoming.ts';
import { createLanes } from '../../../src/adapters/teams/lanes.ts';
import { type Answer, createOnce, deliveryKey } from '../../../src/adapters/teams/once.ts';

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

describe('a delivery', () => {
  test('is handled once and answered again with the same for five minutes', async () => {
    const once = createOnce();
    const { handle, times } = counting({ status: 200, body: { n: 1 } }, { status: 200, body: { n: 2 } });
    expect(await once('k', at(0), handle)).toEqual({ status: 200, body: { n: 1 } });
    expect(await once('k', at(4), handle)).toEqual({ status: 200, body: { n: 1 } });
    expect(times()).toBe(1);
    expect(await once('k', at(5), handle)).toEqual({ status: 200, body: { n: 2 } });
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
