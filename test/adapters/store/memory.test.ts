import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { describeStore } from '../../support/store-contract.ts';

describeStore('memory', async () => {
  const store = createMemoryStore();
  return { store, discard: () => store.close() };
});
