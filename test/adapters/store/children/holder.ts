import { createInterface } from 'node:readline';
import { openLowdbStore } from '../../../../src/adapters/store/lowdb.ts';
import type { Refusal } from '../../../../src/core/refusal.ts';
import { Entry } from '../support.ts';

/** Opens the store and says "open" or why not; then adds an entry for every line it reads. Usage: holder.ts FOLDER */
try {
  const store = await openLowdbStore({ folder: process.argv[2] ?? '' });
  const entries = store.collection('entries', Entry);
  console.log('open');
  for await (const id of createInterface({ input: process.stdin })) {
    const outcome = await entries.add({ id, text: '' }).then(
      () => 'added',
      (error: Refusal) => `refused ${error.code} ${(error.cause as Error | undefined)?.name}`,
    );
    console.log(outcome);
  }
  await store.close();
} catch (error) {
  console.log((error as Error).message);
}
