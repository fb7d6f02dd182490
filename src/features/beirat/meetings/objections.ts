import { labelOf } from '../../../core/case-number.ts';
import { standingOf } from './attendance.ts';
import type { Item, Meeting, Objection, Resolution } from './model.ts';

/** Objections to minutes: the office answers them, the body decides in a later meeting. */

/** What the body resolved about an objection. */
export type Decided = Pick<Resolution, 'number' | 'wording' | 'isAdopted'>;

/** By the number of the objection, what a later meeting resolved about it. */
export function decisionsOn(meetings: readonly Meeting[], id: string): ReadonlyMap<number, Decided> {
  const found = meetings.flatMap((meeting) =>
    meeting.plan.items.flatMap(({ id: item, objection }) => {
      if (objection?.meeting !== id) return [];
      const one = meeting.resolutions.find(
        (other) => other.item === item && standingOf(meeting, other) === 'good',
      );
      return one ? [[objection.n, one] as const] : [];
    }),
  );
  return new Map(found);
}

/** Objections that no meeting has been invited to decide yet, as items for the next agenda. */
export function objectionItems(
  meetings: readonly Meeting[],
): readonly { readonly title: string; readonly item: Item }[] {
  const live = meetings.filter(({ state }) => state === 'invited' || state === 'held' || state === 'minuted');
  const placed = new Set(
    live.flatMap(({ plan }) =>
      plan.items.flatMap(({ objection }) => (objection ? [`${objection.meeting} ${objection.n}`] : [])),
    ),
  );
  return meetings.flatMap((meeting) =>
    (meeting.session?.objections ?? [])
      .filter(({ n }) => !placed.has(`${meeting.id} ${n}`))
      .map((objection) => ({ title: titleOf(meeting, objection), item: itemOf(meeting, objection) })),
  );
}

const titleOf = (meeting: Meeting, { n }: Objection): string =>
  `Einwendung ${n} gegen die Niederschrift ${labelOf(meeting)}`;

const itemOf = (meeting: Meeting, objection: Objection): Item => ({
  id: `objection-${meeting.id}-${objection.n}`,
  title: titleOf(meeting, objection),
  text: [objection.text, ...(objection.answer ? [`Geschäftsführung: ${objection.answer}`] : [])]
    .join('\n')
    .slice(0, 1500),
  kind: 'decision',
  public: false,
  links: [],
  objection: { meeting: meeting.id, n: objection.n },
});
