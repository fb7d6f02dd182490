import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../core/ports/log.ts';

/*
 * A wrong clock does harm that nobody can take back: reminders with the date of another year stand in the history, what
 * is under way is given up as too old. So a clock that is more than a day off stops the start.
 */

const day = 86_400_000;

export class WrongClock extends Error {
  override name = 'WrongClock';

  constructor(now: Date, other: Date, whose: string) {
    super(
      `The clock of this machine says ${now.toISOString()}, but ${whose} says ${other.toISOString()}. Set the clock (time synchronisation, e.g. chrony) and start again.`,
    );
  }
}

/** Somebody else's time, and whose it is; `undefined` when they cannot be asked. */
export type Witness = () => Promise<{ readonly time: Date; readonly whose: string } | undefined>;

/** @throws {WrongClock} when a witness says another day. One that cannot be asked is logged. */
export async function checkClock(now: () => Date, witnesses: readonly Witness[], log: Log): Promise<void> {
  for (const witness of witnesses) {
    const said = await witness().catch((error) => {
      log.warn('clock-not-compared', { error });
      return undefined;
    });
    if (said && Math.abs(now().getTime() - said.time.getTime()) > day)
      throw new WrongClock(now(), said.time, said.whose);
  }
}

/** When data was last written: never in the future. Time that has passed since proves nothing. */
export const dataFile =
  (folder: string, now: () => Date): Witness =>
  async () => {
    const found = await stat(join(folder, 'lotse.jsonl')).catch(() => undefined);
    const isLater = found && found.mtimeMs > now().getTime();
    return isLater ? { time: found.mtime, whose: 'the newest change of the data' } : undefined;
  };

/** The time of a server that everybody needs anyway. @param url whose answer has a date */
export const serverTime =
  (url: string): Witness =>
  async () => {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    const date = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(date) ? undefined : { time: new Date(date), whose: new URL(url).host };
  };
