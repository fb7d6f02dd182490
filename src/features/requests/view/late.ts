import type { Language } from '../../../core/text.ts';
import type { Request, Vote } from '../request.ts';
import { momentIn, nameWithMark } from './words.ts';

/**
 * What to say to somebody whose click came too late: the step that the card was drawn for is behind the request.
 * `undefined` when the click was for the step where it still waits.
 */
export function lateRemark(
  request: Request,
  visit: number | undefined,
  language: Language,
): string | undefined {
  if (visit === undefined || visit === 0 || visit === request.open?.visit) return undefined;
  const step = request.settled.find((one) => one.visit === visit);
  const last: Vote | undefined = step?.votes.at(-1);
  if (step?.outcome === 'reopened' || !step) return moved[language];
  if (!last) return moved[language];
  const name = nameWithMark(last.byName, last.onBehalfOf, language);
  const at = momentIn(language, last.at);
  return language === 'de'
    ? `Bereits entschieden von ${name} am ${at}.`
    : `Already decided by ${name} on ${at}.`;
}

const moved = {
  de: 'Der Antrag ist inzwischen weitergegangen. Hier sehen Sie den jetzigen Stand.',
  en: 'The request has moved on meanwhile. This is its present state.',
};
