import { dayIn, dayOf } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import { type Language, nameWithMark, quoted, shortened, wordsIn } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { outcomeWords, requestWords, stateWords } from '../labels.ts';
import type { Idea, Place } from '../model.ts';
import { mayReadPlace, reviewingRole } from '../policy.ts';
import { forCompany } from './parts.ts';

/** One line of the way of an idea. */
export type TraceLine = {
  /** ✓ behind, ● now, ○ ahead, ✕ declined, – ended here otherwise: tells without colour. */
  readonly mark: string;
  readonly title: string;
  readonly text: string;
  readonly current: boolean;
};

/** The one trace: idea → review → agenda item → result → request → done. */
export function traceOf(
  idea: Idea,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  context: Context,
): readonly TraceLine[] {
  const lines = [submitted, reviewed, beirat, result, request, end].flatMap(
    (line) => line(idea, language, context, id) ?? [],
  );
  // What was ahead of an idea that has come to its end never happened.
  return idea.closedAt ? lines.filter(({ mark }) => mark !== '○') : lines;
}

type Line = (idea: Idea, language: Language, context: Context, viewer: string) => TraceLine | undefined;

const line = (mark: string, title: string, text: string): TraceLine => ({
  mark,
  title,
  text,
  current: mark === '●',
});

const submitted: Line = (idea, language) => {
  const day = dayIn(language, dayOf(idea.createdAt));
  const title = wordsIn(language)('Idee eingereicht', 'Idea submitted');
  const { name } = idea.submitter;
  return line('✓', title, `${idea.company ? forCompany(name)[language] : name} · ${day}`);
};

const reviewed: Line = (idea, language, { directory }) => {
  const role = directory.roleShortName(reviewingRole(idea.scope))[language];
  const title = wordsIn(language)(`Prüfung durch ${role}`, `Review by ${role}`);
  const isNow = ['submitted', 'needs-info', 'under-review'].includes(idea.state);
  if (isNow) {
    const until = idea.dueDay ? dayIn(language, idea.dueDay) : '';
    const by = wordsIn(language)(`bis ${until}`, `by ${until}`);
    return line('●', title, `${stateWords[idea.state][language]} · ${by}`);
  }
  if (idea.state === 'withdrawn' && !idea.offeredAt) return undefined;
  if (idea.state === 'declined') return undefined;
  return line('✓', title, idea.offeredAt ? offered(idea, language) : '');
};

const offered = ({ offeredAt }: Idea, language: Language): string => {
  const day = dayIn(language, dayOf(offeredAt ?? ''));
  return wordsIn(language)(`dem Beirat angeboten am ${day}`, `offered to the board on ${day}`);
};

const beirat: Line = (idea, language, context, viewer) => {
  const { place, evaluation, state } = idea;
  const body = wordsIn(language)('Digitaler Beirat', 'Digital Advisory Board');
  if (place) {
    const mark = state === 'on-agenda' ? '●' : '✓';
    if (!mayReadPlace(place, viewer, context)) return line(mark, body, dayOnly(place, language));
    const day = dayIn(language, place.day);
    const { resolution } = place;
    const found = resolution
      ? `${wordsIn(language)('Beschluss', 'resolution')} ${resolution.number}: ${quoted(shortened(resolution.wording, 200), language)}`
      : '';
    return line(mark, itemName(place, language), [day, found].filter(Boolean).join(' · '));
  }
  if (state === 'on-agenda')
    return line('●', body, wordsIn(language)('wartet auf eine Tagesordnung', 'waits for an agenda'));
  if (evaluation && !evaluation.withBeirat) return undefined;
  return evaluation || state === 'withdrawn'
    ? undefined
    : line('○', body, wordsIn(language)('wenn die Idee dorthin gehört', 'where the idea belongs there'));
};

/** All that those hear of it who may not read a confidential agenda. */
function dayOnly({ state, day }: Place, language: Language): string {
  const on = dayIn(language, day);
  if (state === 'invited') return wordsIn(language)(`vorgesehen am ${on}`, `planned for ${on}`);
  return wordsIn(language)(`behandelt am ${on}`, `dealt with on ${on}`);
}

/** "B-2026/1 TOP 4" */
export const itemName = (place: NonNullable<Idea['place']>, language: Language): string =>
  `${place.meetingLabel} ${wordsIn(language)('TOP', 'item')} ${place.item}`;

const result: Line = (idea, language) => {
  const { evaluation } = idea;
  if (!evaluation)
    return line('○', wordsIn(language)('Ergebnis mit Lösungsweg', 'Result with the way forward'), '');
  const who = nameWithMark(evaluation.byName, evaluation.onBehalfOf, language);
  const day = dayIn(language, dayOf(evaluation.at));
  const title = `${wordsIn(language)('Ergebnis', 'Result')}: ${outcomeWords[evaluation.outcome][language]}`;
  return line(idea.state === 'evaluated' ? '●' : '✓', title, `${who} · ${day}`);
};

const request: Line = (idea, language) => {
  const title = wordsIn(language)('Antrag', 'Request');
  const { request: known, state } = idea;
  if (known) {
    const mark = known.state === 'done' ? '✓' : known.state === 'ended' ? '✕' : '●';
    return line(mark, `${title} ${known.id}`, requestWords[known.state][language]);
  }
  if (state === 'done') return undefined;
  return line('○', title, wordsIn(language)('wenn einer daraus wird', 'if it becomes one'));
};

const end: Line = (idea, language) => {
  if (!idea.closedAt) return undefined;
  // Merged or taken back is no rejection.
  const mark = idea.state === 'done' ? '✓' : idea.state === 'declined' ? '✕' : '–';
  const day = dayIn(language, dayOf(idea.closedAt));
  const into = idea.duplicateOf ? ` ${wordsIn(language)('mit', 'with')} ${idea.duplicateOf}` : '';
  return line(mark, `${stateWords[idea.state][language]}${into}`, day);
};
