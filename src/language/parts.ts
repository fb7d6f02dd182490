/** Where one thing ends and another begins: a sentence, or "und wer", "außerdem", "and also". */
const between =
  /(?<=[.!?])\s+(?=\p{L})|\n+|;\s+|,?\s+(?:und|and)\s+(?=(?:wer|wo|wie|was|wann|wen|wem|welche\p{L}*|außerdem|ausserdem|dann|zusätzlich|ich|wir|bitte|mein\p{L}*|unser\p{L}*|who|where|how|what|when|also|i|we|my|please)\b)|,?\s+(?=(?:außerdem|ausserdem|zudem|zusätzlich|besides|in addition)\b)/giu;

const fewestWords = 3;
const mostParts = 4;
const isShort = (piece: string): boolean => piece.split(/\s+/).length < fewestWords;

/**
 * The parts of a message that may be two things: "Mein Drucker geht nicht und außerdem brauche ich ein Headset". Parts of
 * one or two words belong to their neighbour. One part when there is nothing to part.
 */
export function partsOf(text: string): readonly string[] {
  const pieces = text.split(between).map((piece) => piece.trim());
  const parts: string[] = [];
  for (const piece of pieces) {
    if (!piece) continue;
    const last = parts.at(-1);
    if (last !== undefined && (isShort(piece) || isShort(last))) parts[parts.length - 1] = `${last} ${piece}`;
    else parts.push(piece);
  }
  return parts.length > mostParts ? [text] : parts;
}
