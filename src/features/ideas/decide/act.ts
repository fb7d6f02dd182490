import type { FollowUp, Marks, Outcome, Place } from '../idea.ts';

/**
 * What somebody does with an idea. `visit` is the state that the card was drawn for: an act on an earlier one changes
 * nothing and shows the present state. Without it (a typed command) the present one is meant.
 */
export type Act = { readonly visit?: number } & (
  | { readonly kind: 'support'; readonly on: boolean }
  /** By the submitter. */
  | { readonly kind: 'answer'; readonly note: string }
  | { readonly kind: 'withdraw'; readonly note?: string }
  /** By those who review. */
  | { readonly kind: 'review' }
  | { readonly kind: 'ask'; readonly note: string }
  | { readonly kind: 'decline'; readonly note: string }
  | { readonly kind: 'offer' }
  | { readonly kind: 'recall' }
  | { readonly kind: 'finish'; readonly note: string }
  /** By those who review without the Beirat, or by the office of the Beirat after its meeting. */
  | { readonly kind: 'evaluate'; readonly outcome: Outcome; readonly way: string }
  /** By a voting member of the Beirat. */
  | { readonly kind: 'score'; readonly marks: Marks; readonly comment?: string }
);

export type ActKind = Act['kind'];
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;

/** What the rest of the program tells about an idea. */
export type Outside = {
  /** Where it stands with the Beirat; `undefined` when it is on no agenda. */
  readonly place: Place | undefined;
  /** The newest request that came from it, if there is one. */
  readonly request: FollowUp | undefined;
};
