import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from '../../core/ports/log.ts';

/** Figures about the running program for Prometheus. None of them names a person or a case. */
export type Metrics = {
  /** The log, with its lines counted by event. */
  readonly counted: (log: Log) => Log;
  /** @param outcome `done` or `failed` */
  readonly job: (id: string, ms: number, outcome: 'done' | 'failed') => void;
  readonly turn: (ms: number, status: number) => void;
  /** A figure that is looked up when somebody asks for it. */
  readonly lookUp: (name: string, help: string, value: () => Promise<number>) => void;
  /** Serves them under `/metrics`. @returns what ends it */
  readonly serve: (host: string, port: number) => Promise<() => Promise<void>>;
};

const seconds = [0.005, 0.02, 0.05, 0.1, 0.5, 1, 5, 15];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const events = new Counter({
    name: 'lotse_events_total',
    help: 'Lines of the log by level and event',
    labelNames: ['level', 'event'],
    registers,
  });
  const jobs = new Histogram({
    name: 'lotse_job_seconds',
    help: 'How long jobs take',
    labelNames: ['job', 'outcome'],
    buckets: seconds,
    registers,
  });
  const turns = new Histogram({
    name: 'lotse_turn_seconds',
    help: 'How long it takes to answer a delivery of the channel',
    labelNames: ['status'],
    buckets: seconds,
    registers,
  });
  const counting =
    (level: 'info' | 'warn' | 'error', log: Log): Log['info'] =>
    (event, fields) => {
      events.inc({ level, event });
      log[level](event, fields);
    };

  return {
    counted: (log) => ({
      info: counting('info', log),
      warn: counting('warn', log),
      error: counting('error', log),
    }),
    job: (job, ms, outcome) => jobs.observe({ job, outcome }, ms / 1000),
    turn: (ms, status) => turns.observe({ status: String(status) }, ms / 1000),
    lookUp(name, help, value) {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers,
        // What cannot be looked up now is not told; the other figures are.
        collect: async () => {
          const found = await value().catch(() => undefined);
          if (found === undefined) gauge.reset();
          else gauge.set(found);
        },
      });
    },
    serve(host, port) {
      // Watching the event loop wakes the process each time it looks: only where somebody reads it, and ten times a second.
      collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
      return serve(registry, host, port);
    },
  };
}

function serve(registry: Registry, host: string, port: number): Promise<() => Promise<void>> {
  const server = createServer(async (req, res) => {
    const isThere = req.method === 'GET' && req.url?.split('?')[0] === '/metrics';
    const text = isThere ? await registry.metrics() : '';
    res.writeHead(isThere ? 200 : 404, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
    res.end(text);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(new Error(`METRICS_PORT: cannot listen on ${host}:${port}: ${error.message}`, { cause: error })),
    );
    server.listen(port, host, () => resolve(() => new Promise((done) => void server.close(() => done()))));
  });
}
