import { compose } from './app/compose.ts';
import { readConfig } from './app/config.ts';
import type { App } from './app/create-app.ts';
import { createFeatures } from './app/features.ts';

/** `node src/main.ts production|dev|demo`; without a word it is production, the strict one. */
async function run(): Promise<void> {
  const app = await compose(readConfig(process.env, process.argv[2]), createFeatures);
  stopOnSignal(app);
  try {
    await app.start();
  } catch (error) {
    await app.stop();
    throw error;
  }
}

function stopOnSignal(app: App): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      app.stop().then(() => process.exit(0), fail);
    });
  }
}

/** The message is for people: what is wrong and what to do. */
function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

await run().catch(fail);
