import { expect } from '@jest/globals';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import { brokenEntry } from '../../../../src/core/history.ts';
import { forecastOf, isComing } from '../../../../src/features/beirat/board/quorum.ts';
import { changesSinceApproval } from '../../../../src/features/beirat/meetings/approval.ts';
import { ends, Meeting, type State } from '../../../../src/features/beirat/meetings/model.ts';

/** Where a meeting may go from a state, besides staying there. */
const edges: Readonly<Record<State, readonly State[]>> = {
  planned: ['awaiting-approval', 'cancelled'],
  'awaiting-approval': ['planned', 'approved', 'cancelled'],
  approved: ['planned', 'invited', 'cancelled'],
  invited: ['postponed', 'held', 'cancelled'],
  postponed: ['invited', 'cancelled'],
  held: ['minuted'],
  minuted: [],
  cancelled: [],
};

type Owed = { readonly id: string; readonly recipient: string };

/** What holds for every meeting at any time. @param notices those that the change from `before` owes */
export function check(meeting: Meeting, before: Meeting, notices: readonly Owed[]): void {
  expect(Meeting.safeParse(meeting).error).toBeUndefined();
  checkHistory(meeting, before);
  checkLedger(meeting, before, notices);
  checkSeats(meeting);
  const { state, issue } = meeting;
  if (state !== before.state) expect(edges[before.state]).toContain(state);
  for (const name of ['issue', 'sequence', 'calendar', 'draft'] as const)
    expect(meeting[name]).toBeGreaterThanOrEqual(before[name]);
  // Whoever is asked anew has no answer; every answer is to an issue that there was.
  if (state === 'invited' && (before.state === 'postponed' || meeting.plan.day !== before.plan.day))
    if (before.state !== 'approved')
      expect(meeting.invitees.filter(({ reply, releasedAt }) => reply && !releasedAt)).toEqual([]);
  for (const { reply } of meeting.invitees) expect(reply?.issue ?? issue).toBeLessThanOrEqual(issue);
  expect(Boolean(meeting.approval) && (state === 'planned' || state === 'awaiting-approval')).toBe(false);
  approvalHolds(meeting, before);
  if (ends.includes(state)) expect(meeting.dueAt).toBeUndefined();
  if (state === 'invited') expect(meeting.dueAt).toBeDefined();
}

/** What the chair approved is what members were sent, or the meeting says what came after it; only the chair takes that away. */
function approvalHolds(meeting: Meeting, before: Meeting): void {
  const { plan, approval, history } = meeting;
  const isOther = JSON.stringify(plan) !== JSON.stringify({ ...before.plan, replyBy: plan.replyBy });
  const isSent = before.state === 'invited' && meeting.state === 'invited';
  if (isSent && isOther && approval) expect(changesSinceApproval(meeting)).not.toEqual([]);
  if (isSent && changesSinceApproval(before).length > 0 && changesSinceApproval(meeting).length === 0) {
    expect(history.at(-1)).toMatchObject({ act: 'confirmed', by: approval?.by });
    expect(changesSinceApproval(before).map(({ by }) => by)).not.toContain(approval?.by);
  }
}

function checkHistory({ history, id }: Meeting, before: Meeting): void {
  expect(brokenEntry(history, id, randomIds.digest)).toBeUndefined();
  expect(history.slice(0, before.history.length)).toEqual(before.history);
  // Four eyes, whoever submitted and approved in the course of time.
  history.forEach(({ act, by }, place) => {
    if (act !== 'approved') return;
    const submitted = history.slice(0, place).findLast((entry) => entry.act === 'submitted');
    expect(submitted?.by).not.toBe(by);
  });
}

/** Every line has its notice and every notice to a member its line, once; nobody who was let go is asked. */
function checkLedger(meeting: Meeting, before: Meeting, notices: readonly Owed[]): void {
  const lines = meeting.invitees.flatMap((one) => one.dispatches.map((line) => ({ ...line, one })));
  const ids = lines.map(({ notice }) => notice);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(before.invitees.flatMap(({ dispatches }) => dispatches.map(({ notice }) => notice)));
  expect([...known].filter((notice) => !ids.includes(notice))).toEqual([]);
  for (const { notice, one, kind, state } of lines.filter((line) => !known.has(line.notice))) {
    expect(notices.filter(({ id, recipient }) => id === notice && recipient === one.party)).toHaveLength(1);
    expect(state).toBe('waiting');
    const resent = meeting.history.at(-1)?.act === 'resent';
    if (!resent) expect(`${kind} ${one.releasedAt !== undefined}`).toBe(`${kind} ${kind === 'released'}`);
  }
  if (lines.some(({ state }) => state === 'waiting')) expect(meeting.sending).toBe(true);
}

/** A seat is taken by one: by the member, or by one deputy. */
function checkSeats({ invitees, quorum }: Meeting): void {
  const parties = invitees.map(({ party }) => party);
  expect(new Set(parties).size).toBe(parties.length);
  const active = invitees.filter(({ releasedAt }) => !releasedAt);
  for (const member of active.filter((one) => one.as === 'member')) {
    const place = active.filter((one) => one === member || one.for === member.party);
    expect(place.filter(isComing).length).toBeLessThanOrEqual(1);
  }
  if (!quorum) return;
  const { coming, open, isCertain, isLost } = forecastOf(invitees, quorum);
  expect(coming + open).toBeLessThanOrEqual(quorum.of);
  expect(isCertain && isLost).toBe(false);
}
