import { wordsErased } from '../../../case/erasure.ts';
import { chained } from '../../../case/seal.ts';
import { dayOf, daysBefore, momentOf } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import { contentOf, type Digest } from '../../../core/history.ts';
import { AlreadyExists, type Collection, type New, type Store } from '../../../core/ports/store.ts';
import type { Directory } from '../model.ts';
import {
  changeCollection,
  changeCovers,
  changeDays,
  changeId,
  contactDays,
  DirectoryChange,
  DirectoryState,
  type RowChange,
  type SettingChange,
  stateCollection,
  stateId,
  type Way,
} from './model.ts';
import { type Kept, keptOf, modelText, type Rows, rowsBetween } from './rows.ts';

/** Who brought what is in the file now, as far as that is known. */
export type Brought = {
  /** Id of a person of the directory, or `account:NAME` of the machine. */
  readonly by: string;
  readonly byName: string;
  readonly way: Way;
  readonly source?: string | undefined;
  readonly undoes?: string | undefined;
};

export type ChangePorts = {
  /** The directory of the file. */
  readonly directory: () => Directory;
  /** Who brought the file that this directory was read from. */
  readonly brought: (directory: Directory) => Promise<Brought | undefined>;
  /** The rows that were recorded last, beside the data: what was before is known from it after a start. */
  readonly copy?: RecordedCopy | undefined;
  readonly changes: Collection<DirectoryChange>;
  readonly state: Collection<DirectoryState>;
  readonly leads: Store['leads'];
  readonly digest: Digest;
};

export type RecordedCopy = {
  read(): Promise<Kept | undefined>;
  write(rows: Kept): Promise<void>;
};

export const openChanges = (store: Store) => ({
  changes: store.collection(changeCollection, DirectoryChange),
  state: store.collection(stateCollection, DirectoryState),
});

/** Whoever edits the file in an editor leaves no name. */
export const unknown: Brought = { by: 'system', byName: 'unbekannt', way: 'file' };

/** So many directories are remembered as they were: the one before the change, where several changed at once. */
const mostSeen = 4;

/** Keeps each change of the directory in use, once, whichever of several instances sees it. */
export function recordChanges(ports: ChangePorts): Job {
  const { digest, state, copy } = ports;
  const known = new Map<string, Kept>();
  let seen: Directory | undefined;
  let copied = '';
  let looked: Pick<Seen, 'directory' | 'rows' | 'content'> | undefined;
  const lookAt = (directory: Directory) => {
    if (looked?.directory === directory) return looked;
    const rows = keptOf(directory);
    looked = { directory, rows, content: contentOf(rows, digest) };
    return looked;
  };
  return {
    id: 'directory.changes',
    async run(now) {
      const directory = ports.directory();
      if (directory === seen) return;
      const { rows, content } = lookAt(directory);
      if (seen === undefined) {
        const before = await copy?.read();
        if (before) known.set(contentOf(before, digest), before);
      }
      // The newest stands last, also one that was there before.
      known.delete(content);
      known.set(content, rows);
      for (const one of [...known.keys()].slice(0, -mostSeen)) known.delete(one);
      if (await ports.leads('directory.changes'))
        await record(ports, { directory, rows, content, known }, now.toISOString());
      // Another instance may be about to record it: then it is looked at again.
      if ((await state.get(stateId))?.content !== content) return;
      if (copied !== content) await copy?.write(rows);
      copied = content;
      seen = directory;
    },
  };
}

type Seen = {
  readonly directory: Directory;
  readonly rows: Kept;
  readonly content: string;
  /** Rows of before, by their digest. */
  readonly known: ReadonlyMap<string, Kept>;
};

async function record(
  ports: ChangePorts,
  { directory, rows, content, known }: Seen,
  at: string,
): Promise<void> {
  const { state, changes, digest } = ports;
  const model = digest(modelText(directory));
  if (!(await state.get(stateId))) {
    const brought: Brought = { by: 'system', byName: 'Lotse', way: 'begun' };
    const first = changeDoc({ n: 1, at, previous: '', rows: noRows, brought }, digest, countsOf(directory));
    await begin(changes, first, { id: stateId, n: 1, head: headOf(first), content, model });
  }
  const brought = (await ports.brought(directory)) ?? unknown;
  await state.change(stateId, (current) => {
    if (current.content === content && current.model === model) return undefined;
    const before = known.get(current.content);
    const changed = before && rowsBetween(before, rows);
    const isOtherModel = current.model !== model;
    // Rows in another order are no change.
    if (before && !changed && !isOtherModel) return { doc: { ...current, content } };
    const n = current.n + 1;
    const change = changeDoc(
      {
        n,
        at,
        previous: current.head,
        rows: changed ?? noRows,
        brought,
        ...(isOtherModel ? { model: true } : {}),
      },
      digest,
      before ? undefined : unknownBefore,
    );
    return {
      doc: { ...current, n, head: headOf(change), content, model },
      also: [{ collection: changeCollection, doc: { ...change } }],
    };
  });
}

export const unknownBefore = 'Was vorher dastand, war auf diesem Rechner nicht aufgehoben';

export const noRows: Rows = { units: [], persons: [], applications: [], assignments: [], order: [] };

async function begin(
  changes: ChangePorts['changes'],
  first: New<DirectoryChange>,
  state: Record<string, unknown> & { readonly id: string },
): Promise<void> {
  try {
    await changes.add(first, [{ collection: stateCollection, doc: state }]);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

type Recorded = {
  readonly settings?: readonly SettingChange[];
  readonly n: number;
  readonly at: string;
  readonly previous: string;
  readonly rows: Rows;
  readonly brought: Brought;
  readonly model?: true;
};

/** A change with its entry and its seal. Pure. */
export function changeDoc(
  { n, at, previous, rows, settings, brought, model }: Recorded,
  digest: Digest,
  note?: string,
): New<DirectoryChange> {
  const { by, byName, way, source, undoes } = brought;
  const bare: DirectoryChange = {
    id: changeId(n),
    version: 0,
    dueAt: momentOf(daysBefore(dayOf(at), -contactDays), '03:00'),
    history: [],
    n,
    at,
    way,
    ...(source ? { source } : {}),
    ...(undoes ? { undoes } : {}),
    previous,
    ...(model ? { model } : {}),
    ...rows,
    ...(settings ? { settings: [...settings] } : {}),
  };
  const entry = { at, by, byName, act: 'recorded', facts: { previous }, ...(note ? { note } : {}) };
  const { version: _, ...doc } = chained(bare, entry, changeCovers, digest);
  return doc;
}

export const headOf = ({ history }: Pick<DirectoryChange, 'history'>): string => history[0]?.hash ?? '';

/** What stood there when recording began, as numbers. */
const countsOf = ({ units, persons, applications, assignments }: Directory): string =>
  `${units.length} Ämter, ${persons.length} Personen, ${applications.length} Fachverfahren, ${assignments.length} Zuordnungen`;

/** Contacts of former states go after a year, the change itself after ten. */
export const forgetChanges = ({ changes, digest }: Pick<ChangePorts, 'changes' | 'digest'>): Job => ({
  id: 'directory.changes-kept',
  async run(now) {
    const at = now.toISOString();
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    await eachByItself(await changes.claim({ now: at, leaseUntil, limit: 100 }), async (one) => {
      if (dayOf(one.at) <= daysBefore(dayOf(at), changeDays)) return void (await changes.remove(one.id));
      await changes.change(one.id, (current) => ({ doc: keptLonger(current, at, digest) }));
    });
  },
});

/** The change without numbers, addresses and Teams ids; it comes up again when it goes as a whole. Pure. */
export function keptLonger(change: DirectoryChange, now: string, digest: Digest): New<DirectoryChange> {
  const bare = { ...change, persons: change.persons.map(withoutContacts), contactsGone: true };
  const next = change.contactsGone
    ? change
    : wordsErased(change, bare, { covers: changeCovers }, { now, digest });
  const { version: _version, leaseUntil: _lease, ...doc } = next;
  return { ...doc, dueAt: momentOf(daysBefore(dayOf(change.at), -changeDays), '03:00') };
}

const withoutContacts = ({ before, after }: RowChange): RowChange => ({
  ...(before ? { before: bare(before) } : {}),
  ...(after ? { after: bare(after) } : {}),
});

const bare = ({
  email: _email,
  phone: _phone,
  teamsId: _teamsId,
  ...row
}: Readonly<Record<string, unknown>>) => row;
