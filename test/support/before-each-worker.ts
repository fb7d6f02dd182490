import { registerHooks } from 'node:module';
import { addEventHandler, type State } from 'jest-circus';

/**
 * What holds in each thread that runs test files. The runner is plain Node: there the name `@jest/globals` leads to
 * nothing but an error, so it is given what the runner provides.
 */
registerHooks({
  resolve: (name, context, next) =>
    name === '@jest/globals'
      ? { url: new URL('./globals.ts', import.meta.url).href, shortCircuit: true }
      : next(name, context),
});

/** Milliseconds. Only ends what hangs; no test measures time. */
const patience = 30_000;

/** The runner waits for ever; a test that hangs, or what comes before or after it, would hold the whole run. */
addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_test') limit(currentDescribeBlock.tests.at(-1));
  if (event.name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1));
});

type Block = State['currentDescribeBlock'];
type Added = Block['tests'][number] | Block['hooks'][number];

function limit(added: Added | undefined): void {
  if (!added?.fn) return;
  const { fn } = added;
  const timeout = added.timeout ?? patience;
  added.fn = async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`Not done after ${timeout} ms.`)), timeout);
    });
    try {
      await Promise.race([(fn as () => unknown)(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
