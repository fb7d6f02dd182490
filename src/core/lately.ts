/**
 * The same result for the same text as lately, worked out once: one message is read by many, one after the other. The
 * result is shared, so nobody may change it.
 * @param most so many texts are remembered; the oldest goes
 * @param longest what is longer is not met again
 */
export function lately<T>(work: (text: string) => T, most: number, longest = 2000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (text.length > longest) return result;
    if (known.size >= most) known.delete(known.keys().next().value as string);
    known.set(text, result);
    return result;
  };
}
