import { type ErrorsAt, errorsAt, pleaseCheck, type Wrong } from '../../../core/at-field.ts';
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
  readonly errors: ErrorsAt<AskField>;
  readonly question: string;
  readonly contact: string;
};

/** Fields at which something can be wrong. */
const askFields = ['question', 'contact'] as const;
export type AskField = (typeof askFields)[number];

export type Asking = {
  readonly form: string;
  readonly mentor: { readonly id: string; readonly name: string };
  readonly about: string;
  readonly question: string;
  readonly contact: string;
  readonly wrong?: readonly Wrong<AskField>[] | undefined;
};

/** Characters of a question and of a contact. */
export const longest = { question: 2000, contact: 200 } as const;

export function askReply({ mentor, wrong = [], ...asking }: Asking, language: Language): Reply {
  const title = wordsIn(language)('Um Rat fragen', 'Ask for advice');
  const view: AskView = {
    roles: [],
    ...asking,
    remark: wrong.length > 0 ? pleaseCheck[language] : undefined,
    errors: errorsAt(askFields, wrong, language),
    mentor: mentor.id,
    title,
    name: mentor.name,
  };
  return { card: 'mentors/ask', data: view, summary: `${title}: ${mentor.name}`, language };
}
