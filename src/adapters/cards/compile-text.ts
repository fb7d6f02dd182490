import { asMarkdown, asPlain } from './escape.ts';
import type { Piece, Place, Scope } from './piece.ts';
import { compilePath, type LookUp } from './scope.ts';

const placeholder = /\$\{([^}]*)\}/g;
const onePlaceholder = /^\$\{([^}]*)\}$/;
const linkSchemes = /^(?:https?|mailto|tel):/i;

/** Compiles a text with `${…}` in it. @throws Error when a path is not written like one. */
export function compileText(text: string, place: Place): Piece {
  if (!text.includes('${')) return { fixed: text };
  const path = onePlaceholder.exec(text)?.[1];
  if (path !== undefined) return { fill: whole(path, place) };
  // Every second part is a path, because the pattern captures it.
  const parts = text
    .split(placeholder)
    .map((part, index) => (index % 2 === 0 ? () => part : shown(part, place)));
  return { fill: (scope) => checkedLink(parts.map((part) => part(scope)).join(''), place) };
}

/** The value of a string that is nothing but one placeholder: it keeps its type. */
function whole(path: string, place: Place): LookUp {
  const value = present(path, place);
  if (place.hidden) return value;
  const text = shown(path, place);
  return (scope) => {
    const found = value(scope);
    const keepsType = typeof found === 'boolean' || typeof found === 'number';
    return keepsType && place.key !== 'text' ? found : checkedLink(text(scope), place);
  };
}

function present(path: string, place: Place): LookUp {
  const lookUp = compilePath(path, place);
  return (scope) => {
    const value = lookUp(scope);
    if (value === undefined || value === null) throw new Error(`"${path}" is missing at ${place.at}`);
    return value;
  };
}

/** The value as people read it at this place. */
function shown(path: string, place: Place): (scope: Scope) => string {
  const value = present(path, place);
  const escaped = escapeAt(place);
  return (scope) => {
    const found = value(scope);
    if (typeof found === 'object')
      throw new Error(`"${path}" at ${place.at} is a list or an object; only "data" may carry one`);
    return escaped(String(found));
  };
}

function escapeAt(place: Place): (text: string) => string {
  if (place.hidden || place.key === 'url' || isEntered(place)) return (text) => text;
  return rendersMarkdown(place) ? asMarkdown : asPlain;
}

/** What stands in a field to be typed over: nothing is rendered, and its line breaks must stay. */
const isEntered = ({ owner, key }: Place): boolean => owner.type === 'Input.Text' && key === 'value';

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

function checkedLink(text: string, place: Place): string {
  if (place.key === 'url' && !place.hidden && !linkSchemes.test(text)) {
    throw new Error(`a link must begin with https:, http:, mailto: or tel: (${place.at})`);
  }
  return text;
}
