import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { isDay, isTime } from '../../src/core/day.ts';
import { type CardPart, partsOf } from './cards.ts';

/**
 * What Microsoft's parser on phones has against a card, each as "Input.Number f_count: /value must be number"; it refuses
 * the whole card for one of them. The library for browsers, which draws the pictures, forgives nearly all of it. Checks
 * the schema with strict types, and what the schema leaves open.
 */
export function strictProblems(card: unknown): readonly string[] {
  const parts = partsOf(card);
  if (parts[0]?.type !== 'AdaptiveCard') return ['this is no adaptive card'];
  const fits = isValid(card);
  const problems = parts.flatMap((part) => {
    // What the schema finds at a part it finds again at everything around it, and only there is it said plainly.
    const all = [...(fits ? [] : againstSchema(part)), ...leftOpen(part), ...emptyHanded(part)];
    return all.map((problem) => `${nameOf(part)}: ${problem}`);
  });
  problems.push(...twins(parts).map((id) => `the id "${id}" stands there twice`));
  return problems.length > 0 || fits ? problems : ['AdaptiveCard: does not fit the schema'];
}

type Schema = { definitions: Record<string, unknown>; $schema?: string; id?: string };

/**
 * As Microsoft wrote it, but "required" named at the object instead of marked at the property, and without the name of its
 * draft: that is the sixth, which the seventh, the library's own, includes.
 */
function readSchema(): Schema {
  const schema: Schema = JSON.parse(readFileSync('test/support/schemas/adaptive-card-1.5.0.json', 'utf8'));
  delete schema.id;
  delete schema.$schema;
  nameRequired(schema);
  return schema;
}

function nameRequired(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const { properties } = node as { readonly properties?: Readonly<Record<string, { required?: unknown }>> };
  for (const [name, property] of Object.entries(properties ?? {})) {
    if (typeof property?.required !== 'boolean') continue;
    const owner = node as { required?: readonly string[] };
    if (property.required) owner.required = [...(owner.required ?? []), name];
    delete property.required;
  }
  for (const child of Object.values(node)) nameRequired(child);
}

const schema = readSchema();
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, code: { optimize: false } });
ajv.addSchema(schema, 'card');
const isValid: ValidateFunction = ajv.compile({ $ref: 'card' });
/** Made when a card does not fit: few tests ever see one, and all of them would wait. */
const validators = new Map<string, ValidateFunction>();
function validatorFor(type: string): ValidateFunction | undefined {
  if (!Object.hasOwn(schema.definitions, type)) return undefined;
  const known = validators.get(type) ?? ajv.compile({ $ref: `card#/definitions/${type}` });
  validators.set(type, known);
  return known;
}

/** What stands in the part itself; what is wrong with parts inside it is said there. */
function againstSchema(part: CardPart): readonly string[] {
  const validate = typeof part.type === 'string' ? validatorFor(part.type) : undefined;
  if (!validate) return typeof part.type === 'string' ? ['is of no known type'] : [];
  if (validate(part)) return [];
  const own = (validate.errors ?? []).filter(({ instancePath, keyword }) => {
    const isOwn = !/\/.*\//.test(instancePath) && !(at(part, instancePath) as CardPart | undefined)?.type;
    return isOwn && !['anyOf', 'oneOf', 'allOf', 'if'].includes(keyword);
  });
  return [...new Set(own.map(said))];
}

const at = (part: CardPart, path: string): unknown => (path === '' ? {} : part[path.slice(1)]);

const said = ({ instancePath, message, params }: ErrorObject): string =>
  [instancePath, message, params.additionalProperty].filter(Boolean).join(' ');

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** What the schema does not ask, but the parsers or Teams do. */
function leftOpen(part: CardPart): readonly string[] {
  const type = String(part.type);
  const problems: string[] = [];
  const need = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  if (type === 'TextBlock') need(isText(part.text), 'has no text');
  // A blank between two links is one.
  if (type === 'TextRun') need(part.text !== '', 'has no text');
  if (type.startsWith('Input.')) need(isText(part.id), 'has no id');
  if (type.startsWith('Action.') && 'title' in part) need(isText(part.title), 'has an empty title');
  for (const key of ['value', 'min', 'max']) {
    const value = part[key];
    if (value === undefined) continue;
    if (type === 'Input.Number') need(Number.isFinite(value), `${key} is no number`);
    if (type === 'Input.Date') need(isDay(String(value)), `${key} is no day`);
    if (type === 'Input.Time') need(isTime(String(value)), `${key} is no time`);
  }
  if (type === 'Input.ChoiceSet') problems.push(...choiceProblems(part));
  const primary = ((part.actions ?? []) as readonly CardPart[]).filter(({ mode }) => mode !== 'secondary');
  need(primary.length <= 6, `has ${primary.length} actions in a row`);
  return problems;
}

function choiceProblems({ choices }: CardPart): readonly string[] {
  const all = (choices ?? []) as readonly CardPart[];
  const values = all.map((choice) => choice.value);
  return [
    ...(all.length > 0 ? [] : ['has no choices']),
    ...(all.every(({ title }) => isText(title)) ? [] : ['has a choice without a title']),
    ...(new Set(values).size === values.length ? [] : ['offers the same value twice']),
  ];
}

/** A property that is there must hold something. */
const emptyHanded = (part: CardPart): readonly string[] =>
  Object.entries(part).flatMap(([key, value]) =>
    value === null || value === undefined ? [`${key} is ${value}`] : [],
  );

/** Ids that stand on a card more than once. */
function twins(parts: readonly CardPart[]): readonly string[] {
  const ids = parts.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

const nameOf = ({ type, id, title, text }: CardPart): string =>
  [type, id ?? title ?? String(text ?? '').slice(0, 30)].filter(Boolean).join(' ') || 'a part';
