import type { Directory } from '../features/directory/model.ts';
import { type Kept, watchOwnFile } from './own-file.ts';
import { openRequestTypes, requestTypesFile } from './request-types.ts';

/**
 * The request types of a folder, read again whenever the file changes; requests under way keep the route that they were
 * submitted with.
 */
export const watchRequestTypes = (kept: Kept, directory: () => Directory) =>
  watchOwnFile({
    ...kept,
    name: 'request-types.yaml',
    shipped: requestTypesFile,
    open: (path) => openRequestTypes(directory(), path),
    event: 'request-types',
  });
