import { dayOf } from '../../core/day.ts';
import type { Job } from '../../core/feature.ts';
import { AlreadyExists, type Store } from '../../core/ports/store.ts';
import { absenceCollection, type Days, overlaps, StoredAbsence, withAbsences } from './absence.ts';
import type { Directory } from './model.ts';

/** Absences that people have entered, and the directory in which they count. Several instances share them. */
export type AbsenceDesk = {
  /** The directory with them: the same object until the file or one of them changes. */
  readonly directory: () => Directory;
  readonly of: (person: string) => readonly (Days & Pick<StoredAbsence, 'by'>)[];
  /** What was said last counts: it takes the place of whatever it overlaps. @param by whoever enters it for them */
  readonly enter: (person: string, days: Days, by?: string) => Promise<void>;
  readonly end: (person: string, from: string) => Promise<void>;
  /** Sees what other instances have entered, and removes what is over. */
  readonly job: Job;
};

export function createAbsences(store: Store, listed: () => Directory): AbsenceDesk {
  const kept = store.collection(absenceCollection, StoredAbsence);
  let entered: readonly StoredAbsence[] = [];
  let merged: { readonly from: readonly unknown[]; readonly directory: Directory } | undefined;
  let asked = 0;
  let shown = 0;

  const refresh = async () => {
    asked += 1;
    const mine = asked;
    const now = await kept.list();
    // A list that was asked for earlier knows less.
    if (mine < shown) return;
    shown = mine;
    if (JSON.stringify(now) !== JSON.stringify(entered)) entered = now;
  };
  const of = (person: string) =>
    entered.filter((one) => one.person === person).toSorted((a, b) => a.from.localeCompare(b.from));
  return {
    directory() {
      const from = [listed(), entered];
      if (!merged || merged.from.some((one, at) => one !== from[at]))
        merged = { from, directory: withAbsences(listed(), entered) };
      return merged.directory;
    },
    of,
    async enter(person, { from, to }, by) {
      await refresh();
      const doc = { id: idOf(person, from), person, from, to, ...(by ? { by } : {}) };
      try {
        await kept.add(doc);
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
        await kept.change(doc.id, () => ({ doc }));
      }
      for (const one of of(person)) if (one.id !== doc.id && overlaps(one, doc)) await kept.remove(one.id);
      await refresh();
    },
    async end(person, from) {
      await kept.remove(idOf(person, from));
      await refresh();
    },
    job: {
      id: 'directory.absences',
      async run(now) {
        await refresh();
        const over = entered.filter(({ to }) => to < dayOf(now.toISOString()));
        for (const { id } of over) await kept.remove(id);
        if (over.length > 0) await refresh();
      },
    },
  };
}

const idOf = (person: string, from: string): string => `${person} ${from}`;
