import type { Store } from '../../core/ports/store.ts';
import { createStore } from './create-store.ts';

/** Keeps documents as long as the process lives: for tests and for trying things out. */
export function createMemoryStore(): Store {
  return createStore({
    tables: new Map(),
    persist: async () => undefined,
    close: async () => undefined,
    place: 'memory',
  });
}
