import { type RoleId, roleIds } from '../../core/ports/role-directory.ts';
import { cycles, repeated } from './check-lists.ts';
import type { Relation, Role, Unit } from './model.ts';
import type { Finding, Located } from './problem.ts';
import { nearest } from './suggest.ts';

type ModelRows = {
  readonly roles: readonly Located<Role>[];
  readonly relations: readonly Located<Relation>[];
  /** Ids of all roles in the file, those with a broken shape too. */
  readonly knownRoles: ReadonlySet<string>;
};

/** What must hold between the parts of the role model: all ten roles once, no circle. */
export function checkModel({ roles, relations, knownRoles }: ModelRows) {
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

/**
 * The units that roles belong to by the role model. It is decided, so what is missing is put right among the units.
 * @param rows of the organisation; without any it is simply not filled in yet
 */
export function unitsOfRoles(
  roles: readonly Role[],
  rows: readonly Located<Unit>[],
  known: ReadonlySet<string>,
): readonly Finding[] {
  if (known.size === 0) return [];
  return roles.flatMap(({ id, unit }) => {
    if (unit === undefined || known.has(unit)) return [];
    const near = nearest(unit, known);
    const row = rows.find(({ value }) => value.id === near);
    return [
      {
        path: row ? [...row.path, 'id'] : ['units'],
        text: {
          de: `Das Amt „${unit}“ fehlt; im Rollenmodell gehört ihm die Rolle „${id}“.${near ? ` Ist diese Zeile („${near}“) gemeint, schreiben Sie als Kennung „${unit}“.` : ' Ergänzen Sie es bei den Ämtern.'}`,
          en: `The unit "${unit}" is missing; the role "${id}" belongs to it.${near ? ` If this row ("${near}") is meant, write "${unit}" as its id.` : ' Add it to the units.'}`,
        },
      },
    ];
  });
}
