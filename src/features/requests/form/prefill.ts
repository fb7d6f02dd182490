import { isDay } from '../../../core/day.ts';
import { centsOf } from '../../../core/money.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { FieldValue, FieldValues } from '../model.ts';
import type { Field, RequestType } from '../types/model.ts';

/** What a sentence already says, put into the fields of a form; the person can change all of it. */
export function prefilled(
  sentence: string,
  type: RequestType,
  directory: RoleDirectory,
  day: string,
): { readonly fields: FieldValues; readonly unit?: string | undefined } {
  const text = sentence.normalize('NFC').trim();
  const fields: Record<string, FieldValue> = {};
  for (const field of type.fields) {
    const value = valueIn(text, field, directory, day);
    if (value !== undefined) fields[field.id] = value;
  }
  return { fields, unit: unitIn(text, directory) };
}

function valueIn(text: string, field: Field, directory: RoleDirectory, day: string): FieldValue | undefined {
  if (field.id === 'subject') return subjectIn(text, field.longest ?? 100);
  switch (field.kind) {
    case 'money':
      return amountIn(text);
    case 'number':
      return field.id === 'count' ? countIn(text) : undefined;
    case 'date':
      return dateIn(text, day);
    case 'choice':
      return choiceIn(text, field);
    case 'application':
      return applicationIn(text, directory);
    default:
      return undefined;
  }
}

const opening =
  /^(?:hallo|guten (?:tag|morgen)|hello|hi)?[\s,!.]*(?:bitte |please )?(?:(?:ich|wir|unser amt|i|we|our office)(?:'d)? (?:brauchen?|braucht|benötigen?|hätten? gerne?|möchten?|wollen|will|beantragen?|need|needs|require|want|would like|like)(?: to (?:order|have|get|buy))?|antrag (?:auf|für|zur|zum)|apply for|order|buy)(?: bitte| noch| dringend| also| urgently)*\s+(?:(?:einen|eine|ein|einem|einer|den|die|das|a|an|the|some)\s+)?/iu;
/** "bis 15.12." has its own field. */
const deadline =
  /\s*\b(?:bis(?: zum)?|by|until)\s+(?:\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\d{4}-\d{2}-\d{2})/iu;
const ending = /\s*(?:beantragen|bestellen|beschaffen|haben|anschaffen)?\s*[.!]*$/iu;

/** The thing itself: "Ich brauche bitte einen Laptop für …" → "Laptop für …". */
function subjectIn(text: string, longest: number): string | undefined {
  const thing = text
    .replace(opening, '')
    .replace(deadline, '')
    .replace(ending, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (!thing) return undefined;
  const upper = thing.charAt(0).toLocaleUpperCase('de') + thing.slice(1);
  return upper.length <= longest ? upper : `${upper.slice(0, longest - 1)}…`;
}

const amountIn = (text: string): number | undefined => {
  const found = /(\d[\d.,]*)\s*(?:€|euro\b|eur\b)|(?:€|eur)\s*(\d[\d.,]*)/i.exec(text);
  return found ? centsOf((found[1] ?? found[2] ?? '').replace(/[.,]$/, '')) : undefined;
};

const numerals: Readonly<Record<string, number>> = {
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwölf: 12,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};

/** "drei Notebooks", "12 licences"; not amounts, units, days or parts of a name. */
function countIn(text: string): number | undefined {
  const digits =
    /(?<![\d.,\p{L}/-])(\d{1,3})(?![\d.,/-]|\s*(?:€|euro|eur|uhr|tage?|days?|prozent|%|zoll|inch))\s+\p{L}/iu;
  const named = text.replace(/\b(?:amt|eb|office|raum|room)\s*\d+(?:\.\d+)?/giu, '');
  const found = digits.exec(named)?.[1];
  if (found) return Number(found);
  const spelt = named.toLowerCase().match(/\p{L}+/gu) ?? [];
  return spelt.map((one) => numerals[one]).find((number) => number !== undefined);
}

/** "bis 15.12.2026", "15.12." (the next one), "2026-12-15"; only days that exist. */
function dateIn(text: string, day: string): string | undefined {
  const iso = /\b(\d{4}-\d{2}-\d{2})\b/.exec(text)?.[1];
  if (iso) return isDay(iso) ? iso : undefined;
  const german = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?/.exec(text);
  if (!german) return undefined;
  const [, date = '', month = '', year] = german;
  const tail = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const years = year ? [year] : [0, 1].map((more) => String(Number(day.slice(0, 4)) + more));
  return years.map((one) => `${one}-${tail}`).find((one) => isDay(one) && (year || one >= day));
}

const tooCommon = new Set([
  'neuer',
  'neue',
  'neuen',
  'neu',
  'altes',
  'oder',
  'einen',
  'nur',
  'only',
  'other',
]);

const wordsOf = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).filter((one) => !tooCommon.has(one));

/** The choice whose label or id shares the longest word with the sentence. */
function choiceIn(text: string, { choices = [] }: Field): string | undefined {
  const said = wordsOf(text);
  const weigh = (label: string): number =>
    Math.max(
      0,
      ...wordsOf(label).map((wanted) =>
        said.some((one) => one === wanted || (wanted.length > 5 && one.startsWith(wanted.slice(0, -1))))
          ? wanted.length
          : 0,
      ),
    );
  const scored = choices.map(({ id, label }) => ({ id, score: weigh(`${id} ${label.de} ${label.en}`) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { id: '', score: 0 });
  return best.score > 0 ? best.id : undefined;
}

function applicationIn(text: string, directory: RoleDirectory): string | undefined {
  const said = text.toLowerCase();
  return directory
    .applications()
    .find(({ name, aliases }) => [name, ...aliases].some((one) => isNamed(said, one.toLowerCase())))?.id;
}

const isNamed = (said: string, name: string): boolean => {
  const at = said.indexOf(name);
  return at >= 0 && !/\p{L}/u.test(said.charAt(at - 1)) && !/\p{L}/u.test(said.charAt(at + name.length));
};

function unitIn(text: string, directory: RoleDirectory): string | undefined {
  const number = /\b(?:amt|eb|eigenbetrieb|office|enterprise)\s*(\d{1,3}(?:\.\d{1,2})?)(?!\d)/i.exec(
    text,
  )?.[1];
  return directory.units().find(({ id }) => id === number)?.id;
}
