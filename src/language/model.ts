import type { Text } from '../core/text.ts';

/**
 * What the reading needs to know of the directory: the names that people may use, and what a task is asked with. The
 * directory of the program has more; it fits as it is.
 */
export type Model = {
  readonly roles: readonly ModelRole[];
  readonly units: readonly ModelUnit[];
  readonly applications: readonly ModelApplication[];
};

export type ModelRole = {
  readonly id: string;
  readonly name: Text;
  readonly shortName: Text;
  readonly aliases: readonly string[];
  readonly tasks: readonly { readonly id: string; readonly asks: readonly string[] }[];
};

export type ModelUnit = {
  readonly id: string;
  readonly kind: 'amt' | 'eigenbetrieb' | 'department';
  readonly name: Text;
  readonly aliases: readonly string[];
};

export type ModelApplication = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
};
