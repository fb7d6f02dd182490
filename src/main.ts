import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { readConfig } from './app/config.ts';
import type { App } from './app/create-app.ts';

/** `node src/main.ts production|dev|demo`; without a word it is production, the strict one. */
async function run(): Promise<void> {
  const config = readConfig(process.env, process.argv[2]);
  // The next start finds the program compiled: half of the time that an empty one takes. Where it cannot be kept, it is not.
  enableCompileCache(join(config.dataDir, 'compile-cache'));
  const { compose } = await import('./app/compose.ts');
  const { createFeatures } = await import('./app/features.ts');
  const app = await compose(config, createFeatures);
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
