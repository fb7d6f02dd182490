import { frozen } from '../frozen.ts';
import type { Doc } from '../tables.ts';

/*
 * `jsonb` refuses two things that JSON takes: the character NUL and halves of surrogate pairs. They do not belong in what
 * people write, but clients send them, so they are written as a mark and their number.
 */

const mark = '\uE000';
const toEscape = /(\\\\)|\\u(0000|d[89a-f][0-9a-f]{2})|\uE000/g;
const escaped = /\uE000([0-9a-f]{4})/g;

/** JSON that `jsonb` takes. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  return json.replace(toEscape, (found, backslash?: string, code?: string) =>
    backslash ? found : `${mark}${code ?? 'e000'}`,
  );
}

/** The document that was written as this JSON, frozen. */
export function fromJson(json: string): Doc {
  if (!json.includes(mark)) return frozen(JSON.parse(json) as Doc);
  return frozen(
    JSON.parse(json, (_, value) => {
      if (typeof value !== 'string') return withNames(value);
      return unescaped(value);
    }) as Doc,
  );
}

const unescaped = (text: string): string =>
  text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function withNames(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [unescaped(name), one]));
}
