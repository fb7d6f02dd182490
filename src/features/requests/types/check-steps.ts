import { finding, type KnownRole, type TypeFinding } from './finding.ts';
import { type Comparison, comparisons, type RequestType, type Step } from './model.ts';

/** What is wrong with one step of a route. */
export function checkStep(
  step: Step,
  type: RequestType,
  path: readonly PropertyKey[],
  roles: readonly KnownRole[],
): readonly TypeFinding[] {
  const role = roles.find(({ id }) => id === step.role);
  return [
    ...checkPartner(step, path),
    ...checkRenewal(step, type, path),
    ...checkTask(step, role, path),
    ...checkPlace(step, type, role, path),
    ...checkGroup(step, type, path),
    ...comparisons(step.when).flatMap((one) => checkComparison(one, type, [...path, 'when'])),
  ];
}

/** A partner is heard, consents or is told, by a rule that is quoted; it never decides by the role model. */
function checkPartner(
  { partner, duty, rule, enteredBy }: Step,
  path: readonly PropertyKey[],
): readonly TypeFinding[] {
  if (duty === 'consent' && !partner)
    return [
      finding(
        [...path, 'duty'],
        'Zustimmen („consent“) können nur Stellen außerhalb des Rollenmodells („partner“). Eine Rolle entscheidet mit „approve“.',
        'Only bodies outside the role model ("partner") consent. A role decides with "approve".',
      ),
    ];
  if (!partner) return [];
  if (!['hear', 'consent', 'inform'].includes(duty) || enteredBy)
    return [
      finding(
        [...path, 'duty'],
        'Eine Stelle außerhalb des Rollenmodells wird gehört, stimmt zu oder wird unterrichtet: „hear“, „consent“ oder „inform“.',
        'A body outside the role model is heard, consents or is told: "hear", "consent" or "inform".',
      ),
    ];
  return rule
    ? []
    : [
        finding(
          path,
          'Zu einer Stelle außerhalb des Rollenmodells gehört die Regel, nach der sie beteiligt wird: „rule“ mit „quote“ und „passage“.',
          'A body outside the role model needs the rule by which it takes part: "rule" with "quote" and "passage".',
        ),
      ];
}

/** What is limited in time has a day, and somebody who ends it. */
function checkRenewal(
  { id, duty, renews, votes }: Step,
  { fields, route }: RequestType,
  path: readonly PropertyKey[],
): readonly TypeFinding[] {
  if (duty !== 'renew')
    return renews
      ? [
          finding(
            [...path, 'renews'],
            'Nur ein Schritt mit „duty: renew“ hat „renews“.',
            'Only a step with "duty: renew" has "renews".',
          ),
        ]
      : [];
  const day = fields.find((field) => field.id === renews?.field);
  const after = route.slice(route.findIndex((step) => step.id === id) + 1);
  if (
    renews &&
    day?.kind === 'date' &&
    day.required &&
    votes === 'any' &&
    after.some((step) => step.duty === 'do')
  )
    return [];
  return [
    finding(
      path,
      'Ein Schritt mit „duty: renew“ braucht „renews“ mit einem Datumsfeld, das Pflicht ist, und danach einen Schritt mit „duty: do“, der es beendet.',
      'A step with "duty: renew" needs "renews" with a required date field, and after it a step with "duty: do" that ends it.',
    ),
  ];
}

/** What is open side by side is work: a decision is taken by whoever knows what was decided before. */
function checkGroup(
  { id, group, after, name, duty }: Step,
  { route }: RequestType,
  path: readonly PropertyKey[],
): readonly TypeFinding[] {
  if (!group)
    return after
      ? [
          finding(
            [...path, 'after'],
            '„after“ gibt es nur bei Schritten einer Gruppe. Ergänzen Sie „group“.',
            '"after" is for steps of a group only. Add "group".',
          ),
        ]
      : [];
  const at = route.findIndex((step) => step.id === id);
  const first = route.findIndex((step) => step.group === group);
  const isApart = route.slice(first, at).some((step) => step.group !== group);
  const earlier = route.slice(first, at).map((step) => step.id);
  const unknown = (after ?? []).filter((one) => !earlier.includes(one));
  return [
    ...(duty === 'do' && name
      ? []
      : [
          finding(
            [...path, 'group'],
            'Nebeneinander offen sind nur Teile mit „duty: do“ und einem „name“, an dem man sie unterscheidet.',
            'Only parts with "duty: do" and a "name" that tells them apart are open side by side.',
          ),
        ]),
    ...(isApart
      ? [
          finding(
            [...path, 'group'],
            `Die Teile der Gruppe „${group}“ stehen im Weg direkt hintereinander.`,
            `The parts of the group "${group}" stand next to each other on the way.`,
          ),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          finding(
            [...path, 'after'],
            `„after“ nennt Teile derselben Gruppe, die weiter oben stehen. Das ist hier keiner: ${unknown.join(', ')}.`,
            `"after" names parts of the same group that stand further up. None of these does: ${unknown.join(', ')}.`,
          ),
        ]
      : []),
  ];
}

function checkTask(step: Step, role: KnownRole | undefined, path: readonly PropertyKey[]) {
  if (!step.task || role?.tasks.some(({ id }) => id === step.task)) return [];
  const known = role?.tasks.map(({ id }) => id).join(', ') ?? '';
  return [
    finding(
      [...path, 'task'],
      `Die Rolle „${step.role}“ hat im Rollenmodell keine Aufgabe „${step.task}“. Möglich sind: ${known}.`,
      `The role "${step.role}" has no task "${step.task}" in the role model. Possible: ${known}.`,
    ),
  ];
}

function checkPlace(
  step: Step,
  { fields }: RequestType,
  role: KnownRole | undefined,
  path: readonly PropertyKey[],
): readonly TypeFinding[] {
  const ofUnits = role?.level === 'units';
  if (step.of === 'administration' && ofUnits)
    return [
      finding(
        [...path, 'of'],
        `Die Rolle „${step.role}“ gibt es in jedem Amt. Schreiben Sie „of: unit“ oder „of: application“.`,
        `Every unit has its own role "${step.role}". Write "of: unit" or "of: application".`,
      ),
    ];
  if (step.of === 'application' && !fields.some(({ id }) => id === 'application'))
    return [
      finding(
        [...path, 'of'],
        'Der Schritt fragt nach einem Fachverfahren, aber das Formular hat kein Feld „application“.',
        'The step needs an application, but the form has no field "application".',
      ),
    ];
  return [];
}

/** Whether a condition asks for what the form knows. */
export function checkComparison(
  comparison: Comparison,
  { fields }: RequestType,
  path: readonly PropertyKey[],
): readonly TypeFinding[] {
  const field = fields.find(({ id }) => id === comparison.field);
  if (!field)
    return [
      finding(
        path,
        `Die Bedingung fragt nach dem Feld „${comparison.field}“, das dieses Formular nicht hat.`,
        `The condition asks for the field "${comparison.field}", which this form does not have.`,
      ),
    ];
  if ('over' in comparison && field.kind !== 'money' && field.kind !== 'number')
    return [
      finding(
        path,
        `„over“ vergleicht Beträge und Zahlen; „${field.id}“ ist keines von beiden.`,
        `"over" compares amounts and numbers; "${field.id}" is neither.`,
      ),
    ];
  if ('is' in comparison && field.kind === 'choice' && !field.choices?.some(({ id }) => id === comparison.is))
    return [
      finding(
        path,
        `„${field.id}“ kann nicht „${comparison.is}“ sein. Möglich sind: ${field.choices?.map(({ id }) => id).join(', ')}.`,
        `"${field.id}" cannot be "${comparison.is}". Possible: ${field.choices?.map(({ id }) => id).join(', ')}.`,
      ),
    ];
  if ('is' in comparison && field.kind === 'yes-no' && typeof comparison.is !== 'boolean')
    return [
      finding(
        path,
        `Schreiben Sie „is: true“ oder „is: false“ für „${field.id}“.`,
        `Write "is: true" or "is: false" for "${field.id}".`,
      ),
    ];
  return [];
}
