import type { CaseRef } from './notice.ts';
import type { Language } from './text.ts';

/** What a person gets to see: the finished card and one plain line for notifications and screen readers. */
export type Shown = {
  /** Adaptive card as JSON. */
  readonly card: object;
  readonly summary: string;
  /** For actions: the card takes the place of the pressed one. */
  readonly inPlace: boolean;
  /** A refusal or an apology: for the person who pressed, where the channel can; never replaces a message. */
  readonly notice: boolean;
  /** The case that the card shows. */
  readonly about?: CaseRef | undefined;
  /** Why nothing came of what was pressed; the card says it, too. */
  readonly nothingDone?: string | undefined;
  readonly language: Language;
};
