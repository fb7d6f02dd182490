import { create, insertMultiple, search } from '@orama/orama';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { fold } from '../../src/core/word.ts';
import type { Directory } from '../../src/features/directory/model.ts';

/** One text per task: what a search engine gets to read. */
type Text = { readonly id: number; readonly role: string; readonly text: string };
type Hit = { readonly role: string; readonly score: number };

/** A question to roles, best first, with a score that a threshold for "nobody" can be set on. */
export type Engine = { readonly name: string; readonly ask: (question: string) => readonly Hit[] };

export function textsOf(directory: Directory): readonly Text[] {
  const rows = directory.roles.flatMap((role) => {
    const names = [role.name.de, role.name.en, role.shortName.de, role.shortName.en, ...role.aliases].join(
      ' ',
    );
    return role.tasks.map((task) => ({
      role: role.id,
      text: `${names} ${task.text.de} ${task.text.en} ${task.source.quote}`,
    }));
  });
  return rows.map((row, id) => ({ id, ...row }));
}

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}.]{3,}/gu) ?? [];

const bestPerRole = (hits: readonly Hit[]): readonly Hit[] => {
  const best = new Map<string, number>();
  for (const { role, score } of hits) best.set(role, Math.max(score, best.get(role) ?? 0));
  return [...best].map(([role, score]) => ({ role, score })).sort((a, b) => b.score - a.score);
};

export function miniSearch(texts: readonly Text[]): Engine {
  const index = new MiniSearch<Text>({
    fields: ['text'],
    storeFields: ['role'],
    processTerm: fold,
    searchOptions: { fuzzy: 0.2, prefix: (term) => term.length > 3 },
  });
  index.addAll(texts);
  return {
    name: 'MiniSearch',
    ask: (question) => bestPerRole(index.search(question).map(({ role, score }) => ({ role, score }))),
  };
}

/** Fuse compares whole strings; word by word with "or" is the setting that suits questions. */
export function fuse(texts: readonly Text[]): Engine {
  const index = new Fuse(texts, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    useExtendedSearch: true,
    threshold: 0.2,
  });
  const scoreOf = (question: string): readonly Hit[] =>
    index
      .search(wordsOf(question).join(' | '))
      .map(({ item, score = 1 }) => ({ role: item.role, score: 1 - score }));
  return { name: 'Fuse.js', ask: (question) => bestPerRole(scoreOf(question)) };
}

/** FlexSearch ranks without scores: the share of the question's words that a text holds stands in for one. */
export function flexSearch(texts: readonly Text[]): Engine {
  const index = new Index({ tokenize: 'forward', encode: (text: string) => [...wordsOf(text)] });
  for (const { id, text } of texts) index.add(id, text);
  const ask = (question: string): readonly Hit[] => {
    const words = wordsOf(question);
    const votes = new Map<number, number>();
    for (const word of words) {
      const found = index.search(word, { limit: texts.length }) as number[];
      for (const id of found)
        votes.set(id, (votes.get(id) ?? 0) + Math.log(texts.length / found.length) / words.length);
    }
    return bestPerRole([...votes].map(([id, score]) => ({ role: texts[id]?.role ?? '', score })));
  };
  return { name: 'FlexSearch', ask };
}

export function orama(texts: readonly Text[]): Engine {
  const db = create({ schema: { role: 'string', text: 'string' } as const });
  void insertMultiple(
    db,
    texts.map(({ role, text }) => ({ role, text: fold(text) })),
  );
  const ask = (question: string): readonly Hit[] => {
    const found = search(db, {
      term: fold(question),
      properties: ['text'],
      tolerance: 1,
      limit: texts.length,
    });
    if (found instanceof Promise)
      throw new Error('Orama answered later: this bench expects its synchronous path');
    return bestPerRole(found.hits.map(({ document, score }) => ({ role: document.role, score })));
  };
  return { name: 'Orama', ask };
}
