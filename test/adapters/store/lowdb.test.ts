import { rm } from 'node:fs/promises';
import { createFolderFiles } from '../../../src/adapters/store/files/folder.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb.ts';
import { describeFiles } from '../../support/files-contract.ts';
import { describeDurableStore, describeStore } from '../../support/store-contract.ts';
import { newFolder } from './support.ts';

describeDurableStore('lowdb', async () => {
  const folder = await newFolder();
  let store = await openLowdbStore({ folder });
  return {
    store,
    async reopen() {
      await store.close();
      store = await openLowdbStore({ folder });
      return store;
    },
    async discard() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describeStore('lowdb that folds its file all the time', async () => {
  const folder = await newFolder();
  const store = await openLowdbStore({ folder, leastGrowth: 1 });
  return {
    store,
    async discard() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

describeFiles('a folder', async () => {
  const folder = await newFolder();
  return {
    files: createFolderFiles(folder),
    reopen: async () => createFolderFiles(folder),
    discard: () => rm(folder, { recursive: true }),
  };
});
