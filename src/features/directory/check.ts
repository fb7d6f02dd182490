import { daysBefore } from '../../core/day.ts';
import { checkAssignments, meet } from './check-assignments.ts';
import { cycles, repeated } from './check-lists.ts';
import { type KnownIds, type Reference, unknownReferences } from './check-references.ts';
import type { Absence, Application, Assignment, Organisation, Unit } from './model.ts';
import { asInFile, type Naming } from './naming.ts';
import type { Finding, Located, Path } from './problem.ts';
import type { TableName } from './table-names.ts';

type Person = Organisation['persons'][number];

export type OrganisationRows = {
  readonly units: readonly Located<Unit>[];
  readonly persons: readonly Located<Person>[];
  readonly applications: readonly Located<Application>[];
  readonly assignments: readonly Located<Assignment>[];
  readonly absences: readonly Located<Absence>[];
};

/** What must hold between the rows of the organisation: ids once, references that lead somewhere, no circle. */
export function checkOrganisation(
  rows: OrganisationRows,
  known: KnownIds,
  namingOf: (table: TableName) => Naming = () => asInFile,
): readonly Finding[] {
  const { units, persons, applications, assignments, absences } = rows;
  const named = (table: readonly Located<{ readonly person: string }>[]) =>
    table.map(({ value, path }) => ({ path: [...path, 'person'], id: value.person }));
  return [
    ...[units, persons, applications].flatMap(repeatedIds),
    ...unknownReferences('unit', unitReferences(rows), known.units),
    ...unknownReferences('person', [...named(assignments), ...named(absences)], known.persons),
    ...unknownReferences('application', applicationReferences(rows), known.applications),
    ...cycles(units, ({ id, partOf }) => [id, partOf], 'partOf', namingOf('units').field('partOf')),
    ...(['units', 'applications'] as const).flatMap((table) => [
      ...succession(rows[table], namingOf(table)),
      ...cycles<Unit | Application>(
        rows[table],
        ({ id, successor }) => [id, successor],
        'successor',
        namingOf(table).field('successor'),
      ),
    ]),
    ...ambiguousNames(units),
    ...repeatedTeamsIds(persons),
    ...checkAssignments(assignments, applications, namingOf('assignments')),
    ...repeated(
      absences,
      ({ person, from }) => `${person} ab ${from}`,
      [],
      (key) => ({
        de: `Die Abwesenheit „${key}“ steht zweimal in der Datei. Löschen Sie eine von beiden.`,
        en: `The absence "${key}" stands in the file twice. Delete one of the two.`,
      }),
    ),
  ];
}

const unitReferences = ({
  units,
  persons,
  applications,
  assignments,
}: OrganisationRows): readonly Reference[] => [
  ...units.map(({ value, path }) => ({ path: [...path, 'partOf'], id: value.partOf })),
  ...units.map(({ value, path }) => ({ path: [...path, 'successor'], id: value.successor })),
  ...persons.map(({ value, path }) => ({ path: [...path, 'unit'], id: value.unit })),
  ...applications.flatMap(({ value, path }) =>
    value.units.map((id, index) => ({ path: [...path, 'units', index], id })),
  ),
  ...assignments.map(({ value, path }) => ({ path: [...path, 'unit'], id: value.unit })),
];

const applicationReferences = ({ applications, assignments }: OrganisationRows): readonly Reference[] => [
  ...applications.map(({ value, path }) => ({ path: [...path, 'successor'], id: value.successor })),
  ...assignments.map(({ value, path }) => ({ path: [...path, 'application'], id: value.application })),
];

/** What comes after something needs to know when: it begins where the other ends. */
function succession(rows: readonly Located<Unit | Application>[], { field }: Naming): readonly Finding[] {
  const byId = new Map(rows.map(({ value }) => [value.id, value]));
  return rows.flatMap(({ value: { to, successor }, path }): readonly Finding[] => {
    if (successor === undefined) return [];
    const next = byId.get(successor);
    if (to === undefined)
      return [
        {
          path: [...path, 'successor'],
          text: {
            de: `Eine Nachfolge braucht einen letzten Tag. Ergänzen Sie „${field('to')}“ oder löschen Sie „${field('successor')}“.`,
            en: `A successor needs a last day. Add "${field('to')}" or delete "${field('successor')}".`,
          },
        },
      ];
    if (!next?.from || next.from <= nextDay(to)) return [];
    return [
      {
        path: [...path, 'to'],
        severity: 'warning',
        text: {
          de: `Zwischen „${field('to')}“ hier und „${field('from')}“ von „${successor}“ liegen Tage, an denen es keines von beiden gibt.`,
          en: `Between "${field('to')}" here and "${field('from')}" of "${successor}" there are days without either.`,
        },
      },
    ];
  });
}

const nextDay = (day: string): string => daysBefore(day, -1);

const repeatedIds = (rows: readonly Located<{ readonly id: string }>[]): readonly Finding[] =>
  repeated(
    rows,
    ({ id }) => id,
    ['id'],
    (id) => ({
      de: `Die Kennung „${id}“ ist schon vergeben. Geben Sie einer der beiden Zeilen eine andere.`,
      en: `The id "${id}" is taken already. Give one of the two rows another one.`,
    }),
  );

const repeatedTeamsIds = (persons: readonly Located<Person>[]): readonly Finding[] =>
  repeated(
    persons,
    ({ teamsId }) => teamsId?.toLowerCase(),
    ['teamsId'],
    () => ({
      de: 'Diese Teams-Kennung hat schon eine andere Person. Jede Anmeldung gehört zu genau einer Person.',
      en: 'Another person has this Teams id already. Every sign-in belongs to exactly one person.',
    }),
  );

/** Names and aliases that mean two units at the same time: "Bauamt" must lead to one of them. */
function ambiguousNames(units: readonly Located<Unit>[]): readonly Finding[] {
  const owners = new Map<string, Unit[]>();
  const findings: Finding[] = [];
  for (const { word, path, unit } of units.flatMap(namesOf)) {
    const key = word.toLowerCase();
    const known = owners.get(key) ?? [];
    const owner = known.find((other) => other !== unit && meet(other, unit));
    owners.set(key, [...known, unit]);
    if (owner) {
      findings.push({
        path,
        text: {
          de: `„${word}“ bezeichnet schon das Amt „${owner.id}“. Ein Name darf nur zu einem Amt gehören.`,
          en: `"${word}" already names the unit "${owner.id}". A name may belong to one unit only.`,
        },
      });
    }
  }
  return findings;
}

const namesOf = ({ value: unit, path }: Located<Unit>) => [
  { word: unit.id, path: [...path, 'id'] as Path, unit },
  { word: unit.name.de, path: [...path, 'name', 'de'] as Path, unit },
  ...unit.aliases.map((word, index) => ({ word, path: [...path, 'aliases', index] as Path, unit })),
];
