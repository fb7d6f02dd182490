import { momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { nameWithMark, type Text } from '../../../core/text.ts';
import { openParts, type Request } from '../model.ts';

/**
 * What to say to somebody whose click came too late: who did what at the revision that the card was drawn for.
 * `undefined` when the click was for the step where the request still waits.
 */
export function lateRemark(request: Request, revision: number | undefined): Text | undefined {
  if (!revision || openParts(request).some(({ visit }) => visit === revision)) return undefined;
  const last = request.history.findLast((entry) => entry.facts?.visit === revision && already[entry.act]);
  return last ? sentence(last) : movedOn;
}

function sentence({ act, byName, onBehalfOf, at }: HistoryEntry): Text {
  const what = already[act];
  return {
    de: `Bereits ${what?.de} von ${nameWithMark(byName, onBehalfOf, 'de')} am ${momentIn('de', at)}.`,
    en: `Already ${what?.en} by ${nameWithMark(byName, onBehalfOf, 'en')} on ${momentIn('en', at)}.`,
  };
}

const decided: Text = { de: 'entschieden', en: 'decided' };

/** What ends a revision, so that a card that was drawn for it is out of date. */
const already: Readonly<Record<string, Text>> = {
  approved: decided,
  recommended: decided,
  'advised-against': decided,
  consented: decided,
  'consent-refused': decided,
  rejected: decided,
  'override-approved': decided,
  'override-rejected': decided,
  opinion: { de: 'beantwortet', en: 'answered' },
  answered: { de: 'beantwortet', en: 'answered' },
  changed: { de: 'geändert', en: 'changed' },
  corrected: { de: 'berichtigt', en: 'corrected' },
  taken: { de: 'übernommen', en: 'taken over' },
  'carried-out': { de: 'erledigt', en: 'finished' },
  'passed-on': { de: 'weitergegeben', en: 'passed on' },
  assigned: { de: 'neu vergeben', en: 'assigned anew' },
  prolonged: { de: 'verlängert', en: 'prolonged' },
  expired: { de: 'beendet', en: 'ended' },
  withdrawn: { de: 'zurückgezogen', en: 'withdrawn' },
};

const movedOn: Text = {
  de: 'Inzwischen ist es weitergegangen. Hier sehen Sie den jetzigen Stand.',
  en: 'It has moved on meanwhile. This is its present state.',
};
