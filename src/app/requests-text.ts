import { dayIn } from '../core/day.ts';
import { euros } from '../core/money.ts';
import { duties } from '../features/requests/labels.ts';
import type { Surroundings } from '../features/requests/model.ts';
import { bodyOf, type ExplainedStep, ruleOf } from '../features/requests/route.ts';
import type { Comparison, Condition, Field, RequestType, Step } from '../features/requests/types/model.ts';

/** Request types as lines for the terminal, in German like all of the commands. */

export const overviewLines = (types: readonly RequestType[]): readonly string[] =>
  types.map(({ id, name, description }) => `${id.padEnd(24)}${name.de}: ${description.de}`);

type Known = Pick<Surroundings, 'directory' | 'partners'>;

const nameOf = (step: Step, context: Known): string =>
  step.partner ? bodyOf(step, context).de : context.directory.roleName(step.role).de;

/** The form and all steps, with the conditions under which they belong to the way. */
export const typeLines = (type: RequestType, context: Known): readonly string[] => [
  `${type.name.de} (${type.id})`,
  type.description.de,
  '',
  'Formular:',
  ...type.fields.map((field) => `  ${field.id.padEnd(20)}${field.label.de} ${kindOf(field)}`),
  '',
  'Weg:',
  ...type.route.flatMap((step, at) => [
    `  ${at + 1}. ${nameOf(step, context)}: ${duties[step.duty].de}, ${workingDays(step)}${together(step)}`,
    ...(step.when ? [`     nur wenn ${conditionText(step.when, type)}`] : []),
    ...whyLines(step.because.de, ruleOf(step, context), step),
  ]),
];

/** The way that one request would take. */
export const wayLines = (way: readonly ExplainedStep[]): readonly string[] =>
  way.flatMap(({ step, name, who, because, rule, dueDay }, at) => [
    `  ${at + 1}. ${name.de}: ${duties[step.duty].de}, bis ${dayIn('de', dueDay)}${together(step)}`,
    `     ${who.map(({ person, onBehalfOf }) => `${person.name}${onBehalfOf ? (step.partner ? ' (trägt ein)' : ' (i. V.)') : ''}`).join(', ') || 'zurzeit niemand; 10.50 wird informiert'}`,
    ...whyLines(because.de, rule, step),
  ]);

const whyLines = (
  because: string,
  rule: { readonly quote: string; readonly passage: { readonly de: string } } | undefined,
  { note }: Step,
): readonly string[] => [
  `     ${because}`,
  ...(rule ? [`     „${rule.quote}“ (${rule.passage.de})`] : []),
  ...(note ? [`     Hinweis: ${note.de}`] : []),
];

const workingDays = ({ due }: Step): string => (due === 1 ? '1 Arbeitstag' : `${due} Arbeitstage`);

const together = ({ votes }: Step): string =>
  ({ any: '', all: ', alle müssen zustimmen', majority: ', mit Mehrheit' })[votes];

const kindOf = ({ kind, required, choices }: Field): string =>
  `[${kind}${required ? ', Pflicht' : ''}]${choices ? ` ${choices.map(({ id }) => id).join(' | ')}` : ''}`;

function conditionText(condition: Condition, type: RequestType): string {
  if ('any' in condition) return condition.any.map((one) => comparisonText(one, type)).join(' oder ');
  if ('all' in condition) return condition.all.map((one) => comparisonText(one, type)).join(' und ');
  return comparisonText(condition, type);
}

function comparisonText(comparison: Comparison, { fields }: RequestType): string {
  const field = fields.find(({ id }) => id === comparison.field);
  const label = `„${field?.label.de ?? comparison.field}“`;
  if ('given' in comparison) return `${label} ${comparison.given ? 'ausgefüllt' : 'leer'} ist`;
  if ('over' in comparison) {
    const limit = field?.kind === 'money' ? euros('de', comparison.over * 100) : comparison.over;
    return `${label} über ${limit} liegt`;
  }
  const [value, mood] = 'not' in comparison ? [comparison.not, 'nicht '] : [comparison.is, ''];
  if (typeof value === 'boolean') return `${label} ${mood}mit ${value ? 'Ja' : 'Nein'} beantwortet ist`;
  const choice = field?.choices?.find(({ id }) => id === value);
  return `${label} ${mood}„${choice?.label.de ?? value}“ ist`;
}
