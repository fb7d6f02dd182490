import type { Operation } from './recorded-disk.ts';

/** So much of a write reaches the disk whole or not at all, in bytes. */
const sector = 512;

type Pending = Extract<Operation, { readonly does: 'write' | 'truncate' }>;

/**
 * What a folder may hold after a power failure: what was synced, and of the rest whatever chance left. Of each write that
 * was not synced every sector may be there or not, in any order; of the names that were not synced, those up to some
 * moment, as a journalling file system keeps them.
 * @param operations up to the failure
 * @param chance 0 to 1
 */
export function afterPowerFailure(
  operations: readonly Operation[],
  chance: () => number,
): ReadonlyMap<string, Buffer> {
  const durable = new Map<number, Buffer>();
  const pending = new Map<number, Pending[]>();
  let names = new Map<string, number>();
  let renaming: Operation[] = [];

  for (const operation of operations) {
    if (operation.does === 'write' || operation.does === 'truncate')
      pending.set(operation.file, [...(pending.get(operation.file) ?? []), operation]);
    else if (operation.does === 'sync') {
      durable.set(
        operation.file,
        (pending.get(operation.file) ?? []).reduce(whole, contentOf(operation.file)),
      );
      pending.delete(operation.file);
    } else if (operation.does === 'sync-folder') {
      names = renaming.reduce(named, names);
      renaming = [];
    } else if (operation.does !== 'acknowledge') renaming.push(operation);
  }
  names = renaming.slice(0, Math.floor(chance() * (renaming.length + 1))).reduce(named, names);
  return new Map(
    [...names].map(([name, file]) => [
      name,
      (pending.get(file) ?? []).reduce((content, one) => torn(content, one, chance), contentOf(file)),
    ]),
  );

  function contentOf(file: number): Buffer {
    return durable.get(file) ?? Buffer.alloc(0);
  }
}

function named(names: Map<string, number>, operation: Operation): Map<string, number> {
  const next = new Map(names);
  if (operation.does === 'create') next.set(operation.name, operation.file);
  if (operation.does === 'remove') next.delete(operation.name);
  const file = operation.does === 'rename' ? names.get(operation.from) : undefined;
  if (operation.does === 'rename' && file !== undefined) {
    next.delete(operation.from);
    next.set(operation.to, file);
  }
  return next;
}

function whole(content: Buffer, operation: Pending): Buffer {
  if (operation.does === 'truncate') return content.subarray(0, operation.to);
  const next = Buffer.alloc(Math.max(content.length, operation.at + operation.data.length));
  content.copy(next);
  operation.data.copy(next, operation.at);
  return next;
}

/** Lost, whole, or some of its sectors; where only the length arrived, there are zeros. */
function torn(content: Buffer, operation: Pending, chance: () => number): Buffer {
  const luck = chance();
  if (luck < 0.3) return content;
  const wanted = whole(content, operation);
  if (luck < 0.5 || operation.does === 'truncate') return wanted;
  const length = chance() < 0.5 ? wanted.length : Math.floor(operation.at + chance() * operation.data.length);
  const result = Buffer.alloc(Math.max(content.length, length));
  content.copy(result);
  for (let from = 0; from < result.length; from += sector)
    if (chance() < 0.5) wanted.copy(result, from, from, Math.min(from + sector, result.length));
  return result;
}
