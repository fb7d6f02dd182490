import { checkAssignments } from './check-assignments.ts';
import { cycles, repeated } from './check-lists.ts';
import { type KnownIds, type Reference, unknownReferences } from './check-references.ts';
import type { Absence, Application, Assignment, Organisation, Unit } from './model.ts';
import type { Finding, Located, Path } from './problem.ts';

type Person = Organisation['persons'][number];

export type OrganisationRows = {
  readonly units: readonly Located<Unit>[];
  readonly persons: readonly Located<Person>[];
  readonly applications: readonly Located<Application>[];
  readonly assignments: readonly Located<Assignment>[];
  readonly absences: readonly Located<Absence>[];
};

/** What must hold between the rows of the organisation: ids once, references that lead somewhere, no circle. */
export function checkOrganisation(rows: OrganisationRows, known: KnownIds): readonly Finding[] {
  const { units, persons, applications, assignments, absences } = rows;
  const named = (table: readonly Located<{ readonly person: string }>[]) =>
    table.map(({ value, path }) => ({ path: [...path, 'person'], id: value.person }));
  return [
    ...[units, persons, applications].flatMap(repeatedIds),
    ...unknownReferences('unit', unitReferences(rows), known.units),
    ...unknownReferences('person', [...named(assignments), ...named(absences)], known.persons),
    ...unknownReferences('application', applicationReferences(assignments), known.applications),
    ...cycles(units, ({ id, partOf }) => [id, partOf], 'partOf'),
    ...ambiguousNames(units),
    ...repeatedTeamsIds(persons),
    ...checkAssignments(assignments, applications),
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
  ...persons.map(({ value, path }) => ({ path: [...path, 'unit'], id: value.unit })),
  ...applications.flatMap(({ value, path }) =>
    value.units.map((id, index) => ({ path: [...path, 'units', index], id })),
  ),
  ...assignments.map(({ value, path }) => ({ path: [...path, 'unit'], id: value.unit })),
];

const applicationReferences = (assignments: OrganisationRows['assignments']): readonly Reference[] =>
  assignments.map(({ value, path }) => ({ path: [...path, 'application'], id: value.application }));

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

/** Names and aliases that mean two units: "Bauamt" must lead to one of them. */
function ambiguousNames(units: readonly Located<Unit>[]): readonly Finding[] {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { word, path, unit } of units.flatMap(namesOf)) {
    const key = word.toLowerCase();
    const owner = owners.get(key) ?? unit;
    owners.set(key, owner);
    if (owner !== unit) {
      findings.push({
        path,
        text: {
          de: `„${word}“ bezeichnet schon das Amt „${owner}“. Ein Name darf nur zu einem Amt gehören.`,
          en: `"${word}" already names the unit "${owner}". A name may belong to one unit only.`,
        },
      });
    }
  }
  return findings;
}

const namesOf = ({ value: unit, path }: Located<Unit>) => [
  { word: unit.id, path: [...path, 'id'] as Path, unit: unit.id },
  { word: unit.name.de, path: [...path, 'name', 'de'] as Path, unit: unit.id },
  ...unit.aliases.map((word, index) => ({ word, path: [...path, 'aliases', index] as Path, unit: unit.id })),
];
