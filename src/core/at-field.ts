import type { Language, Text } from './text.ts';

/* What is wrong with a form stands at the field that it concerns; what concerns no field stands above them all. */

/** Something that is wrong with what was entered, at its field. */
export type Wrong<F extends string> = { readonly field: F; readonly text: Text };

/** What a card shows at each field; every field is named, those that are fine have no text. */
export type ErrorsAt<F extends string> = Readonly<Record<F, string | undefined>>;

export const errorsAt = <F extends string>(
  fields: readonly F[],
  wrong: readonly Wrong<F>[],
  language: Language,
): ErrorsAt<F> =>
  Object.fromEntries(
    fields.map((name) => {
      const texts = wrong.filter(({ field }) => field === name).map(({ text }) => text[language]);
      return [name, texts.length > 0 ? `⚠ ${texts.join(' ')}` : undefined];
    }),
  ) as ErrorsAt<F>;

/** Above a form in which something is wrong at a field. */
export const pleaseCheck: Text = {
  de: 'Bitte prüfen Sie die Angaben mit dem Hinweis ⚠. Alles andere ist noch da.',
  en: 'Please check the fields marked ⚠. Everything else is still there.',
};
