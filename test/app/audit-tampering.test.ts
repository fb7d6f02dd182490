import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { readData } from '../../src/adapters/store/read-data.ts';
import { verifyAll } from '../../src/app/audit-verify.ts';
import type { CaseData } from '../../src/app/case-data.ts';
import { registry } from '../../src/app/registry.ts';
import { findingsOf } from '../../src/case/audit.ts';
import type { ChainedDocument } from '../../src/case/document.ts';
import { wordsErased } from '../../src/case/erasure.ts';
import { sealed } from '../../src/case/seal.ts';
import type { Schema } from '../../src/core/ports/store.ts';
import { pollRecord } from '../../src/features/beirat/date-polls/record.ts';
import { Topic, topicCollection } from '../../src/features/beirat/topics/model.ts';
import { changeCollection, DirectoryChange } from '../../src/features/directory/changes/model.ts';
import { Proposal, proposalCollection } from '../../src/features/directory/proposals/model.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf, startProgram } from '../support/program.ts';

/*
 * Whoever can write the file can repair its checksums. What was decided stands in the chain, so every change of it is
 * found, in every kind: each leaf of what a case covers is changed in turn, besides the ends of histories.
 */

const { digest } = randomIds;
const { documents: stored } = await readData('test/fixtures/stored-2026-11/data');
const later: Readonly<Record<string, readonly unknown[]>> = {
  [proposalCollection]: await livedProposals(),
  [topicCollection]: await livedTopics(),
  [changeCollection]: await livedChanges(),
};
/** Kinds that are younger than the folder have cases that are made here. */
const documents = (collection: string): readonly unknown[] => later[collection] ?? stored(collection);

type Kind = {
  readonly collection: string;
  readonly schema: Schema<ChainedDocument>;
  readonly covers: (doc: ChainedDocument) => unknown;
};
const kinds: readonly Kind[] = [
  ...registry.cases,
  ...registry.holdings.flatMap(({ collection, chain }) => (chain ? [{ collection, ...chain }] : [])),
];

type Fields = Record<string, unknown>;
type Path = readonly (string | number)[];

/** Ways to all values in plain data that are no objects themselves. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path];
  return Object.entries(value).flatMap(([name, one]) =>
    leavesOf(one, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, name) => (inner as Fields | undefined)?.[name], value);

function withOther<T>(doc: T, path: Path): T {
  const copy = structuredClone(doc);
  const parent = at(copy, path.slice(0, -1)) as Fields;
  const last = path.at(-1) as string;
  const value = parent[last];
  parent[last] =
    typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : value !== true;
  return copy;
}

/** What the store and the machine keep for themselves; histories and seals are tried apart. */
const ofTheStore: ReadonlySet<string> = new Set([
  'id',
  'version',
  'dueAt',
  'leaseUntil',
  'changedAt',
  'history',
  'seal',
]);

/** What of each kind nobody decided: how far time has come with it, and who wants to see it. Everything else is covered. */
const notDecided: Readonly<Record<string, readonly string[]>> = {
  circulations: ['reminded'],
  'date-polls': ['createdAt', 'reminded'],
  meetings: [
    'calendar',
    'createdAt',
    'forgottenAt',
    ...['at', 'channel', 'issue', 'kind', 'note', 'notice', 'reasons', 'repaired', 'since', 'state'].map(
      (name) => `invitees.dispatches.${name}`,
    ),
    'invitees.openedAt',
    'sending',
    'sequence',
    'urged.record',
    'urged.reminders',
    'urged.warned',
  ],
  // Blind scores of before there were salts are covered once they are shown; who supports an idea leaves no trace.
  ideas: [
    'createdAt',
    'dueDay',
    'language',
    ...['day', 'item', 'meeting', 'meetingLabel', 'resolution.number', 'resolution.wording', 'state'].map(
      (name) => `place.${name}`,
    ),
    ...['id', 'label.de', 'label.en', 'state'].map((name) => `request.${name}`),
    ...[
      'as',
      'at',
      'by',
      'comment',
      'marks.benefit',
      'marks.effort',
      'marks.feasibility',
      'marks.urgency',
      'seat',
    ].map((name) => `scores.${name}`),
    'supporters.id',
    'supporters.name',
    'urged',
    'visit',
    'waitsFor',
  ],
  // What a proposal is about is worked out from it, to find those that clash.
  proposals: ['createdAt', 'subjects'],
  topics: ['createdAt', 'urged'],
  mentorings: ['createdAt', 'erasedAt', 'feedbackAskedAt', 'reminded'],
  'mentor-profiles': ['askedAt', 'createdAt'],
};

/** Some in each state: all that are stored would take a minute and say the same. */
const perState = 4;
const some = (all: readonly ChainedDocument[]): readonly ChainedDocument[] =>
  Object.values(Object.groupBy(all, (one) => String((one as unknown as Fields).state))).flatMap(
    (group = []) => group.slice(0, perState),
  );

describe.each(kinds.map((kind) => [kind.collection, kind] as const))(
  '%s',
  (collection, { schema, covers }) => {
    const docs = some(documents(collection).map((doc) => sealed(schema.parse(doc), covers, digest)));
    const found = (doc: ChainedDocument) => findingsOf(doc, covers, digest).length > 0;

    test('fit as they are', () => {
      expect(docs.length).toBeGreaterThan(2);
      expect(docs.filter(({ seal }) => !seal)).toEqual([]);
      expect(docs.filter(found).map(({ id }) => id)).toEqual([]);
    });

    test('show a change of anything but what is not decided', () => {
      const free = new Set<string>();
      let tried = 0;
      for (const doc of docs)
        for (const path of leavesOf(doc).filter(([name]) => !ofTheStore.has(String(name)))) {
          tried += 1;
          if (!found(withOther(doc, path))) free.add(path.filter((one) => typeof one === 'string').join('.'));
        }
      expect(tried).toBeGreaterThan(docs.length * 3);
      expect([...free].sort()).toEqual(notDecided[collection] ?? []);
    });

    test('show an entry that was cut off, changed, or hidden behind a mark of an erasure', () => {
      const forged = docs.flatMap((doc) => {
        const { history } = doc;
        const last = history.length - 1;
        const other = { by: 'staff-33', byName: 'Andere' };
        return [
          { ...doc, history: history.slice(0, -1) },
          { ...doc, history: history.map((entry, n) => (n === last ? { ...entry, ...other } : entry)) },
          {
            ...doc,
            history: history.map((entry, n) => (n === last ? { ...entry, ...other, erased: true } : entry)),
          },
          { ...doc, history: [...history, { ...(history[last] as (typeof history)[0]), n: last + 2 }] },
        ].filter((one) => !found(one as ChainedDocument));
      });
      expect(forged.map(({ id }) => id)).toEqual([]);
    });

    test('fit after an erasure, and show what is changed about it', () => {
      const erased = docs.map((doc) =>
        wordsErased(
          doc,
          {
            ...doc,
            history: doc.history.map((one) => ({ ...one, by: 'erased', byName: '–', erased: true })),
          },
          { covers },
          { now: '2026-11-24T10:00:00.000Z', digest },
        ),
      );
      expect(erased.filter(found).map(({ id }) => id)).toEqual([]);
      const missed = erased.filter(
        (doc) =>
          !found({
            ...doc,
            history: doc.history.map((one, n) => (n === 0 ? { ...one, by: 'staff-33' } : one)),
          }),
      );
      expect(missed.map(({ id }) => id)).toEqual([]);
    });
  },
);

describe('a first seal that was taken off again', () => {
  const polls = documents(pollRecord.collection).map((doc) => pollRecord.schema.parse(doc));
  const sealedPolls = polls.map((doc) => sealed(doc, pollRecord.covers, digest));
  const [first, ...others] = sealedPolls;
  const stripped = [{ ...first, seal: undefined }, ...others];

  /** A data folder with these polls only. */
  const verify = async (found: readonly unknown[]) => {
    const data = {
      documents: () => [],
      async *cases({ collection }: { readonly collection: string }) {
        if (collection === pollRecord.collection) for (const doc of found) yield { doc, isArchived: false };
      },
    } as unknown as CaseData;
    return (await verifyAll(data, digest)).findings.map(({ of }) => of);
  };

  test('is found while another case of its kind still has its own', async () => {
    expect(await verify(sealedPolls)).toEqual([]);
    expect(await verify(stripped)).toEqual([first?.id]);
  });

  test('is no finding before the round that seals them all', async () => {
    expect(await verify(polls)).toEqual([]);
  });
});

async function livedProposals(): Promise<readonly unknown[]> {
  const directory = await demoDirectory();
  const { ask, press, store } = await startProgram(directory);
  const as = (who: string) => ({ actor: actorOf(directory, who), at: '2026-11-24T10:00:00.000Z' });
  const wrong = { role: 'it-beauftragte', unit: '61', right: 'Telefon 129-0000' };
  for (const who of ['staff-61', 'staff-33', 'itb-67', 'itb-85'])
    await press('directory.propose', { ...wrong, form: `form-${who}` }, as(who));
  await ask('V-2026/1 freigeben ab 1.1.2027', as('lead-10.50'));
  await ask('V-2026/1 eingetragen', as('lead-10.50-deputy'));
  await ask('V-2026/2 ablehnen: steht da', as('lead-10.50'));
  await ask('V-2026/3 freigeben ab 1.1.2027', as('lead-10.50'));
  return store.collection(proposalCollection, Proposal).list();
}

async function livedTopics(): Promise<readonly unknown[]> {
  const directory = await demoDirectory();
  const { ask, store } = await startProgram(directory);
  const as = (who: string) => ({ actor: actorOf(directory, who), at: '2026-11-24T10:00:00.000Z' });
  for (const who of ['beirat-verwaltung', 'werkleitung-kgrz', 'itb-61'])
    await ask('Thema vorschlagen: Datenplattform: Wer nutzt sie?', as(who));
  await ask('TV-2026/1 ablehnen: Das hatten wir im Mai', as('digitallotse'));
  await ask('TV-2026/2 zurückziehen', as('werkleitung-kgrz'));
  return store.collection(topicCollection, Topic).list();
}

async function livedChanges(): Promise<readonly unknown[]> {
  const directory = await demoDirectory();
  const { tick, reload, store } = await startProgram(directory);
  await tick(new Date('2026-11-20T10:00:00Z'));
  for (const [at, who] of ['itb-66', 'itb-40'].entries()) {
    const officers = directory.assignments.map((row) =>
      row.role === 'it-beauftragte' && row.unit === '61' && row.as === 'holder'
        ? { ...row, person: who }
        : row,
    );
    reload({ ...directory, assignments: officers });
    await tick(new Date(`2026-12-0${at + 1}T09:00:00Z`));
  }
  return store.collection(changeCollection, DirectoryChange).list();
}
