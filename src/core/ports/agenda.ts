import type { CaseRef } from '../notice.ts';
import type { Readers } from '../readers.ts';

/** Something that is to be dealt with in a meeting of the Digitaler Beirat. */
export type AgendaOffer = {
  /** The case that it comes from: an idea. */
  readonly ref: CaseRef;
  readonly title: string;
  /** What it is about, in a few sentences. */
  readonly text: string;
  /** Who presents it: party id. */
  readonly rapporteur?: string | undefined;
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

/** What waits for a place on an agenda, the longest waiting first. */
export type AgendaOffers = () => Promise<readonly AgendaOffer[]>;

/** Where an offered case stands with the Beirat. */
export type AgendaPlace = {
  /** Id of the meeting, `B-2026-1`, and how it is shown, `B-2026/1`. */
  readonly meeting: string;
  readonly meetingLabel: string;
  /** Number of the item on the agenda, from 1. */
  readonly item: number;
  /** Day of the meeting in Koblenz, `2026-12-03`. */
  readonly day: string;
  /** A meeting that is still being planned counts from the moment it is invited to. */
  readonly state: 'invited' | 'held' | 'minuted';
  /** What was resolved on the item, if anything. */
  readonly resolution?: { readonly number: string; readonly wording: string } | undefined;
  /**
   * Who may read which meeting and item it is and what was resolved; all others only the day. An item that is not public
   * is confidential, wherever it came from.
   */
  readonly readers: Readers;
};

/** The newest place of each case; `undefined` when it is on no agenda, or its meeting was cancelled. */
export type AgendaPlaces = () => Promise<(ref: CaseRef) => AgendaPlace | undefined>;
