import type { Language } from '../../core/text.ts';
import { applicationOf } from './lookup.ts';
import type { Directory } from './model.ts';

/** "Amt 61", "EB 17", "10.50": how people call a unit. */
export function unitLabel(directory: Directory, unit: string, language: Language): string {
  const kind = directory.units.find(({ id }) => id === unit)?.kind;
  if (kind === 'eigenbetrieb') return `EB ${unit}`;
  if (kind === 'department') return unit;
  return language === 'de' ? `Amt ${unit}` : `Office ${unit}`;
}

/** "Amt 61 · Einwohnerverfahren": where an assignment holds. */
export function placeLabel(
  directory: Directory,
  place: { readonly unit?: string | undefined; readonly application?: string | undefined },
  language: Language,
): string | undefined {
  const application = applicationOf(directory, place.application)?.name;
  const unit = place.unit && unitLabel(directory, place.unit, language);
  return [unit, application].filter(Boolean).join(' · ') || undefined;
}
