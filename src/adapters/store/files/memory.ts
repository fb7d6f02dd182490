import type { Files } from '../../../core/ports/files.ts';

/** Keeps contents as long as the process lives: for tests. @param now when something is kept */
export function createMemoryFiles(now: () => Date = () => new Date()): Files {
  const kept = new Map<string, { readonly content: Uint8Array; readonly keptAt: string }>();
  return {
    async keep(id, content) {
      if (!kept.has(id)) kept.set(id, { content: Uint8Array.from(content), keptAt: now().toISOString() });
    },
    read: async (id) => kept.get(id)?.content,
    async remove(id) {
      kept.delete(id);
    },
    list: async () =>
      [...kept].map(([id, { keptAt }]) => ({ id, keptAt })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
