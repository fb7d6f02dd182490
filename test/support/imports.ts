import { readdirSync, readFileSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { parseSync } from '@swc/core';

/** A source file and everything it names as an import, `import type` and `import('…')` included. */
export type Module = { readonly path: string; readonly imports: readonly string[] };

/** What {@link importsOf} reports for a dynamic import whose target is computed. */
export const computed = '(computed)';

/** Reads every TypeScript module below `folder`; paths come out relative to `root`, with "/". */
export function readModules(root: string, folder: string): readonly Module[] {
  return filesBelow(`${root}/${folder}`)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({
      path: relative(root, file).split(sep).join('/'),
      imports: importsOf(readFileSync(file, 'utf8'), file.endsWith('x')),
    }));
}

export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/** Every module specifier in the source. Parsed, not matched: comments and strings do not count. */
export function importsOf(source: string, tsx = false): readonly string[] {
  const found: string[] = [];
  visit(parseSync(source, { syntax: 'typescript', tsx, target: 'es2024' }), (node) => {
    const named = specifierOf(node);
    if (named !== undefined) found.push(named);
  });
  return found;
}

/** The file that a relative specifier points to; the house writes them with their extension. */
export const resolveImport = (from: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(from), specifier));

type Node = Readonly<Record<string, unknown>>;

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return literal(node.source);
    case 'ExportNamedDeclaration':
      return node.source ? literal(node.source) : undefined;
    case 'TsImportType':
      return literal(node.argument);
    case 'TsExternalModuleReference':
      return literal(node.expression);
    case 'CallExpression':
      return isLoading(node.callee as Node) ? literal(firstArgument(node)) : undefined;
    default:
      return undefined;
  }
}

const isLoading = (callee: Node): boolean =>
  callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require');

const firstArgument = (call: Node): unknown =>
  (call.arguments as readonly { expression: unknown }[])[0]?.expression;

function literal(value: unknown): string {
  const node = value as Node;
  if (node.type === 'StringLiteral') return node.value as string;
  const quasis = node.quasis as readonly { cooked: string }[] | undefined;
  return node.type === 'TemplateLiteral' && quasis?.length === 1 && quasis[0] ? quasis[0].cooked : computed;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (value !== null && typeof value === 'object') {
    see(value as Node);
    for (const item of Object.values(value)) visit(item, see);
  }
}
