import { createHash, randomUUID } from 'node:crypto';
import type { Ids } from '../../core/ports/ids.ts';

/** Random UUIDs (122 random bits), and SHA-256 fingerprints cut to 128 bits. */
export const randomIds: Ids = {
  next: () => randomUUID(),
  of: (...parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32),
  digest: (text) => createHash('sha256').update(text).digest('hex'),
};
