import { join } from 'node:path';
import { type Every, watchFiles } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Directory } from '../features/directory/model.ts';
import type { RequestType } from '../features/requests/types/model.ts';
import { troubleText } from './directory-trouble.ts';
import { openRequestTypes, requestTypesFile, requestTypesPath } from './request-types.ts';

/**
 * The request types of a folder, read again whenever the file changes. A broken or vanished file never replaces the
 * last good types; requests under way keep the route that they were submitted with.
 * @throws {Impossible} when they have errors at the start
 */
export async function watchRequestTypes(
  folder: string,
  directory: () => Directory,
  log: Log,
  every?: Every,
): Promise<{ readonly current: () => readonly RequestType[]; readonly stop: () => void }> {
  let types: readonly RequestType[] = [];
  const load = async () => {
    types = await openRequestTypes(directory(), requestTypesPath(folder));
  };
  const reload = () =>
    load().then(
      () => log.info('request-types-loaded', { types: types.length }),
      (error: unknown) =>
        log.error('request-types-kept', { reason: troubleText(error) ?? 'unexpected', error }),
    );
  // Watching begins before reading: what changes in between is seen at the first look.
  const stop = await watchFiles([join(folder, 'request-types.yaml'), requestTypesFile], reload, every);
  try {
    await load();
  } catch (error) {
    stop();
    throw error;
  }
  return { current: () => types, stop };
}
