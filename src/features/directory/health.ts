import { dayIn, daysBefore } from '../../core/day.ts';
import type { RoleId } from '../../core/ports/role-directory.ts';
import type { Language, Text } from '../../core/text.ts';
import { type Seat, seatsOf } from './acting.ts';
import type { Directory, Role } from './model.ts';
import { placeLabel } from './places.ts';
import { isThere } from './validity.ts';

/** What a directory without a mistake may lack all the same, with the kind of lack that it is. */
export type Lack = {
  readonly kind: (typeof lackKinds)[number];
  readonly text: Text;
};

/** A term or an assignment that ends so soon needs a successor. */
const soonDays = 28;

/** Everything that a role needs on a day and does not have: somebody, a deputy, a way to reach them. The worst first. */
export function healthOf(
  directory: Directory,
  day: string,
  unconfirmed: readonly Unconfirmed[] = [],
): readonly Lack[] {
  const posts = postsOf(directory, day);
  const lacks = [
    ...rightsOfNobody(directory, day),
    ...posts.flatMap((post) => vacancies(directory, post)),
    ...unreachable(posts),
    ...ending(directory, day),
    ...unconfirmed.map((one) => unconfirmedLack(directory, one)),
  ];
  return lacks.toSorted((a, b) => lackKinds.indexOf(a.kind) - lackKinds.indexOf(b.kind));
}

/** A position that somebody should fill: a role, where it needs one with a unit or an application. */
type Post = {
  readonly role: Role;
  readonly unit?: string | undefined;
  readonly application?: string | undefined;
  readonly seats: readonly Seat[];
};

function postsOf(directory: Directory, day: string): readonly Post[] {
  const at = (role: Role, place: Pick<Post, 'unit' | 'application'>): Post => ({
    role,
    ...place,
    seats: seatsOf(directory, role.id, place, day),
  });
  return directory.roles
    .filter(({ status }) => status === 'established')
    .flatMap((role) => {
      if (role.id === 'it-beauftragte')
        return directory.units
          .filter((unit) => unit.kind !== 'department' && isThere(unit, day))
          .map(({ id }) => at(role, { unit: id }));
      if (role.id === 'fachadministratoren')
        return directory.applications
          .filter((application) => isThere(application, day))
          .map(({ id }) => at(role, { application: id }));
      return [at(role, {})];
    });
}

/** What only a role may do, nobody can do. Roles of single units and applications are vacant, that is enough. */
function rightsOfNobody(directory: Directory, day: string): readonly Lack[] {
  return directory.roles
    .filter(({ id, status }) => status === 'established' && !ofPlaces.has(id))
    .filter(({ id }) => !seatsOf(directory, id, {}, day).some(({ person }) => person.teamsId))
    .map(({ id, name }) => ({
      kind: 'no-rights',
      text: {
        de: `Die Rechte der Rolle „${name.de}“ hat in Teams niemand${onlyTheirs[id]?.de ?? ''}. Ordnen Sie jemanden mit Teams-Kennung zu.`,
        en: `Nobody has the rights of the role “${name.en}” in Teams${onlyTheirs[id]?.en ?? ''}. Assign somebody with a Teams id.`,
      },
    }));
}

const ofPlaces: ReadonlySet<RoleId> = new Set(['it-beauftragte', 'fachadministratoren']);

const onlyTheirs: Readonly<Partial<Record<RoleId, Text>>> = {
  'strategisches-it-management': {
    de: ': Budgets, Reihenfolge, Auswertungen und Lücken sieht niemand',
    en: ': nobody sees budgets, priorities, figures and open questions',
  },
};

function vacancies(directory: Directory, { role, unit, application, seats }: Post): readonly Lack[] {
  const where = (language: Language) => {
    const place = placeLabel(directory, { unit, application }, language);
    return `${role.shortName[language]}${place ? ` (${place})` : ''}`;
  };
  const ofUnit = seats.filter((seat) => !unit || seat.unit);
  if (!ofUnit.some(({ as }) => as === 'holder'))
    return [
      {
        kind: 'vacant',
        text: { de: `${where('de')}: niemand zugeordnet`, en: `${where('en')}: nobody assigned` },
      },
    ];
  // Who shares a role with others stands in for them.
  if (ofUnit.length > 1 || seats.some(({ as }) => as === 'deputy')) return [];
  return [
    {
      kind: 'without-deputy',
      text: { de: `${where('de')}: keine Vertretung`, en: `${where('en')}: no deputy` },
    },
  ];
}

function unreachable(posts: readonly Post[]): readonly Lack[] {
  const holders = new Map(posts.flatMap(({ seats }) => seats.map(({ person }) => [person.id, person])));
  return [...holders.values()].flatMap(({ id, name, teamsId, email, phone }): readonly Lack[] => {
    if (teamsId) return [];
    const who = `${name} (${id})`;
    return email
      ? [
          {
            kind: 'not-in-teams',
            text: {
              de: `${who}: ohne Teams-Kennung, nur per E-Mail erreichbar und ohne Rechte in Teams`,
              en: `${who}: without a Teams id, reached by mail only and without rights in Teams`,
            },
          },
        ]
      : [
          {
            kind: 'unreachable',
            text: {
              de: `${who}: weder Teams-Kennung noch E-Mail${phone ? ', nur Telefon' : ''}; Lotse erreicht sie nicht`,
              en: `${who}: neither Teams id nor mail${phone ? ', only a telephone' : ''}; Lotse cannot reach them`,
            },
          },
        ];
  });
}

/** Last days that are near, unless somebody comes after. */
function ending(directory: Directory, day: string): readonly Lack[] {
  const soon = daysBefore(day, -soonDays);
  return directory.assignments
    .filter(({ to, as }) => as === 'holder' && to !== undefined && day <= to && to <= soon)
    .filter((row) => !directory.assignments.some((next) => comesAfter(next, row)))
    .map((row) => {
      const name = directory.roles.find(({ id }) => id === row.role)?.shortName;
      const person = directory.persons.find(({ id }) => id === row.person)?.name ?? row.person;
      const where = (language: Language) => {
        const place = placeLabel(directory, row, language);
        return `${name?.[language] ?? row.role}${place ? ` (${place})` : ''}`;
      };
      const until = (language: Language) => dayIn(language, row.to ?? '');
      return {
        kind: 'ends',
        text: {
          de: `${where('de')}: ${person} nur bis ${until('de')}, danach niemand eingetragen`,
          en: `${where('en')}: ${person} until ${until('en')} only, nobody entered after that`,
        },
      };
    });
}

/** Somebody who was asked whether their entry is right and has not said yes. */
export type Unconfirmed = { readonly person: string; readonly asked: string };

function unconfirmedLack({ persons }: Directory, { person, asked }: Unconfirmed): Lack {
  const who = `${persons.find(({ id }) => id === person)?.name ?? person} (${person})`;
  return {
    kind: 'unconfirmed',
    text: {
      de: `${who}: gefragt am ${dayIn('de', asked)}, nicht bestätigt`,
      en: `${who}: asked on ${dayIn('en', asked)}, not confirmed`,
    },
  };
}

type Row = Directory['assignments'][number];

const comesAfter = (next: Row, row: Row): boolean =>
  next !== row &&
  next.as === 'holder' &&
  next.role === row.role &&
  next.unit === row.unit &&
  next.application === row.application &&
  (next.to ?? '9') > (row.to ?? '');

/** The worst first. */
export const lackKinds = [
  'no-rights',
  'vacant',
  'unreachable',
  'ends',
  'without-deputy',
  'unconfirmed',
  'not-in-teams',
] as const;

export const headings: Readonly<Record<Lack['kind'], Text>> = {
  'no-rights': { de: 'Rechte, die niemand hat', en: 'Rights that nobody has' },
  vacant: { de: 'Nicht besetzt', en: 'Vacant' },
  'without-deputy': { de: 'Ohne Vertretung', en: 'Without a deputy' },
  unreachable: { de: 'Nicht erreichbar', en: 'Unreachable' },
  'not-in-teams': { de: 'Nicht in Teams', en: 'Not in Teams' },
  ends: { de: 'Endet bald', en: 'Ends soon' },
  unconfirmed: { de: 'Nicht bestätigt', en: 'Not confirmed' },
};

/** By kind, the worst first, with at most so many of each. */
export function healthLines(lacks: readonly Lack[], language: Language, most: number): readonly string[] {
  return [...Map.groupBy(lacks, ({ kind }) => kind)].flatMap(([kind, some]) => [
    `${headings[kind][language]} (${some.length})`,
    ...some.slice(0, most).map(({ text }) => `  ${text[language]}`),
    ...(some.length > most
      ? [language === 'de' ? `  … und ${some.length - most} weitere` : `  … and ${some.length - most} more`]
      : []),
  ]);
}
