import { dayIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../core/text.ts';
import type { Meeting } from './model.ts';
import { supplementText } from './supplements.ts';

/*
 * What the chair approved is what the chair saw. Before the invitation a change takes the approval away; afterwards
 * members must hear of it at once, so it goes out, and the chair is asked to confirm it: until then the approval says that
 * it is older than what members were sent.
 */

const approving: ReadonlySet<string> = new Set(['approved', 'confirmed']);
const changing: ReadonlySet<string> = new Set(['moved', 'relocated', 'amended']);

/** What was changed in the plan since the chair approved or confirmed it, oldest first. */
export function changesSinceApproval({
  approval,
  history,
}: Pick<Meeting, 'approval' | 'history'>): readonly HistoryEntry[] {
  if (!approval) return [];
  const last = history.findLastIndex(({ act }) => approving.has(act));
  return history.slice(last + 1).filter(({ act }) => changing.has(act));
}

/** "TOP 4 ist neu. Grund: „Eilig“", "Termin: 10.12.2026, 14:00 → 15.12.2026, 14:00. Grund: …" */
export function changeText(
  { act, facts, note }: HistoryEntry,
  meeting: Pick<Meeting, 'plan'>,
  language: Language,
): string {
  const t = wordsIn(language);
  const why = note ? ` ${t('Grund', 'Reason')}: ${quoted(shortened(note, 100), language)}` : '';
  if (act === 'moved') {
    const [day = '', time = ''] = String(facts?.before ?? '').split(' ');
    const now = `${dayIn(language, String(facts?.day ?? ''))}, ${String(facts?.time ?? '')}`;
    const before = day ? `${dayIn(language, day)}, ${time} → ` : '';
    return `${t('Termin', 'Date')}: ${before}${now}.${why}`;
  }
  if (act === 'relocated') {
    const was = typeof facts?.was === 'string' ? `${shortened(facts.was, 80)} → ` : '';
    return `${t('Ort', 'Place')}: ${was}${shortened(String(facts?.place ?? ''), 80)}.${why}`;
  }
  const what = supplementText({ facts }, meeting, language) || t('Tagesordnung geändert.', 'Agenda changed.');
  return `${what}${why}`;
}

const mostUnapproved = 2;

/** What members were sent and the chair has not confirmed, the latest of it. */
export const unapproved = (meeting: Meeting, language: Language): readonly string[] =>
  meeting.state === 'invited'
    ? changesSinceApproval(meeting)
        .slice(-mostUnapproved)
        .map((entry) => changeText(entry, meeting, language))
    : [];
