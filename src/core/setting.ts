import type { Language, Text } from './text.ts';

/*
 * What of a data file people keep without touching the file: the words for it. How a value is typed follows from the shape
 * of the file; what is not named here stays a matter of the file.
 */

/** What one value is called. */
export type CellWords = {
  readonly label: Text;
  /** A day of the calendar, which the shape of a file only knows as text. */
  readonly isDay?: true;
  /** Not asked where the file does not have it: the limit of a step that has none. */
  readonly onlyIfThere?: true;
  /** Not asked in some rows: there it is a right, which only the file gives. */
  readonly notIn?: (row: Raw) => boolean;
  /** What the values of a choice are called; under an empty name, what it is called that nothing is said. */
  readonly values?: Readonly<Record<string, Text>>;
};

/** Rows of a file as they were read, not trusted. */
export type Raw = Readonly<Record<string, unknown>>;

/** What a title is made with: names of roles. */
export type Naming = { readonly language: Language; readonly roleName: (id: string) => string };

/** Values that are changed together, in one form. */
export type SettingGroup = {
  /** Where they stand: `notice`, `seats[]`, `types[].fields[]`; empty for the top of the file. */
  readonly at: string;
  readonly title: (row: Raw, naming: Naming, place: number) => string;
  /** By the way from there: `days`, `label`; a text in both languages is one of these. */
  readonly cells: Readonly<Record<string, CellWords>>;
  /** What is said of it besides its values: what only the file can change. */
  readonly about?: (row: Raw, naming: Naming) => string | undefined;
  /** Rows may be added and taken out. */
  readonly list?: {
    /** What adding one is called. */
    readonly add: Text;
    /** New rows get an id, which stays. */
    readonly hasId?: true;
    /** What a new row has that nobody is asked for. */
    readonly fresh?: Raw;
    /** Why one cannot be taken out here, where it cannot. */
    readonly keeps?: (row: Raw) => Text | undefined;
  };
};

/** A file in words. */
export type SettingWords = {
  readonly title: Text;
  readonly groups: readonly SettingGroup[];
  /** What becomes of cases that are under way. */
  readonly effect: Text;
  /** Values that only the file changes, by their way with `[]` for a place in a list, and why. */
  readonly inFile: Readonly<Record<string, string>>;
};
