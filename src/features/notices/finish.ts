import type { Said } from '../../core/notice.ts';
import { outboxCollection } from '../../core/notice.ts';
import type { Delivery } from '../../core/ports/messenger.ts';
import type { Also, Beside, DocumentRef, New } from '../../core/ports/store.ts';
import { alsoCopy, type Copy, copiesCollection, copiesId } from './copies.ts';
import type { Member } from './digest.ts';
import { afterDelivery, ended, type Situation } from './fate.ts';
import { mailBesidesId, type Outbox, type Outboxed } from './outbox.ts';
import type { Reach } from './reach.ts';
import { writeNotice } from './write-notice.ts';

/** A notice whose sending has begun, and what it rests on. */
export type Begun = {
  readonly notice: Outboxed;
  readonly reach: Reach;
  readonly situation: Situation;
  readonly said: Said;
  /** The news that it tells, if it is a digest. */
  readonly members: readonly Member[];
};

/** Writes what became of it, together with what that owes: the copy, the digest's news, the e-mail besides. */
export function finish(
  { notice, reach, situation, said, members }: Begun,
  delivery: Delivery,
  outbox: Outbox,
): Promise<Outboxed | undefined> {
  const doc = afterDelivery(notice, delivery, situation);
  if (doc.state !== 'sent') return writeNotice(outbox, notice, { doc });
  const { about } = said.reply;
  const copy = about && copyOf(doc, said, reach, situation.now);
  const beside = [
    ...refs(members),
    ...(about ? [{ collection: copiesCollection, id: copiesId(about) }] : []),
  ];
  return writeNotice(
    outbox,
    notice,
    (found) => ({
      doc,
      also: [
        ...fates(members, found),
        ...besides(notice, reach, situation.now),
        ...(about && copy ? alsoCopy(about, copy, found[members.length]) : []),
      ],
    }),
    beside,
  );
}

/** Nothing is left to say. */
export const settle = (
  notice: Outboxed,
  members: readonly Member[],
  now: string,
  outbox: Outbox,
): Promise<Outboxed | undefined> =>
  writeNotice(
    outbox,
    notice,
    (found) => ({ doc: ended(notice, 'settled', now), also: fates(members, found) }),
    refs(members),
  );

const refs = (members: readonly Member[]): readonly DocumentRef[] =>
  members.map(({ notice }) => ({ collection: outboxCollection, id: notice.id }));

/** What becomes of the news in a digest; what has changed since it was read stays as it is and comes again. */
const fates = (members: readonly Member[], found: readonly (Beside | undefined)[]): readonly Also[] =>
  members.flatMap(({ notice, next }, at) =>
    found[at]?.version === notice.version
      ? [{ collection: outboxCollection, doc: { ...next, version: notice.version } }]
      : [],
  );

/** The message that arrived, if it shows a case and can be updated. */
const copyOf = (
  { channel, messageId, recipient }: New<Outboxed>,
  { reply }: Said,
  { chat }: Reach,
  drawnAt: string,
): Copy | undefined =>
  channel === 'teams' && chat && messageId
    ? {
        conversationId: chat.conversationId,
        messageId,
        party: recipient,
        language: reply.language,
        drawnAt,
      }
    : undefined;

/** Who wants mail too gets it as a notice of its own, with tries of its own. */
function besides(notice: Outboxed, { preferences, noMail }: Reach, now: string): readonly Also[] {
  if (notice.channel !== 'teams' || !preferences.mailToo || noMail !== undefined) return [];
  const { recipient, kind, ref, facts, urgency, createdAt } = notice;
  const copy = { id: mailBesidesId(notice.id), recipient, kind, ref, facts, urgency, createdAt };
  const doc = { ...copy, state: 'pending', channel: 'mail', attempts: 0, dueAt: now };
  return [{ collection: outboxCollection, doc }];
}
