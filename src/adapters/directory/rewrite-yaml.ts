import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
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

/**
 * The text saying other data. What does not differ keeps its lines, its comments and its way of writing, letter for
 * letter where only values differ.
 * @returns nothing where the text would not say the data
 */
export function rewriteData(text: string, wanted: unknown): string | undefined {
  const pieces: Piece[] = [];
  const document = parseDocument(text, parsing('typed'));
  const left = valuesIn(document, document.contents as ParsedNode | null, wanted, pieces);
  const written = pieces
    .toSorted((a, b) => b.from - a.from)
    .reduce((all, { from, to, by }) => all.slice(0, from) + by + all.slice(to), text);
  const whole = left ? withStructure(written, wanted) : written;
  const says = parseDocument(whole, parsing('typed'));
  return says.errors.length === 0 && isSame(says.toJS(), wanted) ? whole : undefined;
}

type Piece = { readonly from: number; readonly to: number; readonly by: string };

/** Replaces values in place. @returns whether something else differs: keys or rows that come or go */
function valuesIn(
  document: Document.Parsed,
  node: ParsedNode | null,
  wanted: unknown,
  pieces: Piece[],
): boolean {
  if (!node || isSame(node.toJS(document), wanted)) return !node && wanted !== undefined;
  const [from, to] = node.range;
  if (isScalar(node) && isPlain(wanted)) {
    pieces.push({ from, to, by: scalarText(wanted, node.type === 'PLAIN') });
    return false;
  }
  if (isSeq(node) && node.flow && Array.isArray(wanted) && wanted.every(isPlain)) {
    pieces.push({ from, to, by: `[${wanted.map((one) => scalarText(one, true)).join(', ')}]` });
    return false;
  }
  if (isSeq(node) && Array.isArray(wanted) && node.items.length === wanted.length)
    return node.items.reduce<boolean>(
      (left, item, at) => valuesIn(document, item as ParsedNode, wanted[at], pieces) || left,
      false,
    );
  if (isMap(node) && isRecord(wanted)) {
    const keys = node.items.map(({ key }) => String(isScalar(key) ? key.value : key));
    return node.items.reduce<boolean>(
      (left, { value }, at) => {
        const key = keys[at] as string;
        if (!(key in wanted)) return true;
        return valuesIn(document, value as ParsedNode | null, wanted[key], pieces) || left;
      },
      Object.keys(wanted).some((key) => !keys.includes(key)),
    );
  }
  return true;
}

/** Adds and takes out what the values in place could not say. */
function withStructure(text: string, wanted: unknown): string {
  const document = parseDocument(text, parsing('typed'));
  restructure(document, [], document.toJS(), wanted);
  return withTightLists(document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}

function restructure(document: Document, path: readonly unknown[], now: unknown, wanted: unknown): void {
  if (isSame(now, wanted)) return;
  if (isRecord(now) && isRecord(wanted)) {
    for (const key of Object.keys(now)) if (!(key in wanted)) document.deleteIn([...path, key]);
    for (const [key, value] of Object.entries(wanted)) {
      if (key in now) restructure(document, [...path, key], now[key], value);
      else document.setIn([...path, key], quoteWhereNeeded(inOneLine(document.createNode(value))));
    }
    return;
  }
  if (Array.isArray(now) && Array.isArray(wanted)) rearrange(document, path, now, wanted);
  else document.setIn(path, quoteWhereNeeded(inOneLine(document.createNode(wanted))));
}

/** Rows that are alike stay where they are; what comes is written like the last one. */
function rearrange(
  document: Document,
  path: readonly unknown[],
  now: readonly unknown[],
  wanted: readonly unknown[],
): void {
  const list = path.length > 0 ? document.getIn(path) : document.contents;
  if (!isSeq(list)) return;
  if (now.length === wanted.length && now.every(isRecord)) {
    for (const [at, row] of now.entries()) restructure(document, [...path, at], row, wanted[at]);
    return;
  }
  const last = list.items.at(-1);
  const isOneLine = isMap(last) && last.flow === true;
  const left = now.map((value, at) => ({ value, item: list.items[at] }));
  list.items = wanted.map((value) => {
    const at = left.findIndex((one) => isSame(one.value, value));
    if (at >= 0) return left.splice(at, 1)[0]?.item;
    return isRecord(value)
      ? created(document, value, isOneLine ? 'line' : 'block')
      : quoteWhereNeeded(document.createNode(value));
  });
  if (list.items.length === 0) list.flow = true;
  else if (now.length === 0 && list.items.every((item) => isMap(item))) list.flow = false;
}

const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Words that need no quotes keep none; anything else is quoted, so that it is read as it is meant. */
function scalarText(value: unknown, wasPlain: boolean): string {
  if (typeof value !== 'string') return String(value);
  const isHarmless = /^\p{L}[\p{L}\p{N}.-]*(?: [\p{L}\p{N}.-]+)*$/u.test(value) && !reserved.test(value);
  return wasPlain && isHarmless ? value : JSON.stringify(value);
}
const reserved = /^(?:true|false|yes|no|on|off|null)$/i;

/** The same data, whatever order the keys of a map have. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
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
