import type { Letter } from '../notice.ts';
import type { Language } from '../text.ts';
import type { Delivery } from './messenger.ts';

export type Mail = {
  readonly to: { readonly name: string; readonly address: string };
  readonly letter: Letter;
  readonly language: Language;
  /** Kept when the same mail is sent again, so that it shows once. */
  readonly messageId: string;
};

/** Sends e-mail. Never throws for what the server answers. */
export type Mailer = { send(mail: Mail): Promise<Delivery> };
