import { attaching, detaching } from '../../../case/files.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Context } from '../context.ts';
import type { Idea } from '../model.ts';
import { isReviewer } from '../policy.ts';
import { ideaAct } from './steps.ts';

/** Whose idea it is, and those who review ideas; everybody else reads it. */
export const mayBringFiles = ({ submittedBy }: Idea, party: string, context: Context): boolean =>
  submittedBy === party || isReviewer(party, context);

export const attach = (limits: Pick<FileLimits, 'perCase'>) =>
  ideaAct({
    ...attaching<Idea, Context>(limits, (idea, { id }, context) => mayBringFiles(idea, id, context)),
    title: { de: 'Datei beilegen', en: 'Add a file' },
    // Words and buttons are those of the files themselves; they lead here.
    buttons: {},
    typed: [],
  });

export const detach = ideaAct({
  ...detaching<Idea, Context>((_idea, { id }, context) => isReviewer(id, context), {
    de: 'wer Ideen prüft',
    en: 'those who review ideas',
  }),
  title: { de: 'Datei entfernen', en: 'Remove a file' },
  buttons: {},
  typed: [],
});
