import type { Finding, SourceFile } from './problem.ts';
import { hint } from './suggest.ts';

/** The top level of a file: named lists and fields. An empty file is an empty value. */
export type Top = {
  readonly readable: boolean;
  readonly value: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
};

/** Reads the top level and names what does not belong there or is not a list. */
export function readTop(source: SourceFile, fields: readonly string[]): Top {
  if (source.errors.length > 0) return { readable: false, value: {}, findings: [] };
  const value = isEmpty(source.value) ? {} : source.value;
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { readable: false, value: {}, findings: [{ path: [], text: noFields(fields) }] };
  }
  const top = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(top).filter((key) => !fields.includes(key));
  const noLists = fields.filter(
    (key) => key !== 'document' && !isEmpty(top[key]) && !Array.isArray(top[key]),
  );
  return {
    readable: true,
    value: top,
    findings: [
      ...unknown.map((key) => ({ path: [key], text: unknownPart(key, fields) })),
      ...noLists.map((key) => ({ path: [key], text: noList(key) })),
    ],
  };
}

/** The list of that name; left out or left empty means no rows. */
export function listIn(top: Top, field: string): readonly unknown[] {
  const list = top.value[field];
  return Array.isArray(list) ? list : [];
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const noFields = (fields: readonly string[]) => ({
  de: `Die Datei besteht aus den Teilen ${fields.join(', ')}. Beginnen Sie mit „${fields[0]}:“.`,
  en: `The file consists of the parts ${fields.join(', ')}. Begin with "${fields[0]}:".`,
});

function unknownPart(key: string, fields: readonly string[]) {
  const near = hint(key, fields);
  return {
    de: `Den Teil „${key}“ gibt es hier nicht.${near.de}`,
    en: `There is no part "${key}" here.${near.en}`,
  };
}

const noList = (key: string) => ({
  de: `„${key}“ muss eine Liste sein: jede Zeile beginnt mit „- “.`,
  en: `"${key}" must be a list: every row begins with "- ".`,
});
