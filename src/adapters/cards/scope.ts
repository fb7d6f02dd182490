import type { Place, Scope } from './piece.ts';

/** Finds a value; `undefined` when there is none. */
export type LookUp = (scope: Scope) => unknown;

/** Of a piece: where it stands, and how closely is looked. */
type Where = Pick<Place, 'at' | 'mode'>;

const pathShape = /^[$\w]+(?:\.[\w-]+)*$/;

/**
 * Reads `name`, `a.b`, `$item`, `$item.a` or `$root.a`.
 * @throws Error when the path is not written like one; where it is looked up strictly, for a name that is no key
 */
export function compilePath(path: string, { at, mode }: Where): LookUp {
  if (!pathShape.test(path))
    throw new Error(`"${path}" is not a path; write "name", "$item.name" or "$root.name"`);
  const [first = '', ...rest] = path.split('.');
  const keys = first === '$root' || first === '$item' ? rest : [first, ...rest];
  const find = mode.strict ? walkStrictly(path, at) : walk;
  return first === '$root' ? ({ root }) => find(root, keys) : ({ item }) => find(item, keys);
}

function walk(start: unknown, keys: readonly string[]): unknown {
  let value = start;
  for (const key of keys) {
    value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

const walkStrictly =
  (path: string, at: string) =>
  (start: unknown, keys: readonly string[]): unknown => {
    let value = start;
    for (const key of keys) {
      // What may be absent as a whole has no names that could be misspelt.
      if (value === undefined || value === null) return undefined;
      if (!isRecord(value) || !Object.hasOwn(value, key)) {
        const known = isRecord(value) ? Object.keys(value).join(', ') : JSON.stringify(value);
        throw new Error(`no view returns "${path}", asked for at ${at}; there is ${known}`);
      }
      value = value[key];
    }
    return value;
  };

/** `tone=good`: the value is this word. */
const comparison = /^([^=]+)=([\w-]+)$/;

/**
 * Reads `a` and `a=word`, with `!` before it the opposite, with `|` between them one of several. Nothing, `false`, `""`
 * and `[]` do not hold.
 * @throws Error when a path is not written like one; where it is looked up strictly, for any name that is no key
 */
export function compileCondition(condition: string, where: Where): (scope: Scope) => boolean {
  const terms = condition.split('|').map((term) => compileTerm(term, where));
  // Looked at closely, a name behind one that holds counts as well.
  if (where.mode.strict) return (scope) => terms.map((holds) => holds(scope)).includes(true);
  return (scope) => terms.some((holds) => holds(scope));
}

function compileTerm(term: string, where: Where): (scope: Scope) => boolean {
  if (term.startsWith('!')) {
    const opposite = compileTerm(term.slice(1), where);
    return (scope) => !opposite(scope);
  }
  const [, compared, word] = comparison.exec(term) ?? [];
  const lookUp = compilePath(compared ?? term, where);
  return compared ? (scope) => lookUp(scope) === word : (scope) => isSomething(lookUp(scope));
}

const isSomething = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== undefined && value !== null && value !== false && value !== '';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
