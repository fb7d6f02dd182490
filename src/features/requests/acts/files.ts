import { attaching, detaching, keeperClears } from '../../../case/files.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Context, Request } from '../model.ts';
import { isKeeper, mayBringFiles } from '../policy.ts';
import { requestAct } from './act.ts';

/**
 * Whoever takes part in a request may add a file: the one who asks, everybody who decides or carries it out, and whom a
 * known report affects, too. Whoever only checks it reads.
 */
export const attach = (limits: Pick<FileLimits, 'perCase'>) =>
  requestAct({
    ...attaching<Request, Context>(limits, (request, { id }, context) => mayBringFiles(request, id, context)),
    title: { de: 'Datei beilegen', en: 'Add a file' },
    // Words and buttons are those of the files themselves; they lead here.
    buttons: {},
    typed: [],
  });

export const detach = requestAct({
  ...detaching<Request, Context>((_request, by, context) => isKeeper(by.id, context), keeperClears),
  title: { de: 'Datei entfernen', en: 'Remove a file' },
  buttons: {},
  typed: [],
});
