/*
 * What a card with fields is called, for a place that has a title of its own: a dialog, a panel. There the heading that the
 * card begins with would stand twice.
 */

type Part = { readonly [name: string]: unknown };
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasField = (part: unknown): boolean =>
  Array.isArray(part)
    ? part.some(hasField)
    : isPart(part) &&
      (String(part.type ?? '').startsWith('Input.') ||
        Object.values(part).some((inner) => typeof inner === 'object' && hasField(inner)));

/** @returns the heading as plain text and the card without it; nothing for a card that is no form */
export function formTitle(card: unknown): { readonly title: string; readonly rest: object } | undefined {
  if (!isPart(card) || !Array.isArray(card.body) || !hasField(card.body)) return undefined;
  const [first, ...body] = card.body as readonly unknown[];
  if (!isPart(first) || first.style !== 'heading' || typeof first.text !== 'string') return undefined;
  return {
    title: first.text.replaceAll('\u2060', '').replaceAll(/\\(\p{P}|\p{S})/gu, '$1'),
    rest: { ...card, body },
  };
}
