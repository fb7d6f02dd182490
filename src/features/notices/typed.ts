import type { Preferences, Wish } from './preferences.ts';

/**
 * What somebody wants to be changed about how they are told, from what they typed. `{}` only asks to see it;
 * `undefined` when the text is about something else.
 */
export function wishIn(text: string): Wish | undefined {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[?!.]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length > longest) return undefined;
  return quietIn(words) ?? plainWish(words);
}

const longest = 60;

const subject = `(?:meine |my )?(?:benachrichtigungen|benachrichtigung|notifications)`;
const plain: readonly (readonly [RegExp, Wish])[] = [
  [/(?: anzeigen| einstellen|seinstellungen| settings)?/, {}],
  [/ (?:sofort|einzeln|at once|immediately|one by one)/, { delivery: 'at-once' }],
  [/ (?:täglich|taeglich|gesammelt|einmal am tag|daily|once a day)/, { delivery: 'digest' }],
  [
    / (?:auch per e-?mail|auch per mail|also by e-?mail|by e-?mail too|by e-?mail as well)/,
    { mailToo: true },
  ],
  [/ (?:nur in teams|nicht per e-?mail|in teams only|only in teams|not by e-?mail)/, { mailToo: false }],
  [/ (?:auf|in) (?:deutsch|german)/, { language: 'de' }],
  [/ (?:auf|in) (?:englisch|english)/, { language: 'en' }],
];
const wishes = plain.map(([ending, wish]) => [new RegExp(`^${subject}${ending.source}$`), wish] as const);

const plainWish = (words: string): Wish | undefined => wishes.find(([pattern]) => pattern.test(words))?.[1];

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?(?: uhr)?`;
const span = new RegExp(
  `^(?:ruhezeit(?:en)?|ruhe|quiet hours|quiet time)(?: von| from)? ${time}(?: bis | to | until | ?[-–] ?)${time}$`,
);
const noSpan =
  /^(?:ruhezeit(?:en)?|quiet hours|quiet time) (?:aus|keine|löschen|off|none)$|^(?:keine ruhezeit(?:en)?|no quiet hours)$/;

function quietIn(words: string): Wish | undefined {
  if (noSpan.test(words)) return { quiet: null };
  const found = span.exec(words);
  const [from, to] = [timeOf(found?.[1], found?.[2]), timeOf(found?.[3], found?.[4])];
  return from && to ? { quiet: { from, to } } : undefined;
}

/** `18:00` of "18" or "18.00"; 24 is midnight. */
export function timeOf(hours = '', minutes = '00'): string | undefined {
  if (!/^\d{1,2}$/.test(hours) || !/^\d{2}$/.test(minutes)) return undefined;
  const whole = Number(hours) === 24 && Number(minutes) === 0 ? 0 : Number(hours);
  if (whole > 23 || Number(minutes) > 59) return undefined;
  return `${String(whole).padStart(2, '0')}:${minutes}`;
}

/** What a filled in form says about quiet hours; a problem when one of both is missing or is no time. */
export function quietOf(from: string, to: string): Preferences['quiet'] | null | 'incomplete' {
  if (!from.trim() && !to.trim()) return null;
  const [start, end] = [from, to].map((written) => timeOf(...(written.trim().split(/[:.]/) as [string])));
  return start && end ? { from: start, to: end } : 'incomplete';
}
