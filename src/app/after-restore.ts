import { z } from 'zod';
import type { Log } from '../core/ports/log.ts';
import { AlreadyExists, type Also, type Beside, type DocumentRef, type Store } from '../core/ports/store.ts';
import { ended } from '../features/notices/fate.ts';
import { openOutbox } from '../features/notices/outbox.ts';

/*
 * After a restore the world outside is ahead of the data: numbers were given, cards and mails were sent that the data
 * knows nothing of. So numbers go on well beyond the last known one, and what was due until now counts as sent, in
 * doubt: it stands on the list of what did not arrive, and the administration decides.
 */

const Restore = z.object({
  id: z.string(),
  version: z.number(),
  /** `open`: nothing was done yet; `numbered`: numbers go on beyond; `done`: what was due is held. */
  state: z.enum(['open', 'numbered', 'done']),
});
type Restore = z.infer<typeof Restore>;

export const restoreCollection = 'restores';
const openRestores = (store: Store) => store.collection<Restore>(restoreCollection, Restore, ['state']);

/** What marks data as restored. @param at ISO 8601 UTC: when */
export const restoreMark = (at: string) => ({ id: at, version: 1, state: 'open' as const });

/** Says that the data was restored by other means than ours. */
export async function markRestored(store: Store, at: string): Promise<void> {
  try {
    await openRestores(store).add({ id: at, state: 'open' });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

/** How many numbers are left out: more than any city gives between two backups. */
const gaps: Readonly<Record<string, number>> = {
  requests: 1000,
  ideas: 1000,
  meetings: 100,
  circulations: 100,
  'date-polls': 100,
  topics: 100,
};
const mentorBook = { collection: 'mentor-book', id: 'open' };

/** Before anything is answered: from now on no number is given that may have been given before. */
export async function goBeyond(store: Store, now: Date, log: Log): Promise<void> {
  const restores = openRestores(store);
  const year = now.getUTCFullYear();
  // A new year may have begun since the backup, or begin where people are.
  const years = [year - 1, year, year + 1];
  const refs: readonly DocumentRef[] = [
    mentorBook,
    ...Object.keys(gaps).flatMap((kind) =>
      years.map((one) => ({ collection: 'counters', id: `${kind}-${one}` })),
    ),
  ];
  for (const { id } of await restores.list({ where: { state: 'open' } })) {
    await restores.change(
      id,
      (restore, counters) =>
        restore.state === 'open'
          ? {
              doc: { ...restore, state: 'numbered' },
              also: refs.flatMap((ref, at) => beyond(ref, counters[at], year)),
            }
          : undefined,
      refs,
    );
    log.warn('restored', { restore: id, numbers: 'go on beyond those of the backup' });
  }
}

function beyond({ collection, id }: DocumentRef, known: Beside | undefined, year: number): readonly Also[] {
  const last = Number(known?.last ?? 0);
  if (collection === mentorBook.collection)
    return known
      ? [{ collection, doc: { ...known, last: last + 1000 } }]
      : [{ collection, doc: { id, year: String(year), last: 1000, open: [] } }];
  const gap = gaps[id.replace(/-\d{4}$/, '')] ?? 1000;
  return [{ collection, doc: known ? { ...known, last: last + gap } : { id, last: gap } }];
}

/**
 * When time has brought about what it owes since the backup: whatever is due by now may have been sent before.
 * @param catchUp what time brings about, without sending
 */
export async function holdWhatWasSent(
  store: Store,
  now: Date,
  log: Log,
  catchUp: () => Promise<void>,
): Promise<void> {
  const restores = openRestores(store);
  const marks = await restores.list({ where: { state: 'numbered' } });
  if (marks.length === 0) return;
  await catchUp();
  const outbox = openOutbox(store);
  const at = now.toISOString();
  let held = 0;
  for (const state of ['pending', 'failed', 'ambiguous'] as const)
    for (const { id } of await outbox.list({ where: { state } })) {
      const { isChanged } = await outbox.change(id, (notice) =>
        notice.dueAt === undefined || notice.dueAt > at
          ? undefined
          : { doc: { ...ended(notice, 'dead', at), reasons: ['restored'] } },
      );
      held += Number(isChanged);
    }
  for (const { id } of marks)
    await restores.change(id, (restore) => ({ doc: { ...restore, state: 'done' } }));
  log.warn('restore-settled', { held, todo: 'look at what did not arrive: „Unzustellbar“' });
}
