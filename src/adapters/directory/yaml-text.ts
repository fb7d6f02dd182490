import { type Document, isMap, isNode, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';

/** A YAML file as data, and where each part of it stands. */
export type YamlSource = {
  readonly file: string;
  readonly value: unknown;
  readonly errors: readonly { readonly line?: number | undefined; readonly reason: string }[];
  readonly placeOf: (path: readonly PropertyKey[]) => {
    readonly file: string;
    readonly line?: number | undefined;
  };
};

/**
 * Reads YAML without trusting it: anchors are not expanded without limit, and an unreadable text becomes errors
 * with their lines.
 * @param scalars `typed` reads 1 and true as number and boolean; `text` keeps every value as it is written, so
 *   that 10.50 stays "10.50" with or without quotes.
 */
export function readYaml(file: string, text: string, scalars: 'typed' | 'text'): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...parsing(scalars), lineCounter: lines });
  const errors = document.errors.map((error) => ({
    line: error.linePos?.[0].line,
    reason: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
  }));
  const lineOf = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
  if (errors.length > 0) return { file, value: undefined, errors, placeOf: () => ({ file }) };
  return { ...plainValue(document), file, placeOf: (path) => ({ file, line: lineOf(path) }) };
}

/** The one way in which texts of the directory are parsed, for reading and for rewriting. */
export const parsing = (scalars: 'typed' | 'text') =>
  ({ schema: scalars === 'typed' ? 'core' : 'failsafe', uniqueKeys: true, prettyErrors: true }) as const;

function plainValue(document: Document.Parsed) {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown, errors: [] };
  } catch (error) {
    return { value: undefined, errors: [{ reason: (error as Error).message }] };
  }
}

/** The place of the value itself, or of the nearest part around it that exists. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const key = keyOffset(document, path.slice(0, length));
    if (key !== undefined) return key;
  }
  return undefined;
}

function keyOffset(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const around = path.length > 0 ? nodeAt(document, path.slice(0, -1)) : undefined;
  const last = path.at(-1);
  if (isMap(around)) {
    const pair = around.items.find(({ key }) => isScalar(key) && String(key.value) === String(last));
    return isNode(pair?.key) ? (pair.key as ParsedNode).range[0] : undefined;
  }
  const node = nodeAt(document, path);
  return isNode(node) ? (node as ParsedNode).range[0] : undefined;
}

const nodeAt = (document: Document.Parsed, path: readonly PropertyKey[]): unknown =>
  path.length === 0 ? document.contents : document.getIn(path, true);
