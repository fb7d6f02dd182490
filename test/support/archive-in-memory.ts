import type { Archive, Archived } from '../../src/core/ports/archive.ts';

/** An archive that lasts as long as the test. */
export function archiveInMemory(): Archive {
  const years = new Map<number, Map<string, Archived>>();
  const of = (year: number) => years.get(year) ?? new Map<string, Archived>();
  return {
    async keep(year, cases) {
      const known = of(year);
      for (const one of cases) known.set(one.id, structuredClone(one));
      years.set(year, known);
    },
    find: async (id) => [...years.values()].map((known) => known.get(id)).find(Boolean),
    async *list(year) {
      yield* of(year).values();
    },
    years: async () => [...years.keys()].sort((a, b) => a - b),
    async rewrite(year, change, concerns = () => true) {
      let count = 0;
      for (const [id, one] of of(year)) {
        if (!concerns(id)) continue;
        const next = change(one);
        if (next !== one) count += 1;
        of(year).set(id, next);
      }
      return count;
    },
  };
}
