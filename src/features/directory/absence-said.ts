import { command } from '../../core/command.ts';
import { type Period, periodsIn } from '../../language/entities/days.ts';
import { type Days, noDays } from './absence.ts';

/*
 * "Ich bin bis 20.12. im Urlaub." Only a sentence that says nothing else is taken for it: every word must be one of these.
 */

const away =
  /(?<!\p{L})(?:urlaub|abwesend|verreist|krank|krankgeschrieben|elternzeit|dienstreise|fortbildung|fehle|nicht (?:da|im (?:haus|dienst|büro|amt))|außer haus|on (?:leave|holiday|vacation)|away|absent|out of (?:the )?office|sick|not in(?: the office)?)(?!\p{L})/iu;
/** "nicht im Urlaub", "nicht mehr krank". */
const denied =
  /(?<!\p{L})(?:nicht|not|kein|keinen|nie|never|no)\s+(?:mehr\s+|longer\s+)?(?:im urlaub|in urlaub|auf |krank|urlaub|abwesend|verreist|away|absent|on |sick|out )/iu;
const self = /(?<!\p{L})(?:ich|i|i[’']m|i[’']ll)(?!\p{L})|^\s*bin(?!\p{L})/iu;
const words: ReadonlySet<string> = new Set(
  (
    'ich bin habe werde sein fehle nehme mache gehe ab bis bis vom von am an im in den dem der die das zum zur und auf wieder ' +
    'einschließlich einschliesslich inklusive inkl dann leider bitte hallo guten tag urlaub abwesend verreist krank krankgeschrieben elternzeit ' +
    'dienstreise fortbildung nicht da haus dienst büro amt außer wegen heute eine einer zwei drei vier woche wochen tag tage tagen monat ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag kw ' +
    'i am m ll will be have going to from until till through to on leave holiday vacation away absent out of the office sick not ' +
    'including inclusive and please hello next week weeks days day a one two three four'
  ).split(' '),
);

/** Whether a text says of the person who writes it that they are away, or asks it, and nothing else. */
export function saysAbsence(text: string): boolean {
  if (text.length > 160 || !away.test(text) || denied.test(text) || !self.test(text)) return false;
  const rest = periodsIn(written(text), anyDay).reduce(
    (left, { text: said }) => left.replace(said, ' '),
    written(text),
  );
  return rest
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .every((word) => words.has(word));
}
/** Which words name a day does not depend on today. */
const anyDay = '2026-06-15';

/** Whether it is a question: with its mark, or with the verb in front. */
export const asksAbsence = (text: string): boolean =>
  /\?|^\s*(?:bin ich|habe ich|fehle ich|am i)\b/iu.test(text);

export const asksOwnAbsence = command(
  'meine abwesenheit',
  'meine abwesenheiten',
  'bin ich abwesend',
  'bin ich im urlaub',
  'abwesenheit',
  'my absence',
  'my absences',
  'am i on leave',
  'am i away',
  'absence',
);

export const saysBack = (text: string): boolean =>
  text.length <= 120 &&
  /^\s*(?:(?:ich )?bin (?:jetzt |ab heute |seit heute )?(?:wieder|zurück)|i(?: am|[’']m) back)(?: (?:da|zurück|im haus|im dienst|im büro|hier|in the office|again|at work|now|today))?(?:[\s,.;:–-]+(?:meine )?abwesenheit (?:bitte )?(?:aufheben|beenden|austragen))?[\s.!?]*$/iu.test(
    text.normalize('NFC'),
  );

/** "vom 1. bis 20.12." says the month once, and no part of a date needs its point. */
const written = (text: string): string =>
  text
    .normalize('NFC')
    .replace(
      /(?<![\d.])(\d{1,2})\.?\s*(bis(?: zum)?|–|-|to|until)\s*(\d{1,2})\.\s?(\d{1,2}\.(?:\s?\d{4})?|\p{L}{3,}(?:\s\d{4})?)/giu,
      (_all, first, till, last, month) => `${first}. ${month} ${till} ${last}. ${month}`,
    );

const tillWord =
  /(?:bis|until|till|through|to|–|-)(?:\s+(?:zum|einschließlich|einschliesslich|inklusive|the|and including))*\s*$/iu;
const tillInside = /^(?:bis|until|by)\s/iu;
const fromWord = /(?:ab|from|starting)\s*(?:dem\s*)?$/iu;
const fromInside = /^(?:ab|from)\s/iu;
/** "in zwei Wochen" is a beginning. */
const ahead = /^in\s.*(?:tag|woche|day|week)/iu;

/** The days that a sentence names, both included. @throws {Refusal} where a beginning has no end, or no day is named */
export function daysSaid(text: string, today: string): Days {
  const plain = written(text);
  const [first, second, ...more] = placed(plain, today);
  if (!first || more.length > 0) throw noDays();
  if (second) {
    if (!second.isTill || first.isTill) throw noDays();
    return { from: first.from, to: second.to };
  }
  if (first.isTill) return { from: today, to: first.to };
  if (first.isBeginning) throw noDays();
  return { from: first.from, to: first.to };
}

type Placed = Period & { readonly isTill: boolean; readonly isBeginning: boolean };

function placed(text: string, today: string): readonly Placed[] {
  let at = 0;
  return periodsIn(text, today).map((period) => {
    const begin = text.indexOf(period.text, at);
    const before = text.slice(at, begin);
    at = begin + period.text.length;
    return {
      ...period,
      isTill: tillWord.test(before) || tillInside.test(period.text),
      isBeginning: fromWord.test(before) || fromInside.test(period.text) || ahead.test(period.text),
    };
  });
}
