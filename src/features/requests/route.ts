import { today } from '../../case/world.ts';
import type { Text } from '../../core/text.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { askedAt, type Capacity, type Matter } from './actors.ts';
import { decidedValues } from './decided.ts';
import {
  type FieldValue,
  type FieldValues,
  isCarriedOut,
  lastSettled,
  openParts,
  type Request,
  type Surroundings,
} from './model.ts';
import { daysFor } from './reports/priority.ts';
import type { Comparison, Condition, Field, RequestType, Step } from './types/model.ts';

/** The shape of the fields that conditions look at; kept with the request so that an old one reads as it was meant. */
type Shaped = Pick<Request, 'route' | 'fields' | 'fieldKinds' | 'settled' | 'needsBoard' | 'granted'>;

/** Whether a step belongs to the way of this request: rules look at what is decided, not only at what was claimed. */
export const applies = (step: Step, request: Shaped): boolean =>
  belongs(step, decidedValues(request), kindsOf(request)) ||
  (step.role === 'stadtvorstand' && request.needsBoard === true);

/** Without a named application there is nobody who administers it. */
const belongs = (step: Step, values: FieldValues, fields: readonly Pick<Field, 'id' | 'kind'>[]): boolean =>
  (step.of !== 'application' || Boolean(values.application)) && holds(step.when, values, fields);

const kindsOf = ({ fieldKinds }: Shaped): readonly Pick<Field, 'id' | 'kind'>[] =>
  Object.entries(fieldKinds).map(([id, kind]) => ({ id, kind }));

/** Outcomes that leave a step behind; a refused or reopened one is not. */
const behind: ReadonlySet<string> = new Set([
  'agreed',
  'advised-against',
  'heard',
  'not-heard',
  'informed',
  'carried-out',
  'expired',
  'not-prolonged',
]);

/** Whether a step has been left behind, and not reopened since. */
export function isSettled(step: Step, { settled }: Pick<Request, 'settled'>): boolean {
  const last = lastSettled(settled, step.id);
  return last !== undefined && behind.has(last.outcome);
}

/** The first step of the way that is not behind the request. */
export const nextStep = (request: Shaped): Step | undefined =>
  request.route.find((step) => applies(step, request) && !isSettled(step, request));

/**
 * The steps that are to be opened now: the next one, or of a group all that are not done, not open yet, and do not come
 * after one that is. What comes behind a group waits for all of it.
 */
export function nextSteps(request: Shaped & Pick<Request, 'open' | 'alongside'>): readonly Step[] {
  const next = nextStep(request);
  if (!next) return [];
  const isOpen = ({ id }: Step) => openParts(request).some(({ step }) => step === id);
  const isAhead = (step: Step) => applies(step, request) && !isSettled(step, request);
  if (!next.group) return isOpen(next) ? [] : [next];
  const ahead = request.route.filter((step) => step.group === next.group && isAhead(step));
  return ahead.filter((step) => !isOpen(step) && !ahead.some(({ id }) => step.after?.includes(id)));
}

/** Steps in the order of the way, those of a group together. */
export function inGroups(steps: readonly Step[]): readonly (readonly Step[])[] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last && step.group !== undefined && last[0]?.group === step.group) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

export const stepOf = (request: Pick<Request, 'route'>, id: string | undefined): Step | undefined =>
  request.route.find((step) => step.id === id);

/**
 * Whether work is done that a change would come too late for. Parts of the group that is open are asked again instead.
 */
export function isSetUp(request: Pick<Request, 'route' | 'settled' | 'open'>): boolean {
  const group = stepOf(request, request.open?.step)?.group;
  const later = request.settled.filter(
    ({ step }) => group === undefined || stepOf(request, step)?.group !== group,
  );
  return isCarriedOut({ settled: later });
}

/** Only the approval by 10.50 grants an amount and sets money aside. */
export const grantsMoney = (step: Step | undefined): boolean =>
  step?.role === 'strategisches-it-management' && step.duty === 'approve';

/** One step of the way as it is explained before and after the submission. */
export type ExplainedStep = {
  readonly step: Step;
  /** The role, or the body outside the role model. */
  readonly name: Text;
  /** Who would be asked today; empty when nobody can be found. */
  readonly who: readonly Capacity[];
  readonly because: Text;
  /** The words of the role model that lead here, and where they stand. */
  readonly rule?: { readonly quote: string; readonly passage: Text } | undefined;
  /** Last working day on which the step would be in time if all before it took their whole time. */
  readonly dueDay: string;
};

/** The way that a request of this type would take, with the people who would be asked on this day. */
export function explainRoute(
  type: Pick<RequestType, 'route' | 'fields'>,
  matter: Matter,
  context: Surroundings,
): readonly ExplainedStep[] {
  const way = type.route.filter((step) => belongs(step, matter.fields, type.fields));
  const { each } = lastDays(way, today(context), (step, day) =>
    step.duty === 'inform' ? day : addWorkingDays(day, daysFor(step, matter), context.holidays),
  );
  return way.map((step) => ({
    ...explainStep(step, matter, context),
    dueDay: each.get(step.id) ?? today(context),
  }));
}

/**
 * When each step of a way is over if all take their whole time: one after the other, those of a group side by side.
 * @param from when it begins: a day, or a number of days
 * @param over when a step is over that begins then
 */
export function lastDays<T extends string | number>(
  way: readonly Step[],
  from: T,
  over: (step: Step, from: T) => T,
): { readonly each: ReadonlyMap<string, T>; readonly end: T } {
  const later = (a: T, b: T): T => (a > b ? a : b);
  const each = new Map<string, T>();
  let end = from;
  for (const group of inGroups(way)) {
    const began = end;
    for (const step of group) {
      const before = (step.after ?? []).flatMap((id) => each.get(id) ?? []);
      each.set(step.id, over(step, before.reduce(later, began)));
      end = later(end, each.get(step.id) ?? end);
    }
  }
  return { each, end };
}

export function explainStep(
  step: Step,
  matter: Matter,
  context: Surroundings,
): Omit<ExplainedStep, 'dueDay'> {
  return {
    step,
    name: bodyOf(step, context),
    who: askedAt(step, matter, context),
    because: step.because,
    rule: ruleOf(step, context),
  };
}

/** Whose step it is: a role of the model, or a body outside it. */
export function bodyOf(
  { role, partner }: Pick<Step, 'role' | 'partner'>,
  { directory, partners }: Pick<Surroundings, 'directory' | 'partners'>,
): Text {
  if (partner === undefined) return directory.roleShortName(role);
  return partners?.find(({ id }) => id === partner)?.name ?? { de: partner, en: partner };
}

/** The words behind a step: those of the law where it names some, else of the role model, which has none about partners. */
export function ruleOf(
  { role, task, partner, rule }: Pick<Step, 'role' | 'task' | 'partner' | 'rule'>,
  { directory }: Pick<Surroundings, 'directory'>,
): ExplainedStep['rule'] {
  return rule ?? (partner === undefined ? directory.passageOf(role, task) : undefined);
}

/** Whether a condition holds for what was filled in. Money is stored in cents and compared in euros. */
export function holds(
  condition: Condition | undefined,
  values: FieldValues,
  fields: readonly Pick<Field, 'id' | 'kind'>[],
): boolean {
  if (!condition) return true;
  const meets = (comparison: Comparison) =>
    compares(comparison, values[comparison.field], kindOf(comparison));
  const kindOf = ({ field }: Comparison) => fields.find(({ id }) => id === field)?.kind;
  if ('any' in condition) return condition.any.some(meets);
  if ('all' in condition) return condition.all.every(meets);
  return meets(condition);
}

function compares(comparison: Comparison, value: FieldValue | undefined, kind: Field['kind'] | undefined) {
  if ('given' in comparison) return (value !== undefined && value !== '') === comparison.given;
  if ('not' in comparison) return value !== comparison.not;
  if (value === undefined) return false;
  if ('is' in comparison) return value === comparison.is;
  const amount = kind === 'money' ? Number(value) / 100 : Number(value);
  return amount > comparison.over;
}
