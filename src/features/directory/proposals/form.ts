import type { RoleId } from '../../../core/ports/role-directory.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Language } from '../../../core/text.ts';
import { wordsIn } from '../../../core/text.ts';
import { seatsOf } from '../acting.ts';
import type { DirectoryEdit } from '../changes/edit.ts';
import type { Directory } from '../model.ts';
import { PersonRow } from '../model.ts';
import { shared } from '../shared-roles.ts';
import { dayIn } from './acts/answer.ts';
import { dayUnreadable, mailUnreadable, personUnknown, phoneUnreadable, rightMissing } from './refusals.ts';

/*
 * What is not right, as a choice: where it is one of a few things Lotse can write it into the file, else it is words that
 * 10.50 enters.
 */

/** Where the entry stands that is not right. */
export type Ref = {
  readonly role: string;
  readonly unit?: string | undefined;
  readonly application?: string | undefined;
};

/** As they come from the form; not checked yet. */
export type Said = { readonly what: string; readonly right: string; readonly from: string };

export type Choice = { readonly title: string; readonly value: string };

/** What can be wrong with what stands there. @param asker stands first where they are one of them */
export function choicesFor(
  directory: Directory,
  ref: Ref,
  day: string,
  language: Language,
  asker?: string,
): readonly Choice[] {
  const t = wordsIn(language);
  const all = peopleAt(directory, ref, day);
  const people = [...all.filter(({ id }) => id === asker), ...all.filter(({ id }) => id !== asker)].slice(
    0,
    mostPeople,
  );
  return [
    ...(shared.has(ref.role)
      ? [{ value: 'join', title: t('Jemand kommt dazu', 'Somebody joins') }]
      : [{ value: 'holder', title: t('Jemand anderes ist zuständig', 'Somebody else is responsible') }]),
    { value: 'deputy', title: t('Eine Vertretung fehlt', 'A deputy is missing') },
    ...people.flatMap(({ id, name }) => [
      { value: `end ${id}`, title: t(`${name} macht das nicht mehr`, `${name} does it no longer`) },
      { value: `phone ${id}`, title: t(`Telefon von ${name}`, `Phone of ${name}`) },
      { value: `email ${id}`, title: t(`E-Mail von ${name}`, `Mail of ${name}`) },
    ]),
    { value: words, title: t('Etwas anderes, in Worten', 'Something else, in words') },
  ];
}

export const words = 'words';

/** A list on a card has an end. */
const mostPeople = 4;

/** Those who stand there. */
const peopleAt = (directory: Directory, { role, unit, application }: Ref, day: string) => [
  ...new Map(
    seatsOf(directory, role as RoleId, { unit, application }, day).map(({ person }) => [person.id, person]),
  ).values(),
];

/** What was chosen, as a proposal. @throws {Refusal} naming what is missing or cannot be read */
export function readSaid(
  directory: Directory,
  ref: Ref,
  { what, right, from }: Said,
  day: string,
  language: Language,
): { readonly right: string; readonly from?: string; readonly edit?: DirectoryEdit } {
  const value = right.trim();
  const first = from.trim() ? dayIn(from.trim()) : undefined;
  if (from.trim() && !first) throw dayUnreadable();
  const [kind = words, id = ''] = what.split(' ');
  // Whoever ends needs no further words: the choice says it all.
  const isEnd = kind === 'end' && directory.persons.some((person) => person.id === id);
  if (!value && !isEnd) throw rightMissing();
  const edit = editOf(directory, ref, kind, id, value, day);
  const said =
    value || (choicesFor(directory, ref, day, language).find((one) => one.value === what)?.title ?? '');
  return { right: said, ...(first ? { from: first } : {}), ...(edit ? { edit } : {}) };
}

function editOf(
  directory: Directory,
  { role, unit, application }: Ref,
  kind: string,
  id: string,
  value: string,
  day: string,
): DirectoryEdit | undefined {
  const place = {
    role: role as RoleId,
    ...(unit ? { unit } : {}),
    ...(application ? { application } : {}),
  };
  const isHere = peopleAt(directory, { role, unit, application }, day).some((person) => person.id === id);
  if (kind === 'holder' || kind === 'deputy' || kind === 'join')
    return { kind, ...place, person: personNamed(directory, value) };
  if (kind === 'end' && isHere) return { kind, ...placeOf(directory, place, id, day), person: id };
  if (kind === 'phone' && isHere)
    return { kind, person: id, value: checked('phone', value, phoneUnreadable) };
  if (kind === 'email' && isHere) return { kind, person: id, value: checked('email', value, mailUnreadable) };
  return undefined;
}

/** The row that names them: it may be that of the office above, or one for every office. */
function placeOf<P extends { readonly role: RoleId; readonly unit?: string; readonly application?: string }>(
  directory: Directory,
  place: P,
  person: string,
  day: string,
) {
  const { unit, application } = place;
  const seat = seatsOf(directory, place.role, { unit, application }, day).find(
    (one) => one.person.id === person,
  );
  return {
    role: place.role,
    ...(seat?.unit ? { unit: seat.unit } : {}),
    ...(seat?.application ? { application: seat.application } : {}),
  };
}

function personNamed(directory: Directory, said: string): string {
  const found = personCalled(directory, said);
  if (!found) throw personUnknown(said);
  return found.id;
}

/** The only person of this id or name; else the only one in whose name all of its words stand: "Frau Beispiel". */
export function personCalled({ persons }: Directory, said: string): Directory['persons'][number] | undefined {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  const [exact, ...others] = persons.filter(({ id, name }) =>
    [id, name].some((one) => plain(one) === plain(said)),
  );
  if (exact) return others.length === 0 ? exact : undefined;
  const words = plain(said)
    .replace(/^(?:frau|herrn?|mrs?|ms)\.? /, '')
    .split(' ');
  if (words.join('').length < 3) return undefined;
  const [only, ...more] = persons.filter(({ name }) =>
    words.every((word) => ` ${plain(name).replace(/[(),]/g, ' ')} `.includes(` ${word} `)),
  );
  return more.length === 0 ? only : undefined;
}

function checked(field: 'phone' | 'email', value: string, no: () => Refusal): string {
  const read = PersonRow.shape[field].safeParse(value);
  if (!read.success || read.data === undefined) throw no();
  return read.data;
}
