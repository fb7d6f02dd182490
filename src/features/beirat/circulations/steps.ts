import { appended, type HistoryEntry, type NewEntry } from '../../../core/history.ts';
import { type CaseRef, type Notice, outdated, owed } from '../../../core/notice.ts';
import type { Also, Change, New, Stored } from '../../../core/ports/store.ts';
import type { Context } from '../board/context.ts';

/** A poll or a circulation on its way through one decision, with what that decision owes. */
export type Steps<T extends Lasting> = { readonly doc: T; readonly notices: readonly Notice[] };
export type Lasting = Stored & { readonly history: HistoryEntry[]; readonly changedAt: string };

export const begun = <T extends Lasting>(doc: T): Steps<T> => ({ doc, notices: [] });

export const set = <T extends Lasting>(steps: Steps<T>, more: Partial<T>): Steps<T> => ({
  ...steps,
  doc: { ...steps.doc, ...more },
});

/** Writes what happened into the history. */
export const noted = <T extends Lasting>(
  steps: Steps<T>,
  entry: Omit<NewEntry, 'at'>,
  { now, digest }: Pick<Context, 'now' | 'digest'>,
): Steps<T> => {
  const { history, id } = steps.doc;
  return { ...steps, doc: { ...steps.doc, history: appended(history, id, { ...entry, at: now }, digest) } };
};

type Telling = {
  /** Name of the kind behind `beirat.`. */
  readonly name: string;
  /** What makes it the same notice: owed once to each. */
  readonly key: string | number;
  readonly urgency?: Notice['urgency'];
  readonly facts?: Notice['facts'];
};

/** Owes a notice to each of the parties. */
export const told = <T extends Lasting>(
  steps: Steps<T>,
  parties: readonly (string | undefined)[],
  { name, key, urgency = 'act', facts }: Telling,
  { now }: Pick<Context, 'now'>,
): Steps<T> => {
  const { id, history } = steps.doc;
  const recipients = [...new Set(parties)].filter((party) => party !== undefined);
  const notices = recipients.map((recipient) => ({
    id: `${id} ${name} ${key} ${recipient}`,
    recipient,
    kind: `beirat.${name}`,
    ref: id,
    facts: { entry: history.length, ...facts },
    urgency,
    createdAt: now,
  }));
  return { ...steps, notices: [...steps.notices, ...notices] };
};

/**
 * The decision as one write: the new state, its notices, and which cards are out of date.
 * @param dueAt when time has something to do with it next
 */
export function written<T extends Lasting>(
  { doc, notices }: Steps<T>,
  cards: readonly CaseRef[],
  dueAt: string | undefined,
  { now }: Pick<Context, 'now'>,
): Change<T> {
  const { dueAt: _, leaseUntil: _lease, ...rest } = doc;
  const also: Also[] = [...notices.map(owed), ...cards.map((card) => outdated(card, doc.version + 1, now))];
  return { doc: { ...rest, ...(dueAt ? { dueAt } : {}), changedAt: now } as unknown as New<T>, also };
}
