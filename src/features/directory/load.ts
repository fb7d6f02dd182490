import type { z } from 'zod';
import { checkOrganisation, type OrganisationRows } from './check.ts';
import { checkAsks } from './check-asks.ts';
import { checkModel, unitsOfRoles } from './check-model.ts';
import {
  Absence,
  Application,
  Assignment,
  type Directory,
  PersonRow,
  Relation,
  Role,
  RoleModel,
  Unit,
} from './model.ts';
import { asInFile, type Naming } from './naming.ts';
import { type Located, locate, type Problem, type SourceFile } from './problem.ts';
import { readRows, readShape } from './shape.ts';
import { type TableName, tableNames } from './table-names.ts';
import { listIn, readTop } from './top.ts';

/** The role model and the organisation that fills it, as they were read. */
export type DirectorySources = { readonly model: SourceFile; readonly organisation: SourceFile };

export type Loaded =
  | { readonly ok: true; readonly directory: Directory; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks everything and names every problem at once; only a directory without errors comes out.
 * @param concepts what the vocabulary knows: the tasks of the role model are asked for in its terms
 */
export function parseDirectory(
  { model, organisation }: DirectorySources,
  concepts: ReadonlySet<string>,
): Loaded {
  const readModel = modelRows(model);
  const readOrganisation = organisationRows(organisation);
  const problems = [
    ...unreadable(model),
    ...unreadable(organisation),
    ...locate(model, [
      ...readModel.findings,
      ...(readModel.readable ? checkModel(readModel) : []),
      ...checkAsks(readModel.roles, readModel.knownRoles, concepts),
    ]),
    ...locate(organisation, [
      ...readOrganisation.findings,
      ...checkOrganisation(readOrganisation.rows, readOrganisation.known, readOrganisation.namingOf),
      ...unitsOfRoles(valuesOf(readModel.roles), readOrganisation.rows.units, readOrganisation.known.units),
    ]),
  ];
  const document = readModel.document[0]?.value;
  if (!document || problems.some(({ severity }) => severity === 'error')) return { ok: false, problems };
  const { units, persons, applications, assignments, absences } = readOrganisation.rows;
  const directory: Directory = {
    document,
    roles: valuesOf(readModel.roles),
    relations: valuesOf(readModel.relations),
    units: valuesOf(units),
    persons: valuesOf(persons),
    applications: valuesOf(applications),
    assignments: valuesOf(assignments),
    absences: valuesOf(absences),
  };
  return { ok: true, directory, warnings: problems };
}

const valuesOf = <T>(rows: readonly Located<T>[]): T[] => rows.map(({ value }) => value);

function modelRows(source: SourceFile) {
  const top = readTop(source, ['document', 'roles', 'relations']);
  const document = top.readable
    ? readShape(RoleModel.shape.document, top.value.document, ['document'])
    : { rows: [], findings: [] };
  const roles = listIn(top, 'roles');
  const relations = listIn(top, 'relations');
  const read = {
    roles: readRows(Role, roles, ['roles']),
    relations: readRows(Relation, relations, ['relations']),
  };
  return {
    document: document.rows,
    roles: read.roles.rows,
    relations: read.relations.rows,
    knownRoles: idsOf(roles),
    readable: top.readable,
    findings: [...top.findings, ...document.findings, ...read.roles.findings, ...read.relations.findings],
  };
}

function organisationRows(source: SourceFile) {
  const top = readTop(source, tableNames);
  const lists = Object.fromEntries(tableNames.map((name) => [name, listIn(top, name)])) as Tables;
  const namingOf = (table: TableName): Naming => source.naming?.(table) ?? asInFile;
  const rowsOf = <T>(schema: z.ZodType<T>, table: TableName) =>
    readRows(schema, lists[table], [table], namingOf(table));
  const units = rowsOf(Unit, 'units');
  const persons = rowsOf(PersonRow, 'persons');
  const applications = rowsOf(Application, 'applications');
  const assignments = rowsOf(Assignment, 'assignments');
  const absences = rowsOf(Absence, 'absences');
  const rows: OrganisationRows = {
    units: units.rows,
    persons: persons.rows,
    applications: applications.rows,
    assignments: assignments.rows,
    absences: absences.rows,
  };
  return {
    rows,
    namingOf,
    known: {
      units: idsOf(lists.units),
      persons: idsOf(lists.persons),
      applications: idsOf(lists.applications),
    },
    findings: [
      ...top.findings,
      ...[units, persons, applications, assignments, absences].flatMap(({ findings }) => findings),
    ],
  };
}

type Tables = Record<TableName, readonly unknown[]>;

/** Ids of all rows, the broken ones too: a broken person must not make every mention of it a second problem. */
function idsOf(rows: readonly unknown[]): ReadonlySet<string> {
  const ids = rows.map((row) => (row as { id?: unknown } | null)?.id);
  return new Set(ids.filter((id) => typeof id === 'string'));
}

/** What cannot be read as YAML at all. */
export const unreadable = (source: SourceFile): readonly Problem[] =>
  source.errors.map(({ line, reason }) => ({
    file: source.file,
    line,
    severity: 'error',
    text: {
      de: `Die Datei ist hier nicht lesbar. Prüfen Sie Einrückung, Klammern und Anführungszeichen. (${reason})`,
      en: `The file cannot be read here. Check indentation, brackets and quotes. (${reason})`,
    },
  }));
