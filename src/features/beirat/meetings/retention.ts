import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Job } from '../../../core/feature.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import type { Change, Collection } from '../../../core/ports/store.ts';
import type { Context } from '../board/context.ts';
import { type Dispatch, ends, type Invitee, type Meeting, type Reply } from './model.ts';

/*
 * What members wrote for the organisation of one meeting is forgotten when the meeting is long over: why somebody could
 * not come, what was asked, how somebody was reached. Who was invited, what was answered and resolved stays: it is the
 * record of the body. The history keeps its fingerprints.
 */

/** Acts whose words are private. */
const personal: ReadonlySet<string> = new Set(['declined', 'accepted', 'asked', 'answered', 'reached']);

/** Whether the words of a meeting are to be forgotten on a day. */
export const isForgettable = ({ state, plan, forgottenAt }: Meeting, today: string, days: number): boolean =>
  ends.includes(state) && forgottenAt === undefined && plan.day < daysBefore(today, days);

/** A meeting without the words; `undefined` when there is nothing to forget yet. */
export function forgotten(meeting: Meeting, context: Context): Change<Meeting> | undefined {
  if (!isForgettable(meeting, dayOf(context.now), context.rules.keep.wordsDays)) return undefined;
  const { dueAt: _, leaseUntil: __, ...rest } = meeting;
  return {
    doc: {
      ...rest,
      invitees: meeting.invitees.map(withoutWords),
      questions: [],
      history: meeting.history.map(wordless),
      forgottenAt: context.now,
    },
  };
}

function withoutWords({ reply, earlier: _, ...one }: Invitee): Invitee {
  return { ...one, ...(reply ? { reply: bare(reply) } : {}), dispatches: one.dispatches.map(noteless) };
}

const bare = ({ reason: _, ...reply }: Reply): Reply => reply;
const noteless = ({ note: _, ...line }: Dispatch): Dispatch => line;

function wordless(entry: HistoryEntry): HistoryEntry {
  if (!personal.has(entry.act) || entry.note === undefined) return entry;
  const { note: _, ...rest } = entry;
  return { ...rest, erased: true };
}

type ForgetPorts = { readonly meetings: Collection<Meeting>; readonly contextAt: (at: string) => Context };

/** Once a day and after every start. */
export function forgetWords({ meetings, contextAt }: ForgetPorts): Job {
  let last = '';
  return {
    id: 'beirat.forget',
    async run(now) {
      const context = contextAt(now.toISOString());
      const today = dayOf(context.now);
      if (today === last) return;
      const days = context.rules.keep.wordsDays;
      for (const { id } of (await meetings.list()).filter((one) => isForgettable(one, today, days)))
        await meetings.change(id, (meeting) => forgotten(meeting, context));
      last = today;
    },
  };
}
