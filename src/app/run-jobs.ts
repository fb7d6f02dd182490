import type { Feature, Job } from '../core/feature.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Log } from '../core/ports/log.ts';

/**
 * Everything that time brings about in these features.
 * @throws Error at construction when a job exists twice
 */
export function jobsOf(features: readonly Feature[]): readonly Job[] {
  const jobs = features.flatMap((feature) => feature.jobs ?? []);
  const twice = jobs.find(({ id }, at) => jobs.findIndex((other) => other.id === id) !== at);
  if (twice) throw new Error(`the job "${twice.id}" is registered twice`);
  return jobs;
}

/** What came of a job. */
export type Observe = (job: string, ms: number, outcome: 'done' | 'failed') => void;

/** A job that takes longer than this is worth a line, in milliseconds. */
const slow = 2000;

/** Runs every job once, one after the other. A job that throws is logged and does not keep the others from running. */
export async function runJobs(
  jobs: readonly Job[],
  clock: Clock,
  log: Log,
  observe: Observe = () => undefined,
): Promise<void> {
  for (const job of jobs) {
    const start = performance.now();
    let outcome: 'done' | 'failed' = 'done';
    try {
      await job.run(clock.now());
    } catch (error) {
      outcome = 'failed';
      log.error('job-failed', { job: job.id, error });
    }
    const ms = performance.now() - start;
    if (ms > slow) log.warn('job-slow', { job: job.id, ms: Math.round(ms) });
    observe(job.id, ms, outcome);
  }
}
