import { z } from 'zod';
import { type Config, ConfigError, type Environment, readConfig } from '../config.ts';
import { usualPeople } from './people.ts';

export type DemoSettings = {
  readonly config: Config;
  /** Port of the first page, the others follow; 0 takes any free ones. */
  readonly firstPort: number;
  /** Ids of the persons who get a page. */
  readonly ids: readonly string[];
};

const FirstPort = z
  .string()
  .regex(/^\d{1,5}$/)
  .default('5611')
  .transform(Number);

/**
 * @param ids persons named on the command line; without any it is the usual ones
 * @throws {ConfigError} naming every variable that is wrong, and the remedy
 */
export function readDemoSettings(ids: readonly string[], env: Environment): DemoSettings {
  // A line per request would bury the addresses of the pages; mails stay on this machine whatever is set elsewhere.
  const { SMTP_URL: _server, PUBLIC_URL: _address, ...rest } = env;
  const config = readConfig({ ...rest, LOG_LEVEL: env.LOG_LEVEL?.trim() || 'warn' }, 'demo');
  const wanted = ids.length > 0 ? [...new Set(ids)] : usualPeople;
  const firstPort = FirstPort.safeParse(env.DEMO_PORT?.trim() || undefined).data;
  if (firstPort === undefined || firstPort + wanted.length > 65535) {
    throw new ConfigError(['DEMO_PORT: write the port of the first page, e.g. 5611; the others follow it']);
  }
  return { config, firstPort, ids: wanted };
}

/** The port of the page with this index; the mails have the one after the persons. */
export const pagePort = (firstPort: number, index: number): number =>
  firstPort === 0 ? 0 : firstPort + index;
