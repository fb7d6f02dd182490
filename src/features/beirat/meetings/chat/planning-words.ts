import { readDayTime } from '../../board/day-time.ts';

/** Reads "Neue Sitzung am 10.12.2026 14:00". */
const planning =
  /^\s*(?:beirat einladen|(?:neue|eine neue) (?:beirats)?sitzung(?: planen)?|sitzung planen|invite the board|(?:plan a |a )?new (?:board )?meeting)(?<rest>$|[\s:,.!?].*$)/is;

/** Whether somebody wants to plan a meeting: the words alone, or with a day. */
export const isPlanning = (text: string): boolean => {
  const found = planning.exec(text);
  const rest = found?.groups?.rest?.replace(/^[\s:,.!?]+/, '') ?? '';
  return (
    found !== null &&
    (rest === '' || readDayTime(rest.replace(/^(am|zum|für den|on|for)\s+/i, '')) !== undefined)
  );
};

/** The day and time that were named with it. */
export function startIn(text: string): {
  readonly day?: string | undefined;
  readonly time?: string | undefined;
} {
  const rest = planning
    .exec(text)
    ?.groups?.rest?.replace(/^[\s:,.!?]+/, '')
    .replace(/^(am|zum|für den|on|for)\s+/i, '');
  const found = rest ? readDayTime(rest) : undefined;
  return found ? { day: found.day, time: found.time } : {};
}
