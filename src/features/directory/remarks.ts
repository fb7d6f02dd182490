import type { Text } from '../../core/text.ts';
import { actingPerson, type Seat } from './acting.ts';
import type { Showing } from './answer-view.ts';
import type { Role } from './model.ts';
import { unitLabel } from './places.ts';
import type { AnswerRef } from './views.ts';

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
  { deputy }: AnswerRef,
  seats: readonly Seat[],
  others: readonly AnswerRef[],
  { directory, language, unknownUnit }: Showing,
  mostHolders: number,
): readonly string[] {
  const also = others.flatMap(
    (other) => directory.roles.find(({ id }) => id === other.role)?.name[language] ?? [],
  );
  const remarks = [
    unknownUnit && notInDirectory(unknownUnit),
    deputy && !seats.some((seat) => seat.as === 'deputy') && noDeputy,
    also.length > 0 && alsoPossible([...new Set(also)].join(', ')),
    seats.length > mostHolders && inTotal(seats.length),
  ];
  return remarks.flatMap((remark) => (remark ? [remark[language]] : [])).slice(0, mostRemarks);
}

const mostRemarks = 3;
const notInDirectory = (unit: string): Text => ({
  de: `${unit} steht nicht im Verzeichnis.`,
  en: `${unit} is not in the directory.`,
});
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
