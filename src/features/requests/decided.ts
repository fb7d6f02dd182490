import type { World } from '../../case/world.ts';
import { contentOf } from '../../core/history.ts';
import {
  type FieldValue,
  type FieldValues,
  lastSettled,
  partAt,
  type Request,
  type SettledStep,
  type Vote,
} from './model.ts';
import { comparisons, type Field, type RequestType, type Step } from './types/model.ts';

/*
 * A decision binds what was seen. Some fields are decisive: every vote keeps a digest of them as they were. When one
 * changes, whoever had decided is asked again, with what has changed; what they had said before stays in the record.
 */

const decisiveKinds: ReadonlySet<Field['kind']> = new Set(['money', 'number', 'application']);

/** Of a type: what it marks itself, the subject, amounts and numbers, and everything that a condition or its matrix reads. */
export const decisiveIn = ({
  fields,
  route,
  priority,
}: Pick<RequestType, 'fields' | 'route' | 'priority'>): readonly string[] =>
  fields
    .filter(
      (field) =>
        field.decisive === true ||
        isDecisive(field, route) ||
        field.id === priority?.impact ||
        field.id === priority?.urgency,
    )
    .map(({ id }) => id);

function isDecisive({ id, kind }: Pick<Field, 'id' | 'kind'>, route: readonly Step[]): boolean {
  const isRead = route.some(({ when }) => comparisons(when).some(({ field }) => field === id));
  return id === 'subject' || decisiveKinds.has(kind) || isRead;
}

type Decisive = Pick<Request, 'decisive' | 'fieldKinds' | 'route'>;

export const decisiveOf = ({ decisive, fieldKinds, route }: Decisive): readonly string[] =>
  decisive ??
  Object.entries(fieldKinds)
    .filter(([id, kind]) => isDecisive({ id, kind }, route))
    .map(([id]) => id);

type Content = Decisive & Pick<Request, 'fields' | 'unit'>;

/** Digest of what a decision about this request rests on. */
export const sawOf = (request: Content, { digest }: Pick<World, 'digest'>): string => {
  const decisive = decisiveOf(request).map((id) => [id, request.fields[id] ?? null] as const);
  return contentOf({ unit: request.unit, fields: Object.fromEntries(decisive) }, digest);
};

export type FieldChange = {
  readonly field: string;
  readonly before: FieldValue | undefined;
  readonly now: FieldValue | undefined;
};

/** What differs between two contents, in the order of the fields that there are. */
export const changesBetween = (before: FieldValues, now: FieldValues): readonly FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((field) => before[field] !== now[field])
    .map((field) => ({ field, before: before[field], now: now[field] }));

/** The fields as they were when somebody spoke: the version whose digest they saw, else that of the time. */
export function fieldsSeen(
  request: Request,
  { saw, at }: Pick<Vote, 'saw' | 'at'>,
  world: Pick<World, 'digest'>,
): FieldValues {
  const versions = [...request.earlier.map(({ fields }) => fields), request.fields];
  const seen = versions.findLast((fields) => sawOf({ ...request, fields }, world) === saw);
  return seen ?? request.earlier.find((version) => version.at > at)?.fields ?? request.fields;
}

/** What a party had said at a step before it was asked again; `undefined` when it is asked for the first time. */
export function earlierVote(request: Request, step: string, party?: string): Vote | undefined {
  const asked = request.settled.filter((one) => one.step === step);
  if (asked.at(-1)?.outcome !== 'reopened') return undefined;
  const said = asked.flatMap(({ votes }) => votes).filter(({ isOverride }) => !isOverride);
  return said.findLast(({ by }) => by === party) ?? (party === undefined ? said.at(-1) : undefined);
}

export type Known = {
  readonly fields: FieldValues;
  readonly vote?: Vote | undefined;
  readonly at: string;
};

/**
 * What somebody knows of the content that they are asked about once more: the fields as they were when they spoke at
 * this step, when it was spoken there, or when it was asked there first. `undefined` when nothing decisive has changed
 * since.
 */
export function knownBefore(
  request: Request,
  step: string,
  party: string,
  world: Pick<World, 'digest'>,
): Known | undefined {
  const { history, earlier } = request;
  const vote = earlierVote(request, step, party) ?? earlierVote(request, step);
  const first = history.findIndex(({ act, facts }) => act === 'asked' && facts?.step === step);
  const at = vote?.at ?? history[first]?.at;
  if (at === undefined) return undefined;
  const later = new Set(history.slice(first).flatMap((one) => (one.facts?.changed ? [one.at] : [])));
  // Whoever has put something right has seen all that was there then.
  const corrected = history.findLast((one) => one.act === 'corrected' && one.by === party)?.at;
  const isOwn = corrected !== undefined && corrected >= at;
  const since = earlier.filter((version) => {
    if (isOwn) return version.at > corrected;
    return vote ? version.at > at : later.has(version.at);
  });
  const fields = vote && !isOwn ? fieldsSeen(request, vote, world) : (since[0]?.fields ?? request.fields);
  const now = sawOf(request, world);
  // What was changed and changed back was something else in between.
  const isOther = [fields, ...since.map((one) => one.fields)].some(
    (one) => sawOf({ ...request, fields: one }, world) !== now,
  );
  return isOther ? { fields, vote, at } : undefined;
}

/**
 * The same for whoever looks at the request: at the step that waits, or at one ahead where they had decided before the
 * change.
 */
export function changedFor(request: Request, party: string, world: Pick<World, 'digest'>) {
  const { open, waitsFor, comesBackTo = [], route } = request;
  if (open && waitsFor.includes(party)) return knownBefore(request, open.step, party, world);
  if (!comesBackTo.includes(party)) return undefined;
  const own = route.find(({ id }) => !partAt(request, id) && earlierVote(request, id)?.by === party);
  return own && knownBefore(request, own.id, party, world);
}

/** Outcomes that somebody stood for, and those that only passed on what there was to know. */
const bound: ReadonlySet<SettledStep['outcome']> = new Set([
  'agreed',
  'advised-against',
  'heard',
  'informed',
]);

/**
 * The steps that a change of what was decided opens again, each as it was left last; with them parts that are done while
 * others of their group are not: they were done for what it was then.
 */
export function boundSteps({ route, settled }: Pick<Request, 'route' | 'settled'>): readonly SettledStep[] {
  return route.flatMap(({ id, group }) => {
    const last = lastSettled(settled, id);
    const isBound =
      last && (bound.has(last.outcome) || (group !== undefined && last.outcome === 'carried-out'));
    return isBound ? [last] : [];
  });
}

/** The field with the amount that is asked for: the one that conditions read, else the first. */
export function moneyField({ fieldKinds, route }: Pick<Request, 'fieldKinds' | 'route'>): string | undefined {
  const ids = Object.entries(fieldKinds).flatMap(([id, kind]) => (kind === 'money' ? [id] : []));
  return (
    ids.find((id) => route.some(({ when }) => comparisons(when).some(({ field }) => field === id))) ?? ids[0]
  );
}

/** The amount that is asked for, in cents; `undefined` where nobody knows it yet. */
export function askedFor(request: Pick<Request, 'fields' | 'fieldKinds' | 'route'>): number | undefined {
  const field = moneyField(request);
  const value = field === undefined ? undefined : request.fields[field];
  return value === undefined || value === '' ? undefined : Number(value);
}

/**
 * What conditions look at: what was asked for, and where more was granted than that, what was granted. Less does not
 * count as less, or a large matter would pass in small parts.
 */
export function decidedValues(
  request: Pick<Request, 'fields' | 'fieldKinds' | 'route' | 'granted'>,
): FieldValues {
  const field = moneyField(request);
  const { granted, fields } = request;
  if (field === undefined || granted === undefined) return fields;
  return { ...fields, [field]: Math.max(granted, askedFor(request) ?? 0) };
}

/** Whether the way hangs on an amount that nobody has named: then 10.50 must name it. Unknown is not zero. */
export function amountWanted(request: Request): boolean {
  const field = moneyField(request);
  if (field === undefined || request.granted !== undefined || askedFor(request) !== undefined) return false;
  return request.route.some(({ when }) => comparisons(when).some((one) => one.field === field));
}
