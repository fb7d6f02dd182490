import { applicationOf } from './lookup.ts';
import type { Directory } from './model.ts';
import type { NamedPlace } from './named-place.ts';
import type { AnswerRef } from './views.ts';

/** Whether every unit has a holder of its own. */
export const isOfUnits = (role: string, { roles }: Directory): boolean =>
  roles.some(({ id, level }) => id === role && level === 'units');

/** The role at the place that was named, else at that of the answer before, else where the asker works (`own`). */
export function placed(
  ref: AnswerRef,
  place: NamedPlace,
  own: string | undefined,
  directory: Directory,
): AnswerRef {
  const caresForOne = ref.role === 'fachadministratoren';
  const application = place.application ?? ref.application;
  if (place.unknownUnit) return { ...ref, unit: undefined };
  const nearest = caresForOne && application ? userOf(application, own, directory) : own;
  const unit = place.unit ?? (place.application ? userOf(place.application, own, directory) : ref.unit);
  return { ...ref, unit: unit ?? nearest, ...(caresForOne && application ? { application } : {}) };
}

/** Only roles that every unit has of its own depend on where the asker works. */
export const placedIfOfUnits = (
  ref: AnswerRef,
  place: NamedPlace,
  own: string | undefined,
  directory: Directory,
): AnswerRef => (isOfUnits(ref.role, directory) ? placed(ref, place, own, directory) : ref);

/** The unit that uses the application: the asker's own if it does, else the only one. */
function userOf(application: string, own: string | undefined, directory: Directory): string | undefined {
  const units = applicationOf(directory, application)?.units ?? [];
  if (own && units.includes(own)) return own;
  return units.length === 1 ? units[0] : undefined;
}
