import { isDay, isTime } from '../../../core/day.ts';
import type { Language } from '../../../core/text.ts';
import { readDayTime } from '../board/day-time.ts';
import type { Choice, Option } from './model.ts';

export type Dates = {
  readonly options: readonly Omit<Option, 'id'>[];
  readonly replyBy?: string | undefined;
};

const untilWord = /^(?:bis|antwort bis|by|until|answer by)\s+/i;
const joint = /^(?:und|oder|and|or)\s+/i;

/**
 * Reads "10.12.2026 14:00, 17.12.2026 14:00 bis 02.12.2026". @param usual time of dates without one
 * @returns `undefined` when something in it is no date
 */
export function readDates(text: string, usual: string): Dates | undefined {
  const options: Omit<Option, 'id'>[] = [];
  let replyBy: string | undefined;
  let rest = text.trim().replace(/[?!.]+$/, '');
  while (rest) {
    const isUntil = untilWord.test(rest);
    const found = readDayTime(rest.replace(isUntil ? untilWord : joint, ''));
    if (!found || (isUntil && replyBy)) return undefined;
    if (isUntil) replyBy = found.day;
    else options.push({ day: found.day, time: found.time ?? usual });
    rest = found.rest;
  }
  return options.length > 0 ? { options, ...(replyBy ? { replyBy } : {}) } : undefined;
}

const yes = 'ja|passt|geht|yes|fits|ok';
const maybe = 'zur not|vielleicht|notfalls|if need be|maybe';
const no = 'nein|passt nicht|geht nicht|no';
const one = `(?:(?<n>\\d)\\s*[.:)]?\\s*)?(?:(?<no>${no})|(?<maybe>${maybe})|(?<yes>${yes}))`;
const whole = new RegExp(`^${one}(?:\\s*[,;/]\\s*${one.replace(/\?<\w+>/g, '')})*[\\s.!?]*$`, 'i');
const single = new RegExp(`^${one}$`, 'i');

/** Whether a text is an answer: "ja", "ja, nein, zur Not", "1 ja, 3 nein". */
export const isChoices = (text: string): boolean => whole.test(text);

/**
 * Reads such an answer: one word is for all dates, several are for the dates in their order, numbers say which.
 * @returns `undefined` when it fits no poll with so many dates
 */
export function readChoices(text: string, ids: readonly string[]): Record<string, Choice> | undefined {
  if (!isChoices(text)) return undefined;
  const parts = text
    .replace(/[\s.!?]+$/, '')
    .split(/[,;/]/)
    .map((part) => single.exec(part.trim())?.groups ?? {});
  const said = parts.map(({ n, yes: is, maybe: may }) => ({
    n,
    choice: (is ? 'yes' : may ? 'maybe' : 'no') as Choice,
  }));
  const [first] = said;
  if (said.length === 1 && first && !first.n) return Object.fromEntries(ids.map((id) => [id, first.choice]));
  const isNumbered = said.every(({ n }) => n !== undefined);
  if (!isNumbered && (said.some(({ n }) => n !== undefined) || said.length !== ids.length)) return undefined;
  const pairs = said.map(({ n, choice }, at) => [n ?? ids[at] ?? '', choice] as const);
  return pairs.every(([id]) => ids.includes(id)) ? Object.fromEntries(pairs) : undefined;
}

/** Whether a day and a time are such. */
export const isDate = ({ day, time }: Omit<Option, 'id'>): boolean => isDay(day) && isTime(time);

const english = /^(?:\d\s*[.:)]?\s*)?(?:yes|no|fits|maybe|if need be|take|close|end)\b/i;
const german =
  /^(?:\d\s*[.:)]?\s*)?(?:ja|nein|passt|geht|zur not|vielleicht|notfalls|nehmen|beenden|schließen)(?!\p{L})/iu;

/** The language that an answer is written in: its words are too short for the usual way to tell. */
export const languageOfAnswer = (rest: string): Language | undefined =>
  german.test(rest) ? 'de' : english.test(rest) ? 'en' : undefined;
