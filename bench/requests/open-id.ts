/** `IT-2026-10000` and following: the requests that wait for a click. */
export const openId = (at: number): string => `IT-2026-${10_000 + at}`;
