import type { Language } from './text.ts';

/** Amounts are whole euro cents everywhere; only here they become something to read, or are read. */

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  de: new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
};

/** "1.250,00 €" or "€1,250.00". */
export const euros = (language: Language, cents: number): string => formats[language].format(cents / 100);

/**
 * Reads what people write for an amount: "1250", "1.250,50 €", "EUR 1,250.50". One separator alone with three digits
 * behind it ("1.250") separates thousands. `undefined` when it is no amount, negative, or has fractions of a cent.
 */
export function centsOf(text: string): number | undefined {
  const written = text.replace(/€|eur(o)?|\s|'/gi, '');
  const parts = /^([1-9]\d{0,2}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}|-+))?$/.exec(written);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const separators = new Set(whole.replace(/\d/g, ''));
  const decimal = written[whole.length];
  if (separators.size > 1 || (decimal !== undefined && separators.has(decimal))) return undefined;
  const cents = Number(whole.replace(/\D/g, '')) * 100 + Number(fraction.replace(/-/g, '').padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : undefined;
}
