import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../../../src/core/ports/log.ts';

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lotse-store-'));

export const Entry = z.object({ id: z.string(), version: z.int(), text: z.string() });
export type Entry = z.infer<typeof Entry>;

/** Where the store keeps its things in a folder. */
export const filesOf = (folder: string) => ({
  data: join(folder, 'lotse.jsonl'),
  position: join(folder, 'lotse.position'),
  lock: join(folder, 'lotse.lock'),
  copies: join(folder, 'copies'),
});

/** Remembers which events were logged. */
export function recordingLog(): Log & { readonly events: readonly string[] } {
  const events: string[] = [];
  const note = (event: string): void => {
    events.push(event);
  };
  return { events, info: note, warn: note, error: note };
}
