import type { Language } from '../../core/text.ts';
import type { Scope } from './scope.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A compiled piece of a template: always the same value, or what fills it from the data. */
export type Piece = { readonly fixed: unknown } | { readonly fill: (scope: Scope) => unknown };

/** Where in a template a piece stands. */
export type Place = {
  readonly language: Language;
  /** The nearest element with a `type`; facts and choices belong to their element. */
  readonly owner: Json;
  /** The property that holds the piece. */
  readonly key: string;
  /** Inside an action's `data`: travels back to Lotse unseen and unchanged. */
  readonly hidden: boolean;
};
