import { parseSync } from '@swc/core';

/** One change of a source, as somebody would make it by mistake. */
export type Mutant = {
  readonly id: number;
  readonly line: number;
  readonly was: string;
  readonly is: string;
};
export type Instrumented = { readonly code: string; readonly mutants: readonly Mutant[] };

type Node = {
  readonly type?: string;
  readonly span?: { readonly start: number; readonly end: number };
} & Record<string, unknown>;
/** A place in the source with what may stand there instead. `before` is put before what stands there. */
type Point = {
  readonly start: number;
  readonly end: number;
  readonly instead: string[];
  readonly isBody?: boolean;
};

const others: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};

/**
 * Writes all mutants into a source, each behind a switch: `globalThis.mutant` says which one is on. What is worked out
 * while a module is loaded is left alone: it would not change any more.
 * @param first number of the first mutant
 */
export function instrument(source: string, first: number): Instrumented {
  const bytes = Buffer.from(`;${source}`);
  const module = parseSync(bytes.toString(), { syntax: 'typescript' }) as unknown as {
    body: readonly Node[];
  };
  // Places count from where the parser stopped the last time; the semicolon is the first one.
  const base = module.body[0]?.span?.start ?? 0;
  const points = new Map<string, Point>();
  const text = (node: Node) =>
    bytes.toString('utf8', (node.span?.start ?? 0) - base, (node.span?.end ?? 0) - base);
  const point = (node: Node, instead: readonly string[], isBody = false) => {
    const [start, end] = [(node.span?.start ?? 0) - base, (node.span?.end ?? 0) - base];
    const key = `${start} ${end} ${isBody}`;
    const known = points.get(key) ?? { start, end, instead: [], isBody };
    known.instead.push(...instead);
    points.set(key, known);
  };

  const visit = (node: unknown, isInFunction: boolean): void => {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, isInFunction);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const one = node as Node;
    if (one.type?.startsWith('Ts') && !('expression' in one)) return;
    if (one.type === 'ImportDeclaration') return;
    const isFunction = /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration|ClassMethod)$/.test(
      one.type ?? '',
    );
    if (isInFunction) mutate(one, { point, text });
    const body = one.body as Node | undefined;
    if (isFunction && body?.type === 'BlockStatement') point(body, ['return;'], true);
    for (const [field, value] of Object.entries(one)) {
      if (field === 'span' || field === 'typeAnnotation' || field === 'returnType' || field === 'typeParams')
        continue;
      if (field === 'key' && one.type === 'KeyValueProperty') continue;
      visit(value, isInFunction || isFunction);
    }
  };
  visit(module.body, false);
  return written(bytes, [...points.values()], first);
}

type Making = { point(node: Node, instead: readonly string[]): void; text(node: Node): string };

function mutate(node: Node, { point, text }: Making): void {
  switch (node.type) {
    case 'BinaryExpression': {
      const [left, right, other] = [node.left as Node, node.right as Node, others[String(node.operator)]];
      if (other) point(node, [`(${text(left)}) ${other} (${text(right)})`]);
      return;
    }
    case 'UnaryExpression':
      if (node.operator === '!') point(node, [text(node.argument as Node)]);
      return;
    case 'ConditionalExpression':
    case 'IfStatement':
      point(node.test as Node, ['true', 'false']);
      return;
    case 'BooleanLiteral':
      point(node, [String(!node.value)]);
      return;
    case 'NumericLiteral':
      point(node, [String(Number(node.value) + 1)]);
      return;
    case 'StringLiteral':
      if (node.value !== '') point(node, ["''"]);
      return;
    case 'ArrayExpression':
      if ((node.elements as readonly unknown[]).length > 0) point(node, ['[]']);
      return;
    case 'CallExpression': {
      const { object, property } = node.callee as { object?: Node; property?: { value?: string } };
      const name = property?.value ?? '';
      // Between the parts of a chain with `?.` nothing may be put.
      if (!object || text(node).includes('?.')) return;
      const list = node.arguments as readonly { readonly expression: Node }[];
      const given = list.map(({ expression }) => text(expression)).join(', ');
      if (name === 'some') point(node, [`(${text(object)}).every(${given})`]);
      if (name === 'every') point(node, [`(${text(object)}).some(${given})`]);
      if (name === 'filter') point(node, [`(${text(object)})`]);
      return;
    }
  }
}

function written(bytes: Buffer, points: readonly Point[], first: number): Instrumented {
  const sorted = points.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || Number(a.isBody) - Number(b.isBody),
  );
  const mutants: Mutant[] = [];
  let at = 0;
  const slice = (start: number, end: number) => bytes.toString('utf8', start, end);

  /** What stands between two places, with the points in it. */
  const between = (start: number, end: number): string => {
    let [code, from] = ['', start];
    for (let next = sorted[at]; next && next.start < end; next = sorted[at]) {
      at += 1;
      code += slice(from, next.start) + switched(next);
      from = next.end;
    }
    return code + slice(from, end);
  };
  const switched = (point: Point): string => {
    const line = slice(0, point.start).split('\n').length;
    const was = slice(point.start, point.end).replace(/\s+/g, ' ').slice(0, 100);
    const numbered = point.instead.map((is) => {
      const id = first + mutants.length;
      mutants.push({ id, line, was, is: is.replace(/\s+/g, ' ').slice(0, 100) });
      return { id, is };
    });
    if (point.isBody) {
      const [only] = numbered;
      return `{if (globalThis.mutant === ${only?.id}) return;${between(point.start + 1, point.end)}`;
    }
    const inside = between(point.start, point.end);
    return `(${numbered.map(({ id, is }) => `globalThis.mutant === ${id} ? (${is}) : `).join('')}(${inside}))`;
  };
  return { code: between(0, bytes.length), mutants };
}
