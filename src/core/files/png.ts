/** Chunks that draw the picture; everything else is text, time, place, a preview or somebody's own. */
const drawing: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS'],
  ...['gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
]);
const head = 8;
/** A picture with more points than this brings a browser to its knees. */
export const mostPoints = 100_000_000;

/**
 * A PNG with nothing but what draws it: no description, no place, no date, nothing behind its end.
 * @returns `undefined` when it is no whole PNG, or greater than any screenshot
 */
export function cleanPng(content: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const kept: Uint8Array[] = [content.subarray(0, head)];
  let [hasData, at] = [false, head];
  while (at + 12 <= content.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > content.length) return undefined;
    const name = String.fromCharCode(...content.subarray(at + 4, at + 8));
    if ((at === head) !== (name === 'IHDR')) return undefined;
    if (name === 'IHDR') {
      const points = length < 8 ? 0 : view.getUint32(at + 8) * view.getUint32(at + 12);
      if (points === 0 || points > mostPoints) return undefined;
    }
    hasData ||= name === 'IDAT';
    if (drawing.has(name)) kept.push(content.subarray(at, end));
    if (name === 'IEND') return hasData ? joined(kept) : undefined;
    at = end;
  }
  return undefined;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
