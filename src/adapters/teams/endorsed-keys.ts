import { z } from 'zod';

/** Whether the signing key with this id may speak for the channel. @throws when the keys cannot be loaded */
export type EndorsedKeys = (keyId: string) => Promise<boolean>;

/** How long the list of keys counts, and how soon it is loaded again for a key that is not in it; in milliseconds. */
const kept = 24 * 3_600_000;
const again = 3_600_000;
/** Longest wait for each of the two files, in milliseconds. */
const patience = 10_000;

const Metadata = z.looseObject({ jwks_uri: z.url() });
const Keys = z.looseObject({
  keys: z.array(z.looseObject({ kid: z.string(), endorsements: z.array(z.string()).catch([]) })),
});

/**
 * The channel service says of each of its keys for which channels it signs. The SDK believes a key that says nothing of
 * the kind for all of them; here it counts for none.
 * @param channel `msteams`
 */
export function createEndorsedKeys(metadataUrl: string, channel: string): EndorsedKeys {
  let loaded: { readonly at: number; readonly endorsed: ReadonlyMap<string, boolean> } | undefined;

  const load = async () => {
    const keys = await keysOf(metadataUrl);
    const endorsed = new Map(keys.map(({ kid, endorsements }) => [kid, endorsements.includes(channel)]));
    loaded = { at: performance.now(), endorsed };
    return loaded;
  };

  return async (keyId) => {
    const age = loaded ? performance.now() - loaded.at : kept;
    const isKnown = loaded?.endorsed.has(keyId) ?? false;
    const { endorsed } = loaded && age < (isKnown ? kept : again) ? loaded : await load();
    return endorsed.get(keyId) ?? false;
  };
}

async function keysOf(metadataUrl: string) {
  try {
    const { jwks_uri } = Metadata.parse(await get(metadataUrl));
    return Keys.parse(await get(jwks_uri)).keys;
  } catch (error) {
    throw new KeysUnavailable(error);
  }
}

async function get(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** The keys could not be loaded: nobody's fault at the other end. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('the signing keys cannot be loaded', { cause });
    this.name = 'KeysUnavailable';
  }
}
