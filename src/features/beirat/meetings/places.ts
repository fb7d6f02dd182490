import { labelOf } from '../../../core/case-number.ts';
import type { AgendaPlace, AgendaPlaces } from '../../../core/ports/agenda.ts';
import type { Collection } from '../../../core/ports/store.ts';
import { boardRoles } from '../board/members.ts';
import { standingOf } from './attendance.ts';
import type { Meeting } from './model.ts';

/** Finds the newest meeting that a case was put on the agenda of. */
export const createPlaces =
  ({ meetings }: { readonly meetings: Pick<Collection<Meeting>, 'list'> }): AgendaPlaces =>
  async (ref) => {
    const places = (await meetings.list()).flatMap((meeting) => placeIn(meeting, ref) ?? []);
    return places.sort((a, b) => b.day.localeCompare(a.day))[0];
  };

function placeIn(
  meeting: Meeting,
  ref: { readonly kind: string; readonly id: string },
): AgendaPlace | undefined {
  const { state, plan } = meeting;
  if (state !== 'invited' && state !== 'held' && state !== 'minuted') return undefined;
  const at = plan.items.findIndex((item) => item.ref?.kind === ref.kind && item.ref.id === ref.id);
  const item = plan.items[at];
  if (!item) return undefined;
  const resolution = meeting.resolutions.find(
    (one) => one.item === item.id && standingOf(meeting, one) === 'good',
  );
  return {
    meeting: meeting.id,
    meetingLabel: labelOf(meeting),
    item: at + 1,
    day: plan.day,
    state,
    ...(resolution ? { resolution: { number: resolution.number, wording: resolution.wording } } : {}),
    readers: item.public ? 'everybody' : boardRoles,
  };
}

/** Ids of cases of a kind that a meeting deals with: invited to, or held. */
export const placedOn = (meetings: readonly Meeting[], kind: string): ReadonlySet<string> =>
  new Set(
    meetings
      .filter(({ state }) => state === 'invited' || state === 'held' || state === 'minuted')
      .flatMap(({ plan }) => plan.items.flatMap(({ ref }) => (ref?.kind === kind ? [ref.id] : []))),
  );
