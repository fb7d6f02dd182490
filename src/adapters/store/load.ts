import { access } from 'node:fs/promises';
import type { Log } from '../../core/ports/log.ts';
import { copiesIn } from './copies.ts';
import { nextLog } from './log-file.ts';
import type { Position } from './position.ts';
import { type LogContent, readLog } from './read-log.ts';
import type { Tables } from './tables.ts';

export type Whole = Pick<LogContent, 'log' | 'records' | 'bytes'>;

export type Loaded = {
  readonly tables: Tables;
  /** Name of the log; `undefined` when there is no file yet. */
  readonly log: string | undefined;
  /** The log, when it was closed well by ourselves: its records can be gone on with. */
  readonly whole?: Whole | undefined;
  /** Whether another file than this one was written here last: what happened since is known outside only. */
  readonly isReplaced: boolean;
};

/**
 * The documents of the data file; none when there is no file yet.
 * @throws Error when the file is damaged, or missing although there was one.
 */
export async function load(
  file: string,
  copies: string,
  position: Position | undefined,
  log: Log,
): Promise<Loaded> {
  if (await isMissing(file)) {
    if (position || (await copiesIn(copies)).length > 0) throw new Error('it is missing');
    return { tables: new Map(), log: undefined, isReplaced: false };
  }
  const content = await readLog(file);
  const damage = lost(content, position);
  if (damage) throw new Error(damage);
  if (content.torn > 0) log.warn('torn-record-dropped', { file, bytes: content.torn });
  const isOurs = content.log === position?.log || content.log === (position && nextLog(position.log));
  // A file without documents is that of a first start which was cut off.
  const isWhole = content.log === position?.log && content.ended && content.torn === 0;
  return {
    tables: content.tables,
    log: content.log,
    whole: isWhole ? content : undefined,
    isReplaced: !isOurs && content.tables.size > 0,
  };
}

/**
 * What shows that acknowledged changes are missing at the end of the file. A record that was under way when the
 * process died lies behind the position; a file that was put in place of the log has another name inside and must be
 * complete by itself.
 */
export function lost(content: LogContent, position: Position | undefined): string | undefined {
  if (position?.log === content.log) {
    const missing = position.bytes - content.bytes;
    return missing > 0 ? `its last ${missing} bytes are missing or damaged` : undefined;
  }
  return content.ended ? undefined : 'its end is missing';
}

async function isMissing(file: string): Promise<boolean> {
  try {
    await access(file);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}
