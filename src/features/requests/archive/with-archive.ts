import type { Archive } from '../../../core/ports/archive.ts';
import { type Collection, NotFound } from '../../../core/ports/store.ts';
import { Request } from '../request.ts';

/**
 * The requests of the store, behind them those of the archive: `IT-2024-0007` is still shown to those it concerned.
 * Nothing changes an archived one: it has come to its end.
 */
export function withArchive(requests: Collection<Request>, archive: Archive): Collection<Request> {
  const archived = async (id: string): Promise<Request | undefined> => {
    const found = await archive.find(id);
    return found && Request.parse(found);
  };
  return {
    ...requests,
    get: async (id) => (await requests.get(id)) ?? (await archived(id)),
    async change(id, decide, beside) {
      try {
        return await requests.change(id, decide, beside);
      } catch (error) {
        const closed = error instanceof NotFound ? await archived(id) : undefined;
        if (!closed) throw error;
        return { doc: closed, isChanged: false };
      }
    },
  };
}
