import { createHolidays } from '../adapters/calendar/holidays.ts';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { createJsonLog } from '../adapters/log/json-log.ts';
import { labelOf } from '../core/case-number.ts';
import { dayIn, dayOf, daysBefore, momentOf } from '../core/day.ts';
import type { Change } from '../features/directory/diff.ts';
import type { Directory } from '../features/directory/model.ts';
import { createRoleDirectory } from '../features/directory/role-directory.ts';
import { askedAt } from '../features/requests/actors.ts';
import { openParts, Request, requestCollection } from '../features/requests/model.ts';
import { stepOf } from '../features/requests/route.ts';
import { type CaseData, type DataPlace, NoData, placeName, readCases } from './case-data.ts';

type Directories = { readonly before: Directory; readonly after: Directory };

/**
 * What a change of the directory means for requests under way: whom each of them waits for then, where that is somebody
 * else. German lines; the first one says so when it cannot be told.
 * @param place with the data of Lotse; without one nothing is under way
 */
export async function casesThen(
  { before, after }: Directories,
  changes: readonly Change[],
  place: DataPlace | undefined,
  now: Date,
): Promise<readonly string[]> {
  if (!place)
    return [
      'Laufende Anträge sind nicht angesehen: DATA_DIR nennt keinen Ordner mit Daten (oder --data ORDNER).',
    ];
  const data = await readCases(place, createJsonLog('error')).catch(notYet);
  // A table is brought before Lotse has run for the first time.
  if (!data)
    return [`Laufende Anträge sind nicht angesehen: In „${placeName(place)}“ liegen keine Daten von Lotse.`];
  const open = data.documents(requestCollection).flatMap((doc) => {
    const read = Request.safeParse(doc);
    return read.success && read.data.open ? [read.data] : [];
  });
  const days = daysOf(changes, dayOf(now.toISOString()));
  const lines = open.flatMap((request) => {
    for (const day of days) {
      const [was, is] = [waitsFor(request, before, day), waitsFor(request, after, day)];
      if (was !== is) return [lineOf(request, day === days[0] ? undefined : day, was, is)];
    }
    return [];
  });
  return lines.length === 0
    ? [`Laufende Anträge (${open.length}): Für keinen ändert sich, bei wem er liegt.`]
    : [`Laufende Anträge, die dann bei jemand anderem liegen: ${lines.length}`, ...lines];
}

function notYet(error: unknown): CaseData | undefined {
  if (error instanceof NoData) return undefined;
  throw error;
}

function waitsFor(request: Request, directory: Directory, day: string): string {
  const world = {
    now: momentOf(day, '12:00'),
    directory: createRoleDirectory(() => directory),
    holidays: createHolidays(),
    digest: randomIds.digest,
  };
  const asked = openParts(request).flatMap((part) => {
    const step = stepOf(request, part.step);
    return step ? askedAt(step, request, world, part) : [];
  });
  return asked.map(({ person, as }) => `${person.name}${as === 'holder' ? '' : ' (i. V.)'}`).join(', ');
}

const lineOf = (request: Request, day: string | undefined, was: string, is: string): string =>
  `  ${labelOf(request)} (Amt ${request.unit})${day ? ` ab ${dayIn('de', day)}` : ''}: ${was || 'niemand'} → ${is || 'niemand'}`;

/** Today, and the days on which something that is changed begins, or has ended the day before. */
function daysOf(changes: readonly Change[], today: string): readonly string[] {
  const rows = changes.flatMap((change) => [
    ...('before' in change ? [change.before] : []),
    ...('after' in change ? [change.after].flat() : []),
  ]);
  const days = rows.flatMap(({ from, to }) => [
    ...(typeof from === 'string' ? [from] : []),
    ...(typeof to === 'string' ? [daysBefore(to, -1)] : []),
  ]);
  return [today, ...new Set(days.filter((day) => day > today))].toSorted();
}
