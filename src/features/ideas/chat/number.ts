/** `ID-2026-0007` of "ID-2026-7" or "id 2026/7"; `undefined` when it is no number of an idea. */
export function ideaNumber(text: string): string | undefined {
  const [, year, count = ''] = /^\s*id[-\s/]*(\d{4})[-\s/]+0*(\d{1,6})\s*$/i.exec(text) ?? [];
  return year && `ID-${year}-${count.padStart(4, '0')}`;
}
