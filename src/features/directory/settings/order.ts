import type { Form } from './forms.ts';

/* Forms stand below one another as their values do in the file. */

/** The form that another one stands in, the nearest. */
function aboveOf(forms: readonly Form[], { at }: Pick<Form, 'at'>): string | undefined {
  return forms
    .map((one) => one.at)
    .filter((one) => one !== '' && one !== at && at.startsWith(one) && /^[.[]/.test(at.slice(one.length)))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Those that stand in no other one. */
export const topOf = (forms: readonly Form[]): readonly Form[] =>
  forms.filter((form) => aboveOf(forms, form) === undefined);

/** A form and those that stand in it, not deeper. */
export const childrenOf = (forms: readonly Form[], at: string): readonly Form[] =>
  forms.filter((form) => form.at === at || aboveOf(forms, form) === at);
