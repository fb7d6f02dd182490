import { periodsIn } from '../../language/entities/days.ts';
import type { AnswerRef } from './views.ts';

/*
 * Questions about another day than today: who held a role then, or will; since when and until when somebody does; who was before
 * them, and who comes after.
 */

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

const past = word(
  'war|waren|hatte|hatten|hat|haben|gewesen|damals|leitete\\p{L}*|machte\\p{L}*|betreute\\p{L}*|führte\\p{L}*|led|managed|was|were|had|did|held|used to',
);
const future = word('ab|wird|werden|künftig|kuenftig|nächste\\p{L}*|from|will|as of|next|upcoming');

/** "Wer ist am 15.1.2027 …?": the verb is of now, the day is not. */
const who = word('wer ist|wer sind|who is|who are');
const aDay = /\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,})\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\s\p{L}{3,}\s\d{4}/u;

/** Asks how long it has been so: today, with the beginning. */
const since = word('seit wann|wie lange schon|since when|how long (?:has|have)');
/** How long it will be so: today, with the end. */
const until = word(
  'bis wann|wie lange noch|noch wie lange|bis zu welchem (?:tag|datum)|until when|how much longer|how long (?:will|is|are)',
);
/** "Wie lange ist … noch im Amt?", "Wann endet die Amtszeit von …?" */
const stays =
  /(?<!\p{L})wie lange(?!\p{L}).{1,60}(?<!\p{L})noch(?!\p{L})|(?<!\p{L})wann (?:endet|enden|läuft|laufen|does|do)(?!\p{L}).{0,80}(?:amtszeit|bestellung|\bterm\b)/iu;
/** What makes "bis wann" a question about a person's office: a form has a last day as well. */
const ofOffice = word(
  'amt|amtszeit|bestellt|benannt|gewählt|eingetragen|zuständig|verantwortlich|inhaber\\p{L}*|in office|appointed|responsible|term|in charge',
);

const predecessor = word(
  'vorgänger\\p{L}*|vorgaenger\\p{L}*|vor (?:der|dem) (?:jetzigen|heutigen|aktuellen|derzeitigen)|wer (?:war|hatte)(?: \\p{L}+){0,2} (?:vorher|davor|zuvor|früher)|predecessors?|before the (?:current|present)|held \\p{L}+ before',
);
const successor = word(
  'nachfolger\\p{L}*|wer (?:kommt|folgt|wird) (?:nach|auf|danach)|successors?|who (?:comes|follows) (?:after|next)',
);

/** What an answer is asked for beside who holds the role today. */
export type AskedTime = Pick<AnswerRef, 'day' | 'term' | 'before' | 'after'>;

/**
 * The time that a question is about: "Wer war im März 2026 …?", "Wer ist ab 1.1. …?", "Seit wann …?", "Wer war der Vorgänger?".
 * `undefined` where it is about today. @param goesOn after an answer the mere day says it: "und im März?", "und bis wann?"
 */
export function askedTime(text: string, today: string, goesOn = false): AskedTime | undefined {
  const term = askedTerm(text, goesOn);
  if (term) return { day: today, term };
  const day = askedDay(text, today, goesOn);
  if (day !== undefined) return { day };
  if (predecessor.test(text)) return { before: true };
  return successor.test(text) ? { after: true } : undefined;
}

/** Whether the beginning or the end of somebody's time is asked for. */
export function askedTerm(text: string, goesOn = false): AskedTime['term'] {
  if (since.test(text)) return 'since';
  const isShort = goesOn && text.trim().split(/\s+/).length <= mostWords;
  if (stays.test(text) && (isShort || ofOffice.test(text))) return 'until';
  return until.test(text) && (isShort || ofOffice.test(text)) ? 'until' : undefined;
}
const mostWords = 5;

/** A longer stretch counts by its last day in the past and by its first to come. */
export function askedDay(text: string, today: string, goesOn = false): string | undefined {
  if (since.test(text)) return today;
  const isOfDay = who.test(text) && aDay.test(text);
  if (!past.test(text) && !future.test(text) && !goesOn && !isOfDay) return undefined;
  const period = periodIn(text, today);
  if (!period) return undefined;
  if (isOfDay && period.from === period.to && period.from !== today) return period.from;
  if (goesOn && period.to < today) return period.to;
  if (goesOn && period.from > today) return period.from;
  if (past.test(text) && period.from < today) return period.to < today ? period.to : undefined;
  return future.test(text) && period.from > today ? period.from : undefined;
}

/** The first stretch of time that is named, also a mere year; a month to come is that of next year when this one's is over. */
function periodIn(text: string, today: string): { readonly from: string; readonly to: string } | undefined {
  const [period] = periodsIn(text, today);
  if (!period) {
    const [, year] = aloneYear.exec(text) ?? [];
    return year === undefined ? undefined : { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const isComing = future.test(text) && !past.test(text) && period.to < today && !/\d/.test(period.text);
  return isComing ? { from: nextYear(period.from), to: nextYear(period.to) } : period;
}

/** "Wer war 2024 …?", but no part of a number or a date. */
const aloneYear = /(?<![\p{L}\d./-])((?:19|20)\d{2})(?![\d./-]*\d)(?!\s*(?:euro|€|stück))/iu;

const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
