import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Job } from '../../../core/feature.ts';
import type { Archive } from '../../../core/ports/archive.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { ends, Request } from '../request.ts';
import type { RequestType } from '../types/model.ts';
import { isErasable, pseudonymised } from './erase.ts';

/** Days that a closed case stays in the store, where lists find it. */
export const daysInStore = 90;

/** So many are moved in one go, so that a large backlog does not keep everything else waiting. */
const atOnce = 200;

export type Moving = {
  /** The store's own, without the archive behind it. */
  readonly requests: Collection<Request>;
  readonly archive: Archive;
  readonly types: () => readonly Pick<RequestType, 'id' | 'keep'>[];
};

/** Once a day: closed cases go to the archive, and names are erased from those whose time is over. */
export function putAway(moving: Moving): Job {
  let doneOn = '';
  return {
    id: 'requests.archive',
    async run(now) {
      const at = now.toISOString();
      if (doneOn === dayOf(at)) return;
      if (await moveClosed(moving, at)) return;
      await eraseOld(moving, at);
      doneOn = dayOf(at);
    },
  };
}

/** Kept first, removed then: a crash in between repeats the first, which changes nothing. @returns whether more is left */
export async function moveClosed({ requests, archive }: Moving, now: string): Promise<boolean> {
  const before = daysBefore(dayOf(now), daysInStore);
  const closed: Request[] = [];
  for (const state of ends) closed.push(...(await requests.list({ where: { state } })));
  const old = closed.filter(({ closedAt = now }) => dayOf(closedAt) < before);
  const some = old.slice(0, atOnce);
  for (const [year, cases] of byYear(some)) await archive.keep(year, cases);
  await Promise.all(some.map(({ id }) => requests.remove(id)));
  return old.length > some.length;
}

function byYear(cases: readonly Request[]): ReadonlyMap<number, readonly Request[]> {
  const years = new Map<number, Request[]>();
  for (const one of cases) {
    const year = Number(dayOf(one.closedAt ?? one.changedAt).slice(0, 4));
    years.set(year, [...(years.get(year) ?? []), one]);
  }
  return years;
}

/** Erases names and free texts of archived cases that are older than their type allows. @returns how many */
export async function eraseOld({ archive, types }: Omit<Moving, 'requests'>, now: string): Promise<number> {
  const known = types();
  const shortest = Math.min(...known.map(({ keep }) => keep), longestKept);
  let erased = 0;
  for (const year of await archive.years()) {
    if (year > Number(monthsBefore(now, shortest).slice(0, 4))) continue;
    erased += await archive.rewrite(year, (one) => {
      const request = Request.parse(one);
      const keep = known.find(({ id }) => id === request.type)?.keep ?? longestKept;
      return isErasable(request, monthsBefore(now, keep)) ? pseudonymised(request, now) : one;
    });
  }
  return erased;
}

/** Months for cases of a type that is not offered any more: as long as types are kept if they say nothing. */
const longestKept = 120;

/** The day a number of months ago, `2016-11-25`. */
function monthsBefore(moment: string, months: number): string {
  const [year = 0, month = 1, day = 1] = dayOf(moment).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10);
}
