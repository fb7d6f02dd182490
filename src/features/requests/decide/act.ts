import type { FieldValues, Funding } from '../request.ts';

/**
 * What somebody does with a request. `visit` is the opening of a step that the card was drawn for: an act on an
 * earlier one changes nothing and shows the present state. Without it (a typed command) the present one is meant.
 */
export type Act =
  | { readonly kind: 'approve'; readonly visit?: number; readonly note?: string; readonly funding?: Funding }
  | { readonly kind: 'reject'; readonly visit?: number; readonly note: string }
  | { readonly kind: 'ask'; readonly visit?: number; readonly note: string }
  | { readonly kind: 'opinion'; readonly visit?: number; readonly note: string }
  | { readonly kind: 'pass-on'; readonly visit?: number; readonly note: string; readonly to: string }
  | { readonly kind: 'take'; readonly visit?: number }
  | { readonly kind: 'finish'; readonly visit?: number; readonly note: string }
  /** By the requester, while the request is returned; `fields` when something was changed. */
  | {
      readonly kind: 'answer';
      readonly visit?: number;
      readonly note?: string;
      readonly fields?: FieldValues;
      readonly title?: string;
    }
  | { readonly kind: 'withdraw'; readonly note?: string }
  /** By 10.50, against the way: always with a reason. */
  | {
      readonly kind: 'override';
      readonly visit?: number;
      readonly note: string;
      readonly decision: 'approve' | 'reject';
    }
  | { readonly kind: 'assign'; readonly visit?: number; readonly note: string; readonly to: string };

export type ActKind = Act['kind'];
