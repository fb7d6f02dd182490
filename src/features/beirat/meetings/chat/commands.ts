import type { Language } from '../../../../core/text.ts';

/** What somebody typed about a meeting by its number: "B-2026/1 freigeben". */
export type MeetingCommand = {
  /** `B-2026-1`, however it was written. */
  readonly id: string;
  /** What follows the number, trimmed; empty when the meeting is to be shown. */
  readonly rest: string;
};

// A resolution, `B-2026/1-03`, has a number of its own behind that of the meeting.
const shape = /^\s*b\s*[-\s/]\s*(\d{4})\s*[-\s/]\s*0*(\d{1,3})(?![\d-])\s*[.:,!?]*\s*(.*)$/is;

/** Reads the number of a meeting at the beginning of a text. `undefined` when there is none. */
export function readMeetingCommand(text: string): MeetingCommand | undefined {
  const [, year, n, rest = ''] = shape.exec(text) ?? [];
  return year && n ? { id: `B-${year}-${n}`, rest: rest.trim() } : undefined;
}

/** A verb, and what follows it after a colon, a comma or a blank. @param words alternatives as in a pattern */
export const verbOf = (words: string): RegExp =>
  new RegExp(`^(?:${words})(?:[.!?]*$|[\\s:,–]+(?<note>.+)$)`, 'is');

/** The language of a command with words in it: that of its verb. */
export const languageOfVerb = (rest: string, english: RegExp): Language => (english.test(rest) ? 'en' : 'de');
