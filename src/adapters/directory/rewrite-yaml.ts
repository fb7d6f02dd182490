import { type Document, isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap } from 'yaml';
import { parsing } from './yaml-text.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows by table, in the order in which they are to stand in the file. */
export type RowsByTable = Readonly<Record<string, readonly Row[]>>;

/**
 * The text with these rows in place of its own. What did not change keeps its lines and comments; comments of
 * removed rows go with them.
 * @param keyOf what makes two rows the same row
 */
export function rewriteYaml(
  text: string,
  tables: RowsByTable,
  keyOf: (table: string, row: Row) => string,
): string {
  const document = parseDocument(text, parsing('text'));
  for (const [table, rows] of Object.entries(tables)) {
    const known = nodesByKey(document, table, keyOf);
    const style = [...known.values()].at(-1)?.flow ? 'line' : 'block';
    const items = rows.map((row) => updated(document, known.get(keyOf(table, row)), row, style));
    replaceItems(document, table, items);
  }
  return withTightLists(document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}

/** The library pads `{ a: b }` and `[ a ]` alike; people write `[a]`, and lines that did not change must stay. */
function withTightLists(text: string): string {
  const padding = new Set<number>();
  visit(parseDocument(text, parsing('text')), {
    Seq: (_key, { flow, range }) => {
      if (!flow || !range) return;
      const [start, end] = range;
      for (const at of [start + 1, end - 2]) if (text[at] === ' ') padding.add(at);
    },
  });
  return text
    .split('')
    .filter((_letter, index) => !padding.has(index))
    .join('');
}

function nodesByKey(document: Document, table: string, keyOf: (table: string, row: Row) => string) {
  const list = document.get(table);
  const items = isSeq(list) ? list.items.filter(isMap) : [];
  return new Map(items.map((item) => [keyOf(table, item.toJS(document) as Row), item as YAMLMap]));
}

function replaceItems(document: Document, table: string, items: YAMLMap[]): void {
  const list = document.get(table);
  if (isSeq(list)) {
    list.items = items;
    list.flow = items.length === 0;
  } else if (items.length > 0) {
    document.set(table, document.createNode([]));
    const created = document.get(table);
    if (isSeq(created)) created.items = items;
  }
}

function updated(document: Document, node: YAMLMap | undefined, row: Row, style: Style): YAMLMap {
  const filled = withoutEmpty(row);
  if (!node) return created(document, filled, style);
  const before = withoutEmpty(node.toJS(document) as Row);
  for (const field of Object.keys(before)) if (!(field in filled)) node.delete(field);
  for (const [field, value] of Object.entries(filled)) {
    if (JSON.stringify(before[field]) !== JSON.stringify(value)) setField(document, node, field, value);
  }
  return node;
}

/** Keeps the scalar and its comment where there is one. */
function setField(document: Document, node: YAMLMap, field: string, value: unknown): void {
  const old = node.get(field, true);
  if (isScalar(old) && typeof value === 'string') {
    old.value = value;
    quoteWhereNeeded(old);
  } else {
    node.set(field, quoteWhereNeeded(inOneLine(document.createNode(value))));
  }
}

/** New rows look like the last one of their table. */
type Style = 'line' | 'block';

const created = (document: Document, row: Row, style: Style): YAMLMap => {
  const node = document.createNode(row) as YAMLMap;
  node.flow = style === 'line';
  for (const { value } of node.items) inOneLine(value);
  return quoteWhereNeeded(node);
};

/** `{ de: …, en: … }` and `[a, b]` read better in one line. */
function inOneLine<T>(node: T): T {
  if (isMap(node) || isSeq(node)) node.flow = true;
  return node;
}

/** Other programs must not read "10.50", "2026-11-24" or "no" as number, day or truth value. */
function quoteWhereNeeded<T>(node: T): T {
  const risky = /^[\d.+-]|^(true|false|yes|no|on|off|null|~)$/i;
  const quote = (scalar: unknown) => {
    if (isScalar(scalar) && typeof scalar.value === 'string' && risky.test(scalar.value)) {
      scalar.type = 'QUOTE_DOUBLE';
    }
  };
  if (isScalar(node)) quote(node);
  else visit(node as YAMLMap, { Scalar: (_key, scalar) => quote(scalar) });
  return node;
}

/** Empty lists and missing values are not written. */
const withoutEmpty = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
