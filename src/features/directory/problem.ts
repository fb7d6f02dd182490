import type { Text } from '../../core/text.ts';
import type { Naming } from './naming.ts';

/** Where a value stands inside a file: keys and indexes from the top. */
export type Path = readonly PropertyKey[];

export type Place = { readonly file: string; readonly line?: number | undefined };

/** A file as it was read: its value, not yet checked, and where each part of it stands. */
export type SourceFile = {
  readonly file: string;
  readonly value: unknown;
  /** What could not be read at all; the value is then not looked at. */
  readonly errors: readonly { readonly line?: number | undefined; readonly reason: string }[];
  readonly placeOf: (path: Path) => Place;
  /** What its fields and values are called, by table, where it is not as in the file. */
  readonly naming?: ((table: string) => Naming | undefined) | undefined;
};

/** Something to put right, with the remedy in its text. A warning does not keep the directory from loading. */
export type Problem = Place & { readonly severity: 'error' | 'warning'; readonly text: Text };

/** A problem that a check found, before its path is turned into file and line. */
export type Finding = { readonly path: Path; readonly text: Text; readonly severity?: 'warning' };

/** A row that has the right shape, and where it stands. */
export type Located<T> = { readonly value: T; readonly path: Path };

/** "data/organisation.yaml:12: Fehler: …" */
export function problemLine(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.severity === 'error' ? 'Fehler' : 'Hinweis'}: ${problem.text.de}`;
}

/** The same in both languages, for those who read it in Teams. */
export const problemWords = (problem: Problem): Text => {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const kind = problem.severity === 'error' ? 'error' : 'note';
  return { de: problemLine(problem), en: `${place}: ${kind}: ${problem.text.en}` };
};

/** Turns findings into problems of the file that they were found in. */
export const locate = (source: SourceFile, findings: readonly Finding[]): readonly Problem[] =>
  findings.map(({ path, text, severity }) => ({
    ...source.placeOf(path),
    severity: severity ?? 'error',
    text,
  }));
