import type { Language } from '../text.ts';

/** A meeting as it stands in one person's calendar. */
export type CalendarEvent = {
  /** The first one invites, one with a higher sequence changes, `CANCEL` takes the meeting out of the calendar. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** Never changes for this meeting and person: `B-2026-1 mitglied-3`. */
  readonly id: string;
  /** 0, and one more at each real change (time, place, cancellation). */
  readonly sequence: number;
  /** ISO 8601 UTC; shown in Koblenz time. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly description: string;
  readonly location?: string | undefined;
  /** Where one takes part online: `https:`. */
  readonly onlineUrl?: string | undefined;
  /** The recipient; the file names nobody else but the organiser. */
  readonly attendee: { readonly name: string; readonly address: string };
  /** Whether an answer given in the calendar arrives. */
  readonly asksReply?: boolean | undefined;
  readonly language: Language;
  /** When this state was decided, ISO 8601 UTC. */
  readonly stampedAt: string;
};

/** Makes the iCalendar file (RFC 5545, RFC 5546) for `Letter.calendar`. The organiser is the mailbox of Lotse. */
export type CalendarFile = (event: CalendarEvent) => string;
