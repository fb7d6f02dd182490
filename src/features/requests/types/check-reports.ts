import { checkComparison } from './check-steps.ts';
import { finding, type TypeFinding } from './finding.ts';
import { comparisons, type Field, type RequestType } from './model.ts';

/** What is wrong with a type that is reported and not applied for: its way, its matrix, what is the same thing. */
export const checkReport = (type: RequestType, path: readonly PropertyKey[]): readonly TypeFinding[] => [
  ...checkWay(type, path),
  ...checkPriority(type, [...path, 'priority']),
  ...checkJoins(type, [...path, 'joins']),
];

/** Nobody grants a report. */
function checkWay(
  { report, priority, joins, route }: RequestType,
  path: readonly PropertyKey[],
): readonly TypeFinding[] {
  if (!report)
    return priority || joins
      ? [
          finding(
            [...path, priority ? 'priority' : 'joins'],
            'Nur was gemeldet wird, hat „priority“ oder „joins“. Ergänzen Sie „report“.',
            'Only what is reported has "priority" or "joins". Add "report".',
          ),
        ]
      : [];
  return route.flatMap(({ duty }, at) =>
    duty === 'do' || duty === 'inform'
      ? []
      : [
          finding(
            [...path, 'route', at, 'duty'],
            'Eine Meldung genehmigt niemand: Ihre Schritte haben „duty: do“ oder „duty: inform“.',
            'Nobody grants a report: its steps have "duty: do" or "duty: inform".',
          ),
        ],
  );
}

function checkPriority(
  { priority, fields }: RequestType,
  path: readonly PropertyKey[],
): readonly TypeFinding[] {
  if (!priority) return [];
  const { impact, urgency, levels, matrix, grows } = priority;
  const [effect, press] = [impact, urgency].map((id) => fields.find((field) => field.id === id));
  if (!isAsked(effect) || !isAsked(press))
    return [
      finding(
        path,
        '„impact“ und „urgency“ nennen je ein Auswahlfeld des Formulars, das Pflicht ist.',
        '"impact" and "urgency" each name a required choice of the form.',
      ),
    ];
  const known = new Set(levels.map(({ id }) => id));
  const choices = effect?.choices ?? [];
  return [
    ...choices.flatMap((one) =>
      (press?.choices ?? []).flatMap((other) => {
        const level = matrix[one.id]?.[other.id];
        if (level !== undefined && known.has(level)) return [];
        return [
          finding(
            [...path, 'matrix'],
            `In der Matrix fehlt eine Stufe für „${one.id}“ und „${other.id}“. Möglich sind: ${[...known].join(', ')}.`,
            `The matrix has no level for "${one.id}" and "${other.id}". Possible: ${[...known].join(', ')}.`,
          ),
        ];
      }),
    ),
    ...grows.flatMap((one, at) =>
      choices.some(({ id }) => id === one.impact)
        ? []
        : [
            finding(
              [...path, 'grows', at, 'impact'],
              `„${one.impact}“ ist keine Möglichkeit des Feldes „${impact}“.`,
              `"${one.impact}" is no choice of the field "${impact}".`,
            ),
          ],
    ),
  ];
}

const isAsked = (field: Field | undefined): boolean => field?.kind === 'choice' && field.required;

/** Only what nobody wrote may tell that two are the same: others are shown it. */
function checkJoins(type: RequestType, path: readonly PropertyKey[]): readonly TypeFinding[] {
  const { joins = [], fields } = type;
  return joins.flatMap(({ same, when }, at) => [
    ...same
      .filter((id) => id !== 'unit' && !shared.has(fields.find((field) => field.id === id)?.kind ?? ''))
      .map((id) =>
        finding(
          [...path, at, 'same'],
          `„${id}“ können andere nicht sehen. Möglich sind „unit“ und Felder mit „choice“, „unit“ oder „application“.`,
          `Others may not see "${id}". Possible are "unit" and fields of kind "choice", "unit" or "application".`,
        ),
      ),
    ...comparisons(when).flatMap((one) => checkComparison(one, type, [...path, at, 'when'])),
  ]);
}

const shared: ReadonlySet<string> = new Set(['choice', 'unit', 'application']);
