import type { Language } from '../../core/text.ts';
import { asMarkdown, asPlain } from './escape.ts';
import { holds, isRecord, lookUp, type Scope } from './scope.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where in the card the binder is. */
type Place = Scope & {
  readonly language: Language;
  /** The nearest element with a `type`; facts and choices belong to their element. */
  readonly owner: Json;
  /** The property that is being bound. */
  readonly key: string;
  /** Inside an action's `data`: travels back to Lotse unseen and unchanged. */
  readonly hidden: boolean;
};

const placeholder = /\$\{([^}]*)\}/g;
const onePlaceholder = /^\$\{([^}]*)\}$/;
const linkSchemes = /^(?:https?|mailto|tel):/i;

/**
 * Fills a template with data; neither is changed. The template language is described in `cards/README.md`.
 * Data can never add elements, links or formatting: it only becomes text, or the hidden `data` of an action.
 * @throws Error naming the card and the path when the data lacks something.
 */
export function bindCard(template: Json, data: Json, language: Language, card = 'card'): Json {
  const place: Place = { root: data, item: data, language, owner: template, key: '', hidden: false };
  try {
    return bindObject(template, place);
  } catch (error) {
    throw new Error(`card ${card}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function bindNode(node: unknown, place: Place): unknown {
  if (typeof node === 'string') return bindString(node, place);
  if (Array.isArray(node)) return node.flatMap((entry) => bindEntry(entry, place));
  if (!isRecord(node)) return node;
  return isText(node) ? bindString(node[place.language], place) : bindObject(node, place);
}

/** An entry of a list: none, one or several elements, as `$when` and `$each` say. */
function bindEntry(entry: unknown, place: Place): readonly unknown[] {
  if (!isRecord(entry) || typeof entry.$each !== 'string') {
    return isLeftOut(entry, place) ? [] : [bindNode(entry, place)];
  }
  const items = lookUp(entry.$each, place);
  if (!Array.isArray(items)) throw new Error(`"${entry.$each}" is not a list`);
  const { $each, ...element } = entry;
  return items.flatMap((item) => bindEntry(element, { ...place, item }));
}

function bindObject(node: Json, place: Place): Json {
  const owner = typeof node.type === 'string' ? node : place.owner;
  const bound: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === '$when' || isLeftOut(value, place)) continue;
    bound[key] = isFixed(value)
      ? value
      : bindNode(value, { ...place, owner, key, hidden: place.hidden || key === 'data' });
  }
  return bound;
}

/** Most of a template is fixed; not walking it halves the time of an answer. */
const isFixed = (value: unknown): boolean =>
  typeof value === 'string' ? !value.includes('${') : typeof value !== 'object';

function isLeftOut(node: unknown, scope: Scope): boolean {
  return isRecord(node) && typeof node.$when === 'string' && !holds(node.$when, scope);
}

function isText(node: Json): node is Readonly<Record<Language, string>> {
  return typeof node.de === 'string' && typeof node.en === 'string' && Object.keys(node).length === 2;
}

function bindString(text: string, place: Place): unknown {
  if (isFixed(text)) return text;
  const path = onePlaceholder.exec(text)?.[1];
  if (path !== undefined) return whole(path, place);
  return safeLink(
    text.replace(placeholder, (_, part: string) => shown(part, place)),
    place,
  );
}

/** The value of a string that is nothing but one placeholder: it keeps its type. */
function whole(path: string, place: Place): unknown {
  const value = present(path, place);
  if (place.hidden) return value;
  if (typeof value === 'boolean' && place.key !== 'text') return value;
  if (typeof value === 'number' && place.key !== 'text') return value;
  return safeLink(shown(path, place), place);
}

function present(path: string, scope: Scope): unknown {
  const value = lookUp(path, scope);
  if (value === undefined || value === null) throw new Error(`"${path}" is missing`);
  return value;
}

/** The value as people read it at this place. */
function shown(path: string, place: Place): string {
  const value = present(path, place);
  if (typeof value === 'object')
    throw new Error(`"${path}" is a list or an object; only "data" may carry one`);
  const text = String(value);
  if (place.hidden || place.key === 'url') return text;
  return rendersMarkdown(place) ? asMarkdown(text) : asPlain(text);
}

/** TextBlock, facts and the choices that are drawn as a list; TextRun and button titles render nothing. */
function rendersMarkdown({ owner, key }: Place): boolean {
  switch (owner.type) {
    case 'TextBlock':
      return key === 'text';
    case 'FactSet':
      return key === 'title' || key === 'value';
    case 'Input.Toggle':
      return key === 'title';
    case 'Input.ChoiceSet':
      return key === 'title' && owner.style === 'expanded';
    default:
      return false;
  }
}

function safeLink(text: string, place: Place): string {
  if (place.key === 'url' && !place.hidden && !linkSchemes.test(text)) {
    throw new Error('a link must begin with https:, http:, mailto: or tel:');
  }
  return text;
}
