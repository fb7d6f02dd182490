import { createMemoryFiles } from '../../../src/adapters/store/files/memory.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { describeFiles } from '../../support/files-contract.ts';
import { describeStore } from '../../support/store-contract.ts';

describeStore('memory', async () => {
  const store = createMemoryStore();
  return { store, discard: () => store.close() };
});

describeFiles('memory', async () => ({ files: createMemoryFiles(), discard: async () => undefined }));
