import { Refusal } from '../../src/core/refusal.ts';

/** What is made of some work, or the code of the refusal; what is broken is thrown as ever. */
export function orCode<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** `done`, or the code of the refusal. */
export const codeOf = (work: () => unknown): string =>
  orCode(() => {
    work();
    return 'done';
  });

/** What becomes of an act: `→ state`, `nothing`, or the code of the refusal. */
export const outcomeOf = (work: () => { readonly doc: { readonly state: string } } | undefined): string =>
  orCode(() => {
    const change = work();
    return change ? `→ ${change.doc.state}` : 'nothing';
  });
