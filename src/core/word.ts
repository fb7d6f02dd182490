import { lately } from './lately.ts';

/** People use the same words again and again. So many are remembered. */
const mostWords = 20_000;

/** What is long is no word, and not met again. */
const longestWord = 60;

/**
 * Folds a word so that spellings of the same word meet: lower case, umlauts and their transcriptions
 * (ä = ae = a), ß = ss, no accents. "Arbeitsplätze", "Arbeitsplaetze" and "arbeitsplatze" become one.
 */
export const fold = lately(
  (word) =>
    word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/[’`´']/g, '')
      .replace(/ae/g, 'a')
      .replace(/oe/g, 'o')
      .replace(/(?<![aeq])ue/g, 'u'),
  mostWords,
  longestWord,
);

const endings = ['innen', 'ing', 'em', 'en', 'es', 'ed', 'rn', 'ln', 'e', 's'];
const shortestStem = 4;

/**
 * Removes German and English inflection from a folded word. Derivation stays: "drucker" and "druck",
 * "rechner" and "rechnung" remain different words.
 */
export const stem = lately(
  (word) => {
    if (/\d/.test(word)) return word;
    if (word.endsWith('ss')) return word;
    if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
    const ending = endings.find((e) => word.endsWith(e) && word.length - e.length >= shortestStem);
    if (!ending) return word;
    // "Rechnern", "Mitteln": only the n is inflection.
    return word.slice(0, -(ending === 'rn' || ending === 'ln' ? 1 : ending.length));
  },
  mostWords,
  longestWord,
);
