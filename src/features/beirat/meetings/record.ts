import { bySystem, changed, type Decision, deciding, recorded } from '../../../case/decision.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import type { Context } from '../board/context.ts';
import type { Meetings } from './desk.ts';
import { type Dispatch, ends, type Invitee, type Meeting, type Reply } from './model.ts';

/*
 * What is kept of a meeting. What members wrote for its organisation is forgotten when it is long over: why somebody
 * could not come, what was asked, how somebody was reached. Who was invited, what was answered and resolved stays: it is
 * the record of the body. The history keeps its fingerprints.
 */

/** What was decided: not what was sent and opened, and not how far time has brought it. */
export const covers = ({
  state,
  secondOf,
  plan,
  draft,
  wish,
  approval,
  issue,
  reason,
  quorum,
  invitees,
  questions,
  session,
  resolutions,
  createdBy,
}: Meeting): unknown => ({
  state,
  secondOf,
  plan,
  draft,
  wish,
  approval,
  issue,
  reason,
  quorum,
  invitees: invitees.map(({ dispatches: _d, openedAt: _o, ...decided }) => decided),
  questions,
  session,
  resolutions,
  createdBy,
});

/** Acts whose words are private. */
const personal: ReadonlySet<string> = new Set(['declined', 'accepted', 'asked', 'answered', 'reached']);

/** Whether the words of a meeting are to be forgotten on a day. */
export const isForgettable = ({ state, plan, forgottenAt }: Meeting, day: string, days: number): boolean =>
  ends.includes(state) && forgottenAt === undefined && plan.day < daysBefore(day, days);

/** A meeting without the words; `undefined` when there is nothing to forget yet. */
export function forgotten(meeting: Meeting, context: Context): Decision<Meeting> | undefined {
  if (!isForgettable(meeting, dayOf(context.now), context.rules.keep.wordsDays)) return undefined;
  const history = meeting.history.map(wordless);
  const erased = history.filter((entry, at) => entry !== meeting.history[at]).map(({ n }) => n);
  const bare = changed(deciding({ ...meeting, history }), {
    invitees: meeting.invitees.map(withoutWords),
    questions: [],
    forgottenAt: context.now,
  });
  return recorded(bare, { ...bySystem, act: 'words-erased', facts: { entries: erased.join(' ') } });
}

function withoutWords({ reply, earlier: _, ...one }: Invitee): Invitee {
  return { ...one, ...(reply ? { reply: bareReply(reply) } : {}), dispatches: one.dispatches.map(noteless) };
}

const bareReply = ({ reason: _, ...reply }: Reply): Reply => reply;
const noteless = ({ note: _, ...line }: Dispatch): Dispatch => line;

function wordless(entry: HistoryEntry): HistoryEntry {
  if (!personal.has(entry.act) || entry.note === undefined) return entry;
  const { note: _, ...rest } = entry;
  return { ...rest, erased: true };
}

/** Forgets the words of meetings that are long over, once a day and after every start. */
export function forgetWords({
  collection,
  change,
  contextAt: at,
}: Pick<Meetings, 'collection' | 'change' | 'contextAt'>): Job {
  let last = '';
  return {
    id: 'beirat.forget',
    async run(now) {
      const context = at(now.toISOString());
      const today = dayOf(context.now);
      if (today === last) return;
      const days = context.rules.keep.wordsDays;
      const due = (await collection.list()).filter((one) => isForgettable(one, today, days));
      await eachByItself(due, ({ id }) => change(id, context.now, forgotten));
      last = today;
    },
  };
}
