import {
  AlreadyExists,
  type Change,
  type Collection,
  NotFound,
  type Stored,
} from '../../core/ports/store.ts';

/**
 * Changes the document, or adds it when there is none, whoever else does the same at that moment.
 * @param next makes the document of the one that is there; pure. `undefined` leaves everything as it is.
 * @returns the document, if there is one now, and whether it is new
 */
export async function put<T extends Stored>(
  docs: Collection<T>,
  id: string,
  next: (known: T | undefined) => Change<T> | undefined,
): Promise<{ readonly doc: T | undefined; readonly added: boolean }> {
  const change = async () => ({ doc: (await docs.change(id, next)).doc, added: false });
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  const first = next(undefined);
  if (!first) return { doc: undefined, added: false };
  try {
    return { doc: await docs.add(first.doc, first.also), added: true };
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return change();
  }
}
