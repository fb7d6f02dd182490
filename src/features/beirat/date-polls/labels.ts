import type { HistoryEntry } from '../../../core/history.ts';
import type { Language, Text } from '../../../core/text.ts';
import type { Holidays } from '../../../core/working-days.ts';
import { entryLine, shortDay } from '../board/words.ts';
import type { Choice, DatePoll, Option } from './model.ts';
import type { Prospect, Standing } from './tally.ts';

export const choiceWords: Readonly<Record<Choice | 'open', Text>> = {
  yes: { de: 'ja', en: 'yes' },
  maybe: { de: 'zur Not', en: 'if need be' },
  no: { de: 'nein', en: 'no' },
  open: { de: 'noch offen', en: 'still open' },
};

export const pollStateWords: Readonly<Record<DatePoll['state'], Text>> = {
  open: { de: 'Läuft', en: 'Open' },
  ended: { de: 'Beendet', en: 'Ended' },
};

const acts: Readonly<Record<string, Text>> = {
  'poll-started': { de: 'hat die Terminumfrage begonnen', en: 'began the date poll' },
  'poll-answered': { de: 'hat geantwortet', en: 'answered' },
  'poll-answer-changed': { de: 'hat die Antwort geändert', en: 'changed the answer' },
  'poll-prolonged': { de: 'hat die Umfrage verlängert', en: 'prolonged the poll' },
  'poll-reminded': { de: 'hat erinnert', en: 'sent a reminder' },
  'poll-taken': { de: 'hat einen Termin gewählt', en: 'chose a date' },
  'poll-closed': { de: 'hat die Umfrage beendet', en: 'ended the poll' },
  'poll-ended': { de: 'hat die Umfrage beendet: die Zeit ist um', en: 'ended the poll: its time is over' },
  'words-erased': { de: 'hat Namen und Worte gelöscht', en: 'erased names and words' },
};

/** An entry of its history: "24.11.2026, 10:00 · Geschäftsführung hat die Umfrage verlängert". */
export const pollLine = (entry: HistoryEntry, language: Language): string => entryLine(entry, acts, language);

/** What stands before the word, so that no state is told by colour or position alone. */
export const choiceMarks: Readonly<Record<Choice | 'open', string>> = {
  yes: '✓',
  maybe: '~',
  no: '✕',
  open: '?',
};

/** "Do., 10.12.2026, 14:00 Uhr", with the name of a holiday. */
export function dateLabel(
  { day, time }: Omit<Option, 'id'>,
  language: Language,
  holidays?: Holidays,
): string {
  const holiday = holidays?.nameOf(day);
  const label = `${shortDay(day, language)}, ${time}${language === 'de' ? ' Uhr' : ''}`;
  return holiday ? `${label} (${holiday[language]})` : label;
}

/** "✓ 4 ja · ~ 1 zur Not · ✕ 1 nein · ? 1 noch offen" */
export const countsOf = ({ by }: Standing, language: Language): string =>
  (['yes', 'maybe', 'no', 'open'] as const)
    .filter((said) => said === 'yes' || by[said].length > 0)
    .map((said) => `${choiceMarks[said]} ${by[said].length} ${choiceWords[said][language]}`)
    .join(' · ');

const prospectWords: Readonly<Record<Prospect, Text>> = {
  certain: { de: 'Beschlussfähig', en: 'Quorum there' },
  'if-need-be': { de: 'Beschlussfähig, wenn auch „zur Not“ kommt', en: 'Quorum there with “if need be”' },
  possible: { de: 'Beschlussfähigkeit noch möglich', en: 'Quorum still possible' },
  lost: {
    de: 'Nicht beschlussfähig ohne Vertretungen',
    en: 'No quorum without deputies',
  },
};

/** "Beschlussfähig: 5 von mindestens 4 Stimmberechtigten" */
export function prospectOf({ prospect, votingYes, votingYesOrMaybe, needed }: Standing, language: Language) {
  const maybe = votingYesOrMaybe - votingYes;
  const words = prospectWords[prospect][language];
  if (language === 'de')
    return `${words}: ${votingYesOrMaybe} Stimmberechtigte${maybe ? ` (davon ${maybe} zur Not)` : ''}, nötig ${needed}`;
  return `${words}: ${votingYesOrMaybe} voting members${maybe ? ` (${maybe} of them if need be)` : ''}, needed ${needed}`;
}

export function chairLine({ chair, chairHasDeputy }: Standing, language: Language): string {
  const isGerman = language === 'de';
  if (!chair) return isGerman ? 'Vorsitz: nicht besetzt' : 'Chair: vacant';
  const deputy =
    chair === 'no' && chairHasDeputy ? (isGerman ? ' (Vertretung ist benannt)' : ' (there is a deputy)') : '';
  return `${isGerman ? 'Vorsitz' : 'Chair'}: ${choiceMarks[chair]} ${choiceWords[chair][language]}${deputy}`;
}
