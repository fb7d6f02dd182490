import type { Job } from '../../../core/feature.ts';
import type { Directory } from '../model.ts';
import type { DirectoryChange } from './model.ts';
import { type ChangePorts, forgetChanges, recordChanges } from './recording.ts';
import { recordSettings, type SettingPorts } from './setting-recording.ts';
import { type Term, termsOf } from './terms.ts';

/** What is recorded of the directory, kept at hand for answers: reading it must not cost a question anything. */
export type ChangeDesk = {
  readonly changes: ChangePorts['changes'];
  /** Those that were known at the last look, in the order of their numbers. */
  readonly known: () => readonly DirectoryChange[];
  readonly terms: (directory: Directory) => readonly Term[];
  readonly jobs: readonly Job[];
};

/** What other instances record is seen so much later at most. */
const lookAgain = 600_000;

export function createChangeDesk(ports: ChangePorts & SettingPorts): ChangeDesk {
  const recording = recordChanges(ports);
  let known: readonly DirectoryChange[] = [];
  let seen: Directory | undefined;
  let at = Number.NEGATIVE_INFINITY;
  let made: { readonly from: readonly unknown[]; readonly terms: readonly Term[] } | undefined;
  return {
    changes: ports.changes,
    known: () => known,
    terms(directory) {
      const from = [directory.assignments, directory.persons, known];
      if (!made || made.from.some((one, n) => one !== from[n]))
        made = { from, terms: termsOf(directory, known) };
      return made.terms;
    },
    jobs: [
      {
        id: recording.id,
        async run(now) {
          await recording.run(now);
          const directory = ports.directory();
          if (directory === seen && Math.abs(now.getTime() - at) < lookAgain) return;
          known = await ports.changes.list();
          [seen, at] = [directory, now.getTime()];
        },
      },
      recordSettings(ports),
      forgetChanges(ports),
    ],
  };
}
