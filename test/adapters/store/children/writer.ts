import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../../../src/adapters/store/lowdb.ts';
import { Entry } from '../support.ts';

/*
 * Writes without end and says on standard output what was acknowledged: "added ID", "counted N". It folds all the
 * time, so that a kill hits folds too. Usage: writer.ts FOLDER PREFIX
 */
const [folder = '', prefix = ''] = process.argv.slice(2);
const store = await openLowdbStore({ folder, leastGrowth: 4000 });
const entries = store.collection('entries', Entry);
const counters = store.collection('counters', Entry);
if (!(await counters.get('c'))) await counters.add({ id: 'c', text: '' });
writeSync(1, 'open\n');

async function add(writer: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const id = `${prefix}-${writer}-${n}`;
    const text = 'ä'.repeat(Math.floor(Math.random() * 400));
    const notice = { id: `for ${id}`, text };
    await entries.add({ id, text }, [{ collection: 'notices', doc: notice }]);
    writeSync(1, `added ${id}\n`);
  }
}

async function count(): Promise<never> {
  for (;;) {
    const { doc } = await counters.change('c', (known) => ({ doc: known }));
    writeSync(1, `counted ${doc.version}\n`);
  }
}

await Promise.all([...Array.from({ length: 8 }, (_, writer) => add(writer)), count()]);
