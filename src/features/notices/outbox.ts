import { z } from 'zod';
import { type Notice, outboxCollection } from '../../core/notice.ts';
import type { Collection, Store } from '../../core/ports/store.ts';

const Fact = z.union([z.string(), z.number(), z.boolean()]);

/** The ways to a person. */
export const channels = ['teams', 'mail'] as const;
export type Channel = (typeof channels)[number];

/**
 * A notice on its way. While one worker has it, the store's lease says so.
 *
 * | state | meaning | comes up again |
 * |---|---|---|
 * | `pending` | not tried yet, or held until its time | at `dueAt` |
 * | `failed` | tried, did not arrive | at `dueAt` |
 * | `ambiguous` | nobody knows whether it arrived | at `dueAt`, if its kind is repeatable |
 * | `gathered` | waits for the digest named in `digest` | no |
 * | `sent` | arrived, or told in a digest | no |
 * | `settled` | nothing was left to say | no |
 * | `dead` | given up; the administration may send it again | no |
 */
export const Outboxed = z.object({
  id: z.string(),
  version: z.number(),
  recipient: z.string(),
  kind: z.string(),
  ref: z.string(),
  facts: z.record(z.string(), Fact).optional(),
  urgency: z.enum(['act', 'news']),
  createdAt: z.string(),
  state: z.enum(['pending', 'failed', 'ambiguous', 'gathered', 'sent', 'settled', 'dead']),
  /** How often sending began. */
  attempts: z.number(),
  /** The way it takes; decided when it is first sent. */
  channel: z.enum(channels).optional(),
  /** Sending began and its end was not written: after a crash it may have arrived. */
  underWay: z.boolean().optional(),
  /** It waits for one that was owed to the person before, not for its own time. */
  behind: z.boolean().optional(),
  /** How often the channel said that there is no such chat: sometimes it is wrong. */
  suspicions: z.number().optional(),
  /** How often nobody knew whether it arrived. */
  doubts: z.number().optional(),
  /** Message or mail that it arrived as. */
  messageId: z.string().optional(),
  /** Why it failed or died: codes. */
  reasons: z.array(z.string()).optional(),
  /** Id of the digest that tells it. */
  digest: z.string().optional(),
  /** ISO 8601 UTC: when the administration sent it again. */
  resentAt: z.string().optional(),
  /** ISO 8601 UTC: when it came to its end. */
  endedAt: z.string().optional(),
  /** ISO 8601 UTC, see the store port. */
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
});
export type Outboxed = z.infer<typeof Outboxed>;
export type Outbox = Collection<Outboxed>;

export const openOutbox = (store: Store): Outbox =>
  store.collection(outboxCollection, Outboxed, ['recipient', 'ref', 'state']);

/** What was owed, without what the outbox knows about it. */
export const noticeOf = ({ id, recipient, kind, ref, facts, urgency, createdAt }: Outboxed): Notice => ({
  id: withoutBesides(id),
  recipient,
  kind,
  ref,
  facts,
  urgency,
  createdAt,
});

/** The e-mail that somebody gets besides the message in Teams is a notice of its own. */
const besides = ' mail';
export const mailBesidesId = (id: string): string => `${id}${besides}`;
export const isMailBesides = ({ id }: Pick<Outboxed, 'id'>): boolean => id.endsWith(besides);
/** The notice that an e-mail goes besides, or the notice itself. */
export const withoutBesides = (id: string): string =>
  id.endsWith(besides) ? id.slice(0, -besides.length) : id;
