import { dayIn } from '../../core/day.ts';
import type { RoleId, RolePlace } from '../../core/ports/role-directory.ts';
import type { Language, Text } from '../../core/text.ts';
import type { Reading } from '../../language/read.ts';
import { type Seat, seatsOf } from './acting.ts';
import { personOf } from './lookup.ts';
import type { Directory, Role } from './model.ts';
import type { NamedPlace } from './named-place.ts';
import { placeLabel, unitLabel } from './places.ts';
import { isThere } from './validity.ts';

/** A list that somebody asks for. */
export type ListAsked =
  | { readonly of: 'holders'; readonly role: RoleId }
  | { readonly of: 'applications'; readonly unit?: string | undefined }
  /** What nobody holds, or has no deputy; of one role or of all. */
  | {
      readonly of: 'vacancies';
      readonly role?: RoleId | undefined;
      readonly missing?: 'holder' | 'deputy' | undefined;
    }
  /** Whose term ends, and when; of one role or of all, in one year or at any time. */
  | { readonly of: 'terms'; readonly role?: RoleId | undefined; readonly year?: string | undefined }
  | { readonly of: 'head'; readonly role: RoleId; readonly unit: string };

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

const wantsAll = word(
  'alle[rn]?|liste|auflistung|übersicht|uebersicht|sämtliche[rn]?|zeig\\p{L}*|all|list|every|overview',
);
const whichThereAre = word('welche|was für|which|what');
const applicationWord = word(
  'fachverfahren|fachanwendung(?:en)?|verfahren|anwendungen|fachprogramme|specialist applications?|applications?',
);
const vacant = word(
  'vakant\\p{L}*|unbesetzt\\p{L}*|nicht besetzt|offene stellen|unbesetzte rollen|ohne (?:stell)?vertret\\p{L}*|fehlt eine vertretung|keine vertretung|vakanz\\p{L}*|niemand(?:en)? eingetragen|nicht vergeben|freie rollen|offene (?:rollen|posten)|fehl(?:t|en) (?:noch )?(?:der |die |ein |eine )?(?:it-beauftragte\\p{L}*|vertretung\\p{L}*|stellvertret\\p{L}*|inhaber\\p{L}*)|(?:ohne|keinen?) (?:it-beauftragte\\p{L}*|inhaber\\p{L}*|stellvertret\\p{L}*)|vacant|vacancies|unfilled|without (?:a )?deputy|no deputy',
);
const rolesOrPosts = word(
  'rolle|rollen|rollenmodell|stelle|stellen|amt|ämter|posten|vakanzen|it-beauftragte\\p{L}*|role|roles|positions?|offices?|welche|which|wo|where',
);
const endsAt = word(
  'amtszeit\\p{L}*|amtsperiode\\p{L}*|bestellung(?:en)? (?:endet|enden|läuft|laufen)|befristet\\p{L}*|terms?(?: of office)? ends?|whose term',
);
const asksEnd = word(
  'wann|wessen|welche\\p{L}*|liste|bald|endet|enden|ablaufen|läuft|laufen|when|whose|which|ends?|soon',
);
const deputies = word('(?:stell)?vertret\\p{L}*|deput\\p{L}*');
const holdersMissing = word(
  'vakan\\p{L}*|unbesetzt\\p{L}*|besetzt|offen\\p{L}*|frei\\p{L}*|vergeben|niemand(?:en)?|inhaber\\p{L}*|it-beauftragte\\p{L}*|vacant|vacanc\\p{L}*|unfilled',
);
/** Applications that nobody looks after. */
const uncared = word(
  '(?:keine[nr]?|ohne|fehl(?:t|en)|no|without|lacks?) (?:\\p{L}+ )?(?:administrat\\p{L}*|fachadmin\\p{L}*|betreu\\p{L}*|verantwortliche\\p{L}*|zuständige\\p{L}*)|(?:niemand(?:em)?|keine[rm]) (?:betreut|zuständig)|(?:nicht|un)(?: von jemandem)? ?betreut\\p{L}*|nobody (?:looks after|cares for|administers)',
);
const otherTimes = word(
  'war|waren|hat|hatte|geleitet|wird|werden|ab|seit wann|bis wann|vorgänger\\p{L}*|nachfolger\\p{L}*|früher|was|were|will|led|since when|until when|predecessor|successor',
);
const leads = word(
  'leitet|leitung|werkleitung|leiter(?:in)?|chef(?:in)?|head|heads|runs|director|manager|führt',
);
const asksWho = word('wer|wie heißt|who');

/** The list that a text asks for; `undefined` when it asks something else. */
export function listAsked(
  text: string,
  { hits, tokens }: Reading,
  { unit, application }: NamedPlace,
  directory: Directory,
): ListAsked | undefined {
  if (tokens.length > 12) return undefined;
  const named = hits.find(({ concept }) => concept.id.startsWith('r:'))?.concept.id.slice('r:'.length);
  const role = directory.roles.find(({ id }) => id === named);
  if (uncared.test(text) && applicationWord.test(text))
    return { of: 'vacancies', role: 'fachadministratoren', missing: 'holder' };
  if (vacant.test(text) && rolesOrPosts.test(text) && !unit) return vacanciesAsked(text, role);
  if (endsAt.test(text) && asksEnd.test(text) && !unit)
    return { of: 'terms', ...(role ? { role: role.id } : {}), ...yearIn(text) };
  if (role?.level === 'units' && wantsAll.test(text) && !unit && !application)
    return { of: 'holders', role: role.id };
  if (
    applicationWord.test(text) &&
    !application &&
    (wantsAll.test(text) || (whichThereAre.test(text) && unit !== undefined)) &&
    !asksWho.test(text)
  )
    return { of: 'applications', unit };
  if (
    role?.unit &&
    leads.test(text) &&
    // Who led it, or will, only the assignments know.
    !otherTimes.test(text) &&
    asksWho.test(text) &&
    tokens.length <= 7 &&
    headOf(directory, role.unit)
  )
    return { of: 'head', role: role.id, unit: role.unit };
  return undefined;
}

/** "Welche Ämter haben keinen IT-Beauftragten?" asks for one role, "Wo fehlt eine Vertretung?" for one kind of gap. */
function vacanciesAsked(text: string, role: Role | undefined): ListAsked {
  const [ofDeputies, ofHolders] = [deputies.test(text), holdersMissing.test(text)];
  const missing = ofDeputies === ofHolders ? undefined : ofDeputies ? 'deputy' : 'holder';
  return { of: 'vacancies', ...(role ? { role: role.id } : {}), ...(missing ? { missing } : {}) };
}

const yearIn = (text: string): { readonly year?: string } => {
  const [year] = /(?<!\d)20\d{2}(?!\d)/.exec(text) ?? [];
  return year === undefined ? {} : { year };
};

/** Who leads a unit, where the directory knows it by their function. */
const headOf = (directory: Directory, unit: string) =>
  heads.flatMap(
    (head) => directory.persons.find((person) => person.unit === unit && head.test(person.name)) ?? [],
  )[0];

/** The whole before a part of it: the Werkleitung, not the Leitung of a department. */
const heads = [/^werkleitung(?!\p{L})/iu, /^amtsleitung(?!\p{L})/iu, /^leitung(?!\p{L})/iu];

/** Card `directory/list`. */
export type ListView = {
  readonly roles: readonly string[];
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly text: string }[];
  /** "und 12 weitere" */
  readonly more?: string | undefined;
  readonly empty?: string | undefined;
};

/** As many rows as a card has room for. */
const mostRows = 25;

/** The list, as a card shows it. @param day `2026-11-24` */
export function listView(asked: ListAsked, directory: Directory, language: Language, day: string): ListView {
  switch (asked.of) {
    case 'holders':
      return shown(
        titleOf(directory, asked.role)[language],
        holdersOf(directory, asked.role, day, language),
        language,
        [asked.role],
      );
    case 'applications':
      return shown(
        applicationsTitle(directory, asked.unit, language),
        applicationsOf(directory, asked.unit, day, language),
        language,
        ['fachadministratoren'],
      );
    case 'vacancies':
      return shown(
        vacanciesTitle(asked.missing)[language],
        vacanciesAskedFor(asked, directory, day, language).map(({ name, text }) => ({ name, text })),
        language,
        asked.role ? [asked.role] : [],
        noVacancy(asked.missing)[language],
      );
    case 'terms':
      return shown(
        termsTitle(asked.year)[language],
        termsOf(directory, asked, day, language),
        language,
        asked.role ? [asked.role] : [],
        noTerm(asked)[language],
      );
    case 'head': {
      const head = headOf(directory, asked.unit);
      const rows = head
        ? [{ name: head.name, text: [head.phone, head.email].filter(Boolean).join(' · ') }]
        : [];
      return shown(headTitle(unitLabel(directory, asked.unit, language))[language], rows, language, [
        asked.role,
      ]);
    }
    default:
      return asked satisfies never;
  }
}

function shown(
  title: string,
  rows: ListView['rows'],
  language: Language,
  roles: readonly string[],
  empty = nothingEntered[language],
): ListView {
  const rest = rows.length - mostRows;
  return {
    roles,
    title,
    rows: rows.slice(0, mostRows),
    more: rest > 0 ? (language === 'de' ? `und ${rest} weitere` : `and ${rest} more`) : undefined,
    empty: rows.length === 0 ? empty : undefined,
  };
}

const namesOf = (seats: readonly Seat[]): string =>
  [...new Set(seats.map(({ person }) => person.name))].join(', ');

/** Everybody who holds a role that every unit has of its own, unit by unit; departments are looked after by theirs. */
function holdersOf(directory: Directory, role: RoleId, day: string, language: Language): ListView['rows'] {
  if (role === 'fachadministratoren') return applicationsOf(directory, undefined, day, language);
  return directory.units
    .filter(({ partOf }) => !partOf)
    .map(({ id }) => ({
      name: unitLabel(directory, id, language),
      text: namesOf(holdersIn(directory, role, id, day)) || nobody[language],
    }));
}

const holdersIn = (directory: Directory, role: RoleId, unit: string, day: string): readonly Seat[] =>
  seatsOf(directory, role, { unit }, day).filter(({ as }) => as === 'holder');

function applicationsOf(
  directory: Directory,
  unit: string | undefined,
  day: string,
  language: Language,
): ListView['rows'] {
  return directory.applications
    .filter(({ units }) => unit === undefined || units.includes(unit))
    .map(({ id, name }) => {
      const seats = seatsOf(directory, 'fachadministratoren', { unit, application: id }, day);
      const holders = seats.filter(({ as, application }) => as === 'holder' && application === id);
      return { name, text: namesOf(holders) || nobody[language] };
    });
}

function vacanciesAskedFor(
  { role, missing }: Extract<ListAsked, { of: 'vacancies' }>,
  directory: Directory,
  day: string,
  language: Language,
): readonly Vacancy[] {
  const all = [...vacanciesOf(directory, day, language), ...uncaredFor(directory, day, language)];
  return all.filter(
    (one) => (!role || one.role === role) && (!missing || one.isVacant === (missing === 'holder')),
  );
}

/** Applications without an administrator. */
export const uncaredFor = (directory: Directory, day: string, language: Language): readonly Vacancy[] =>
  directory.applications
    .filter((application) => isThere(application, day))
    .filter(({ id }) =>
      seatsOf(directory, 'fachadministratoren', { application: id }, day).every(
        ({ as, application }) => as !== 'holder' || application !== id,
      ),
    )
    .map(({ id, name }) => ({
      name,
      application: id,
      text: withoutAdministrator[language],
      role: 'fachadministratoren',
      isVacant: true,
    }));

/** A role that nobody holds somewhere, or that has no deputy there. */
export type Vacancy = ListView['rows'][number] & {
  readonly role: RoleId;
  readonly isVacant: boolean;
} & RolePlace;

/** Roles that nobody holds, or that have no deputy, for the whole administration or in a unit. */
export function vacanciesOf(directory: Directory, day: string, language: Language): readonly Vacancy[] {
  return directory.roles.flatMap((role) => {
    if (role.id === 'fachadministratoren') return [];
    const places =
      role.level === 'units'
        ? directory.units.filter(({ partOf }) => !partOf).map(({ id }) => id)
        : [undefined];
    return places.flatMap((unit) => gapAt(directory, role, unit, day, language));
  });
}

function gapAt(
  directory: Directory,
  role: Role,
  unit: string | undefined,
  day: string,
  language: Language,
): readonly Vacancy[] {
  const seats = seatsOf(directory, role.id, { unit }, day);
  const has = (as: Seat['as']): boolean => seats.some((seat) => seat.as === as);
  if (has('holder') && (has('deputy') || role.level === 'advisory' || role.level === 'strategic')) return [];
  const place = placeLabel(directory, { unit }, language);
  const name = [role.name[language], place].filter(Boolean).join(' · ');
  const isVacant = !has('holder');
  const text = (isVacant ? vacantNow : withoutDeputy)[language];
  return [{ name, text, role: role.id, isVacant, ...(unit ? { unit } : {}) }];
}

/** Everybody who holds a role for a time, the next to end first. */
const termsOf = (
  directory: Directory,
  asked: Extract<ListAsked, { of: 'terms' }>,
  day: string,
  language: Language,
): ListView['rows'] =>
  directory.assignments
    .filter(({ as, from, to }) => as === 'holder' && to !== undefined && to >= day && (!from || from <= day))
    .filter(({ role }) => asked.role === undefined || role === asked.role)
    .filter(({ to }) => asked.year === undefined || to?.startsWith(asked.year))
    .toSorted((a, b) => (a.to ?? '').localeCompare(b.to ?? ''))
    .map(({ role, person, unit, application, to = '' }) => ({
      name: [titleOf(directory, role)[language], placeLabel(directory, { unit, application }, language)]
        .filter(Boolean)
        .join(' · '),
      text: `${personOf(directory, person)?.name ?? person}, ${language === 'de' ? 'bis' : 'until'} ${dayIn(language, to)}`,
    }));

const titleOf = (directory: Directory, role: RoleId): Text =>
  directory.roles.find(({ id }) => id === role)?.name ?? { de: role, en: role };
const applicationsTitle = (directory: Directory, unit: string | undefined, language: Language): string => {
  const where = unit === undefined ? '' : ` · ${unitLabel(directory, unit, language)}`;
  return `${language === 'de' ? 'Fachverfahren und wer sie betreut' : 'Specialist applications and who cares for them'}${where}`;
};
const headTitle = (unit: string): Text => ({ de: `Leitung ${unit}`, en: `Head of ${unit}` });
type Missing = 'holder' | 'deputy' | undefined;
const vacanciesTitle = (missing: Missing): Text => {
  if (missing === 'holder') return { de: 'Nicht besetzt', en: 'Vacant' };
  if (missing === 'deputy') return { de: 'Ohne Vertretung', en: 'Without a deputy' };
  return { de: 'Nicht besetzt oder ohne Vertretung', en: 'Vacant or without a deputy' };
};
const termsTitle = (year: string | undefined): Text => ({
  de: year ? `Wessen Amtszeit ${year} endet` : 'Wessen Amtszeit endet',
  en: year ? `Whose term ends in ${year}` : 'Whose term ends',
});
const noTerm = ({ role, year }: Extract<ListAsked, { of: 'terms' }>): Text => {
  if (year) return { de: `${year} endet keine eingetragene Amtszeit.`, en: `No term ends in ${year}.` };
  return role
    ? { de: 'Für diese Rolle ist kein Ende eingetragen.', en: 'No end is entered for this role.' }
    : {
        de: 'Im Verzeichnis ist niemand auf Zeit eingetragen.',
        en: 'The directory has nobody who holds a role for a time only.',
      };
};
const noVacancy = (missing: Missing): Text => {
  if (missing === 'holder')
    return { de: 'Dort ist überall jemand eingetragen.', en: 'Somebody is entered everywhere.' };
  if (missing === 'deputy')
    return { de: 'Überall ist eine Vertretung eingetragen.', en: 'A deputy is entered everywhere.' };
  return {
    de: 'Alle Rollen sind besetzt und haben eine Vertretung.',
    en: 'All roles are filled and have a deputy.',
  };
};
const nothingEntered: Text = {
  de: 'Im Verzeichnis steht dazu nichts.',
  en: 'The directory has nothing on this.',
};
const nobody: Text = { de: 'nicht besetzt', en: 'vacant' };
const vacantNow: Text = { de: 'nicht besetzt', en: 'vacant' };
const withoutAdministrator: Text = { de: 'ohne Fachadministration', en: 'no administrator' };
const withoutDeputy: Text = { de: 'ohne Vertretung', en: 'no deputy' };
