/** Where a path of a template is looked up: the whole data, and the item of the innermost repetition. */
export type Scope = { readonly root: unknown; readonly item: unknown };

/** Finds a value; `undefined` when there is none. */
export type LookUp = (scope: Scope) => unknown;

const pathShape = /^[$\w]+(?:\.[\w-]+)*$/;

/**
 * Reads `name`, `a.b`, `$item`, `$item.a` or `$root.a`.
 * @throws Error when the path is not written like one.
 */
export function compilePath(path: string): LookUp {
  if (!pathShape.test(path))
    throw new Error(`"${path}" is not a path; write "name", "$item.name" or "$root.name"`);
  const [first = '', ...rest] = path.split('.');
  if (first === '$root') return ({ root }) => walk(root, rest);
  if (first === '$item') return ({ item }) => walk(item, rest);
  const keys = [first, ...rest];
  return ({ item }) => walk(item, keys);
}

function walk(start: unknown, keys: readonly string[]): unknown {
  let value = start;
  for (const key of keys) {
    value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

/**
 * Reads `a`, with `!a` the opposite, with `a|b` one of them. Nothing, `false`, `""` and `[]` do not hold.
 * @throws Error when a path is not written like one.
 */
export function compileCondition(condition: string): (scope: Scope) => boolean {
  const any = condition.split('|').map(compileTerm);
  return (scope) => any.some((holds) => holds(scope));
}

function compileTerm(term: string): (scope: Scope) => boolean {
  if (term.startsWith('!')) {
    const opposite = compileTerm(term.slice(1));
    return (scope) => !opposite(scope);
  }
  // `tone=good`: a word instead of a flag for each.
  const [path = '', word] = term.split('=');
  const lookUp = compilePath(path);
  return word === undefined ? (scope) => isSomething(lookUp(scope)) : (scope) => lookUp(scope) === word;
}

const isSomething = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== false && value !== '';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
