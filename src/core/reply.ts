import type { CaseRef } from './notice.ts';
import type { Language } from './text.ts';

/** One card to show: a template of `cards/` by name (`directory/answer`) and the data it binds. */
export type Reply = {
  readonly card: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** One plain line for the notification and for screen readers. */
  readonly summary: string;
  readonly language: Language;
  /** For actions: show the card in place of the pressed one instead of as a new message. */
  readonly inPlace?: boolean;
  /** The case that the card shows: the message is remembered and shows the new state whenever the case changes. */
  readonly about?: CaseRef | undefined;
  /** Why nothing came of what was pressed; the card says it, too. */
  readonly nothingDone?: string | undefined;
  /** What is said above it, whatever it is: what became of the files that came along. */
  readonly aside?: string | undefined;
  /** Everybody may read it; see `audience.ts`. Without it, it is for the personal chat of whoever asked. */
  readonly anywhere?: boolean;
};

/** The card takes the place of the pressed one. */
export const inPlace = (reply: Reply): Reply => ({ ...reply, inPlace: true });

/** A few words as a card, with nothing to decide. */
export const noteReply = (title: string, text: string, language: Language): Reply => ({
  card: 'shared/refusal',
  data: { title, text, way: undefined },
  summary: text,
  language,
});
