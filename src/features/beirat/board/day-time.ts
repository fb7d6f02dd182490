import { isDay, isTime } from '../../../core/day.ts';

/** A day and perhaps a time as people write them, and what follows. */
export type DayTime = { readonly day: string; readonly time?: string | undefined; readonly rest: string };

const german = /^\s*(?:\p{L}{2,10}[.,]*\s+)?(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})/u;
const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/;
const clock =
  /^\s*[,;]?\s*(?:um|at|ab)?\s*(\d{1,2})(?:[:.](\d{2}))?(?=\s*uhr\b|\s*[:,;–-]?\s|\s*$)(?:\s*uhr\b)?/i;

/** Reads "17.12.2026 14:00", "Do., 17.12.2026, 14 Uhr", "2026-12-17 14:00". `undefined` for no or an impossible day. */
export function readDayTime(text: string): DayTime | undefined {
  const [whole, day] = dayIn(text) ?? [];
  if (whole === undefined || day === undefined) return undefined;
  const after = text.slice(whole.length);
  const [written, hours, minutes = '00'] = clock.exec(after) ?? [];
  const time = hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
  const hasTime = time !== undefined && isTime(time);
  const rest = hasTime ? after.slice(written?.length ?? 0) : after;
  return { day, ...(hasTime ? { time } : {}), rest: rest.replace(/^[\s:,;–-]+/, '').trim() };
}

function dayIn(text: string): readonly [string, string] | undefined {
  const [whole, date, month, year] = german.exec(text) ?? [];
  const [same, y, m, d] = iso.exec(text) ?? [];
  const found = year ? `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` : y && `${y}-${m}-${d}`;
  const written = whole ?? same;
  return found && written !== undefined && isDay(found) ? [written, found] : undefined;
}
