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

/** Runs every job once, one after the other. A job that throws is logged and does not keep the others from running. */
export async function runJobs(jobs: readonly Job[], clock: Clock, log: Log): Promise<void> {
  for (const job of jobs) {
    try {
      await job.run(clock.now());
    } catch (error) {
      log.error('job-failed', { job: job.id, error });
    }
  }
}
