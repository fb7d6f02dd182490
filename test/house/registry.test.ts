import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { knownAs, names } from '../../src/app/audit-person.ts';
import { readOrganisation } from '../../src/app/audit-world.ts';
import { readCases } from '../../src/app/case-data.ts';
import { type Document, type Known, whomOf } from '../../src/app/person-data.ts';
import { registry } from '../../src/app/registry.ts';
import { erasedFor } from '../../src/case/erasure.ts';
import {
  isTheirOwn,
  type PersonPlace,
  peopleIn,
  withoutPeople,
  withoutPeopleIn,
} from '../../src/case/people.ts';
import type { HistoryEntry } from '../../src/core/history.ts';
import { directoryOf } from '../support/directory-builder.ts';
import { startProgram } from '../support/program.ts';

/*
 * Whatever is stored is declared: every collection, and in it every place where somebody stands. What is not declared
 * would be in no access and no erasure.
 */

const fixture = 'test/fixtures/stored-2026-11';
const folder = mkdtempSync(join(tmpdir(), 'lotse-registry-'));
cpSync(join(fixture, 'data'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const data = await readCases({ folder: folder });
const organisation = await readOrganisation({
  env: { DIRECTORY_DIR: join(fixture, 'directory') },
  programFolder: process.cwd(),
  now: () => new Date('2026-11-24T10:00:00Z'),
});
const directory = await directoryOf(join(fixture, 'directory', 'organisation.yaml'));
const everybody: readonly Known[] = directory.persons.map(({ id }) => ({
  ...knownAs(id, organisation, data),
  names: [],
}));

const declared = [...registry.cases, ...registry.holdings];
const collections = declared.map(({ collection }) => collection);

type Kind = { readonly people: readonly PersonPlace[]; readonly onErase?: string | undefined };

/** Whose ids stand in a document in a place that is not declared. */
function undeclaredIn(doc: Document, { people, onErase }: Kind, all = everybody): readonly string[] {
  return all
    .filter((known) => names(doc, known) && !isDeclared(doc, people, onErase, known))
    .map(({ ids }) => ids[0] ?? '');
}

function isDeclared(doc: Document, people: Kind['people'], onErase: Kind['onErase'], known: Known): boolean {
  const whom = whomOf(known);
  if (![...peopleIn(doc, people)].some(whom)) return false;
  // Nothing is left of it: there is no place that could be forgotten.
  if (onErase === 'remove') return true;
  const left = withoutPeople(doc, people, whom);
  const history = withoutPeopleIn((doc.history as readonly HistoryEntry[] | undefined) ?? [], whom);
  return left === undefined || !names({ ...left, history }, known);
}

describe('everything that is stored', () => {
  test('is declared once', () => {
    expect(collections.filter((one, at) => collections.indexOf(one) !== at)).toEqual([]);
  });

  test('is declared for every collection that the program opens', async () => {
    const opened = new Set<string>();
    const store = createMemoryStore();
    await startProgram(directory, {
      store: {
        ...store,
        collection(name, schema) {
          opened.add(name);
          return store.collection(name, schema);
        },
      },
    });
    expect(opened.size).toBeGreaterThan(20);
    expect([...opened].filter((name) => !collections.includes(name))).toEqual([]);
  });

  test('is declared for every collection of a folder of before', () => {
    expect(data.collections.length).toBeGreaterThan(20);
    expect(data.collections.filter((name) => !collections.includes(name))).toEqual([]);
  });

  test.each(declared.map((one) => [one.collection, one] as const))(
    'says every place in which somebody stands: %s',
    async (collection, kind) => {
      const docs = [...data.documents(collection)];
      if ('isOne' in kind)
        for await (const { doc, inArchive } of data.cases(kind)) if (inArchive) docs.push(doc);
      const wrong = docs.flatMap((doc) =>
        undeclaredIn(doc as Document, kind).map((who) => `${(doc as Document).id}: ${who}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  test.each(registry.cases.map((one) => [one.collection, one] as const))(
    'can still be read after an erasure: %s',
    async (_, record) => {
      const unreadable: string[] = [];
      for await (const { doc } of data.cases(record))
        for (const known of everybody.filter((one) => names(doc, one))) {
          if (isTheirOwn(doc as Document, record.people, whomOf(known))) continue;
          const left = erasedFor(record.schema.parse(doc), record, whomOf(known), organisation.world);
          try {
            record.schema.parse(left);
          } catch (error) {
            unreadable.push(`${left.id} without ${known.ids[0]}: ${error}`);
          }
        }
      expect(unreadable).toEqual([]);
    },
  );

  test('is looked at for real: a place that nobody declared is found', async () => {
    const requests = registry.cases.find(({ collection }) => collection === 'requests');
    const [request] = data.documents('requests') as readonly Document[];
    if (!requests || !request) throw new Error('there is no request');
    expect(undeclaredIn(request, requests)).toEqual([]);
    expect(undeclaredIn({ ...request, secretary: 'itb-40' }, requests)).toEqual(['itb-40']);
    expect(undeclaredIn({ ...request, title: 'x', secretary: request.requestedBy }, requests)).toEqual([
      request.requestedBy,
    ]);
    expect(undeclaredIn({ id: 'x', read: { 'itb-40': true } }, { people: [] })).toEqual(['itb-40']);
  });
});
