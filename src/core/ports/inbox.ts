/** Something that a program wrote to the mailbox of Lotse. What people write is for people: it stays unread. */
export type Incoming =
  /** An answer that somebody gave in their calendar (`METHOD:REPLY`). */
  | {
      readonly kind: 'reply';
      /** Who sent it, and in whose name: addresses in small letters. */
      readonly from: string;
      readonly attendee: string;
      /** `CalendarEvent.id` and `sequence` of what was answered. */
      readonly event: string;
      readonly sequence: number;
      readonly answer: 'accepted' | 'declined' | 'tentative';
      /** What was written with it. */
      readonly comment?: string | undefined;
    }
  /** A mail could not be delivered for good. @property messageId `Mail.messageId` of that mail */
  | { readonly kind: 'bounce'; readonly messageId: string }
  /** Somebody is away and lets a program say so. @property messageId of the mail that it answers */
  | { readonly kind: 'away'; readonly messageId: string };

/**
 * Reads the mailbox that mails come from. Each message is given once, the oldest first; what was dealt with is marked as
 * read, everything else is left as it is.
 */
export type Inbox = {
  /** @param handle says whether it was dealt with, so that nobody need read it */
  read(handle: (message: Incoming) => Promise<boolean>): Promise<void>;
};
