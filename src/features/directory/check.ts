import { checkAssignments } from './check-assignments.ts';
import { cycles, repeated } from './check-lists.ts';
import { type KnownIds, unknownId, unknownPerson } from './check-references.ts';
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
  return [
    ...[units, persons, applications].flatMap(repeatedIds),
    ...units.flatMap((unit) => unknownId(unit, ['partOf'], unit.value.partOf, 'Das Amt', known.units)),
    ...cycles(units, ({ id, partOf }) => [id, partOf], 'partOf'),
    ...ambiguousNames(units),
    ...persons.flatMap((person) => unknownId(person, ['unit'], person.value.unit, 'Das Amt', known.units)),
    ...repeatedTeamsIds(persons),
    ...applications.flatMap((row) =>
      row.value.units.flatMap((unit, index) =>
        unknownId(row, ['units', index], unit, 'Das Amt', known.units),
      ),
    ),
    ...checkAssignments(assignments, { applications, persons, known }),
    ...absences.flatMap((row) => unknownPerson(row, row.value.person, known.persons, persons)),
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
