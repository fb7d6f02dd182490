import type { Vote } from './circulation.ts';

/** The text of a circulation, as written. */
export type CirculationText = {
  readonly title: string;
  readonly wording: string;
  readonly reasons?: string | undefined;
  readonly days: number;
};

/** `draft` is what a card was drawn for: an act on an earlier one changes nothing. */
export type CirculationAct =
  | { readonly kind: 'edit'; readonly draft?: number | undefined; readonly text: CirculationText }
  | { readonly kind: 'submit'; readonly draft?: number | undefined }
  | { readonly kind: 'recall'; readonly draft?: number | undefined }
  /** By the chair: the voting begins. */
  | { readonly kind: 'approve'; readonly draft?: number | undefined }
  | { readonly kind: 'wish'; readonly draft?: number | undefined; readonly note: string }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'vote'; readonly vote: Vote; readonly via: 'teams' | 'mail' }
  /** To the procedure: the matter must be dealt with in a meeting. */
  | { readonly kind: 'object'; readonly text: string };
