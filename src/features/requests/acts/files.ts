import { attaching, detaching } from '../../../case/files.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Context, Request } from '../model.ts';
import { isKeeper } from '../policy.ts';
import { requestAct } from './act.ts';

/** Whoever sees a request may add a file: the one who asks, and everybody who decides or carries it out. */
export const attach = (limits: Pick<FileLimits, 'perCase'>) =>
  requestAct({
    ...attaching<Request, Context>(limits),
    title: { de: 'Datei beilegen', en: 'Add a file' },
    // Words and buttons are those of the files themselves; they lead here.
    buttons: {},
    typed: [],
  });

export const detach = requestAct({
  ...detaching<Request, Context>((_request, by, context) => isKeeper(by.id, context)),
  title: { de: 'Datei entfernen', en: 'Remove a file' },
  buttons: {},
  typed: [],
});
