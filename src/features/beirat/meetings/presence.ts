import type { Attendance, Meeting, Move, Presence, Session } from './model.ts';

/** Who was there when: at the beginning, and from which item on in another way. */

/** Ids of the items in the order of the agenda. */
export const orderOf = ({ plan }: Pick<Meeting, 'plan'>): readonly string[] => plan.items.map(({ id }) => id);

export const isHere = (presence: Presence): boolean => presence === 'in-person' || presence === 'online';

/** Whether somebody was there at the beginning. */
export const isThere = ({ presence }: Pick<Attendance, 'presence'>): boolean => isHere(presence);

/** Whether somebody was there at all. */
export const wasThere = ({ presence, moves = [] }: Pick<Attendance, 'presence' | 'moves'>): boolean =>
  isHere(presence) || moves.some(({ to }) => isHere(to));

/** How somebody was there when an item was dealt with. */
export function presenceAt(
  { presence, moves = [] }: Pick<Attendance, 'presence' | 'moves'>,
  item: string,
  order: readonly string[],
): Presence {
  const at = order.indexOf(item);
  return moves.findLast((move) => order.indexOf(move.item) <= at)?.to ?? presence;
}

export const isThereAt = (
  one: Pick<Attendance, 'presence' | 'moves'>,
  item: string,
  order: readonly string[],
): boolean => isHere(presenceAt(one, item, order));

/** Just before an item was called. */
function presenceBefore(one: Attendance, item: string, order: readonly string[]): Presence {
  const at = order.indexOf(item);
  return at <= 0 ? one.presence : presenceAt(one, order[at - 1] ?? '', order);
}

type Change = {
  /** How they are there from the item on; `absent` when they leave. */
  readonly to: Presence;
  readonly item: string;
  readonly time?: string | undefined;
};

/**
 * Somebody comes, leaves, comes back or changes between room and online before an item. Said again about the same coming
 * or going, it corrects that: whoever was taken for there from the beginning and "comes to item 6" came late.
 */
export function moved(one: Attendance, { to, item, time }: Change, order: readonly string[]): Attendance {
  const moves = one.moves ?? [];
  const place = (move: Move) => order.indexOf(move.item);
  const before = presenceBefore(one, item, order);
  const earlier = moves.filter((move) => place(move) < order.indexOf(item));
  const later = moves.filter((move) => place(move) > order.indexOf(item));
  const isSame = isHere(to) ? before === to : !isHere(before);
  const isCorrection = isSame && earlier.length > 0 && isHere(earlier.at(-1)?.to ?? 'absent') === isHere(to);
  const cameLate = isSame && isHere(to) && earlier.length === 0;
  const kept = isCorrection ? earlier.slice(0, -1) : earlier;
  const move: Move = { item, to, ...(time ? { time } : {}) };
  const presence = cameLate ? ('absent' as const) : one.presence;
  return { ...one, presence, moves: changes(presence, [...kept, move, ...later]) };
}

/** Of what was said, what changes something: whoever has left does not leave again. */
export function changes(presence: Presence, moves: readonly Move[]): Move[] {
  let now = presence;
  return moves.filter(({ to }) => {
    const isNew = isHere(to) ? to !== now : isHere(now);
    if (isNew) now = to;
    return isNew;
  });
}

/** Without what is not there: what is stored has no empty fields. */
export const bare = ({ moves, ...one }: Attendance): Attendance =>
  moves && moves.length > 0 ? { ...one, moves } : one;

/** Who chaired an item: whoever was named for it, the chair, or the deputy, of those who were there and not excluded. */
export function chairOfItem(
  session: Session,
  item: string,
  order: readonly string[],
  chairSeat?: string,
): { readonly party: string; readonly name: string } | undefined {
  const isFree = (one: Attendance) =>
    isThereAt(one, item, order) &&
    !session.conflicts.some((conflict) => conflict.item === item && conflict.party === one.party);
  const free = session.attendance.filter(isFree);
  const named = session.chairs?.[item];
  return (
    free.find(({ party }) => party === named?.party) ??
    free.find(({ party }) => party === session.chairedBy) ??
    free.find(({ seat, as }) => seat === chairSeat && as === 'member') ??
    free.find(({ seat }) => seat === chairSeat)
  );
}
