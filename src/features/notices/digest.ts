import type { Addressee, CaseRef, Letter, NoticeKind, Said } from '../../core/notice.ts';
import type { Also, New } from '../../core/ports/store.ts';
import type { Text } from '../../core/text.ts';
import { ended, free, given } from './fate.ts';
import { worded } from './joined.ts';
import { type Outbox, type Outboxed, withoutBesides } from './outbox.ts';
import { inOrder } from './overtaken.ts';
import { digestKind } from './when.ts';

/** A piece of news in a digest, and what becomes of its notice when the digest arrives. */
export type Member = { readonly notice: Outboxed; readonly next: New<Outboxed>; readonly item?: Item };
export type Item = { readonly text: string; readonly letter: Letter; readonly about?: CaseRef | undefined };

const digestId = (recipient: string, day: string): string => `${digestKind} ${day} ${recipient}`;

/** A notice that waits for its person's digest, and the digest, which is owed once. */
export function gathered(
  notice: Outboxed,
  { day, at }: { readonly day: string; readonly at: string },
  now: string,
): { readonly doc: New<Outboxed>; readonly also: readonly Also[] } {
  const digest = digestId(notice.recipient, day);
  const { dueAt: _, ...rest } = free(notice);
  const owedDigest = {
    id: digest,
    recipient: notice.recipient,
    kind: digestKind,
    ref: day,
    urgency: 'news',
    createdAt: now,
    state: 'pending',
    attempts: 0,
    dueAt: at,
  };
  return {
    doc: { ...rest, state: 'gathered', digest },
    also: [{ collection: 'outbox', doc: owedDigest }],
  };
}

/**
 * The news of a digest, oldest first: everything of this person that waits for any digest, so that after an outage
 * one digest tells it all and the others find nothing. What has nothing left to say, or cannot say it, is listed
 * without an item.
 */
export async function membersOf(
  digest: Outboxed,
  outbox: Outbox,
  kindOf: (kind: string) => NoticeKind | undefined,
  to: Addressee,
  now: Date,
): Promise<readonly Member[]> {
  const { recipient } = digest;
  const told = await outbox.list({ where: { recipient, digest: withoutBesides(digest.id) } });
  const waiting = await outbox.list({ where: { recipient, state: 'gathered' } });
  const all = new Map(
    [...told.filter(({ state }) => state === 'sent'), ...waiting].map((one) => [one.id, one]),
  );
  return Promise.all(
    [...all.values()].sort(inOrder).map(async (notice): Promise<Member> => {
      const settled = { notice, next: ended(notice, 'settled', now.toISOString()) };
      try {
        const kind = kindOf(notice.kind);
        const said = kind && (await worded(kind, notice, to, now, outbox));
        if (!said) return settled;
        const { reply, letter } = said;
        const next = { ...ended(notice, 'sent', now.toISOString()), digest: withoutBesides(digest.id) };
        return { notice, next, item: { text: reply.summary, letter, about: reply.about } };
      } catch {
        return { notice, next: given(notice, ['fault'], now.toISOString()) };
      }
    }),
  );
}

/** At most so many on the card, so that it stays small; the letter has them all. */
const mostShown = 15;

/** The news of the day on one card, and as one letter. */
export function digestSaid(items: readonly Item[], { language }: Addressee): Said {
  const title = titleOf(items.length)[language];
  const shown = items.slice(0, mostShown).map(({ text, about }) => ({
    text,
    about: about && { ...about },
  }));
  const hidden = items.length - shown.length;
  return {
    reply: {
      card: 'notices/digest',
      data: { title, items: shown, more: hidden > 0 ? moreText(hidden)[language] : '', roles: [] },
      summary: title,
      language,
    },
    letter: {
      subject: title,
      paragraphs: items.map(({ letter }) => [letter.subject, ...letter.paragraphs].join('\n')),
      links: items.flatMap(({ letter }) => letter.links ?? []),
    },
  };
}

const titleOf = (count: number): Text =>
  count === 1
    ? { de: 'Heute gibt es eine Neuigkeit', en: '1 update today' }
    : { de: `Heute gibt es ${count} Neuigkeiten`, en: `${count} updates today` };

const moreText = (count: number): Text =>
  count === 1
    ? { de: 'Eine weitere passt nicht auf diese Karte.', en: 'One more does not fit on this card.' }
    : {
        de: `${count} weitere passen nicht auf diese Karte.`,
        en: `${count} more do not fit on this card.`,
      };
