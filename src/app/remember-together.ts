import { createSharedMemory, forgetMoments, openMoments } from '../adapters/memory/shared-memory.ts';
import type { Job } from '../core/feature.ts';
import type { Log } from '../core/ports/log.ts';
import type { Memories } from '../core/ports/short-memory.ts';
import type { Store } from '../core/ports/store.ts';

/**
 * What instances that share a store remember together: which deliveries were answered, who was greeted, what a
 * follow-up is about. A single instance does without, and writes nothing for a question.
 */
export function rememberTogether(
  store: Store,
  log: Log,
): { readonly memories: Memories; readonly jobs: readonly Job[] } {
  const moments = openMoments(store);
  return {
    memories: (area, minutes) => createSharedMemory(moments, area, minutes, log),
    jobs: [{ id: 'moments.forget', run: (now) => forgetMoments(moments, now) }],
  };
}
