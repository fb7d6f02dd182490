import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive, Archived } from '../../core/ports/archive.ts';
import type { Log } from '../../core/ports/log.ts';
import { decode, idIn, linesOf } from './lines.ts';
import { append, readLine, replace, syncFolder } from './year-file.ts';

type Place = { readonly year: number; readonly offset: number; readonly length: number };

/** So many cases are looked at before other work gets its turn. */
const atOnce = 20;

const name = /^requests-(\d{4})\.jsonl$/;

/**
 * The archive as files `requests-2026.jsonl` in a folder. In memory is only where each case lies. Of several lines
 * with the same id the last whole one counts, so keeping a case again after a crash does no harm.
 */
export function createArchive(folder: string, log?: Log): Archive {
  const fileOf = (year: number) => join(folder, `requests-${year}.jsonl`);
  let index: Promise<Map<string, Place>> | undefined;
  /** Writes go one after the other. */
  let last: Promise<unknown> = Promise.resolve();

  const places = () => {
    index ??= readIndex();
    return index;
  };

  async function readIndex(): Promise<Map<string, Place>> {
    const found = new Map<string, Place>();
    for (const year of await years()) await readYear(year, found);
    return found;
  }

  async function readYear(year: number, into: Map<string, Place>): Promise<void> {
    for await (const { text, offset, length, isWhole } of linesOf(fileOf(year))) {
      const id = isWhole ? idIn(text) : undefined;
      if (id) into.set(id, { year, offset, length });
      else log?.warn('archive-line-skipped', { file: fileOf(year), offset, torn: !isWhole });
    }
  }

  async function years(): Promise<readonly number[]> {
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names
      .flatMap((file) => name.exec(file)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  }

  async function* list(year: number, concerns = (_id: string) => true): AsyncGenerator<Archived> {
    const known = await places();
    const wanted = new Set<number>();
    for (const [id, place] of known) if (place.year === year && concerns(id)) wanted.add(place.offset);
    if (wanted.size === 0) return;
    let read = 0;
    for await (const { text, offset } of linesOf(fileOf(year))) {
      if (!wanted.has(offset)) continue;
      read += 1;
      if (read % atOnce === 0) await new Promise(setImmediate);
      yield decode(text);
    }
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };

  async function* changedCases(year: number, change: (one: Archived) => Archived) {
    for await (const one of list(year)) yield change(one);
  }

  return {
    years,
    list: (year) => list(year),
    async find(id) {
      const place = (await places()).get(id);
      return place && decode(await readLine(fileOf(place.year), place.offset, place.length));
    },
    keep: (year, cases) =>
      inTurn(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const known = await places();
        const kept = await append(fileOf(year), cases);
        await syncFolder(folder);
        for (const { id, ...at } of kept) known.set(id, { year, ...at });
      }),
    rewrite: (year, change, concerns) =>
      inTurn(async () => {
        let changed = 0;
        for await (const one of list(year, concerns)) changed += Number(change(one) !== one);
        if (changed === 0) return 0;
        const next = (one: Archived) => (concerns && !concerns(one.id) ? one : change(one));
        await replace(fileOf(year), changedCases(year, next));
        await syncFolder(folder);
        index = undefined;
        await places();
        return changed;
      }),
  };
}
