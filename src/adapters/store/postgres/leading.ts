import pg from 'pg';
import type { Log } from '../../../core/ports/log.ts';

/** Decides which of several processes does what only one may do. */
export type Leading = {
  leads(work: string): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * A lock that lives as long as the connection it was taken on: a process that dies, however it does, has lost it, and
 * the next that asks gets it.
 */
export function createLeading(url: string, log: Log): Leading {
  let client: pg.Client | undefined;
  let connecting: Promise<pg.Client> | undefined;
  let held = new Set<string>();
  let isClosed = false;

  function lost(which: pg.Client, error?: Error): void {
    if (which !== client) return;
    if (error) log.warn('lead-lost', { error });
    client = undefined;
    connecting = undefined;
    held = new Set();
  }

  async function open(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'lotse-lead',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client = fresh;
    fresh.on('error', (error) => lost(fresh, error));
    fresh.on('end', () => lost(fresh));
    await fresh.connect();
    // A machine that has vanished from the network is noticed within half a minute, not after hours.
    await fresh.query(
      'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3',
    );
    return fresh;
  }

  return {
    async leads(work) {
      if (isClosed) return false;
      try {
        connecting ??= open();
        const using = await connecting;
        if (held.has(work)) {
          // Asked again each time: a lock is only as good as its connection.
          await using.query('SELECT 1');
          return using === client;
        }
        const { rows } = await using.query<{ got: boolean }>(
          'SELECT pg_try_advisory_lock(hashtext($1), hashtext($2)) AS got',
          ['lotse', work],
        );
        if (!rows[0]?.got) return false;
        held.add(work);
        log.info('leads', { work });
        return true;
      } catch (error) {
        if (client) lost(client, error as Error);
        connecting = undefined;
        return false;
      }
    },
    async close() {
      isClosed = true;
      await client?.end().catch(() => undefined);
    },
  };
}
