import type { Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';

/** Card `mentors/ask`. */
export type AskView = {
  readonly roles: readonly string[];
  readonly form: string;
  readonly mentor: string;
  readonly title: string;
  readonly name: string;
  readonly about: string;
  readonly remark?: string | undefined;
  readonly question: string;
  readonly contact: string;
};

export type Asking = {
  readonly form: string;
  readonly mentor: { readonly id: string; readonly name: string };
  readonly about: string;
  readonly question: string;
  readonly contact: string;
  readonly remark?: string | undefined;
};

/** Characters of a question and of a contact. */
export const longest = { question: 2000, contact: 200 } as const;

export function askReply({ mentor, ...asking }: Asking, language: Language): Reply {
  const title = wordsIn(language)('Um Rat fragen', 'Ask for advice');
  const view: AskView = { roles: [], ...asking, mentor: mentor.id, title, name: mentor.name };
  return { card: 'mentors/ask', data: view, summary: `${title}: ${mentor.name}`, language };
}
