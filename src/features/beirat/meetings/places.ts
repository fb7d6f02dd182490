import { labelOf } from '../../../core/case-number.ts';
import type { CaseRef } from '../../../core/notice.ts';
import type { AgendaPlace, AgendaPlaces } from '../../../core/ports/agenda.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { boardRoles } from '../board/members.ts';
import { standingOf } from './attendance.ts';
import type { Meeting } from './model.ts';

/** Finds the newest meetings that cases were put on the agenda of: looked up once for all who ask about many. */
export const createPlaces =
  ({ meetings }: { readonly meetings: Pick<Collection<Meeting>, 'list'> }): AgendaPlaces =>
  async () => {
    const places = (await meetings.list()).flatMap(placesIn);
    // A later day wins; of one day what is named first.
    const newest = places.toReversed().toSorted(([, a], [, b]) => a.day.localeCompare(b.day));
    const byCase = new Map(newest);
    return (ref) => byCase.get(keyOf(ref));
  };

const keyOf = ({ kind, id }: CaseRef): string => `${kind} ${id}`;

function placesIn(meeting: Meeting): readonly (readonly [key: string, place: AgendaPlace])[] {
  const { state, plan } = meeting;
  if (state !== 'invited' && state !== 'held' && state !== 'minuted') return [];
  return plan.items.flatMap((item, at) => {
    if (!item.ref) return [];
    const resolution = meeting.resolutions.find(
      (one) => one.item === item.id && standingOf(meeting, one) === 'good',
    );
    const place: AgendaPlace = {
      meeting: meeting.id,
      meetingLabel: labelOf(meeting),
      item: at + 1,
      day: plan.day,
      state,
      ...(resolution ? { resolution: { number: resolution.number, wording: resolution.wording } } : {}),
      readers: item.public ? 'everybody' : boardRoles,
    };
    return [[keyOf(item.ref), place] as const];
  });
}

/** Ids of cases of a kind that a meeting deals with: invited to, or held. */
export const placedOn = (meetings: readonly Meeting[], kind: string): ReadonlySet<string> =>
  new Set(
    meetings
      .filter(({ state }) => state === 'invited' || state === 'held' || state === 'minuted')
      .flatMap(({ plan }) => plan.items.flatMap(({ ref }) => (ref?.kind === kind ? [ref.id] : []))),
  );
