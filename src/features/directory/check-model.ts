import { type RoleId, roleIds } from '../../core/ports/role-directory.ts';
import { cycles, repeated } from './check-lists.ts';
import type { Relation, Role } from './model.ts';
import type { Finding, Located } from './problem.ts';
import { hint } from './suggest.ts';

type ModelRows = {
  readonly roles: readonly Located<Role>[];
  readonly relations: readonly Located<Relation>[];
  /** Ids of all roles in the file, those with a broken shape too. */
  readonly knownRoles: ReadonlySet<string>;
};

/** What must hold between the parts of the role model: all ten roles once, no circle, units that exist. */
export function checkModel({ roles, relations, knownRoles }: ModelRows, units: ReadonlySet<string>) {
  return [
    ...missingRoles(knownRoles),
    ...repeated(
      roles,
      ({ id }) => id,
      ['id'],
      (id) => ({
        de: `Die Rolle „${id}“ steht zweimal in der Datei. Löschen Sie eine von beiden.`,
        en: `The role "${id}" stands in the file twice. Delete one of the two.`,
      }),
    ),
    ...roles.flatMap(repeatedTasks),
    ...repeated(
      relations,
      ({ from, kind, to }) => `${from} ${kind} ${to}`,
      [],
      (relation) => ({
        de: `Die Beziehung „${relation}“ steht zweimal in der Datei. Löschen Sie eine von beiden.`,
        en: `The relation "${relation}" stands in the file twice. Delete one of the two.`,
      }),
    ),
    ...roles.flatMap((role) => unknownUnit(role, units)),
    ...cycles(roles, ({ id, above }) => [id, above], 'above'),
  ];
}

const missingRoles = (known: ReadonlySet<string>): readonly Finding[] =>
  roleIds
    .filter((id: RoleId) => !known.has(id))
    .map((id) => ({
      path: ['roles'],
      text: {
        de: `Die Rolle „${id}“ fehlt. Das Rollenmodell hat zehn Rollen; ergänzen Sie sie.`,
        en: `The role "${id}" is missing. The role model has ten roles; add it.`,
      },
    }));

const repeatedTasks = ({ value: role, path }: Located<Role>): readonly Finding[] =>
  repeated(
    role.tasks.map((value, index) => ({ value, path: [...path, 'tasks', index] })),
    ({ id }) => id,
    ['id'],
    (id) => ({
      de: `Die Aufgabe „${id}“ steht bei „${role.id}“ zweimal. Geben Sie einer eine andere Kennung.`,
      en: `The task "${id}" stands twice under "${role.id}". Give one of them another id.`,
    }),
  );

function unknownUnit({ value: role, path }: Located<Role>, units: ReadonlySet<string>): readonly Finding[] {
  if (role.unit === undefined || units.has(role.unit)) return [];
  // Without any unit the organisation is simply not filled in yet: the role model alone is still of use.
  if (units.size === 0) return [];
  const near = hint(role.unit, units);
  return [
    {
      path: [...path, 'unit'],
      text: {
        de: `Das Amt „${role.unit}“ der Rolle „${role.id}“ fehlt unter „units“ in organisation.yaml.${near.de}`,
        en: `The unit "${role.unit}" of the role "${role.id}" is missing from "units" in organisation.yaml.${near.en}`,
      },
    },
  ];
}
