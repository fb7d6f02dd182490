import type { Language } from '../../core/text.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Where a path of a template is looked up: the whole data, and the item of the innermost repetition. */
export type Scope = { readonly root: unknown; readonly item: unknown };

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
  /** The same for people who look for it in the file: `body[2].items[0].text`. */
  readonly at: string;
  readonly mode: Mode;
};

/** How closely is looked. The program is lenient; tests are not. */
export type Mode = {
  /**
   * Every name that the template asks for must be a key of the data, those of `$when` included; its value may be
   * `undefined`. Otherwise what depends on a misspelt name is just never shown.
   */
  readonly strict?: boolean | undefined;
  /** Hears how every `$when` was decided, and of every `$each` whether there was an item. */
  readonly onCondition?: ((condition: Condition) => void) | undefined;
};

export type Condition = {
  /** Where in the file it stands: `body[2].items[0]`. */
  readonly at: string;
  /** As it is written: `!note`; a repetition is `$each holders`. */
  readonly wanted: string;
  readonly holds: boolean;
};
