import { expect } from '@jest/globals';
import fc from 'fast-check';
import { AlreadyExists, type Collection, NotFound } from '../../src/core/ports/store.ts';
import type { Paper } from './store-contract.ts';

/** A store as simple as it can be thought, and commands that do the same to it and to a real one. */
type Model = { readonly papers: Map<string, Paper>; readonly notices: Map<string, Paper> };
type Real = {
  readonly papers: Collection<Paper>;
  readonly notices: Collection<Paper>;
  readonly noticesName: string;
};
type Command = fc.AsyncCommand<Model, Real>;

const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
const byId = (a: Paper, b: Paper): number => (a.id < b.id ? -1 : 1);

const id = fc.constantFrom('a', 'b', 'c', 'ä');
const title = fc.string({ unit: 'grapheme', maxLength: 8 });
const dueAt = fc.option(fc.integer({ min: 0, max: 9 }).map(minute), { nil: undefined });

const command = (name: string, run: Command['run']): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

function owe(model: Model, notice: string): void {
  if (!model.notices.has(notice)) {
    model.notices.set(notice, { id: notice, version: 1, title: 'owed', count: 0 });
  }
}

const notice = (name: string, notice: string) => [
  { collection: name, doc: { id: notice, title: 'owed', count: 0 } },
];

const adding = fc.tuple(id, title, dueAt, id).map(([id, title, dueAt, owed]) =>
  command(`add ${id} owing ${owed}`, async (model, real) => {
    const doc = { id, title, count: 0, ...(dueAt ? { dueAt } : {}) };
    const added = real.papers.add(doc, notice(real.noticesName, owed));
    if (model.papers.has(id)) {
      await expect(added).rejects.toThrow(AlreadyExists);
      return;
    }
    model.papers.set(id, { ...doc, version: 1 });
    owe(model, owed);
    expect(await added).toEqual(model.papers.get(id));
  }),
);

const changing = fc.tuple(id, title, id).map(([id, title, owed]) =>
  command(`change ${id} owing ${owed}`, async (model, real) => {
    const changed = real.papers.change(id, (doc) => ({
      doc: { ...doc, title, count: doc.count + 1 },
      also: notice(real.noticesName, owed),
    }));
    const before = model.papers.get(id);
    if (!before) {
      await expect(changed).rejects.toThrow(NotFound);
      return;
    }
    model.papers.set(id, { ...before, title, count: before.count + 1, version: before.version + 1 });
    owe(model, owed);
    expect(await changed).toEqual({ doc: model.papers.get(id), isChanged: true });
  }),
);

const removing = id.map((id) =>
  command(`remove ${id}`, async (model, real) => {
    model.papers.delete(id);
    await real.papers.remove(id);
  }),
);

const claiming = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 3 })).map(([n, limit]) =>
  command(`claim ${limit} at minute ${n}`, async (model, real) => {
    const now = minute(n);
    const leaseUntil = minute(n + 3);
    const due = [...model.papers.values()]
      .filter((doc) => doc.dueAt && doc.dueAt <= now && !(doc.leaseUntil && doc.leaseUntil > now))
      .sort((a, b) => (a.dueAt === b.dueAt ? byId(a, b) : String(a.dueAt) < String(b.dueAt) ? -1 : 1))
      .slice(0, limit)
      .map((doc) => ({ ...doc, leaseUntil, version: doc.version + 1 }));
    for (const doc of due) model.papers.set(doc.id, doc);
    expect(await real.papers.claim({ now, leaseUntil, limit })).toEqual(due);
  }),
);

const looking = fc.tuple(id, fc.integer({ min: 0, max: 2 })).map(([id, count]) =>
  command(`get ${id}, list count ${count}`, async (model, real) => {
    const all = [...model.papers.values()].sort(byId);
    expect(await real.papers.get(id)).toEqual(model.papers.get(id));
    expect(await real.papers.list()).toEqual(all);
    expect(await real.papers.list({ where: { count }, limit: 2 })).toEqual(
      all.filter((doc) => doc.count === count).slice(0, 2),
    );
    expect(await real.notices.list()).toEqual([...model.notices.values()].sort(byId));
  }),
);

export const modelCommands = fc.commands([adding, changing, removing, claiming, looking], {
  maxCommands: 30,
});
