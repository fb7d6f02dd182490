import type { Cases } from '../../../case/cases.ts';
import { dayOf } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { Text } from '../../../core/text.ts';
import { type Edit, type Edited, edited, isWrittenAhead } from '../changes/edit.ts';
import type { DirectoryChange } from '../changes/model.ts';
import type { Brought } from '../changes/recording.ts';
import type { Directory } from '../model.ts';
import { written } from './acts/answer.ts';
import type { Context, Proposal } from './model.ts';

/**
 * Writes a change into the file, through the same check as a table, and puts it into use.
 * @returns German lines saying why it was not written; none when the file says it now
 */
export type WriteDirectory = (
  change: (directory: Directory) => Edited,
  brought: Brought,
  now: Date,
) => Promise<readonly string[]>;

/** What the check would say to a change of the file as it stands; nothing where it fits. */
export type DirectoryCheck = (change: (directory: Directory) => Edited) => Promise<readonly Text[]>;

type Writing = {
  readonly proposals: Cases<Proposal, Context>;
  readonly write: WriteDirectory;
  readonly changeOf: (edit: Edit) => Promise<DirectoryChange | undefined>;
  readonly nameOf: (person: string) => string;
  readonly leads: Store['leads'];
};

/** What is released is written: at once where rows have a first day, else on its day. Each by itself. */
export const writeReleased = ({ proposals, write, changeOf, nameOf, leads }: Writing): Job => ({
  id: 'directory.write-proposals',
  async run(now) {
    const at = now.toISOString();
    const released = await proposals.collection.list({ where: { state: 'released' } });
    const due = released.filter((one) => isDue(one, dayOf(at)));
    if (due.length === 0 || !(await leads('directory.write'))) return;
    await eachByItself(due, async ({ id, edit, from = dayOf(at), releasedBy = 'system' }) => {
      if (!edit) return;
      const change = await changeOf(edit);
      const brought: Brought = {
        by: releasedBy,
        byName: nameOf(releasedBy),
        way: 'proposal',
        source: id,
        ...(edit.kind === 'undo' ? { undoes: edit.change } : {}),
      };
      const lines = await write((directory) => edited(directory, edit, from, change), brought, now);
      const problem = lines.length > 0 ? lines.slice(0, mostLines).join(' ') : undefined;
      await proposals.change(id, at, (doc, context) => written(doc, problem, context));
    });
  },
});

const mostLines = 3;

const isDue = ({ edit, problem, from }: Proposal, day: string): boolean =>
  edit !== undefined && problem === undefined && (isWrittenAhead(edit) || (from ?? day) <= day);
