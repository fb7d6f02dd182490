import { attaching, detaching } from '../../../case/files.ts';
import type { FileLimits } from '../../../core/files/sent.ts';
import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import { type Idea, isOver } from '../model.ts';
import { isReviewer } from '../policy.ts';
import { ideaAct } from './steps.ts';

/** Whose idea it is, and those who review ideas; everybody else reads it. */
const mayBringFiles = ({ submittedBy }: Idea, { id }: Pick<Party, 'id'>, context: Context): boolean =>
  submittedBy === id || isReviewer(id, context);

/** The same, as long as something can still become of it. */
export const mayAddFiles = (idea: Idea, party: Pick<Party, 'id'>, context: Context): boolean =>
  !isOver(idea) && mayBringFiles(idea, party, context);

export const attach = (limits: Pick<FileLimits, 'perCase'>) =>
  ideaAct({
    ...attaching<Idea, Context>(limits, mayBringFiles),
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
