import type { Cases } from '../../../case/cases.ts';
import { dayOf } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { Language, Text } from '../../../core/text.ts';
import { type DirectoryEdit, type Edited, edited, isWrittenAhead } from '../changes/edit.ts';
import type { DirectoryChange } from '../changes/model.ts';
import type { Brought } from '../changes/recording.ts';
import type { Directory } from '../model.ts';
import type { SettingDesk } from '../settings/desk.ts';
import { written } from './acts/answer.ts';
import type { Context, Proposal } from './model.ts';

/**
 * Writes a change into the file, through the same check as a table, and puts it into use.
 * @returns why it was not written; nothing when the file says it now
 */
export type WriteDirectory = (
  change: (directory: Directory) => Edited,
  brought: Brought,
  now: Date,
) => Promise<readonly Text[]>;

/** What the check would say to a change of the file as it stands; nothing where it fits. */
export type DirectoryCheck = (change: (directory: Directory) => Edited) => Promise<readonly Text[]>;

type Writing = {
  readonly proposals: Cases<Proposal, Context>;
  readonly write: WriteDirectory;
  /** Writes the other files that people keep. */
  readonly writeSetting: SettingDesk['write'];
  readonly changeOf: (edit: DirectoryEdit) => Promise<DirectoryChange | undefined>;
  readonly nameOf: (person: string) => string;
  readonly leads: Store['leads'];
};

/** What is released is written: at once where rows have a first day, else on its day. Each by itself. */
export const writeReleased = ({ proposals, write, writeSetting, changeOf, nameOf, leads }: Writing): Job => ({
  id: 'directory.write-proposals',
  async run(now) {
    const at = now.toISOString();
    const released = await proposals.collection.list({ where: { state: 'released' } });
    const due = released.filter((one) => isDue(one, dayOf(at)));
    if (due.length === 0 || !(await leads('directory.write'))) return;
    await eachByItself(due, async ({ id, edit, from = dayOf(at), releasedBy = 'system' }) => {
      if (!edit) return;
      const undoes = edit.kind === 'undo' ? edit.change : edit.kind === 'setting' ? edit.undoes : undefined;
      const brought: Brought = {
        by: releasedBy,
        byName: nameOf(releasedBy),
        way: 'proposal',
        source: id,
        ...(undoes ? { undoes } : {}),
      };
      const change = edit.kind === 'setting' ? undefined : await changeOf(edit);
      const lines =
        edit.kind === 'setting'
          ? await writeSetting(edit, brought, now)
          : await write((directory) => edited(directory, edit, from, change), brought, now);
      const why = lines.slice(0, mostLines);
      const all = (language: Language) => why.map((one) => one[language]).join(' ');
      const problem = why.length > 0 ? { de: all('de'), en: all('en') } : undefined;
      await proposals.change(id, at, (doc, context) => written(doc, problem, context));
    });
  },
});

const mostLines = 3;

const isDue = ({ edit, problem, from }: Proposal, day: string): boolean =>
  edit !== undefined && problem === undefined && (isWrittenAhead(edit) || (from ?? day) <= day);
