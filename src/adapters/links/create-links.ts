import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Links, OpenedLink } from '../../core/ports/links.ts';
import type { Collection, Store } from '../../core/ports/store.ts';

/** What is kept of a link: its fingerprint as id, never the link itself. Who reads the data cannot open anything. */
const Link = z.strictObject({
  id: z.string(),
  version: z.number(),
  page: z.string(),
  subject: z.record(z.string(), z.string()),
  expiresAt: z.string(),
  withdrawnAt: z.string().optional(),
  /** When it is removed: see `keepFor`. */
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
});
type Link = z.infer<typeof Link>;

const collectionName = 'links';
/** How long an expired link is kept, in milliseconds: so long its page says that it is over, not that it is unknown. */
const keepFor = 30 * 86_400_000;
/** Bytes of a token: 256 bits that nobody guesses. */
const tokenBytes = 32;

export type LinkParts = {
  readonly store: Store;
  /** Address that the links begin with, without a slash at its end; known once the server listens. */
  readonly publicUrl: () => string;
};

/** Personal links over the store, and the sweeping of those that are long over. */
export function createLinks({ store, publicUrl }: LinkParts): Links & { sweep(now: Date): Promise<void> } {
  const links = store.collection<Link>(collectionName, Link, ['page']);
  return {
    async make({ page, subject, expiresAt }) {
      const token = randomBytes(tokenBytes).toString('base64url');
      const dueAt = new Date(Date.parse(expiresAt) + keepFor).toISOString();
      await links.add({ id: fingerprint(token), page, subject: { ...subject }, expiresAt, dueAt });
      return `${publicUrl()}${page}/${token}`;
    },
    async open(page, token, now) {
      // Looked up by the fingerprint, so how long it takes says nothing about tokens that are nearly right.
      const link = await links.get(fingerprint(token));
      return link && link.page === page ? stateOf(link, now) : { state: 'unknown' };
    },
    async withdraw(page, subject, at) {
      const made = await links.list({ where: { page } });
      for (const { id } of made.filter((link) => !link.withdrawnAt && belongsTo(link, subject))) {
        await links.change(id, (link) =>
          link.withdrawnAt ? undefined : { doc: { ...link, withdrawnAt: at } },
        );
      }
    },
    sweep: (now) => sweep(links, now),
  };
}

const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex');

function stateOf({ subject, expiresAt, withdrawnAt }: Link, now: Date): OpenedLink {
  if (withdrawnAt) return { state: 'withdrawn' };
  return Date.parse(expiresAt) > now.getTime() ? { state: 'valid', subject } : { state: 'expired' };
}

const belongsTo = (link: Link, subject: Readonly<Record<string, string>>): boolean =>
  Object.entries(subject).every(([name, value]) => link.subject[name] === value);

/** Removes at most a hundred at a time; called again and again, it gets through. */
async function sweep(links: Collection<Link>, now: Date): Promise<void> {
  const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
  for (const { id } of await links.claim({ now: now.toISOString(), leaseUntil, limit: 100 })) {
    await links.remove(id);
  }
}
