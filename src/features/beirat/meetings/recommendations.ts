import { labelOf } from '../../../core/case-number.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../core/text.ts';
import { monthsLater } from '../board/notice-period.ts';
import type { Rules } from '../board/rules.ts';
import { isInForce } from './attendance.ts';
import type { Item, Meeting, Resolution } from './model.ts';

/*
 * A resolution that is addressed to another body is a recommendation: that body answers until a day, and the Beirat hears
 * at its next meeting what became of it.
 */

/** A recommendation that holds, with the meeting that it comes from. */
export type Recommendation = Resolution & {
  readonly addressee: NonNullable<Resolution['addressee']>;
  readonly meeting: Meeting;
  /** Number of its item on that agenda. */
  readonly n: number;
  readonly isPublic: boolean;
};

/** Last day for the answer, unless the Beirat names another one. @param day of the meeting */
export const answerDue = (day: string, { recommendations }: Pick<Rules, 'recommendations'>): string =>
  monthsLater(day, recommendations?.months ?? 3);

/** Those of released minutes, the longest waiting first. */
export const recommendationsIn = (meetings: readonly Meeting[]): readonly Recommendation[] =>
  meetings
    .filter(({ session }) => session?.sentAt !== undefined)
    .flatMap((meeting) =>
      meeting.resolutions.flatMap((one) => {
        const { addressee } = one;
        if (addressee === undefined || !isInForce(meeting, one)) return [];
        const at = meeting.plan.items.findIndex(({ id }) => id === one.item);
        return { ...one, addressee, meeting, n: at + 1, isPublic: meeting.plan.items[at]?.public ?? false };
      }),
    )
    .sort((a, b) => a.number.localeCompare(b.number, 'de', { numeric: true }));

/** Waits for its answer. One that was reported as done all the same waits no more. */
export const isWaiting = ({ answer, done }: Resolution): boolean => !answer && !done;

/**
 * How it stands with one. @param isClosed without the words of the answer: where somebody reads who may not know what it is
 * about
 */
export function answerState(
  { answer, done, dueDay }: Resolution,
  day: string,
  language: Language,
  isClosed = false,
): string {
  const say = wordsIn(language);
  if (!answer) {
    if (done) return say('✓ erledigt ohne Antwort', '✓ done without an answer');
    if (!dueDay) return say('○ ohne Antwort', '○ no answer');
    return dueDay < day
      ? say(
          `! ohne Antwort, erbeten bis ${dayIn('de', dueDay)}`,
          `! no answer, asked for by ${dayIn('en', dueDay)}`,
        )
      : say(`○ Antwort erbeten bis ${dayIn('de', dueDay)}`, `○ answer asked for by ${dayIn('en', dueDay)}`);
  }
  const on = dayIn(language, dayOf(answer.at));
  const words = answer.text && !isClosed ? answer.text : undefined;
  if (!answer.isTakenUp)
    return say(
      `✕ abgelehnt am ${on}${words ? `, weil: ${quoted(words, 'de')}` : ''}`,
      `✕ rejected on ${on}${words ? `, because: ${quoted(words, 'de')}` : ''}`,
    );
  const how = words ? `: ${quoted(words, 'de')}` : '';
  const after = done
    ? say(` · erledigt am ${dayIn('de', dayOf(done.at))}`, ` · done on ${dayIn('en', dayOf(done.at))}`)
    : say(' · noch nicht erledigt', ' · not done yet');
  return say(`✓ aufgegriffen am ${on}${how}${after}`, `✓ taken up on ${on}${how}${after}`);
}

/**
 * What a meeting hears of: everything that is open, and what was answered or carried out since the meeting before. Its own
 * are for the next one.
 */
export function reportedAt(meetings: readonly Meeting[], { id, plan }: Meeting): readonly Recommendation[] {
  const before = meetings
    .filter((one) => one.id !== id && one.session && one.plan.day < plan.day)
    .map((one) => one.plan.day)
    .sort()
    .at(-1);
  const isNews = (at: string | undefined) => at !== undefined && (!before || dayOf(at) >= before);
  return recommendationsIn(meetings).filter(
    (one) =>
      one.meeting.id !== id &&
      one.meeting.plan.day <= plan.day &&
      (isWaiting(one) ||
        (one.answer?.isTakenUp === true && !one.done) ||
        isNews(one.answer?.at) ||
        isNews(one.done?.at)),
  );
}

export const nothingToReport = (language: Language): string =>
  wordsIn(language)(
    'Es liegt keine Empfehlung vor, von der zu berichten wäre.',
    'There is no recommendation to report on.',
  );

/** One as a line of a paper. @param mayRead whether the reader may know what one from a part that is not public is about */
export function recommendationLine(
  one: Recommendation,
  day: string,
  language: Language,
  mayRead: boolean,
): string {
  const say = wordsIn(language);
  const to = `${say('an', 'to')} ${one.addressee.name[language]}`;
  const state = answerState(one, day, language, !mayRead);
  const what = mayRead
    ? `: ${quoted(shortened(one.wording, 400), 'de')}`
    : say(
        ` (Sitzung ${labelOf(one.meeting)}, TOP ${one.n}, nicht öffentlich)`,
        ` (meeting ${labelOf(one.meeting)}, item ${one.n}, not public)`,
      );
  return `${one.number} ${to}${what} – ${state}`;
}

/** The standing item of an agenda. */
export const reportItem = (id: string, language: Language): Item => ({
  id,
  title: wordsIn(language)('Empfehlungen und was daraus wurde', 'Recommendations and what became of them'),
  kind: 'information',
  public: true,
  minutes: 10,
  links: [],
  shows: 'recommendations',
});

/**
 * What the record says on the item to begin with. The item is public: of what is not it says the number and how it stands.
 */
export const reportNote = (reported: readonly Recommendation[], day: string): string =>
  reported.length === 0
    ? nothingToReport('de')
    : reported.map((one) => recommendationLine(one, day, 'de', one.isPublic)).join('\n');
