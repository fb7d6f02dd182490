import type { z } from 'zod';
import { stepsOf } from './way.ts';

/*
 * How a value is typed, read off the shape of its file: nobody says it twice.
 */

export type CellKind = 'text' | 'number' | 'yes-no' | 'choice' | 'several' | 'list' | 'numbers';

export type ShapeOfCell = {
  readonly kind: CellKind;
  /** Values of a choice. */
  readonly values: readonly string[];
  readonly isWhole: boolean;
  /** It may be left out. */
  readonly isOptional: boolean;
  /** What counts where the file says nothing. */
  readonly usual?: unknown;
};

type Schema = z.core.$ZodType;
type Def = {
  readonly type: string;
  readonly check?: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly valueType?: Schema;
  readonly entries?: Readonly<Record<string, string>>;
  readonly defaultValue?: unknown;
};
const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def;

type Bare = { readonly schema: Schema; readonly isOptional: boolean; readonly usual?: unknown };

/** Without what says that it may be missing. */
function bare(schema: Schema): Bare {
  const { type, innerType, defaultValue } = defOf(schema);
  if (innerType === undefined) return { schema, isOptional: false };
  const inner = bare(innerType);
  return { ...inner, isOptional: true, ...(type === 'default' ? { usual: defaultValue } : {}) };
}

/** The shape at a way; of several shapes a value may have, the first that knows it. */
export function shapeAt(schema: Schema, way: string): Bare | undefined {
  let found: Bare | undefined = bare(schema);
  const steps = stepsOf(way);
  for (const [at, step] of steps.entries()) {
    if (!found) return undefined;
    const { element, shape, options, valueType } = defOf(found.schema);
    const isOptional: boolean = found.isOptional;
    if (options) {
      const rest = steps.slice(at).join('.').replaceAll('.[', '[');
      const inside = options.map((one) => shapeAt(one, rest)).find((one) => one !== undefined);
      return inside && { ...inside, isOptional: inside.isOptional || isOptional };
    }
    const next: Schema | undefined = step.startsWith('[') ? element : (shape?.[step] ?? valueType);
    const inner: Bare | undefined = next && bare(next);
    found = inner && { ...inner, isOptional: inner.isOptional || isOptional };
  }
  return found;
}

/** Whether it is a text in both languages. */
export function isInBothLanguages(schema: Schema): boolean {
  const { shape } = defOf(schema);
  return shape !== undefined && Object.keys(shape).toSorted().join() === 'de,en';
}

/** How the value at a way is typed; `undefined` where it is no single value. */
export function cellShape(schema: Schema, way: string): ShapeOfCell | undefined {
  const found = shapeAt(schema, way);
  if (!found) return undefined;
  const { isOptional, usual } = found;
  const { type, check, element, entries } = defOf(found.schema);
  const of = (kind: CellKind, values: readonly string[] = []): ShapeOfCell => ({
    kind,
    values,
    isWhole: check === 'number_format',
    isOptional,
    ...(usual === undefined ? {} : { usual }),
  });
  if (type === 'string') return of('text');
  if (type === 'number') return of('number');
  if (type === 'boolean') return of('yes-no', ['true', 'false']);
  if (type === 'enum' || type === 'literal') return of('choice', valuesOf(found.schema));
  if (type !== 'array' || !element) return undefined;
  const inner = defOf(bare(element).schema);
  if (inner.type === 'enum') return of('several', Object.values(inner.entries ?? {}));
  if (inner.type === 'number') return { ...of('numbers'), isWhole: inner.check === 'number_format' };
  return inner.type === 'string' ? of('list') : undefined;
  function valuesOf(one: Schema): readonly string[] {
    const literal = (one._zod.def as unknown as { values?: readonly unknown[] }).values;
    return entries ? Object.values(entries) : (literal ?? []).map(String);
  }
}
