import pg from 'pg';
import type { Log } from '../../../core/ports/log.ts';
import { Refusal } from '../../../core/refusal.ts';

/** Something else was faster, or stood in each other's way: the same once more. */
export class Again extends Error {
  override name = 'Again';
}

export type Connection = {
  readonly pool: pg.Pool;
  /** One statement. @throws {Refusal} when the database cannot be reached */
  query<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly R[]>;
  /** Everything in it or nothing; begins anew when others were in the way. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** Lets what is under way end well and refuses everything new. */
  close(): Promise<void>;
};

const mostTries = 20;

/** @param url `postgres://user:password@host:port/database` */
export function connect(url: string, log: Log): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'lotse',
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', (error) => log.warn('database-connection-lost', { error }));
  // One that breaks between two statements of a transaction: the next statement meets it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;
  let closing: Promise<void> | undefined;

  function tracked<T>(work: () => Promise<T>): Promise<T> {
    if (isClosed) return Promise.reject(new Error('the store is closed'));
    const running = work().catch((error) => {
      if (!isOutage(error)) throw error;
      log.error('database-unreachable', { error });
      throw unreachable(error);
    });
    underWay.add(running);
    const done = () => underWay.delete(running);
    running.then(done, done);
    return running;
  }

  async function once<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((lost) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function persistently<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (tries >= mostTries || !(error instanceof Again || isInTheWay(error))) throw error;
      }
    }
  }

  return {
    pool,
    query: (text, values) =>
      tracked(async () => (await pool.query(text, values as unknown[] | undefined)).rows),
    transaction: (work) => tracked(() => persistently(work)),
    close() {
      isClosed = true;
      closing ??= Promise.allSettled(underWay).then(() => pool.end());
      return closing;
    },
  };
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

/** Deadlock, or the order of two transactions cannot be told. */
const isInTheWay = (error: unknown): boolean => ['40P01', '40001'].includes(codeOf(error));

/** Connection problems, shutdown and start of the server, no more connections, no more room. */
const isOutage = (error: unknown): boolean =>
  /^(08...|57P0.|53...|ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH)$/.test(codeOf(error)) ||
  /Connection terminated|timeout exceeded when trying to connect/.test(String(error));

function unreachable(cause: unknown): Refusal {
  const refusal = new Refusal('store-unreachable', {
    de: 'Das wurde vielleicht nicht gespeichert: Die Datenbank antwortet nicht. Bitte sehen Sie in einigen Minuten nach und versuchen Sie es dann noch einmal.',
    en: 'This may not have been saved: the database does not answer. Please look again in a few minutes and then try once more.',
  });
  refusal.cause = cause;
  return refusal;
}
