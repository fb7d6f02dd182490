import { silent } from '../../core/ports/log.ts';
import type { Store } from '../../core/ports/store.ts';
import { createStore } from './create-store.ts';

/**
 * Keeps documents as long as the process lives: for tests and for trying things out. It is strict, so that tests find
 * what would be slow elsewhere.
 */
export function createMemoryStore(log = silent): Store {
  return createStore({
    tables: new Map(),
    persist: async () => undefined,
    close: async () => undefined,
    log,
    isStrict: true,
  });
}
