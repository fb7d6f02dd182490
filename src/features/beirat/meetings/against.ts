import { labelOf } from '../../../core/case-number.ts';
import { type Against, againstDay, type CalendarKnown } from '../board/against.ts';
import type { Booked, Context } from '../board/context.ts';
import { endOf } from './labels.ts';
import type { Meeting, Plan, State } from './model.ts';
import { SpeaksAgainst } from './refusals.ts';

/*
 * What speaks against a day, a time and a place without forbidding them. It is said before; whoever wants it all the
 * same says so, and that they did is in the history. A day that is over is a no: `requirePossibleDay`.
 */

type Slot = Pick<Plan, 'day' | 'time' | 'minutes' | 'place'>;
type Known = CalendarKnown & Pick<Context, 'booked'>;

/** What speaks against it. @param self the meeting itself, which is not in its own way */
export function speaksAgainst(slot: Slot, known: Known, self?: string): readonly Against[] {
  const others = (known.booked ?? []).filter((other) => other.id !== self && overlaps(slot, other));
  return [...againstDay(slot.day, known), ...others.map((other) => clash(slot, other))];
}

/** The same place is taken; elsewhere the same members are asked to two meetings at once. */
function clash(slot: Slot, other: Booked): Against {
  const label = labelOf(other);
  const end = endOf(other.time, other.minutes);
  const [de, en] = [`${other.time} bis ${end} Uhr`, `${other.time} to ${end}`];
  return samePlace(slot.place, other.place)
    ? {
        code: `room:${other.id}:${slot.day}`,
        text: {
          de: `Der Ort ist vergeben: ${label} tagt dort von ${de}.`,
          en: `The place is taken: ${label} meets there from ${en}.`,
        },
      }
    : {
        code: `members:${other.id}:${slot.day}`,
        text: {
          de: `Die Mitglieder haben eine andere Sitzung: ${label} von ${de}.`,
          en: `The members have another meeting: ${label} from ${en}.`,
        },
      };
}

const overlaps = (one: Omit<Slot, 'place'>, other: Omit<Slot, 'place'>): boolean =>
  one.day === other.day &&
  one.time < endOf(other.time, other.minutes) &&
  other.time < endOf(one.time, one.minutes);

const samePlace = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (place: string): string =>
  place
    .toLowerCase()
    .replace(/[\s,;.]+/g, ' ')
    .trim();

/**
 * Lets through what nothing speaks against that was not seen, and gives what does.
 * @throws {Refusal} that says what speaks against it
 */
export function heeded(slot: Slot, seen: readonly string[], known: Known, self?: string): readonly Against[] {
  const found = speaksAgainst(slot, known, self);
  if (found.some(({ code }) => !seen.includes(code))) throw new SpeaksAgainst(found);
  return found;
}

/** What somebody has seen of it before: they did something with the meeting all the same. */
export const seenBy = ({ history }: Pick<Meeting, 'history'>, party: string): readonly string[] =>
  history.flatMap(({ by, facts }) => (by === party ? String(facts?.despite ?? '').split(' ') : []));

/** What stands against the plan of a meeting until its members are invited. */
export const againstPlan = (meeting: Meeting, context: Known): readonly Against[] =>
  ['planned', 'awaiting-approval', 'approved'].includes(meeting.state)
    ? speaksAgainst(meeting.plan, context, meeting.id)
    : [];

const takesPlace: readonly State[] = ['planned', 'awaiting-approval', 'approved', 'invited'];

/** When and where meetings take place. */
export const bookedBy = (meetings: readonly Meeting[]): readonly Booked[] =>
  meetings
    .filter(({ state }) => takesPlace.includes(state))
    .map(({ id, plan: { day, time, minutes, place } }) => ({ id, day, time, minutes, place }));
