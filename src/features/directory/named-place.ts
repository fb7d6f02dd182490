import type { Language } from '../../core/text.ts';
import type { Reading } from '../../language/read.ts';
import type { Directory } from './model.ts';

/** Where a question places itself: a unit, an application, or a unit number that the directory does not have. */
export type NamedPlace = {
  readonly unit?: string | undefined;
  readonly application?: string | undefined;
  /** "Amt 99" */
  readonly unknownUnit?: string | undefined;
};

/** "Amt 61", "EB 17", "office 10.50": a unit by its number. */
export const unitNumber = /\b(amt|eb|eigenbetrieb|office|enterprise)\s*(\d{1,3}(?:\.\d{1,2})?)(?![\d/])/i;

/** The first unit and the first application that a text names. */
export function namedPlace(
  text: string,
  { hits }: Reading,
  language: Language,
  { units }: Directory,
): NamedPlace {
  const named = (prefix: string): string | undefined =>
    hits.find(({ concept }) => concept.id.startsWith(prefix))?.concept.id.slice(prefix.length);
  const application = named('app:');
  const unit = named('unit:');
  if (unit) return { unit, application };
  const [, kind = '', number] = unitNumber.exec(text) ?? [];
  if (!number) return { application };
  const known = units.find(({ id }) => id === number)?.id;
  return known ? { unit: known, application } : { application, unknownUnit: called(kind, number, language) };
}

function called(kind: string, number: string, language: Language): string {
  if (/^e/i.test(kind)) return `EB ${number}`;
  return language === 'de' ? `Amt ${number}` : `Office ${number}`;
}
