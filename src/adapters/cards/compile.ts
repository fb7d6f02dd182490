import type { Language } from '../../core/text.ts';
import { compileText } from './compile-text.ts';
import { fittingValue } from './input-value.ts';
import type { Json, Mode, Piece, Place, Scope } from './piece.ts';
import { compileCondition, compilePath, isRecord } from './scope.ts';

/**
 * Fills a template with data; neither is changed. What no data changes is the same frozen object in every card.
 * @throws Error naming the card and the path when the data lacks something.
 */
export type Bind = (data: Json) => Json;

/**
 * Compiles a template for one language. The template language is described in `cards/README.md`.
 * Data can never add elements, links or formatting: it only becomes text, or the hidden `data` of an action.
 * @throws Error naming the card when a path is not written like one.
 */
export function compileCard(template: Json, language: Language, card = 'card', mode: Mode = {}): Bind {
  const naming = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new Error(`card ${card}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  };
  const place: Place = { language, owner: template, key: '', hidden: false, at: '', mode };
  const fill = filling(naming(() => compileObject(template, place)));
  return (data) => naming(() => fill({ root: data, item: data }) as Json);
}

const filling = (piece: Piece): ((scope: Scope) => unknown) =>
  'fixed' in piece ? () => piece.fixed : piece.fill;

function compileNode(node: unknown, place: Place): Piece {
  if (typeof node === 'string') return compileText(node, place);
  if (Array.isArray(node)) return compileList(node, place);
  if (!isRecord(node)) return { fixed: node };
  return isText(node) ? compileText(node[place.language], place) : compileObject(node, place);
}

/** A list of none, one or several elements per entry, as `$when` and `$each` say. */
function compileList(entries: readonly unknown[], place: Place): Piece {
  const compiled = entries.map((entry, index) =>
    compileEntry(entry, { ...place, at: `${place.at}[${index}]` }),
  );
  const fixed = compiled.flatMap((entry) => ('fixed' in entry ? [entry.fixed] : []));
  if (fixed.length === entries.length) return { fixed: Object.freeze(fixed) };
  const addings = compiled.map(adding);
  return {
    fill: (scope) => {
      const list: unknown[] = [];
      for (const add of addings) add(list, scope);
      return list;
    },
  };
}

type Adding = (list: unknown[], scope: Scope) => void;
type Entry = Piece | { readonly add: Adding };

function adding(entry: Entry): Adding {
  if ('add' in entry) return entry.add;
  const fill = filling(entry);
  return (list, scope) => {
    const value = fill(scope);
    if (value !== leftOut) list.push(value);
  };
}

function compileEntry(entry: unknown, place: Place): Entry {
  if (!isRecord(entry) || typeof entry.$each !== 'string') return compileOptional(entry, place);
  const { $each: path, ...element } = entry;
  const lookUp = compilePath(path, place);
  const add = adding(compileEntry(element, place));
  return {
    add(list, scope) {
      const items = lookUp(scope);
      if (!Array.isArray(items)) throw new Error(`"${path}" is not a list at ${place.at}`);
      place.mode.onCondition?.({ at: place.at, wanted: `$each ${path}`, holds: items.length > 0 });
      for (const item of items) add(list, { root: scope.root, item });
    },
  };
}

/** What an element or a property comes to when its `$when` does not hold. */
const leftOut = Symbol('left out');

function compileOptional(node: unknown, place: Place): Piece {
  const piece = compileNode(node, place);
  if (!isRecord(node) || typeof node.$when !== 'string') return piece;
  const wanted = node.$when;
  const { at, mode } = place;
  const decide = compileCondition(wanted, place);
  const fill = filling(piece);
  return {
    fill(scope) {
      const holds = decide(scope);
      mode.onCondition?.({ at, wanted, holds });
      return holds ? fill(scope) : leftOut;
    },
  };
}

function compileObject(node: Json, place: Place): Piece {
  const owner = typeof node.type === 'string' ? node : place.owner;
  const properties = Object.entries(node)
    .filter(([key]) => key !== '$when')
    .map(([key, value]) => {
      const hidden = place.hidden || key === 'data';
      const at = place.at === '' ? key : `${place.at}.${key}`;
      return [key, fitted(compileOptional(value, { ...place, owner, key, hidden, at }), node, key)] as const;
    });
  const fixed = properties.flatMap(([key, piece]) => ('fixed' in piece ? [[key, piece.fixed]] : []));
  if (fixed.length === properties.length) return { fixed: Object.freeze(Object.fromEntries(fixed)) };
  const fillings = properties.map(([key, piece]) => [key, filling(piece)] as const);
  return {
    fill: (scope) => {
      const bound: Record<string, unknown> = {};
      for (const [key, fill] of fillings) {
        const value = fill(scope);
        if (value !== leftOut) bound[key] = value;
      }
      return bound;
    },
  };
}

/** An input without a value that it could hold has none. */
function fitted(piece: Piece, node: Json, key: string): Piece {
  const fitting = fittingValue(node, key);
  if (!fitting || 'fixed' in piece) return piece;
  return { fill: (scope) => fitting(piece.fill(scope)) ?? leftOut };
}

function isText(node: Json): node is Readonly<Record<Language, string>> {
  return typeof node.de === 'string' && typeof node.en === 'string' && Object.keys(node).length === 2;
}
