import type { Also } from './ports/store.ts';
import type { Reply } from './reply.ts';
import type { Language, Text } from './text.ts';

/**
 * Something that somebody must be told. A decision owes it in its own write (`also`), the outbox sends it later. It
 * names the case only: what is said is made when it is sent, from the state of that moment.
 */
export type Notice = {
  /** What makes it the same notice: the same effect is owed once. E.g. `IT-2026-0042 approve 2 itb-61`. */
  readonly id: string;
  /** Party id, see `core/party.ts`. */
  readonly recipient: string;
  /** Who says it: `requests.decide`. Begins with the id of the feature. */
  readonly kind: string;
  /** Id of the case, meeting or idea it is about. */
  readonly ref: string;
  /** What must be said as it was, even if the case moves on: a question, a reason. */
  readonly facts?: Readonly<Record<string, string | number | boolean>> | undefined;
  /** `act`: the recipient must do something, never held back. `news`: may wait for quiet hours or the daily digest. */
  readonly urgency: 'act' | 'news';
  /** ISO 8601 UTC. */
  readonly createdAt: string;
  /** Where the kind joins: those before it that were never told, the oldest first. It tells them with its own. */
  readonly earlier?: readonly Notice[] | undefined;
};

/** A notice as part of the write that owes it. */
export const owed = (notice: Notice): Also => ({
  collection: outboxCollection,
  doc: { ...notice, state: 'pending', attempts: 0, dueAt: notice.createdAt },
});

/** Where notices wait; the outbox of `features/notices` works on it. */
export const outboxCollection = 'outbox';

/** A case of any feature: `{ kind: 'request', id: 'IT-2026-0042' }`. */
export type CaseRef = { readonly kind: string; readonly id: string };

/** All cards that show a case are out of date from now on and must be updated. @param version of the case, once each */
export const outdated = ({ kind, id }: CaseRef, version: number, at: string): Also => ({
  collection: refreshCollection,
  doc: { id: `${kind} ${id} ${version}`, about: { kind, id }, at, dueAt: at, attempts: 0 },
});

/** Where cases wait whose cards must be updated. */
export const refreshCollection = 'refreshes';

export type LetterLink = { readonly title: string; readonly url: string };

/** An e-mail before it is addressed. */
export type Letter = {
  readonly subject: string;
  /** Paragraphs of plain text; the HTML part is made of them. */
  readonly paragraphs: readonly string[];
  /** Links below the text, each on a line of its own. */
  readonly links?: readonly LetterLink[] | undefined;
  /** One more, which is made only when the letter is sent: personal links are kept, and most of what is said needs none. */
  readonly lateLink?: (() => Promise<LetterLink | undefined>) | undefined;
  /** What it is about: letters about the same thing stand together in mail programs. `B-2026-1` */
  readonly thread?: string | undefined;
  /** An invitation, its change or its cancellation as iCalendar. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string } | undefined;
};

/** How a notice sounds: a card for Teams, a letter for those who are not reached there. */
export type Said = { readonly reply: Reply; readonly letter: Letter };

/** To whom it is said. */
export type Addressee = { readonly id: string; readonly name: string; readonly language: Language };

/** What a feature says by way of the outbox. */
export type NoticeKind = {
  /** Begins with the id of the feature. */
  readonly kind: string;
  /** Makes the words from the state of this moment; `undefined` when there is nothing left to say. */
  readonly say: (notice: Notice, to: Addressee, now: Date) => Promise<Said | undefined>;
  /**
   * Whether it is sent again when nobody knows if it arrived: yes where acting twice has one effect, no for reminders.
   * Of several that are not repeatable and wait for the same person and case, only the newest is sent.
   */
  readonly repeatable: boolean;
  /** Several that wait for the same person and case are told as one, by the newest: what happened, under what is now. */
  readonly joins?: true | undefined;
  /** What it is, for the administration's list of what could not be delivered: "Bitte um Entscheidung". */
  readonly title?: Text | undefined;
};

/** How the cards of a case are drawn again when it changed. */
export type CaseKind = {
  /** `request`, `meeting`, `idea`. */
  readonly kind: string;
  /** The card as this party may see it now; `undefined` when it may not see it or it is gone. */
  readonly show: (id: string, viewer: Addressee, now: Date) => Promise<Reply | undefined>;
};
