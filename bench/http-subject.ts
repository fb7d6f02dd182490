import { mkdtempSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

// Each program loads what it needs and nothing of the other one, and finds it compiled, as from the second start on.
enableCompileCache();

/** One of the two programs that `http.ts` compares, as a process of its own: `echo` or `lotse`. */
async function start(subject?: string, place?: string): Promise<number> {
  return subject === 'echo' ? startEcho() : startLotse(place);
}

/** The smallest bot that botbuilder's samples show: restify's own body parser and an answer with the same text. */
async function startEcho(): Promise<number> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const { default: restify } = await import('restify');
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (req, res) => {
    await adapter.process(req as never, res as never, async (context) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));
}

/** @param place folder or `postgres://…` with data to work on; without one it begins empty */
async function startLotse(place?: string): Promise<number> {
  const isDatabase = place?.startsWith('postgres:');
  const env = {
    PORT: '0',
    LOG_LEVEL: 'info',
    DATA_DIR: place && !isDatabase ? place : mkdtempSync(join(tmpdir(), 'lotse-bench-')),
    ...(isDatabase ? { STORE_URL: place } : {}),
  };
  const { readConfig } = await import('../src/app/config.ts');
  const { compose } = await import('../src/app/compose.ts');
  const { createFeatures } = await import('../src/app/features.ts');
  const { createPace } = await import('../src/adapters/teams/pace.ts');
  // The limits of Teams would be all that is measured.
  const app = await compose(readConfig(env, 'dev'), createFeatures, { pace: createPace([], []) });
  return (await app.start()).port;
}

// Without the parent nobody would end it.
process.on('disconnect', () => process.exit(0));
const port = await start(process.argv[2], process.argv[3]);
process.send?.({ port });
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let tidied = 0;
process.on('message', (what) => {
  // Tidying up is not what the program does by itself: it counts for nobody.
  const before = process.cpuUsage();
  const blockedMs = delay.max / 1e6;
  if (what === 'heap') (globalThis as { gc?: () => void }).gc?.();
  const tidying = process.cpuUsage(before);
  tidied += tidying.user + tidying.system;
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed: heap } = process.memoryUsage();
  process.send?.({ rss, cpuMs: (user + system - tidied) / 1000, heap, blockedMs });
  delay.reset();
});
