import type { ShortMemory } from './ports/short-memory.ts';

type Entry = { readonly what: unknown; readonly until: number };

/** In this process only, at most so many things; the oldest go first. @param minutes that something is kept */
export function createProcessMemory(minutes: number, most = 5000): ShortMemory {
  const entries = new Map<string, Entry>();
  const valid = (key: string, now: Date): Entry | undefined => {
    const entry = entries.get(key);
    return entry && now.getTime() <= entry.until ? entry : undefined;
  };
  const remember = (key: string, what: unknown, now: Date): void => {
    entries.delete(key);
    entries.set(key, { what, until: now.getTime() + minutes * 60_000 });
    const oldest = entries.keys().next();
    if (entries.size > most && !oldest.done) entries.delete(oldest.value);
  };
  return {
    recall: async (key, now) => valid(key, now)?.what,
    remember,
    forget: (key) => void entries.delete(key),
    async take(key, now) {
      if (valid(key, now)) return false;
      remember(key, true, now);
      return true;
    },
  };
}
