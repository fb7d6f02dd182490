import type { Language } from '../../../../core/text.ts';
import type { Meeting } from '../meeting.ts';
import type { Session } from './session.ts';

/** A meeting whose record was opened. */
export type Held = Meeting & { readonly session: Session };
export const isHeld = (meeting: Meeting): meeting is Held => meeting.session !== undefined;

/** Picks the words of a language. */
export type Say = (de: string, en: string) => string;
export const sayIn =
  (language: Language): Say =>
  (de, en) =>
    language === 'de' ? de : en;

/** What is not sent yet, or was changed since, is a draft. */
export const isDraft = ({ session }: Held): boolean => session.sentDraft !== session.draft;
