import { dayIn, momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, quoted, type Text } from '../../../core/text.ts';
import type { ProposalState } from './model.ts';

export const proposalWords: Readonly<Record<ProposalState, Text>> = {
  open: { de: 'Wartet auf 10.50', en: 'Waits for 10.50' },
  released: { de: 'Freigegeben, wird eingetragen', en: 'Released, is being entered' },
  entered: { de: 'Eingetragen', en: 'Entered' },
  rejected: { de: 'Abgelehnt', en: 'Rejected' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
};

const acts: Readonly<Record<string, Text>> = {
  proposed: { de: 'hat den Vorschlag gemacht', en: 'made the proposal' },
  released: { de: 'hat freigegeben', en: 'released it' },
  entered: { de: 'hat eingetragen', en: 'entered it' },
  rejected: { de: 'hat abgelehnt', en: 'rejected it' },
  withdrawn: { de: 'hat zurückgezogen', en: 'withdrew it' },
  'words-erased': { de: 'hat Namen und Worte gelöscht', en: 'erased names and words' },
};

/** "24.11.2026, 10:00 · Leitung 10.50 hat freigegeben (ab 1.1.2027)". */
export function proposalLine({ at, byName, act, note, facts }: HistoryEntry, language: Language): string {
  const what = acts[act]?.[language] ?? act;
  const from =
    typeof facts?.from === 'string'
      ? ` (${language === 'de' ? 'ab' : 'from'} ${dayIn(language, facts.from)})`
      : '';
  return `${momentIn(language, at)} · ${byName} ${what}${from}${note ? `: ${quoted(note, language)}` : ''}`;
}
