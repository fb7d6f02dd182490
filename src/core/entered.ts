/**
 * The number in a field: clients send numbers as such or as text, and nothing for a field that was left empty.
 * "1.000" and "1,000" separate thousands, as with amounts; "2,5" and "2.5" do not.
 * @returns `undefined` for an empty field, `NaN` for what is no number
 */
export function enteredNumber(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim();
  if (text === '') return undefined;
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+$|^-?[1-9]\d{0,2}(?:,\d{3})+$/.test(text)) {
    return Number(text.replaceAll(/[.,]/g, ''));
  }
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
