import { describe, expect, test } from '@jest/globals';
import { jobsOf, runJobs } from '../../src/app/run-jobs.ts';
import type { Feature, Job } from '../../src/core/feature.ts';

const feature = (id: string, jobs: readonly Job[]): Feature => ({ id, intents: [], actions: [], jobs });
const nothing = async () => undefined;
const clock = { now: () => new Date('2026-11-24T09:00:00Z') };

describe('the jobs of all features', () => {
  test('are found, also where a feature has none', () => {
    const features = [feature('a', [{ id: 'a.one', run: nothing }]), { id: 'b', intents: [], actions: [] }];
    expect(jobsOf(features).map(({ id }) => id)).toEqual(['a.one']);
  });

  test('have names of their own', () => {
    const features = [
      feature('a', [{ id: 'same', run: nothing }]),
      feature('b', [{ id: 'same', run: nothing }]),
    ];
    expect(() => jobsOf(features)).toThrow('the job "same" is registered twice');
  });

  test('run one after the other with the time; one that fails is logged and holds nobody up', async () => {
    const ran: string[] = [];
    const logged: object[] = [];
    const error = new Error('broken');
    const job = (id: string, work: () => void = () => undefined): Job => ({
      id,
      run: async (now) => {
        ran.push(`${id} begins ${now.toISOString()}`);
        work();
        await Promise.resolve();
        ran.push(`${id} ends`);
      },
    });
    const fail = () => {
      throw error;
    };
    await runJobs([job('one'), job('two', fail), job('three')], clock, {
      info: () => undefined,
      warn: () => undefined,
      error: (event, fields) => void logged.push({ event, ...fields }),
    });
    const at = '2026-11-24T09:00:00.000Z';
    expect(ran).toEqual([
      `one begins ${at}`,
      'one ends',
      `two begins ${at}`,
      `three begins ${at}`,
      'three ends',
    ]);
    expect(logged).toEqual([{ event: 'job-failed', job: 'two', error }]);
  });
});
