import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { roleOf } from '../actors.ts';
import { finding, type TypeFinding } from './finding.ts';
import type { RequestType, Step } from './model.ts';

type Row = { readonly value: RequestType; readonly path: readonly PropertyKey[] };

/**
 * Steps that nobody could act at on this day. A warning: positions fall vacant and are filled again, and the request
 * goes to the role above meanwhile.
 * @param day `2026-11-24`
 */
export const checkSeats = (
  rows: readonly Row[],
  directory: RoleDirectory,
  day: string,
): readonly TypeFinding[] =>
  eachOnce(
    rows.flatMap(({ value, path }) =>
      value.route.flatMap((step, at) => checkSeat(step, [...path, 'route', at, 'role'], directory, day)),
    ),
  );

/** A role that nobody holds has steps in many types: said once, at the first of them, with how many there are. */
const eachOnce = (findings: readonly TypeFinding[]): readonly TypeFinding[] =>
  [...Map.groupBy(findings, ({ text }) => text.de).values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ?? [];
    const { de, en } = first.text;
    const steps = more.length + 1;
    return { ...first, text: { de: `${de} Das betrifft ${steps} Schritte.`, en: `${en} ${steps} steps.` } };
  });

function checkSeat(
  step: Step,
  path: readonly PropertyKey[],
  directory: RoleDirectory,
  day: string,
): readonly TypeFinding[] {
  const empty = placesOf(step, directory).filter(
    (place) => directory.seats(roleOf(step), place, day).length === 0,
  );
  if (empty.length === 0) return [];
  const name = directory.roleName(roleOf(step));
  const where = empty.map(({ application, unit }) => application ?? unit ?? '').join(', ');
  return [
    {
      ...finding(
        path,
        `Niemand hat zurzeit die Rolle „${name.de}“${where && ` (${where})`}. Tragen Sie jemanden ins Verzeichnis ein; bis dahin geht der Antrag an die Rolle darüber.`,
        `Nobody holds the role "${name.en}" at present${where && ` (${where})`}. Enter somebody in the directory; until then the request goes to the role above.`,
      ),
      severity: 'warning',
    },
  ];
}

/** Where the role of a step can be looked for. Not every unit has staff of its own, so single units are not named. */
function placesOf(step: Step, directory: RoleDirectory) {
  if (step.of === 'application')
    return directory.applications().map(({ id }) => ({ application: id, unit: undefined }));
  return step.of === 'administration' ? [{ application: undefined, unit: undefined }] : [];
}
