/** Where a path of a template is looked up: the whole data, and the item of the innermost repetition. */
export type Scope = { readonly root: unknown; readonly item: unknown };

const pathShape = /^[$\w]+(?:\.[\w-]+)*$/;

/**
 * The value at `name`, `a.b`, `$item`, `$item.a` or `$root.a`; `undefined` when there is none.
 * @throws Error when the path is not written like one.
 */
export function lookUp(path: string, scope: Scope): unknown {
  if (!pathShape.test(path))
    throw new Error(`"${path}" is not a path; write "name", "$item.name" or "$root.name"`);
  const [first = '', ...rest] = path.split('.');
  if (first === '$root') return walk(scope.root, rest);
  if (first === '$item') return walk(scope.item, rest);
  return walk(scope.item, [first, ...rest]);
}

function walk(start: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    start,
  );
}

/** Whether `a` holds, with `!a` the opposite, with `a|b` one of them. Nothing, `false`, `""` and `[]` do not. */
export function holds(condition: string, scope: Scope): boolean {
  if (condition.includes('|')) return condition.split('|').some((part) => holds(part, scope));
  if (condition.startsWith('!')) return !holds(condition.slice(1), scope);
  const value = lookUp(condition, scope);
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
