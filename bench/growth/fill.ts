import { join } from 'node:path';
import { createArchive } from '../../src/adapters/archive/archive-files.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { writeDataFile } from '../../src/adapters/store/dump.ts';
import { fillDatabase } from '../../src/adapters/store/postgres/transfer.ts';
import { readData } from '../../src/adapters/store/read-data.ts';
import type { Doc, Write } from '../../src/adapters/store/tables.ts';
import { sealed } from '../../src/case/seal.ts';
import type { Archived } from '../../src/core/ports/archive.ts';
import { requestRecord } from '../../src/features/requests/record.ts';
import { sampleRequest } from '../../test/support/sample-request.ts';
import { openId } from '../requests/fill.ts';

/** What a city of that size has, in shares of all documents. */
const shares = { open: 0.2, closed: 0.05, ideas: 0.012, meetings: 0.001, notices: 0.6, copies: 0.137 };

export type Filled = { readonly documents: number; readonly open: number; readonly ideas: number };

/**
 * A data folder as cities have it, in the proportions of a city with 10,000 open requests, 30,000 notices and 600 ideas:
 * nothing is left out that jobs look at. All but the open requests are documents of the stored data that the tests keep,
 * under new numbers.
 * @param place a folder, or `postgres://…` of an empty database
 * @param archived closed cases of a former year
 * @param serviceUrl where the chats of these people are
 */
export async function fillLikeACity(
  place: string,
  documents: number,
  archived: number,
  serviceUrl: string,
): Promise<Filled> {
  const stored = await readData('test/fixtures/stored-2026-11/data');
  const count = (part: keyof typeof shares) => Math.max(1, Math.round(documents * shares[part]));
  const samples = (collection: string, fits: (doc: Doc) => boolean = () => true) =>
    (stored.documents(collection) as readonly Doc[]).filter(fits);
  const writes: Write[] = [];
  const put = (collection: string, doc: Doc) => {
    const here = 'chat' in doc ? { ...doc, chat: { ...(doc.chat as object), serviceUrl } } : doc;
    writes.push({ in: collection, id: doc.id, doc: here });
  };
  const many = (collection: string, from: readonly Doc[], howMany: number, idOf: (at: number) => string) => {
    for (let at = 0; at < howMany; at += 1)
      put(collection, { ...(from[at % from.length] as Doc), id: idOf(at) });
  };
  for (const collection of stored.collections) for (const doc of samples(collection)) put(collection, doc);

  const open = await sampleRequest();
  const closed = samples('requests', ({ state }) => state === 'done').map(
    (doc) => sealed(doc as never, requestRecord.covers, randomIds.digest) as unknown as Doc,
  );
  many('requests', [open as Doc], count('open'), openId);
  const today = new Date().toISOString();
  for (let at = 0; at < count('closed'); at += 1)
    put('requests', {
      ...(closed[at % closed.length] as Doc),
      id: `IT-2026-${500_000 + at}`,
      closedAt: today,
    });
  many('ideas', samples('ideas'), count('ideas'), (at) => `ID-2026-${5000 + at}`);
  many(
    'meetings',
    samples('meetings', ({ state }) => state === 'minuted'),
    count('meetings'),
    (at) => `B-2026/${500 + at}`,
  );
  many(
    'outbox',
    samples('outbox', ({ state }) => state === 'sent'),
    count('notices'),
    (at) => `bench ${at}`,
  );
  many('copies', samples('copies'), count('copies'), (at) => `bench ${at}`);
  const old = Array.from({ length: archived }, (_, at) => ({
    ...(closed[at % closed.length] as Doc),
    id: `IT-2025-${at + 1}`,
  })) as unknown as readonly Archived[];
  if (place.startsWith('postgres:'))
    await fillDatabase(place, { documents: writes, archived: [{ year: 2025, cases: old }] });
  else {
    await writeDataFile(place, writes);
    const archive = createArchive(join(place, 'archive'));
    for (let from = 0; from < archived; from += 5000) await archive.keep(2025, old.slice(from, from + 5000));
  }
  return { documents: writes.length, open: count('open'), ideas: count('ideas') };
}
