import { momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import type { Language, Text } from '../../../core/text.ts';
import { nameWithMark } from '../../../core/text.ts';
import type { Request } from '../request.ts';

/**
 * What to say to somebody whose click came too late: who did what at the opening of the step that the card was drawn
 * for. `undefined` when the click was for the step where the request still waits.
 */
export function lateRemark(
  { history, open }: Request,
  visit: number | undefined,
  language: Language,
): string | undefined {
  if (visit === undefined || visit === 0 || visit === open?.visit) return undefined;
  const last = history.findLast((entry) => entry.facts?.visit === visit && already[entry.act]);
  return last ? sentence(last, language) : movedOn[language];
}

function sentence({ act, byName, onBehalfOf, at }: HistoryEntry, language: Language): string {
  const what = already[act]?.[language];
  const who = nameWithMark(byName, onBehalfOf, language);
  const when = momentIn(language, at);
  return language === 'de'
    ? `Bereits ${what} von ${who} am ${when}.`
    : `Already ${what} by ${who} on ${when}.`;
}

const decided: Text = { de: 'entschieden', en: 'decided' };

/** What ends a visit, so that a card that was drawn for it is out of date. */
const already: Readonly<Record<string, Text>> = {
  approved: decided,
  rejected: decided,
  'override-approved': decided,
  'override-rejected': decided,
  opinion: { de: 'beantwortet', en: 'answered' },
  answered: { de: 'beantwortet', en: 'answered' },
  taken: { de: 'übernommen', en: 'taken over' },
  'carried-out': { de: 'erledigt', en: 'finished' },
  'passed-on': { de: 'weitergegeben', en: 'passed on' },
  assigned: { de: 'neu vergeben', en: 'assigned anew' },
  withdrawn: { de: 'zurückgezogen', en: 'withdrawn' },
};

const movedOn: Text = {
  de: 'Der Antrag ist inzwischen weitergegangen. Hier sehen Sie den jetzigen Stand.',
  en: 'The request has moved on meanwhile. This is its present state.',
};
