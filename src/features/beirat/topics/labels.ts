import { dayIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import type { Agenda, Context } from '../board/context.ts';
import { entryLine, entryText } from '../board/words.ts';
import { lastDayFor, meetingFor, type Topic, type TopicState } from './model.ts';

export const topicStateWords: Readonly<Record<TopicState, Text>> = {
  open: { de: 'Bei der Geschäftsführung', en: 'With the board’s office' },
  placed: { de: 'Auf der Tagesordnung', en: 'On the agenda' },
  declined: { de: 'Nicht aufgenommen', en: 'Not taken' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
};

const acts: Readonly<Record<string, Text>> = {
  'file-added': { de: 'hat eine Datei beigelegt', en: 'added a file' },
  'file-removed': { de: 'hat eine Datei entfernt', en: 'removed a file' },
  'topic-proposed': { de: 'hat das Thema vorgeschlagen', en: 'proposed the topic' },
  'topic-placed': {
    de: 'hat das Thema auf die Tagesordnung genommen',
    en: 'put the topic on the agenda',
  },
  'topic-off': {
    de: 'hat das Thema von der Tagesordnung genommen',
    en: 'took the topic off the agenda',
  },
  'topic-declined': { de: 'nimmt das Thema nicht auf', en: 'does not take the topic' },
  'topic-withdrawn': { de: 'hat den Vorschlag zurückgezogen', en: 'withdrew the proposal' },
  'topic-demanded': { de: 'verlangt eine Sitzung dazu', en: 'demands a meeting about it' },
  'topic-joined': { de: 'verlangt die Sitzung mit', en: 'joins the demand for a meeting' },
  'topic-undemanded': { de: 'verlangt die Sitzung nicht mehr', en: 'no longer demands the meeting' },
  'topic-demand-reached': {
    de: 'stellt fest, dass genug Mitglieder die Sitzung verlangen',
    en: 'finds that enough members demand the meeting',
  },
  'topic-convened': {
    de: 'sieht, dass zu der Sitzung eingeladen ist',
    en: 'sees that the meeting is invited to',
  },
  'topic-not-convened': {
    de: 'sieht, dass die Sitzung nicht mehr stattfindet',
    en: 'sees that the meeting does not take place any more',
  },
  'topic-demand-reminded': {
    de: 'hat an die verlangte Sitzung erinnert',
    en: 'reminded of the demanded meeting',
  },
  'topic-reminded': { de: 'hat erinnert', en: 'sent a reminder' },
  'words-erased': { de: 'hat Namen und Worte gelöscht', en: 'erased names and words' },
};

export const topicLine = (entry: HistoryEntry, language: Language): string =>
  entryLine(entry, acts, language);

/** Without what was said: mails carry nothing that may be confidential. */
export const happenedTo = ({ note: _, ...entry }: HistoryEntry, language: Language): string =>
  `${entryText(entry, acts, language)}.`;

const named = ({ day }: Agenda, language: Language): string =>
  wordsIn(language)(`die Sitzung am ${dayIn('de', day)}`, `the meeting on ${dayIn('en', day)}`);

/** For which meeting a proposal of today would be in time. */
export function lastDayLine(context: Context, language: Language): string {
  const t = wordsIn(language);
  const found = meetingFor({ createdAt: context.now }, context);
  if (!found)
    return t(
      'Der Tag der nächsten Sitzung steht noch nicht fest; Ihr Vorschlag wartet auf sie.',
      'The day of the next meeting is not known yet; your proposal waits for it.',
    );
  const { agenda, inTime } = found;
  const last = dayIn(language, lastDayFor(agenda, context));
  return inTime
    ? t(
        `Rechtzeitig für ${named(agenda, 'de')} sind Vorschläge bis ${last}.`,
        `Proposals are in time for ${named(agenda, 'en')} until ${last}.`,
      )
    : t(
        `Für ${named(agenda, 'de')} war der letzte Tag der ${last}; die Geschäftsführung kann das Thema noch aufnehmen, sonst wartet es auf die nächste.`,
        `The last day for ${named(agenda, 'en')} was ${last}; the board’s office may still take the topic, otherwise it waits for the next one.`,
      );
}

/** Whether this one came in time, for those who decide on it. */
export function inTimeLine(topic: Topic, context: Context, language: Language): string {
  const t = wordsIn(language);
  const found = meetingFor(topic, context);
  if (!found) return t('Keine Sitzung in Planung', 'No meeting is being planned');
  const { agenda, inTime } = found;
  const last = dayIn(language, lastDayFor(agenda, context));
  return inTime
    ? t(
        `rechtzeitig für ${named(agenda, 'de')} (bis ${last})`,
        `in time for ${named(agenda, 'en')} (until ${last})`,
      )
    : t(
        `nach dem letzten Tag für ${named(agenda, 'de')} (${last})`,
        `after the last day for ${named(agenda, 'en')} (${last})`,
      );
}
