import type { Every } from '../adapters/directory/watch-files.ts';
import type { Log } from '../core/ports/log.ts';
import type { Directory } from '../features/directory/model.ts';
import { watchOwnFile } from './own-file.ts';
import { openRequestTypes, requestTypesFile } from './request-types.ts';

/**
 * The request types of a folder, read again whenever the file changes; requests under way keep the route that they were
 * submitted with.
 * @throws {Impossible} when they have errors at the start
 */
export const watchRequestTypes = (folder: string, directory: () => Directory, log: Log, every?: Every) =>
  watchOwnFile({
    folder,
    name: 'request-types.yaml',
    shipped: requestTypesFile,
    open: (path) => openRequestTypes(directory(), path),
    event: 'request-types',
    log,
    every,
  });
