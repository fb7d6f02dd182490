const ones = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const teens = [
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
];
const tens = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** A number from 10 to 99 as it is dictated: 66 → "sechsundsechzig". `undefined` for any other. */
export function inWords(number: number): string | undefined {
  if (!Number.isInteger(number) || number < 10 || number > 99) return undefined;
  if (number < 20) return teens[number - 10];
  const [one, ten] = [ones[number % 10] ?? '', tens[Math.floor(number / 10)] ?? ''];
  return one === '' ? ten : `${one}und${ten}`;
}
