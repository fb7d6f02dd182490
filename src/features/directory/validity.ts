/*
 * Units and applications have a first and a last day, and a successor. What names one that is over means its successor;
 * what names one that has not begun yet means the one that it succeeds.
 */

/** Both days included; no day means no limit. */
export type Period = { readonly from?: string | undefined; readonly to?: string | undefined };

export const isThere = ({ from, to }: Period, day: string): boolean =>
  (!from || from <= day) && (!to || day <= to);

type Timed = Period & { readonly id: string; readonly successor?: string | undefined };

/** The id that is meant on a day (`2027-01-01`): its own, that of its successor, or of the one before it. */
export function idOn(all: readonly Timed[], id: string, day: string): string {
  const known = timed(all);
  const found = known.get(id);
  if (!found || isThere(found, day)) return id;
  return found.to && found.to < day ? after(known, id, day) : before(all, id, day);
}

/** Most have no days at all: they are looked for once for each list. */
const lists = new WeakMap<readonly Timed[], ReadonlyMap<string, Timed>>();

function timed(all: readonly Timed[]): ReadonlyMap<string, Timed> {
  const kept = lists.get(all);
  if (kept) return kept;
  const made = new Map(
    all.filter(({ from, to }) => from !== undefined || to !== undefined).map((one) => [one.id, one]),
  );
  lists.set(all, made);
  return made;
}

function after(known: ReadonlyMap<string, Timed>, id: string, day: string): string {
  const passed = new Set<string>();
  let at = id;
  for (let next = known.get(at); next?.to && next.to < day && next.successor; next = known.get(at)) {
    if (passed.has(at)) return id;
    passed.add(at);
    at = next.successor;
  }
  return at;
}

/** Of several that became one it cannot be told which was meant. */
function before(all: readonly Timed[], id: string, day: string): string {
  const passed = new Set<string>();
  let at = id;
  for (;;) {
    const came = all.filter(({ successor }) => successor === at);
    const [only] = came;
    if (!only || came.length > 1 || passed.has(at)) return id;
    if (isThere(only, day)) return only.id;
    passed.add(at);
    at = only.id;
  }
}
