import { Refusal } from '../../src/core/refusal.ts';
import { type Request, requestCollection, Request as Schema } from '../../src/features/requests/model.ts';
import { demoDirectory } from './directory-builder.ts';
import { actorOf, startProgram } from './program.ts';
import { sampleRequest } from './sample-request.ts';

/** What is pressed in the life of a request, from the recommendation to the end. */
const life = [
  { verb: 'requests.approve', by: 'itb-61', data: { visit: 1 } },
  { verb: 'requests.approve', by: 'lead-10.50', data: { visit: 2, amount: '1000' } },
  { verb: 'requests.take', by: 'support-kgrz', data: { visit: 3 } },
  { verb: 'requests.finish', by: 'support-kgrz', data: { visit: 4, note: 'Steht bereit.' } },
] as const;
const acts = ['submitted', 'asked', 'recommended', 'asked', 'approved', 'asked', 'taken', 'carried-out'];

/**
 * Delivers the clicks on several requests again and again, in any order, several at once: late ones, early ones, after
 * the end. Between two such storms each request once goes its way.
 * @param chance 0 to 1
 * @returns what happened twice, was lost or happened though it was not its time
 */
export async function redeliver(
  deliveries: number,
  cases: number,
  chance: () => number,
): Promise<readonly string[]> {
  const directory = await demoDirectory();
  const program = await startProgram(directory);
  const requests = program.store.collection<Request>(requestCollection, Schema);
  const { version: _, ...sample } = await sampleRequest(undefined, new Date('2026-11-24T09:00:00Z'));
  const numbers = Array.from({ length: cases }, (_none, at) => `IT-2026-${10_000 + at}`);
  for (const id of numbers) await requests.add({ ...sample, id });

  const press = (id: string, { verb, by, data }: (typeof life)[number]) =>
    program
      .press(verb, { id, ...data }, { actor: actorOf(directory, by), conversationId: `a:${by}` })
      .catch((error) => {
        if (!(error instanceof Refusal)) throw error;
      });
  const storm = async (count: number) => {
    const all = Array.from({ length: count }, (_none, at) => ({
      id: numbers[at % cases] as string,
      click: life[Math.floor(chance() * life.length)] as (typeof life)[number],
      at: chance(),
    })).sort((a, b) => a.at - b.at);
    for (let from = 0; from < all.length; from += 6)
      await Promise.all(all.slice(from, from + 6).map(({ id, click }) => press(id, click)));
  };
  await storm(deliveries / 2);
  for (const id of numbers) for (const click of life) await press(id, click);
  await storm(deliveries / 2);

  const wrong = (await requests.list()).flatMap(({ id, state, history }) => {
    const happened = history.map(({ act }) => act);
    return state === 'done' && happened.join() === acts.join()
      ? []
      : [`${id}: ${state}, ${happened.join(' ')}`];
  });
  const owed = Map.groupBy(await program.outbox(), ({ ref }) => ref);
  const shapes = new Set(
    numbers.map((id) =>
      (owed.get(id) ?? [])
        .map((notice) => notice.id.replace(id, ''))
        .sort()
        .join(),
    ),
  );
  if (shapes.size !== 1) wrong.push(`notices differ: ${[...shapes].join(' | ')}`);
  return wrong;
}
