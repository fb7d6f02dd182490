import type { Helped } from '../mentoring.ts';

/** What somebody does with a mentoring. A state is never come back to, so a late act finds that out by itself. */
export type Act =
  | { readonly kind: 'accept'; readonly note?: string }
  | { readonly kind: 'decline'; readonly note?: string }
  | { readonly kind: 'withdraw'; readonly note?: string }
  | { readonly kind: 'close'; readonly note?: string }
  | {
      readonly kind: 'feedback';
      readonly helped?: Helped | undefined;
      readonly text: string;
      /** A new id, which tells nothing about the mentoring. */
      readonly feedbackId: string;
    };

export type ActKind = Act['kind'];
