import { checkReport } from './check-reports.ts';
import { checkStep } from './check-steps.ts';
import { finding, type KnownRole, type TypeFinding } from './finding.ts';
import type { Field, RequestType } from './model.ts';

type Row = { readonly value: RequestType; readonly path: readonly PropertyKey[] };

/** Everything that is wrong with request types that have the right shape, each at its place. */
export function checkTypes(rows: readonly Row[], roles: readonly KnownRole[]): readonly TypeFinding[] {
  return [
    ...twice(rows.map(({ value, path }) => ({ id: value.id, path: [...path, 'id'] }))),
    ...rows.flatMap(({ value, path }) => checkType(value, path, roles)),
    ...missingTypes(rows, roles),
  ];
}

function checkType(
  type: RequestType,
  path: readonly PropertyKey[],
  roles: readonly KnownRole[],
): readonly TypeFinding[] {
  return [
    ...twice(type.fields.map(({ id }, at) => ({ id, path: [...path, 'fields', at, 'id'] }))),
    ...twice(type.route.map(({ id }, at) => ({ id, path: [...path, 'route', at, 'id'] }))),
    ...subjectOf(type, path),
    ...partsOf(type, path),
    ...type.fields.flatMap((field, at) => [
      ...checkField(field, [...path, 'fields', at]),
      ...checkCorrecting(field, [...path, 'fields', at], roles),
    ]),
    ...type.route.flatMap((step, at) => checkStep(step, type, [...path, 'route', at], roles)),
    ...lastStep(type, path),
    ...checkReport(type, path),
  ];
}

function twice(rows: readonly { readonly id: string; readonly path: readonly PropertyKey[] }[]) {
  return rows
    .filter(({ id }, at) => rows.findIndex((other) => other.id === id) < at)
    .map(({ id, path }) =>
      finding(
        path,
        `„${id}“ gibt es hier schon. Geben Sie eine andere Kennung.`,
        `"${id}" exists here already. Choose another id.`,
      ),
    );
}

function subjectOf({ fields }: RequestType, path: readonly PropertyKey[]): readonly TypeFinding[] {
  const subject = fields.find(({ id }) => id === 'subject');
  if (subject?.kind === 'text' && subject.required) return [];
  return [
    finding(
      [...path, 'fields'],
      'Es fehlt das Feld „subject“ (kind: text, required: true): Es gibt dem Antrag seinen Titel.',
      'The field "subject" (kind: text, required: true) is missing: it gives the request its title.',
    ),
  ];
}

/** A long form is read in parts. */
function partsOf({ fields }: RequestType, path: readonly PropertyKey[]): readonly TypeFinding[] {
  const starts = fields.flatMap(({ section }, at) => (section ? [at] : []));
  const parts = [0, ...starts, fields.length];
  if (parts.every((start, at) => start - (parts[at - 1] ?? 0) <= mostTogether)) return [];
  return [
    finding(
      [...path, 'fields'],
      `Mehr als ${mostTogether} Felder hintereinander füllt am Telefon niemand aus. Teilen Sie das Formular mit „section“ in Abschnitte.`,
      `Nobody fills in more than ${mostTogether} fields in a row on a phone. Divide the form into parts with "section".`,
    ),
  ];
}

const mostTogether = 12;

function checkField(field: Field, path: readonly PropertyKey[]): readonly TypeFinding[] {
  const isChoice = field.kind === 'choice';
  if (isChoice && (field.choices?.length ?? 0) < 2)
    return [
      finding(
        path,
        `Das Auswahlfeld „${field.id}“ braucht unter „choices“ mindestens zwei Möglichkeiten.`,
        `The choice "${field.id}" needs at least two entries in "choices".`,
      ),
    ];
  if (!isChoice && field.choices)
    return [
      finding(
        [...path, 'choices'],
        'Nur ein Feld mit „kind: choice“ hat „choices“.',
        'Only a field of kind "choice" has "choices".',
      ),
    ];
  if (field.shows && field.kind !== 'person')
    return [
      finding(
        [...path, 'shows'],
        'Nur ein Feld mit „kind: person“ hat „shows“.',
        'Only a field of kind "person" has "shows".',
      ),
    ];
  const unknown = Object.values(field.formerly?.values ?? {}).find(
    (value) => isChoice && !field.choices?.some(({ id }) => id === value),
  );
  if (unknown !== undefined)
    return [
      finding(
        [...path, 'formerly'],
        `„${unknown}“ ist keine der Möglichkeiten unter „choices“.`,
        `"${unknown}" is none of the entries in "choices".`,
      ),
    ];
  if (field.wish && field.kind !== 'date')
    return [
      finding(
        [...path, 'wish'],
        'Nur ein Feld mit „kind: date“ hat „wish“.',
        'Only a field of kind "date" has "wish".',
      ),
    ];
  if (field.id === 'colleague')
    return [
      finding(
        [...path, 'id'],
        'Für wen der Antrag ist, fragt das Formular mit „forColleague: true“ selbst. Geben Sie dem Feld eine andere Kennung.',
        'Whom the request is for is asked by the form itself with "forColleague: true". Give the field another id.',
      ),
    ];
  if (field.id === 'unit')
    return [
      finding(
        [...path, 'id'],
        'Nach dem Amt, für das der Antrag ist, fragt jedes Formular selbst. Geben Sie dem Feld eine andere Kennung.',
        'Every form asks for the unit that the request is for by itself. Give the field another id.',
      ),
    ];
  if (field.id === 'application' && field.kind !== 'application')
    return [
      finding(
        [...path, 'kind'],
        'Das Feld „application“ nennt das Fachverfahren und braucht „kind: application“.',
        'The field "application" names the application and needs kind "application".',
      ),
    ];
  return twice((field.choices ?? []).map(({ id }, at) => ({ id, path: [...path, 'choices', at, 'id'] })));
}

/** What is put right is a class or a level, by a role that has no other of its kind beside it. */
function checkCorrecting(
  { kind, correctedBy = [] }: Field,
  path: readonly PropertyKey[],
  roles: readonly KnownRole[],
): readonly TypeFinding[] {
  const ofUnits = correctedBy.filter((id) => roles.find((role) => role.id === id)?.level === 'units');
  return [
    ...(correctedBy.length > 0 && kind !== 'choice'
      ? [
          finding(
            [...path, 'correctedBy'],
            'Berichtigt werden Einstufungen: „correctedBy“ gibt es nur bei „kind: choice“.',
            'What is corrected is a class or level: "correctedBy" is for kind "choice" only.',
          ),
        ]
      : []),
    ...ofUnits.map((id) =>
      finding(
        [...path, 'correctedBy'],
        `Die Rolle „${id}“ gibt es in jedem Amt. Berichtigen kann nur eine Rolle der ganzen Verwaltung, z. B. „kgrz“.`,
        `Every unit has its own role "${id}". Only a role of the whole administration corrects, e.g. "kgrz".`,
      ),
    ),
  ];
}

/** Somebody must see to it in the end, else an approved request would end with nothing done. */
function lastStep({ route }: RequestType, path: readonly PropertyKey[]): readonly TypeFinding[] {
  const last = route.at(-1);
  if (last?.duty === 'do' && !last.when) return [];
  return [
    finding(
      [...path, 'route', route.length - 1],
      'Der letzte Schritt muss „duty: do“ haben und immer dazugehören: Jemand muss den Antrag ausführen.',
      'The last step must have "duty: do" and no condition: somebody must carry the request out.',
    ),
  ];
}

function missingTypes(rows: readonly Row[], roles: readonly KnownRole[]): readonly TypeFinding[] {
  const known = new Set(rows.map(({ value }) => value.id));
  const wanted = new Map(
    roles.flatMap(({ tasks }) =>
      tasks.flatMap(({ id, request }) => (request ? [[request, id] as const] : [])),
    ),
  );
  return [...wanted]
    .filter(([request]) => !known.has(request))
    .map(([request, task]) =>
      finding(
        ['types'],
        `Die Aufgabe „${task}“ im Rollenmodell führt zur Antragsart „${request}“, die hier fehlt.`,
        `The task "${task}" of the role model leads to the request type "${request}", which is missing here.`,
      ),
    );
}
