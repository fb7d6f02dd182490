/** The two languages Lotse speaks. German comes first everywhere. */
export type Language = 'de' | 'en';

/** A wording in both languages; cards, refusals and the directory carry these instead of plain strings. */
export type Text = { readonly de: string; readonly en: string };

/** A text that is the same in both languages (names, numbers). */
export const same = (text: string): Text => ({ de: text, en: text });

/** „…“ in German, “…” in English. */
export const quoted = (text: string, language: Language): string =>
  language === 'de' ? `„${text}“` : `“${text}”`;

/** A text of at most so many characters; a card has room for some kilobytes only. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

/** "Vertretung IT-Beauftragte Amt 61 (i. V. für IT-Beauftragte Amt 61)"; just the name where nobody was represented. */
export function nameWithMark(name: string, onBehalfOf: string | undefined, language: Language): string {
  if (!onBehalfOf) return name;
  return language === 'de' ? `${name} (i. V. für ${onBehalfOf})` : `${name} (acting for ${onBehalfOf})`;
}

/** Chooses between the two wordings: `const t = wordsIn(language); t('Ja', 'Yes')`. */
export const wordsIn =
  (language: Language) =>
  (de: string, en: string): string =>
    language === 'de' ? de : en;
