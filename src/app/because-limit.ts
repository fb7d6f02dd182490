import { centsOf, euros } from '../core/money.ts';
import type { Language, Text } from '../core/text.ts';
import type { Finding } from '../features/directory/problem.ts';
import type { RequestType } from '../features/requests/types/model.ts';

/*
 * A step says why the way leads to it, and often names the limit of its condition. The number stands once, in the
 * condition; the sentence says `{limit}`.
 */

type Step = RequestType['route'][number];

const placeholder = '{limit}';

/** The types with the limits in their sentences. */
export const withLimits = (types: readonly RequestType[]): readonly RequestType[] =>
  types.map((type) => ({ ...type, route: type.route.map(withLimit) }));

function withLimit(step: Step): Step {
  const [limit] = limitsOf(step.when);
  if (limit === undefined || !step.because.de.includes(placeholder)) return step;
  return { ...step, because: inText(step.because, limit) };
}

const inText = (text: Text, limit: number): Text => ({
  de: text.de.replaceAll(placeholder, whole('de', limit)),
  en: text.en.replaceAll(placeholder, whole('en', limit)),
});

/** "25.000 €": limits are round. */
const whole = (language: Language, amount: number): string =>
  euros(language, Math.round(amount * 100)).replace(/[.,]00(?=\D*$)/, '');

/** Sentences that name another amount than their condition, or a limit where there is none. */
export function limitFindings(
  rows: readonly { readonly value: RequestType; readonly path: readonly PropertyKey[] }[],
): readonly Finding[] {
  return rows.flatMap(({ value: { route }, path }) =>
    route.flatMap((step, index): readonly Finding[] => {
      const limits = limitsOf(step.when);
      const at = [...path, 'route', index, 'because'];
      if (step.because.de.includes(placeholder) && limits.length === 0)
        return [{ path: at, severity: 'warning', text: noLimit }];
      const named = amountsIn(step.because.de);
      const wrong = named.find((amount) => limits.length > 0 && !limits.includes(amount));
      return wrong === undefined
        ? []
        : [{ path: at, severity: 'warning', text: otherLimit(whole('de', wrong)) }];
    }),
  );
}

const noLimit: Text = {
  de: `„${placeholder}“ steht für die Wertgrenze unter „when“; dort steht keine. Nennen Sie „over“ oder schreiben Sie den Satz ohne „${placeholder}“.`,
  en: `"${placeholder}" stands for the limit under "when", which has none. Add "over" or write the sentence without it.`,
};
const otherLimit = (amount: string): Text => ({
  de: `Der Satz nennt ${amount}, die Bedingung eine andere Wertgrenze. Schreiben Sie „${placeholder}“ statt des Betrags, dann stimmen beide immer überein.`,
  en: `The sentence names ${amount}, the condition another limit. Write "${placeholder}" instead of the amount, and they always agree.`,
});

const amountsIn = (text: string): readonly number[] =>
  [...text.matchAll(/\d[\d.]*(?:,\d\d)?(?=\s*€)/g)].flatMap(([amount]) => {
    const cents = centsOf(amount);
    return cents === undefined ? [] : [cents / 100];
  });

/** Every `over` of a condition. */
function limitsOf(condition: Step['when']): readonly number[] {
  if (!condition) return [];
  const comparisons = 'any' in condition ? condition.any : 'all' in condition ? condition.all : [condition];
  return comparisons.flatMap((one) => ('over' in one ? [one.over] : []));
}
