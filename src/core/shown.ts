import type { CaseRef } from './notice.ts';
import type { Reply } from './reply.ts';
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
  /** What it was drawn of, to be drawn at another place as well. */
  readonly reply?: Reply | undefined;
  /** What only the person who asked may see, where this is shown to everybody. */
  readonly privately?: Privately | undefined;
};

/** An answer for one person in a group: at that place where the channel can, else in their own chat. */
export type Privately = {
  readonly reply: Reply;
  /** The card for that place, where nothing of it can be pressed; absent where it would be of no use so. */
  readonly aside?: object | undefined;
  /** What everybody reads when it went to the own chat. */
  readonly elsewhere: { readonly card: object; readonly summary: string };
};
