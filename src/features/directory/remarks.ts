import { dayIn } from '../../core/day.ts';
import type { RolePlace } from '../../core/ports/role-directory.ts';
import type { Language, Text } from '../../core/text.ts';
import { actingPerson, placeOn, type Seat } from './acting.ts';
import type { Showing } from './answer-view.ts';
import { sinceLine, type Term } from './changes/terms.ts';
import type { Directory, Role } from './model.ts';
import { placeLabel, unitLabel } from './places.ts';
import type { AnswerRef } from './views.ts';
import { beginningUnknown, noTermEntered } from './wording.ts';

/** Tells when nobody holds the role or nobody of them is there, and who acts instead. */
export function vacancyOf(
  role: Role,
  ref: AnswerRef,
  seats: readonly Seat[],
  { directory, language, day }: Showing,
): string | undefined {
  if (role.level === 'units' && !ref.unit && !ref.application) return whichUnit[language];
  if (seats.some((seat) => seat.as === 'holder' && !seat.absentUntil)) return undefined;
  const acting = actingPerson(directory, role.id, { unit: ref.unit, application: ref.application }, day);
  const vacant = !seats.some((seat) => seat.as === 'holder');
  if (vacant && !acting) return nobodyEntered[language];
  const where = ref.unit && role.level === 'units' ? ` (${unitLabel(directory, ref.unit, language)})` : '';
  const state = vacant ? vacantAt(where) : absent;
  const acts = acting ? actsInstead(acting.person.name) : nobodyActs;
  return `${state[language]} ${acts[language]}`;
}

const whichUnit: Text = {
  de: 'Jedes Amt hat hier eigene Ansprechpersonen. Nennen Sie mir das Amt, zum Beispiel „und für Amt 61?“.',
  en: 'Every office has its own contacts here. Name the office, for example “and for office 61?”.',
};
const nobodyEntered: Text = {
  de: 'Im Verzeichnis ist dafür noch niemand eingetragen.',
  en: 'The directory does not name anybody for this yet.',
};
const vacantAt = (where: string): Text => ({
  de: `Die Stelle${where} ist nicht besetzt.`,
  en: `The position${where} is vacant.`,
});
const absent: Text = { de: 'Derzeit abwesend.', en: 'Currently absent.' };
const actsInstead = (name: string): Text => ({
  de: `Es handelt i. V.: ${name}.`,
  en: `Acting on behalf: ${name}.`,
});
const nobodyActs: Text = {
  de: 'Im Verzeichnis ist niemand eingetragen, der handelt.',
  en: 'The directory names nobody who acts.',
};

/** What else is worth knowing about the answer, at most three lines. */
export function remarksOn(
  { role, deputy, unit, application, before, term, day: asked }: AnswerRef,
  seats: readonly Seat[],
  others: readonly AnswerRef[],
  { directory, language, unknownUnit, day, side, terms }: Showing,
  mostHolders: number,
): readonly string[] {
  const also = others.flatMap(
    (other) => directory.roles.find(({ id }) => id === other.role)?.name[language] ?? [],
  );
  const holders = seats.filter(({ as }) => as === 'holder');
  const remarks = [
    unknownUnit && notInDirectory(unknownUnit),
    becameOf(directory, { unit, application }, asked ?? day),
    // A day in the past, the one before and a term asked for have their own answer.
    terms && !before && !term && !asked && since(terms, role, seats, day),
    term && !holders.some((seat) => seat[term]) && holders.length > 0 && noTermEntered[term],
    !term && asked !== undefined && asked < day && holders.some((seat) => !seat.since) && beginningUnknown,
    side === 'room' && noRooms,
    deputy && !seats.some((seat) => seat.as === 'deputy') && noDeputy,
    also.length > 0 && alsoPossible([...new Set(also)].join(', ')),
    seats.length > mostHolders && inTotal(seats.length),
  ];
  return remarks.flatMap((remark) => (remark ? [remark[language]] : [])).slice(0, mostRemarks);
}

/** Since when whoever holds it alone does so, and who did before. */
function since(terms: readonly Term[], role: string, seats: readonly Seat[], day: string): Text | undefined {
  const [holder, ...others] = seats.filter(({ as }) => as === 'holder');
  if (!holder || others.length > 0) return undefined;
  const { person, unit, application } = holder;
  return sinceLine(terms, { role, unit, application, person: person.id }, day);
}

/** "Amt 61 gibt es seit dem 01.01.2027 nicht mehr; seitdem: Amt 63." */
function becameOf(directory: Directory, asked: RolePlace, day: string): Text | undefined {
  const now = placeOn(directory, asked, day);
  const label = (place: RolePlace, language: Language) => placeLabel(directory, place, language) ?? '';
  const old =
    (asked.unit !== undefined &&
      asked.unit !== now.unit &&
      directory.units.find(({ id }) => id === asked.unit)) ||
    (asked.application !== undefined &&
      asked.application !== now.application &&
      directory.applications.find(({ id }) => id === asked.application));
  if (!old) return undefined;
  const isUnit = old.id === asked.unit;
  const [was, is] = isUnit
    ? [{ unit: asked.unit }, { unit: now.unit }]
    : [{ application: asked.application }, { application: now.application }];
  if (old.from && day < old.from)
    return {
      de: `${label(was, 'de')} gibt es erst ab dem ${dayIn('de', old.from)}; bis dahin: ${label(is, 'de')}.`,
      en: `${label(was, 'en')} begins on ${dayIn('en', old.from)}; until then: ${label(is, 'en')}.`,
    };
  return {
    de: `${label(was, 'de')} gab es bis ${dayIn('de', old.to ?? day)}; danach: ${label(is, 'de')}.`,
    en: `${label(was, 'en')} ended on ${dayIn('en', old.to ?? day)}; since then: ${label(is, 'en')}.`,
  };
}

const mostRemarks = 3;
const notInDirectory = (unit: string): Text => ({
  de: `${unit} steht nicht im Verzeichnis.`,
  en: `${unit} is not in the directory.`,
});
const noRooms: Text = {
  de: 'Räume und Sprechzeiten stehen nicht im Verzeichnis; fragen Sie bitte kurz nach, bevor Sie hingehen.',
  en: 'Rooms and opening hours are not in the directory; please ask before you go there.',
};
const noDeputy: Text = {
  de: 'Eine Vertretung ist im Verzeichnis nicht eingetragen; das Rollenmodell nennt keine.',
  en: 'No deputy is entered in the directory; the role model names none.',
};
const alsoPossible = (names: string): Text => ({
  de: `Infrage kommt auch: ${names}.`,
  en: `Also possible: ${names}.`,
});
const inTotal = (count: number): Text => ({
  de: `Insgesamt sind ${count} Personen eingetragen.`,
  en: `${count} people are entered in total.`,
});
